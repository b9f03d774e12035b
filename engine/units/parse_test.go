package units_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/units"
)

func TestAmountsAreReadInTheEnginesUnits(t *testing.T) {
	read := map[string]func(string) (int64, error){
		"volume": as(units.ParseVolume), "dose": as(units.ParseMass), "per day": as(units.ParseDailyDose),
		"concentration": as(units.ParseConcentration), "length": units.ParseCentimetres, "percent": units.ParsePerMille,
	}
	for _, c := range []struct {
		kind, text string
		want       int64
	}{
		{"volume", "18 mL", 18_000_000},
		{"volume", "0.140 mL", 140_000},
		{"volume", "0.000001 mL", 1},
		{"volume", "0.00000100 mL", 1},
		{"volume", "0 mL", 0},
		{"dose", "0.3 mg", 300_000},
		{"dose", "300 mcg", 300_000},
		{"dose", "300 ug", 300_000},
		{"dose", "0.001 mcg", 1},
		{"per day", "3 mg/day", 3_000_000},
		{"per day", "19.2 mcg/day", 19_200},
		{"per day", "19.2 ug/day", 19_200},
		{"concentration", "10 mg/mL", 10_000},
		{"concentration", "25 mcg/mL", 25},
		{"concentration", "25 ug/mL", 25},
		{"length", "80 cm", 80},
		{"percent", "+12 %", 120},
		{"percent", "-3.5 %", -35},
		{"percent", "12 %", 120},
		{"percent", "0 %", 0},
		{"percent", "-0 %", 0},
	} {
		got, err := read[c.kind](c.text)
		if assert.NoError(t, err, "%s %q", c.kind, c.text) {
			assert.Equal(t, c.want, got, "%s %q", c.kind, c.text)
		}
	}
}

func TestAnAmountThatCouldBeMisreadIsRefusedWithTheReason(t *testing.T) {
	for text, reason := range map[string]string{
		"":                          "nothing is written here",
		"0.3":                       "the unit is missing",
		"mg":                        "it does not begin with a number",
		".5 mg":                     "a decimal point needs a digit before it (write 0.5)",
		".5":                        "a decimal point needs a digit before it (write 0.5)",
		".5mg":                      "a decimal point needs a digit before it (write 0.5)",
		"5. mg":                     "a decimal point needs a digit after it",
		"0,3 mg":                    "a comma can be read in two ways",
		"1,000 mcg":                 "a comma can be read in two ways",
		"-1 mg":                     "an amount cannot be negative",
		"\u22121 mg":                "an amount cannot be negative",
		"+1 mg":                     "without a plus sign",
		"05 mg":                     "needless 0",
		"1e3 mg":                    `"1e3" is not a plain decimal number`,
		"1_000 mg":                  "not a plain decimal number",
		"0x1 mg":                    "not a plain decimal number",
		"1.2.3 mg":                  "not a plain decimal number",
		"٣ mg":                      "not a plain decimal number",
		"3mg":                       "the space between number and unit is missing",
		"3  mg":                     "more than one space",
		"3 mg ":                     `"mg " is not a unit of a dose`,
		" 3 mg":                     "the number is missing",
		"3 ":                        "more than one space, or no unit",
		"3 MG":                      "the unit is written mg",
		"3 µg":                      "write mcg",
		"3 mL":                      `"mL" is not a unit of a dose`,
		"3 g":                       `"g" is not a unit of a dose`,
		"0.0000001 mg":              "finer than 0.000001 mg",
		"0.0001 mcg":                "finer than 0.001 mcg",
		"99999999999999 mg":         "too large",
		"9223372036854.775808 mg":   "too large",
		"99999999999999999999 mg":   "too large",
		"9223372036854775807 mcg":   "too large",
		"9223372036854775808.1 mcg": "too large",
	} {
		_, err := units.ParseMass(text)
		var wrong *units.ParseError
		if assert.ErrorAs(t, err, &wrong, "%q", text) {
			assert.Equal(t, text, wrong.Found)
			assert.Contains(t, wrong.Reason, reason, "%q", text)
			assert.Equal(t, "a dose: a number, one space and mg, mcg or ug, such as 0.3 mg or 300 mcg", wrong.Allowed)
		}
	}
}

func TestAPercentageInSmallerStepsIsRefused(t *testing.T) {
	for text, reason := range map[string]string{
		"0.05 %":    "finer than 0.1 %",
		"+-3 %":     "cannot be negative",
		"\u22123 %": "ordinary hyphen",
		"3":         "the unit is missing",
	} {
		_, err := units.ParsePerMille(text)
		assert.ErrorContains(t, err, reason, "%q", text)
		assert.ErrorContains(t, err, `found "`+text+`"`)
	}
}

func TestAVeryLongTextIsShortenedInItsMessage(t *testing.T) {
	long := make([]byte, 1<<20)
	for i := range long {
		long[i] = "é"[i%2]
	}
	_, err := units.ParseVolume("1 " + string(long))
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 400)
}

func TestLengthsOfTimeAreReadPartByPart(t *testing.T) {
	for text, want := range map[string]units.Span{
		"0 h":                    0,
		"90 min":                 90 * units.Minute,
		"3 h":                    3 * units.Hour,
		"2 d":                    2 * units.Day,
		"1 d 6 h 30 min":         30*units.Hour + 30*units.Minute,
		"2 h 59 min 59 s 999 ms": 3*units.Hour - 1,
		"1.5 h":                  90 * units.Minute,
		"0.001 s":                1,
	} {
		got, err := units.ParseSpan(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, got, text)
		}
		got, err = units.ParseSpanArgument(text)
		assert.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
}

