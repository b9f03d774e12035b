package chart

import (
	"strconv"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// calendar writes instants as the chart's readers do.
type calendar struct {
	say      *speech
	start    scenario.Civil
	from, to units.Instant
	years    bool // the chart goes over the end of a year
	oneDay   bool
}

func newCalendar(say *speech, start scenario.Civil, from, to units.Instant) calendar {
	c := calendar{say: say, start: start, from: from, to: to}
	y, m, d := c.civil(from).Date()
	y2, m2, d2 := c.civil(to).Date()
	c.years, c.oneDay = y != y2, y == y2 && m == m2 && d == d2
	return c
}

// civil is the civil time of an instant, to the nearest minute.
func (c calendar) civil(t units.Instant) scenario.Civil {
	const minute = units.Instant(units.Minute)
	return c.start.Add(units.Span((t + minute/2) / minute * minute))
}

// aWeek is how long a chart may be for weekdays to name its days.
const aWeek = 7 * units.Day

func (c calendar) length() units.Span { return units.Span(c.to - c.from) }

// when writes an instant: the time of day, with the weekday or the date where
// the chart is longer.
func (c calendar) when(t units.Instant) string {
	civil := c.civil(t)
	switch {
	case c.oneDay:
		return civil.Clock()
	case c.length() <= aWeek:
		return c.weekday(civil) + " " + civil.Clock()
	}
	return c.date(civil) + ", " + civil.Clock()
}

var weekdayKeys = [7]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func (c calendar) weekday(civil scenario.Civil) string {
	return c.say.say("weekday." + weekdayKeys[civil.Weekday()])
}

var monthKeys = [12]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

func (c calendar) month(civil scenario.Civil) string {
	_, month, _ := civil.Date()
	return c.say.say("month." + monthKeys[month-1])
}

// date writes the day and the month, with the year where there is more than one.
func (c calendar) date(civil scenario.Civil) string {
	year, _, day := civil.Date()
	if !c.years {
		return c.say.say("date", "day", strconv.Itoa(day), "month", c.month(civil))
	}
	return c.say.say("date_year", "day", strconv.Itoa(day), "month", c.month(civil), "year", strconv.Itoa(year))
}
