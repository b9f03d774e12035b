package messages

import "strings"

// The keys of a language's signs in numbers. The sign between groups may be
// written as a name: what is trimmed from the ends of a text cannot stand there
// itself.
const (
	decimalKey = "site.number.decimal"
	groupKey   = "site.number.group"
)

// groupNames are the signs between groups that have a name: "space" is one that
// no line breaks at, "none" leaves the digits together.
var groupNames = map[string]string{"space": "\u202f", "none": ""}

// Number writes a number, given as people do in programs ("-12345.60"), with the
// signs of the language: "−12,345.60". Groups of three begin at five digits:
// four are read well without. What is not a number is returned as it is, so that
// no digit of a dose is ever lost.
func (c *Catalogue) Number(plain string) (string, error) {
	decimal, err := c.Word(decimalKey)
	if err != nil {
		return "", err
	}
	group, err := c.Word(groupKey)
	if err != nil {
		return "", err
	}
	if sign, named := groupNames[group]; named {
		group = sign
	}
	digits, negative := strings.CutPrefix(plain, "-")
	whole, part, broken := strings.Cut(digits, ".")
	if !isDigits(whole) || (broken && !isDigits(part)) {
		return plain, nil
	}
	var b strings.Builder
	if negative {
		b.WriteString("\u2212")
	}
	for i, digit := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 && len(whole) > 4 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if broken {
		b.WriteString(decimal + part)
	}
	return b.String(), nil
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
