package units

import (
	"math"
	"strconv"
	"strings"
)

// scaled reads a plain decimal number of a unit as a whole number of the
// engine's units. An amount finer than the engine's unit is refused, not
// rounded; so is one too large for it. The reason is "" when all is well.
func scaled(number string, u unitWord) (n int64, reason string) {
	if reason := numberFault(number); reason != "" {
		return 0, reason
	}
	whole, fraction, _ := strings.Cut(number, ".")
	n, ok := times(whole, u.size)
	if !ok {
		return 0, "the amount is too large"
	}
	for size := u.size; fraction != ""; fraction = fraction[1:] {
		digit := int64(fraction[0] - '0')
		if digit != 0 && size%10 != 0 {
			return 0, "the amount is finer than " + finest(u) + ", the smallest step there is"
		}
		if size /= 10; n > math.MaxInt64-digit*size {
			return 0, "the amount is too large"
		}
		n += digit * size
	}
	return n, ""
}

// times multiplies a whole number written in digits, and says whether the
// result can be held.
func times(digits string, size int64) (int64, bool) {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n > math.MaxInt64/size {
		return 0, false
	}
	return n * size, true
}

// finest writes the smallest step of a unit, such as "0.001 mcg".
func finest(u unitWord) string {
	return decimal(1, u.size) + " " + u.word
}

// numberFault says what is wrong with a plain decimal number, or "". Each rule
// is there because the form it refuses has been read as ten times more or less
// than was meant, or as something else altogether.
func numberFault(number string) string {
	whole, fraction, point := strings.Cut(number, ".")
	switch {
	case number == "":
		return "the number is missing"
	case number[0] == '-' || strings.HasPrefix(number, "\u2212"):
		return "an amount cannot be negative"
	case number[0] == '+':
		return "an amount is written without a plus sign"
	case strings.Contains(number, ","):
		return "a comma can be read in two ways: the decimal point is a point, and thousands are not separated"
	case point && whole == "":
		return "a decimal point needs a digit before it (write 0" + clip(number) + "), or the amount is soon read as tenfold"
	case point && fraction == "":
		return "a decimal point needs a digit after it, or the amount is soon read as tenfold"
	case !onlyDigits(whole) || !onlyDigits(fraction):
		return strconv.Quote(clip(number)) + " is not a plain decimal number"
	case len(whole) > 1 && whole[0] == '0':
		return "a number does not begin with a needless 0: is a decimal point missing?"
	}
	return ""
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
