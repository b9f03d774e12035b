package practice

// Judged is a want or a mistake, and whether it is so.
type Judged struct {
	Say     string
	Weight  Weight
	So      bool // the want is met, the mistake was made
	Because string
}

// Score is how an attempt went, as it stands.
type Score struct {
	Points   int
	Of       int // what all wants count
	Safe     bool
	Wants    []Judged
	Mistakes []Judged
}

// Full tells whether there is nothing to mend.
func (s Score) Full() bool { return s.Points == s.Of && s.Safe }

// Score judges the attempt as it stands.
func (a *Attempt) Score() Score {
	s := Score{Safe: true}
	for _, w := range a.c.Wants {
		met := w.When.holds(a, false)
		s.Wants = append(s.Wants, Judged{w.Say, w.Weight, met, w.Because})
		s.Of += points[w.Weight]
		if met {
			s.Points += points[w.Weight]
		} else if w.Weight == Critical {
			s.Safe = false
		}
	}
	for _, m := range a.c.Mistakes {
		made := m.When.holds(a, true)
		s.Mistakes = append(s.Mistakes, Judged{m.Say, m.Weight, made, m.Because})
		if made {
			s.Points -= points[m.Weight]
			s.Safe = s.Safe && m.Weight != Critical
		}
	}
	s.Points = max(0, s.Points)
	return s
}
