package units

import (
	"strconv"
	"strings"
)

// String writes a volume as files do, exactly: "18 mL", "0.0022 mL".
func (v Volume) String() string { return decimal(int64(v), 1_000_000) + " mL" }

// String writes a dose as files do, exactly: in mg from 0.1 mg up, in mcg
// below, so that no row of zeros has to be counted.
func (m Mass) String() string {
	if m != 0 && -100_000 < m && m < 100_000 {
		return m.Micrograms()
	}
	return m.Milligrams()
}

// Milligrams writes a dose in mg, exactly: "0.3 mg".
func (m Mass) Milligrams() string { return decimal(int64(m), 1_000_000) + " mg" }

// Micrograms writes a dose in mcg, exactly: "300 mcg".
func (m Mass) Micrograms() string { return decimal(int64(m), 1000) + " mcg" }

// String writes a concentration as files do, exactly: in mg/mL from 1 mg/mL
// up, in mcg/mL below.
func (c Concentration) String() string {
	if c != 0 && -1000 < c && c < 1000 {
		return c.MicrogramsPerML()
	}
	return c.MilligramsPerML()
}

// MilligramsPerML writes a concentration in mg/mL, exactly: "10 mg/mL".
func (c Concentration) MilligramsPerML() string { return decimal(int64(c), 1000) + " mg/mL" }

// MicrogramsPerML writes a concentration in mcg/mL: "25 mcg/mL".
func (c Concentration) MicrogramsPerML() string { return decimal(int64(c), 1) + " mcg/mL" }

// String writes a flow in mL per day, exactly: "0.3 mL/day".
func (r FlowRate) String() string { return decimal(int64(r), 1_000_000) + " mL/day" }

// String writes a length of time as files do: "1 d 6 h 30 min". No time at all
// is "0 h".
func (s Span) String() string {
	if s == 0 {
		return "0 h"
	}
	var b strings.Builder
	left := magnitude(int64(s))
	if s < 0 {
		b.WriteByte('-')
	}
	for _, u := range spanWords {
		n := left / uint64(u.size)
		if n == 0 {
			continue
		}
		if left %= uint64(u.size); b.Len() > 1 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatUint(n, 10) + " " + u.word)
	}
	return b.String()
}

// String writes an instant as the time since the session began.
func (t Instant) String() string { return Span(t).String() }

// FormatTimeOfDay writes the span since midnight as files do: "08:00". It is
// for whole minutes of one day; what is finer is not shown.
func FormatTimeOfDay(s Span) string {
	text := strconv.FormatInt(int64(s/Hour*100+s%Hour/Minute+10_000), 10)
	return text[1:3] + ":" + text[3:]
}

// FormatCentimetres writes a length as files do: "80 cm".
func FormatCentimetres(cm int64) string { return strconv.FormatInt(cm, 10) + " cm" }

// FormatPerMille writes a per mille as a percentage with its sign: "+12 %",
// "-3.5 %", "0 %".
func FormatPerMille(n int64) string {
	sign := ""
	if n > 0 {
		sign = "+"
	}
	return sign + decimal(n, 10) + " %"
}

// decimal writes n/size exactly, size being a power of ten, without needless
// zeros.
func decimal(n, size int64) string {
	abs, one := magnitude(n), uint64(size)
	text := strconv.FormatUint(abs/one, 10)
	if fraction := abs % one; fraction != 0 {
		// one+fraction keeps the zeros after the point.
		digits := strconv.FormatUint(one+fraction, 10)[1:]
		text += "." + strings.TrimRight(digits, "0")
	}
	if n < 0 {
		text = "-" + text
	}
	return text
}

// magnitude is |n|, also for the lowest int64, which has no positive twin.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
