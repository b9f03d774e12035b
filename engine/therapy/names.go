package therapy

var drugNames = [Drugs]string{Morphine: "morphine", Ziconotide: "ziconotide", Baclofen: "baclofen"}

// String is the drug's name in files and logs; of an unknown drug, "unknown".
func (d Drug) String() string {
	if !d.Known() {
		return "unknown"
	}
	return drugNames[d]
}

// Known says whether the engine knows the drug.
func (d Drug) Known() bool { return d < Drugs }

var modeNames = [...]string{
	Stopped: "stopped", MinimumRate: "minimum_rate", Continuous: "continuous", Flex: "flex", Periodic: "periodic",
}

// String is the mode's name in files and logs, such as "continuous".
func (m Mode) String() string { return modeNames[m] }
