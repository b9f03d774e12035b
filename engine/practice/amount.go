package practice

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/units"
)

// Amount is a number with a unit, as a sum comes out: exact to a millionth.
type Amount struct {
	Millionths int64
	Unit       string
}

// amountUnits are the units that an answer can have, with the one each is
// counted in and how many of it there are.
var amountUnits = []amountUnit{
	{"mL", "mL", 1}, {"mL/day", "mL/day", 1},
	{"mg", "mcg", 1000}, {"mcg", "mcg", 1}, {"mg/day", "mcg/day", 1000}, {"mcg/day", "mcg/day", 1},
	{"mg/mL", "mcg/mL", 1000}, {"mcg/mL", "mcg/mL", 1},
	{"d", "min", 1440}, {"h", "min", 60}, {"min", "min", 1}, {"%", "%", 1}, {"times", "times", 1},
}

type amountUnit struct {
	name, base string
	times      int64
}

// unitOf is the unit of a name; the zero one where there is none.
func unitOf(name string) amountUnit {
	for _, u := range amountUnits {
		if u.name == name {
			return u
		}
	}
	return amountUnit{}
}

const allowedAmount = "a number, a space and a unit: mL, mL/day, mg, mcg, mg/day, mcg/day, mg/mL, mcg/mL, d, h, min, % or times, such as 0.3 mL/day"

// ParseAmount reads an amount. Errors are *units.ParseError.
func ParseAmount(text string) (Amount, error) {
	wrong := func(why string) (Amount, error) {
		return Amount{}, &units.ParseError{What: "amount", Found: text, Reason: why, Allowed: allowedAmount}
	}
	number, unit, parted := strings.Cut(text, " ")
	if !parted {
		return wrong("the unit is missing, or the space before it")
	}
	if unitOf(unit).name == "" {
		return wrong("this unit is not known here")
	}
	whole, fraction, dotted := strings.Cut(number, ".")
	if whole == "" || strings.Trim(whole+fraction, "0123456789") != "" || dotted && fraction == "" {
		return wrong("this is not a number with digits before and after its point")
	}
	if len(whole) > 1 && whole[0] == '0' {
		return wrong("a number does not begin with a needless 0: is a decimal point missing?")
	}
	if len(whole) > 9 || len(fraction) > 6 {
		return wrong("the number has too many digits")
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", 6-len(fraction)), 10, 64)
	if err != nil {
		return wrong("this is not a number")
	}
	return Amount{n, unit}, nil
}

// String writes an amount as it is read.
func (a Amount) String() string {
	sign, n := "", uint64(a.Millionths)
	if a.Millionths < 0 { // which is not read
		sign, n = "-", -n
	}
	number := sign + strconv.FormatUint(n/1_000_000, 10)
	if digits := strings.TrimRight(strconv.FormatUint(n%1_000_000+1_000_000, 10)[1:], "0"); digits != "" {
		number += "." + digits
	}
	return number + " " + a.Unit
}

// near tells whether an amount is another, give or take some: in whichever unit
// of the same kind it is given.
func (a Amount) near(b, within Amount) bool {
	ours, theirs, room := unitOf(a.Unit), unitOf(b.Unit), unitOf(within.Unit)
	if ours.base != theirs.base {
		return false
	}
	off := a.Millionths*ours.times - b.Millionths*theirs.times
	return max(off, -off) <= within.Millionths*room.times
}
