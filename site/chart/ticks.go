package chart

import (
	"strconv"

	"iddtestdrive/engine/units"
)

// tick is a place on an axis.
type tick struct {
	at   float64
	text string
}

// spacing is how far ticks of time lie apart: a span, or so many months.
type spacing struct {
	span   units.Span
	months int
}

var spacings = []spacing{
	{span: 15 * units.Minute}, {span: 30 * units.Minute},
	{span: units.Hour}, {span: 2 * units.Hour}, {span: 3 * units.Hour}, {span: 6 * units.Hour}, {span: 12 * units.Hour},
	{span: units.Day}, {span: 2 * units.Day}, {span: 7 * units.Day}, {span: 14 * units.Day},
	{months: 1}, {months: 2}, {months: 3}, {months: 6}, {months: 12}, {months: 24}, {months: 60},
}

// apartBy is the least room between the words of two ticks, in letters.
const apartBy = 0.8

// timeTicks are as many ticks as fit side by side between two places.
func (r *request) timeTicks(left, right, width, size float64) []tick {
	x := r.scale(left, right)
	for _, s := range spacings {
		if r.calendar.length()/units.Day > 60 && s.months == 0 {
			continue
		}
		row := r.ticksEvery(s, x)
		fits := len(row) <= 24
		for i := range row {
			w := measure(row[i].text, size)
			if i > 0 && row[i].at-row[i-1].at < (w+measure(row[i-1].text, size))/2+apartBy*size {
				fits = false
			}
		}
		if fits {
			return within(row, width, size)
		}
	}
	return nil
}

// within leaves out the ticks whose words would be cut off.
func within(row []tick, width, size float64) []tick {
	var all []tick
	for _, t := range row {
		if half := measure(t.text, size) / 2; t.at-half >= 0 && t.at+half <= width {
			all = append(all, t)
		}
	}
	return all
}

// scale is where instants stand between two places.
func (r *request) scale(left, right float64) func(units.Instant) float64 {
	return func(t units.Instant) float64 {
		return left + float64(t-r.from)/float64(r.to-r.from)*(right-left)
	}
}

// ticksEvery are the ticks at the civil multiples of a spacing.
func (r *request) ticksEvery(s spacing, x func(units.Instant) float64) []tick {
	const most = 400
	midnight := units.Instant(-r.tracks[0].Start.TimeOfDay())
	var row []tick
	if s.months > 0 {
		for at := midnight; at <= r.to; at += units.Instant(units.Day) {
			year, month, day := r.calendar.civil(at).Date()
			if at >= r.from && day == 1 && (year*12+month-1)%s.months == 0 {
				row = append(row, tick{x(at), r.monthText(at, s)})
			}
		}
		return row
	}
	if r.calendar.length()/s.span > most {
		return []tick{{0, "x"}, {0, "x"}} // far too many to fit
	}
	first := midnight
	if s.span == 7*units.Day || s.span == 14*units.Day { // weeks begin on Monday
		first -= units.Instant(r.tracks[0].Start.Weekday()) * units.Instant(units.Day)
	}
	for at := first; at <= r.to; at += units.Instant(s.span) {
		if at >= r.from {
			row = append(row, tick{x(at), r.dayText(at, s)})
		}
	}
	return row
}

func (r *request) monthText(at units.Instant, s spacing) string {
	civil := r.calendar.civil(at)
	year, month, _ := civil.Date()
	if s.months >= 12 {
		return strconv.Itoa(year)
	}
	if month == 1 {
		return r.calendar.month(civil) + " " + strconv.Itoa(year)
	}
	return r.calendar.month(civil)
}

// dayText is the time of day, or at midnight the day where there are several.
func (r *request) dayText(at units.Instant, s spacing) string {
	civil := r.calendar.civil(at)
	switch {
	case civil.TimeOfDay() != 0 || r.calendar.length() <= 36*units.Hour:
		return civil.Clock()
	case r.calendar.length() <= aWeek:
		return r.calendar.weekday(civil)
	}
	return r.calendar.date(civil)
}

// rise is the scale of the values of a panel.
type rise struct {
	bottom, top, step int64
}

// riseOf is a scale for values from one to another, which begins at 0 where the
// values come near it.
func riseOf(low, high int64, fromZero bool) rise {
	const intervals = 4
	if fromZero || low < (high-low)*3 {
		low = 0
	}
	if high <= low {
		high = low + 1
	}
	for p := int64(1); ; p *= 10 {
		for _, m := range []int64{1, 2, 5} {
			step := m * p
			bottom, top := low/step*step, (high+step-1)/step*step
			if (top-bottom)/step <= intervals {
				return rise{bottom, top, step}
			}
		}
	}
}
