package document

import (
	"fmt"
	"strings"
)

// What the kinds of file have in common.

const mostPlain = 64 // characters of a plain name

// AllowedPlain says what a plain name is, with an example.
func AllowedPlain(example string) string {
	return fmt.Sprintf("1 to %d small letters, digits and hyphens, such as %s", mostPlain, example)
}

// IsPlain tells whether a text is a plain name, as the files and pages of a site
// have.
func IsPlain(name string) bool {
	return name != "" && len(name) <= mostPlain && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Plain reads a plain name. The example stands in messages.
func (v Value) Plain(example string) string {
	name := v.Text(AllowedPlain(example))
	if v.Given() && !IsPlain(name) {
		v.Fail(Shorten(name), "this is not a plain name", AllowedPlain(example))
	}
	return name
}

// Between reads a whole number within limits.
func (v Value) Between(least, most int) int {
	n := int(v.Number(uint64(most)))
	if v.Given() && n < least {
		v.Fail(v.Written(), "the number is too small", fmt.Sprintf("a whole number from %d to %d", least, most))
	}
	return n
}

// Some reads a list that has neither too few nor too many of something; none
// where the key is not there. Wanted says in messages what belongs here.
func (v Value) Some(wanted, things string, least, most int) []Value {
	if !v.Given() {
		return nil
	}
	all := v.Items(wanted)
	if n := len(all); v.Given() && (n < least || n > most) {
		allowed := fmt.Sprintf("%d to %d", least, most)
		if least == most {
			allowed = fmt.Sprintf("exactly %d", least)
		}
		v.Fail("", fmt.Sprintf("%d %s stand here", n, things), allowed)
		return nil
	}
	return all
}
