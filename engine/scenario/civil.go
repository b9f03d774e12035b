package scenario

import (
	"fmt"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/units"
)

// Civil is a civil date and time without a zone and without clock changes, to
// the millisecond, in the Gregorian calendar. The engine has its own, because
// it asks the machine it runs on for nothing.
type Civil struct {
	ms int64 // since 1970-01-01T00:00
}

// The years a session may start in; outside them a date is a slip of the pen.
const (
	firstYear = 1900
	lastYear  = 2199
)

const msPerDay = int64(units.Day)

// NewCivil is the civil time at a time of day of a date. Month and day count
// from 1; a day past the end of its month is a day of the next.
func NewCivil(year, month, day int, timeOfDay units.Span) Civil {
	return Civil{daysSinceEpoch(year, month, day)*msPerDay + int64(timeOfDay)}
}

// ParseCivil reads a civil time such as "2026-03-02T08:00". Errors are
// *units.ParseError.
func ParseCivil(text string) (Civil, error) {
	fault := func(reason string) (Civil, error) {
		return Civil{}, &units.ParseError{
			What: "date and time", Found: document.Shorten(text), Reason: reason,
			Allowed: fmt.Sprintf("a date and time of the years %d to %d, such as 2026-03-02T08:00", firstYear, lastYear),
		}
	}
	const form = "0000-00-00T00:00"
	if len(text) != len(form) {
		return fault("that is not a date and time")
	}
	var parts [5]int
	part := 0
	for i := range len(form) {
		digit := text[i] >= '0' && text[i] <= '9'
		if digit != (form[i] == '0') || !digit && text[i] != form[i] {
			return fault("that is not a date and time")
		}
		if !digit {
			part++
			continue
		}
		parts[part] = parts[part]*10 + int(text[i]-'0')
	}
	year, month, day := parts[0], parts[1], parts[2]
	switch {
	case year < firstYear || year > lastYear:
		return fault("the year is out of range")
	case month < 1 || month > 12:
		return fault("there is no such month")
	case day < 1 || day > daysIn(year, month):
		return fault("there is no such day in that month")
	case parts[3] > 23 || parts[4] > 59:
		return fault("there is no such time of day")
	}
	timeOfDay := units.Span(parts[3])*units.Hour + units.Span(parts[4])*units.Minute
	return NewCivil(year, month, day, timeOfDay), nil
}

// Add is the civil time a span later, or earlier if the span is negative.
func (c Civil) Add(s units.Span) Civil { return Civil{c.ms + int64(s)} }

// Date gives the year, the month and the day, the latter two from 1.
func (c Civil) Date() (year, month, day int) { return dateOf(c.day()) }

// TimeOfDay is the span since midnight.
func (c Civil) TimeOfDay() units.Span { return units.Span(c.ms - c.day()*msPerDay) }

// Weekday is the day of the week, 0 for Monday.
func (c Civil) Weekday() int {
	return int(modulo(c.day()+3, 7)) // 1970-01-01 was a Thursday
}

// day counts days from 1970-01-01, downwards before it.
func (c Civil) day() int64 { return (c.ms - modulo(c.ms, msPerDay)) / msPerDay }

// modulo is the remainder that is never negative.
func modulo(n, by int64) int64 { return (n%by + by) % by }

// A year that begins in March has its leap day at its end, which makes the
// day of the year the same sum in every year.

// daysSinceEpoch counts the days from 1970-01-01 to a date.
func daysSinceEpoch(year, month, day int) int64 {
	marchMonth := int64(month+9) % 12 // 0 for March
	marchYear := int64(year)
	if month < 3 {
		marchYear--
	}
	dayOfYear := (153*marchMonth+2)/5 + int64(day-1)
	leapDays := floorDiv(marchYear, 4) - floorDiv(marchYear, 100) + floorDiv(marchYear, 400)
	const fromYear0 = 719_468 // days from 0000-03-01 to 1970-01-01
	return marchYear*365 + leapDays + dayOfYear - fromYear0
}

// dateOf is the date of a count of days from 1970-01-01.
func dateOf(days int64) (year, month, day int) {
	const fromYear0, per400Years = 719_468, 146_097
	days += fromYear0
	era := floorDiv(days, per400Years)
	dayOfEra := days - era*per400Years
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36_524 - dayOfEra/146_096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	marchMonth := (5*dayOfYear + 2) / 153
	day = int(dayOfYear-(153*marchMonth+2)/5) + 1
	month = int(marchMonth+2)%12 + 1
	year = int(yearOfEra + era*400)
	if month < 3 {
		year++
	}
	return year, month, day
}

func daysIn(year, month int) int {
	next := daysSinceEpoch(year+month/12, month%12+1, 1)
	return int(next - daysSinceEpoch(year, month, 1))
}

func floorDiv(n, by int64) int64 { return (n - modulo(n, by)) / by }
