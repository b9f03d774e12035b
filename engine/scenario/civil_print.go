package scenario

import (
	"fmt"

	"iddtestdrive/engine/units"
)

// String writes a civil time as files do, "2026-03-02T08:00", with seconds and
// milliseconds only where there are any.
func (c Civil) String() string {
	year, month, day := c.Date()
	return fmt.Sprintf("%04d-%02d-%02dT%s", year, month, day, c.Clock())
}

// Long writes a civil time so that it cannot be misread by readers who order
// day and month differently: "Mon 2 Mar 2026, 08:00". Seconds and milliseconds
// are written only where there are any.
func (c Civil) Long() string { return c.LongDate() + ", " + c.Clock() }

// LongDate writes the date alone: "Mon 2 Mar 2026".
func (c Civil) LongDate() string {
	year, month, day := c.Date()
	const weekdays, months = "MonTueWedThuFriSatSun", "JanFebMarAprMayJunJulAugSepOctNovDec"
	w, m := c.Weekday()*3, (month-1)*3
	return fmt.Sprintf("%s %d %s %d", weekdays[w:w+3], day, months[m:m+3], year)
}

// Clock writes the time of day alone: "08:00", "10:59:59.999".
func (c Civil) Clock() string {
	t := c.TimeOfDay()
	text := units.FormatTimeOfDay(t)
	if t%units.Minute != 0 {
		text += fmt.Sprintf(":%02d", t%units.Minute/units.Second)
	}
	if t%units.Second != 0 {
		text += fmt.Sprintf(".%03d", t%units.Second)
	}
	return text
}
