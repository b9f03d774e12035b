package scenario_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// TestTheCalendarAgreesWithTheStandardLibrarys: the engine may not ask the
// standard library for the date, so its own calendar is held against it here.
func TestTheCalendarAgreesWithTheStandardLibrarys(t *testing.T) {
	for day := time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2215; day = day.AddDate(0, 0, 1) {
		c := scenario.NewCivil(day.Year(), int(day.Month()), day.Day(), 8*units.Hour)
		year, month, date := c.Date()
		if year != day.Year() || month != int(day.Month()) || date != day.Day() || (c.Weekday()+1)%7 != int(day.Weekday()) {
			require.Failf(t, "a day is wrong", "%s is %s", day, c.Long())
		}
	}
}

func TestACivilTimeMovesWithTheSession(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
		minutes := rapid.Int64Range(-50_000_000, 50_000_000).Draw(t, "minutes")
		ms := rapid.Int64Range(0, 60_000).Draw(t, "ms")
		span := units.Span(minutes)*units.Minute + units.Span(ms)
		moved := start.Add(time.Duration(span) * time.Millisecond)
		c := scenario.NewCivil(2026, 3, 2, 8*units.Hour).Add(span)
		layout := "Mon 2 Jan 2006, 15:04"
		if span%units.Minute != 0 {
			layout += ":05"
		}
		if span%units.Second != 0 {
			layout += ".000"
		}
		assert.Equal(t, moved.Format(layout), c.Long())
		assert.Equal(t, start.UnixMilli(), moved.UnixMilli()-int64(span))
	})
}

func TestACivilTimeIsWrittenInTwoForms(t *testing.T) {
	c, err := scenario.ParseCivil("2026-03-02T08:00")
	require.NoError(t, err)
	assert.Equal(t, "2026-03-02T08:00", c.String())
	assert.Equal(t, "Mon 2 Mar 2026, 08:00", c.Long())
	assert.Equal(t, 8*units.Hour, c.TimeOfDay())
	assert.Equal(t, 0, c.Weekday())
	later := c.Add(3*units.Hour - 1)
	assert.Equal(t, "2026-03-02T10:59:59.999", later.String())
	assert.Equal(t, "Mon 2 Mar 2026, 10:59:59.999", later.Long())
	assert.Equal(t, "Mon 2 Mar 2026, 08:00:05", c.Add(5*units.Second).Long())
}

func TestADateThatDoesNotExistIsRefused(t *testing.T) {
	for text, reason := range map[string]string{
		"2026-02-29T08:00":          "no such day",
		"2024-02-30T08:00":          "no such day",
		"2100-02-29T08:00":          "no such day",
		"2026-04-31T08:00":          "no such day",
		"2026-03-00T08:00":          "no such day",
		"2026-13-02T08:00":          "no such month",
		"2026-00-02T08:00":          "no such month",
		"2026-03-02T24:00":          "no such time",
		"2026-03-02T08:60":          "no such time",
		"1899-03-02T08:00":          "year is out of range",
		"2026-03-02":                "not a date and time",
		"2026-03-02 08:00":          "not a date and time",
		"2026-03-02T08:00Z":         "not a date and time",
		"2026-03-02T8:00":           "not a date and time",
		"02/03/2026T08:00":          "not a date and time",
		"2026-03-02T08:0x":          "not a date and time",
		"":                          "not a date and time",
		"2026-03-02T08:00:00+01:00": "not a date and time",
	} {
		_, err := scenario.ParseCivil(text)
		assert.ErrorContains(t, err, reason, text)
		assert.ErrorContains(t, err, "such as 2026-03-02T08:00", text)
	}
	for _, text := range []string{"2024-02-29T23:59", "2000-02-29T00:00", "1900-01-01T00:00", "2199-12-31T23:59"} {
		c, err := scenario.ParseCivil(text)
		require.NoError(t, err)
		assert.Equal(t, text, c.String())
	}
}