func TestSpacesMayBeLeftOutOnTheCommandLineOnly(t *testing.T) {
	for text, want := range map[string]units.Span{
		"6h":         6 * units.Hour,
		"30d":        30 * units.Day,
		"1d6h":       30 * units.Hour,
		"1 d6 h":     30 * units.Hour,
		"1d 6h":      30 * units.Hour,
		"1h30min5ms": 90*units.Minute + 5,
	} {
		got, err := units.ParseSpanArgument(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, got, text)
		}
		_, err = units.ParseSpan(text)
		assert.Error(t, err, text)
	}
}

func TestALengthOfTimeThatIsNotClearIsRefused(t *testing.T) {
	for text, reason := range map[string]string{
		"":                        "a number and its unit are missing",
		"h":                       "a number and its unit are missing",
		"3":                       "the unit is missing",
		"3h":                      "the space between number and unit is missing",
		"3 h 5":                   "the unit is missing",
		"3  h":                    "a space too many",
		"3 h ":                    "a space too many at the end",
		" 3 h":                    "a number and its unit are missing",
		"3 h  5 min":              "a number and its unit are missing",
		"3 h5 min":                "the space before the next number is missing",
		"3 h 2 h":                 "each unit stands at most once",
		"5 min 3 h":               "the longest first",
		"3 m":                     "is written min",
		"3 hours":                 `"hours" is written h`,
		"3 weeks":                 "is not a unit of time",
		"-3 h":                    "cannot be negative",
		".5 h":                    "a digit before it",
		"1,5 h":                   "a comma",
		"0.5 ms":                  "finer than 1 ms",
		"0.0001 s":                "finer than 0.001 s",
		"106751991168 d":          "too large",
		"106751991167 d 24 h":     "too long",
		"106751991167 d 1000 h":   "too long",
		"99999999999999999999 ms": "too large",
		"3 h\n5 min":              "the space before the next number",
	} {
		_, err := units.ParseSpan(text)
		assert.ErrorContains(t, err, reason, "%q", text)
	}
}

func TestTimesOfDayHaveTwoDigitsEach(t *testing.T) {
	got, err := units.ParseTimeOfDay("08:05")
	require.NoError(t, err)
	assert.Equal(t, 8*units.Hour+5*units.Minute, got)
	assert.Equal(t, "08:05", units.FormatTimeOfDay(got))
	for _, text := range []string{"", "8:05", "24:00", "23:60", "08.05", "08:5", "0805", "08:05:00", "-1:00", "8 am", "+8:00"} {
		_, err := units.ParseTimeOfDay(text)
		assert.ErrorContains(t, err, `"00:00" to "23:59"`, "%q", text)
	}
}

func TestWhatIsPrintedIsReadBackAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Min(0).Draw(t, "n")
		if rapid.Bool().Draw(t, "round") {
			n = n % 1000 * rapid.SampledFrom([]int64{1, 1000, 60_000, 1_000_000, 86_400_000}).Draw(t, "unit")
		}
		same(t, units.Volume(n), units.Volume(n).String(), units.ParseVolume)
		same(t, units.Mass(n), units.Mass(n).String(), units.ParseMass)
		same(t, units.Mass(n), units.Mass(n).Milligrams(), units.ParseMass)
		same(t, units.Mass(n), units.Mass(n).Micrograms(), units.ParseMass)
		same(t, units.Mass(n), units.Mass(n).String()+"/day", units.ParseDailyDose)
		same(t, units.Concentration(n), units.Concentration(n).String(), units.ParseConcentration)
		same(t, units.Concentration(n), units.Concentration(n).MicrogramsPerML(), units.ParseConcentration)
		same(t, units.Span(n), units.Span(n).String(), units.ParseSpan)
		same(t, units.Span(n), units.Span(n).String(), units.ParseSpanArgument)
		same(t, n, units.FormatCentimetres(n), units.ParseCentimetres)
		same(t, n, units.FormatPerMille(n), units.ParsePerMille)
		same(t, -n, units.FormatPerMille(-n), units.ParsePerMille)
	})
}

func FuzzAnyTextIsReadOrRefused(f *testing.F) {
	for _, text := range []string{"18 mL", "0.3 mg", "3 mg/day", "10 mg/mL", "+12 %", "1 d 6 h", "1d6h", ".5 mg", "08:00", "−3 µg"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range []func(string) (int64, error){
			as(units.ParseVolume), as(units.ParseMass), as(units.ParseDailyDose), as(units.ParseConcentration),
			units.ParseCentimetres, as(units.ParseSpan), as(units.ParseSpanArgument), as(units.ParseTimeOfDay),
		} {
			n, err := read(text)
			assert.False(t, err == nil && n < 0, "%q is read as %d", text, n)
			assert.False(t, err != nil && n != 0, "%q is refused and read", text)
		}
	})
}

// as gives a reader of one type the same shape as all others.
func as[T ~int64](read func(string) (T, error)) func(string) (int64, error) {
	return func(text string) (int64, error) {
		n, err := read(text)
		return int64(n), err
	}
}

func same[T ~int64](t *rapid.T, want T, printed string, read func(string) (T, error)) {
	got, err := read(printed)
	require.NoError(t, err, "%d prints as %q", want, printed)
	require.Equal(t, want, got, "%d prints as %q", want, printed)
}
