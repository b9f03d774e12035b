package units

import (
	"strconv"
	"strings"
)

// quantity is what a kind of amount may look like on paper.
type quantity struct {
	what    string // "volume"
	example string // "18 mL"
	words   []unitWord
}

// unitWord is one word for a unit and how many of the engine's units it is.
type unitWord struct {
	word string
	size int64
}

var (
	volumes = quantity{"volume", "18 mL", []unitWord{{"mL", 1_000_000}}}
	masses  = quantity{"dose", "0.3 mg or 300 mcg", []unitWord{
		{"mg", 1_000_000}, {"mcg", 1000}, {"ug", 1000}}}
	dailyDoses = quantity{"dose per day", "3 mg/day", []unitWord{
		{"mg/day", 1_000_000}, {"mcg/day", 1000}, {"ug/day", 1000}}}
	concentrations = quantity{"concentration", "10 mg/mL", []unitWord{
		{"mg/mL", 1000}, {"mcg/mL", 1}, {"ug/mL", 1}}}
	lengths     = quantity{"length", "80 cm", []unitWord{{"cm", 1}}}
	percentages = quantity{"percentage", "+12 %", []unitWord{{"%", 10}}}
)

// ParseVolume reads a volume such as "18 mL". Errors are *ParseError.
func ParseVolume(text string) (Volume, error) {
	n, err := volumes.parse(text)
	return Volume(n), err
}

// ParseMass reads a dose such as "0.3 mg", "300 mcg" or "300 ug". Errors are
// *ParseError.
func ParseMass(text string) (Mass, error) {
	n, err := masses.parse(text)
	return Mass(n), err
}

// ParseDailyDose reads a dose per day such as "3 mg/day". Errors are
// *ParseError.
func ParseDailyDose(text string) (Mass, error) {
	n, err := dailyDoses.parse(text)
	return Mass(n), err
}

// ParseConcentration reads a concentration such as "10 mg/mL" or "25 mcg/mL".
// Errors are *ParseError.
func ParseConcentration(text string) (Concentration, error) {
	n, err := concentrations.parse(text)
	return Concentration(n), err
}

// ParseCentimetres reads a length in whole centimetres, such as "80 cm".
// Errors are *ParseError.
func ParseCentimetres(text string) (int64, error) {
	return lengths.parse(text)
}

// ParsePerMille reads a percentage in steps of 0.1 %, such as "+12 %" or
// "-3.5 %", as a number of per mille. It is the only quantity that may carry
// a sign. Errors are *ParseError.
func ParsePerMille(text string) (int64, error) {
	if strings.HasPrefix(text, "\u2212") {
		return 0, percentages.wrong(text, "the minus sign is the ordinary hyphen, -")
	}
	unsigned, negative := strings.CutPrefix(text, "-")
	if !negative {
		unsigned = strings.TrimPrefix(text, "+")
	}
	n, err := percentages.parse(unsigned)
	if err != nil {
		err.(*ParseError).Found = clip(text)
		return 0, err
	}
	if negative {
		n = -n
	}
	return n, nil
}

// parse reads "number unit" with exactly one space between the two.
func (q quantity) parse(text string) (int64, error) {
	number, word, spaced := strings.Cut(text, " ")
	if !spaced {
		return 0, q.wrong(text, q.withoutSpace(text))
	}
	for _, u := range q.words {
		if u.word == word {
			n, reason := scaled(number, u)
			if reason != "" {
				return 0, q.wrong(text, reason)
			}
			return n, nil
		}
	}
	if reason := numberFault(number); reason != "" {
		return 0, q.wrong(text, reason)
	}
	return 0, q.wrong(text, q.wrongWord(word))
}

func (q quantity) wrong(text, reason string) error {
	return &ParseError{What: q.what, Found: clip(text), Reason: reason, Allowed: q.allowed()}
}

// allowed names the form and the units, with an example.
func (q quantity) allowed() string {
	words := make([]string, len(q.words))
	for i, u := range q.words {
		words[i] = u.word
	}
	return "a " + q.what + ": a number, one space and " + orList(words) + ", such as " + q.example
}

// withoutSpace tells a missing unit from a missing space and from a word.
func (q quantity) withoutSpace(text string) string {
	digits := strings.TrimLeft(text, "+-.,0123456789")
	switch {
	case text == "":
		return "nothing is written here"
	case digits == "":
		if reason := numberFault(text); reason != "" {
			return reason
		}
		return "the unit is missing"
	case digits == text:
		return "it does not begin with a number"
	}
	if reason := numberFault(text[:len(text)-len(digits)]); reason != "" {
		return reason
	}
	return "the space between number and unit is missing"
}

// wrongWord explains a unit that does not belong here, the usual slips first.
func (q quantity) wrongWord(word string) string {
	if word == "" || word[0] == ' ' {
		return "there is more than one space, or no unit, after the number"
	}
	if strings.ContainsAny(word, "µμ") {
		return "a handwritten µ is easily misread as m: write mcg"
	}
	for _, u := range q.words {
		if strings.EqualFold(u.word, word) {
			return "the unit is written " + u.word
		}
	}
	return strconv.Quote(clip(word)) + " is not a unit of a " + q.what
}

// orList joins words as "mg, mcg or ug".
func orList(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
