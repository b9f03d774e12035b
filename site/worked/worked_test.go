package worked_test

import (
	"errors"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site/messages"
	"iddtestdrive/site/worked"
)

// english are the words of the content's language.
var english = func() worked.Words {
	c, err := messages.Load(os.DirFS("../../content"), "en")
	if err != nil {
		panic(err)
	}
	return worked.Words{Number: c.Number, Word: func(name string) (string, error) { return c.Word("site.worked.of." + name) }}
}()

// read reads lines, and writes what they come to.
func read(text string) string {
	e := worked.Example{Words: english}
	lines, err := e.Read(text)
	var m *worked.Mistake
	if errors.As(err, &m) {
		return strings.TrimSuffix("at "+strconv.Itoa(m.Offset)+": "+m.What+"; "+m.Remedy, "; ")
	}
	var out []string
	for _, l := range lines {
		out = append(out, strings.Join([]string{l.Name, l.Sum, l.Put, l.Sign, l.Result}, "|"))
	}
	return strings.Join(out, "\n")
}

const given = "strength = 10 mg/mL\ndaily dose = 3 mg/day\n"

func TestSumsThatAreRight(t *testing.T) {
	for text, want := range map[string]string{
		"":                                                                  "",
		"strength = 10 mg/mL":                                               "strength||||10 mg/mL",
		"a = 2 mL\n\nb = a * 3 = 6 mL":                                      "a||||2 mL\nb|a × 3|2 mL × 3|=|6 mL",
		"x = 1 mg / 3 mL ≈ 0.33 mg/mL":                                      "x|1 mg ÷ 3 mL||≈|0.33 mg/mL",
		"x = 1 mg / 2 mL = 500 µg/mL":                                       "x|1 mg ÷ 2 mL||=|500 µg/mL",
		"x = 1 mg / 2 mL = 500 mcg/mL":                                      "x|1 mg ÷ 2 mL||=|500 mcg/mL",
		"x = (20 mL - 2 mL) / 0.3 mL/day = 60 days":                         "x|(20 mL − 2 mL) ÷ 0.3 mL/day||=|60 days",
		"x = 14.5 % * 10 mL = 1.45 mL":                                      "x|14.5 % × 10 mL||=|1.45 mL",
		"x = 1 mL / 8 mL ≈ 13 %":                                            "x|1 mL ÷ 8 mL||≈|13 %",
		"x = 2026-03-02 + 53 days = 2026-04-24":                             "x|2026-03-02 + 53 days||=|2026-04-24",
		"x = 2026-04-24 - 2026-03-02 = 53 days":                             "x|2026-04-24 − 2026-03-02||=|53 days",
		"x = path(80 cm) = 0.316 mL":                                        "x|drug path(80 cm)||=|0.316 mL",
		"x = days_to(18 mL, 2 mL, 0.3 mL/day) = 53 days":                    "x|days to the alarm(18 mL, 2 mL, 0.3 mL/day)||=|53 days",
		"x = bridge(80 cm, 6 mg/day, 20 mg/mL) ≈ 25.3 h":                    "x|bridge(80 cm, 6 mg/day, 20 mg/mL)||≈|25.3 h",
		"x = in_spec(20 mL, 10 mL, 8.6 mL) = yes":                           "x|in specification(20 mL, 10 mL, 8.6 mL)||=|yes",
		"x = (8.4 mL - 10 mL) / 10 mL = -16 %":                              "x|(8.4 mL − 10 mL) ÷ 10 mL||=|−16 %",
		"x = (8.4 mL - 10 mL) / 30 mL ≈ −5 %":                               "x|(8.4 mL − 10 mL) ÷ 30 mL||≈|−5 %",
		"path = path(80 cm) = 0.316 mL\nx = path * 2 = 0.632 mL":            "path|drug path(80 cm)||=|0.316 mL\nx|path × 2|0.316 mL × 2|=|0.632 mL",
		"x = prime(80 cm) ≈ 19 min":                                         "x|prime(80 cm)||≈|19 min",
		"x = bridge_rate(6 mg/day, 20 mg/mL) = 0.3 mL/day":                  "x|rate of the bridge(6 mg/day, 20 mg/mL)||=|0.3 mL/day",
		"x = refill_date(18 mL, 2 mL, 0.3 mL/day, 2026-03-02) = 2026-04-24": "x|refill date(18 mL, 2 mL, 0.3 mL/day, 2026-03-02)||=|2026-04-24",
		"x = expected(18 mL, 0.3 mL/day, 40 days) = 6 mL":                   "x|expected volume(18 mL, 0.3 mL/day, 40 days)||=|6 mL",
		"x = doses_a_day(3 h, 4) = 4":                                       "x|doses a day(3 h, 4)||=|4",
		"x = doses_a_day(8 h, 4) = 3":                                       "x|doses a day(8 h, 4)||=|3",
		"x = doses_a_day(24 h, 24) = 1":                                     "x|doses a day(24 h, 24)||=|1",
		"x = in_spec(20 mL, 10 mL, 8.4 mL) = no":                            "x|in specification(20 mL, 10 mL, 8.4 mL)||=|no",
		"x = min(3 mL, 2500 µL) = 2.5 mL":                                   "x|the least of(3 mL, 2500 µL)||=|2.5 mL",
		"a = 5 mL\nx = min(a, path(80 cm), a - 1 mL) = 0.316 mL":            "a||||5 mL\nx|the least of(a, drug path(80 cm), a − 1 mL)|the least of(5 mL, drug path(80 cm), 5 mL − 1 mL)|=|0.316 mL",
		"x = min(2026-03-02 + 1 day, 2026-03-02) = 2026-03-02":              "x|the least of(2026-03-02 + 1 day, 2026-03-02)||=|2026-03-02",
		"x = 12500 µL * 2 = 25000 µL":                                       "x|12,500 µL × 2||=|25,000 µL",
	} {
		assert.Equal(t, want, read(text), text)
	}
	assert.Equal(t, "strength||||10 mg/mL\ndaily dose||||3 mg/day\nrate|daily dose ÷ strength|3 mg/day ÷ 10 mg/mL|=|0.3 mL/day",
		read(given+"rate = daily dose / strength = 0.3 mL/day"))
}

// Authors write in one way; readers see their language's signs and words. Where
// decimals have a comma, something else stands between quantities.
func TestSumsAreShownInTheLanguageOfThePage(t *testing.T) {
	own := worked.Words{
		Number: func(plain string) (string, error) {
			return strings.NewReplacer(".", ",", "-", "\u2212").Replace(plain), nil
		},
		Word: func(name string) (string, error) { return "<" + name + ">", nil },
	}
	for text, want := range map[string]worked.Line{
		"x = 0.5 mL":                              {Name: "x", Result: "0,5 mL"},
		"x = 14.5 % * 10 mL = 1.45 mL":            {Name: "x", Sum: "14,5 % × 10 mL", Sign: "=", Result: "1,45 mL"},
		"x = (8.4 mL - 10 mL) / 10.5 mL ≈ -15 %":  {Name: "x", Sum: "(8,4 mL − 10 mL) ÷ 10,5 mL", Sign: "≈", Result: "−15 %"},
		"x = in_spec(20 mL, 10 mL, 8.6 mL) = yes": {Name: "x", Sum: "<in_spec>(20 mL; 10 mL; 8,6 mL)", Sign: "=", Result: "<yes>"},
		"x = min(1.5, 2) = 1.5":                   {Name: "x", Sum: "<min>(1,5; 2)", Sign: "=", Result: "1,5"},
	} {
		e := worked.Example{Words: own}
		lines, err := e.Read(text)
		require.NoError(t, err, text)
		assert.Equal(t, []worked.Line{want}, lines, text)
	}
	e := worked.Example{Words: worked.Words{Number: own.Number, Word: func(string) (string, error) { return "", errors.New("no such word") }}}
	_, err := e.Read("x = path(80 cm) = 0.316 mL")
	assert.EqualError(t, err, "no such word")
}

func TestWhatFollowsGoesOnWithWhatTheReaderSees(t *testing.T) {
	assert.Equal(t, "third|1 mL ÷ 3||≈|0.33 mL\nall|third × 3|0.33 mL × 3|=|0.99 mL", read("third = 1 mL / 3 ≈ 0.33 mL\nall = third * 3 = 0.99 mL"))
}

func TestASumThatIsWrongSaysWhatIsRight(t *testing.T) {
	for text, want := range map[string]string{
		"rate = daily dose / strength = 0.4 mL/day":      "at 66: the result is 0.3 mL/day, not 0.4 mL/day; write rate = daily dose / strength = 0.3 mL/day",
		"rate = daily dose / strength = 0.3 mg/day":      "at 66: the result is 0.3 mL/day, and 0.3 mg/day is another kind of quantity; write rate = daily dose / strength = 0.3 mL/day",
		"rate = daily dose / strength":                   "at 42: a sum without its result; write rate = daily dose / strength = 0.3 mL/day",
		"x = 1 mg / 3 mL = 0.33 mg/mL":                   "at 53: the result is only about 0.33 mg/mL; write x = 1 mg / 3 mL ≈ 0.33 mg/mL",
		"x = 1 mg / 3 mL ≈ 0.34 mg/mL":                   "at 55: the result is about 0.33 mg/mL, not 0.34 mg/mL; write x = 1 mg / 3 mL ≈ 0.33 mg/mL",
		"x = 1 mg / 2 mL ≈ 0.5 mg/mL":                    "at 55: the result is exactly 0.5 mg/mL; write x = 1 mg / 2 mL = 0.5 mg/mL",
		"x = days_to(18 mL, 2 mL, 0.3 mL/day) = 54 days": "at 74: the result is 53 days, not 54 days; write x = days_to(18 mL, 2 mL, 0.3 mL/day) = 53 days",
		"x = 2026-03-02 + 53 days = 2026-04-25":          "at 62: the result is 2026-04-24, not 2026-04-25; write x = 2026-03-02 + 53 days = 2026-04-24",
		"x = 2 mL + 3 mg = 5 mL":                         "at 45: these are quantities of two kinds",
		"x = 2 mL / 0 mL = 1":                            "at 45: this divides by nothing",
		"x = dosage / strength = 1":                      `at 42: "dosage" is neither a quantity nor a name from the lines above`,
		"x = 3 mL/fortnight":                             `at 42: unknown unit "fortnight"; there are mL, µL, mg, µg, g, s, min, h, day, week, cm and %`,
		"x = (2 mL + 3 mL = 5 mL":                        "at 53: a closing bracket is missing here",
		"x = days_to(18 mL, 2 mL) = 1 day":               "at 59: days_to needs 3 quantities: days_to(18 mL, 2 mL, 0.3 mL/day)",
		"x = days_to(18 mg, 2 mL, 1 mL/day) = 1 day":     "at 55: this is another kind of quantity than days_to takes here: days_to(18 mL, 2 mL, 0.3 mL/day)",
		"x = days_to(50 mL, 2 mL, 1 mL/day) = 1 day":     "at 72: the pump would not do this: pump.reservoir.volume: the model holds at most 40 mL",
		"strength = 3 mL":                                `at 38: "strength" is there already; take another name`,
		"mL = 3 mL":                                      `at 38: "mL" cannot be a name; begin with a letter, and take no unit's name`,
		"the rate":                                       "at 38: this is no sum; write a name, =, and what it is: rate = 3 mg/day / 10 mg/mL = 0.3 mL/day",
		"x = 1 mg / 3 mL":                                "at 42: a sum without its result; write x = 1 mg / 3 mL ≈ 0.3333 mg/mL",
		"x = 5 mL / 16 day = 0.31 mL/day":                "at 59: the result is only about 0.31 mL/day; write x = 5 mL / 16 day ≈ 0.31 mL/day",
		"x = 5 mL / 16 day = 0.3 mL":                     "at 59: the result is 0.3125 mL/day, and 0.3 mL is another kind of quantity; write x = 5 mL / 16 day = 0.3125 mL/day",
		"x = 5 mL / 16 day = 0.4 mL/day":                 "at 59: the result is 0.3125 mL/day, not 0.4 mL/day; write x = 5 mL / 16 day = 0.3125 mL/day",
		"x = 0.3 mL/day / 24 h = 0.01 mL/h":              "at 64: the result is 0.3 mL/day/day, and 0.01 mL/h is another kind of quantity; write the sum so that it comes to the kind that is meant",
		"x = (8.4 mL - 10 mL) / 10 mL = 16 %":            "at 70: the result is -16 %, not 16 %; write x = (8.4 mL - 10 mL) / 10 mL = -16 %",
		"x = 1,000 mL":                                   "at 42: a comma can be read in two ways: the decimal point is a point, and thousands are not separated",
		"x = .5 mL":                                      "at 42: a decimal point needs a digit before it, or it is soon overlooked: 0.5",
		"x = strength*2 = 20 mg/mL":                      `at 42: "strength*2" is not understood here; signs have a space on both sides`,
		"x = path(5000 cm) = 1 mL":                       "at 55: the pump would not do this: pump.catheter.length: must be from 1 cm to 1000 cm",
		"x = expected(18 mL, 0.01 mL/day, 1 day) = 1 mL": "at 77: the pump would not do this: prescription.infusion.continuous: the pump would refuse this prescription: rate_below_minimum, got 10000, least 48000",
		"x = doses_a_day(3 h, 40) = 8":                   "at 63: the pump would not do this: prescription.patient_bolus.per_day: the pump would refuse this prescription: per_day_out_of_range, got 40, least 1, most 24",
		"x = 2026-13-02":                                 "at 41: 2026-13-02 is no date",
		"x = in_spec(20 mL, 10 mL, 8.6 mL) = 1":          "at 74: the result is yes, and 1 is another kind of quantity; write x = in_spec(20 mL, 10 mL, 8.6 mL) = yes",
		"x = in_spec(20 mL, 10 mL, 8.6 mL) = no":         "at 74: the result is yes, not no; write x = in_spec(20 mL, 10 mL, 8.6 mL) = yes",
		"x = in_spec(20 mL, 10 mL, 8.6 mL)":              "at 42: a sum without its result; write x = in_spec(20 mL, 10 mL, 8.6 mL) = yes",
		"x = in_spec(20 mL, 10 mL, 8.6 mL) * 2 = 2":      "at 74: yes and no cannot be reckoned with",
		"x = 2 + in_spec(20 mL, 10 mL, 8.6 mL) = 3":      "at 44: yes and no cannot be reckoned with",
		"x = 3 mL = yes":                                 "at 48: the result is 3 mL, and yes is another kind of quantity; write x = 3 mL = 3 mL",
		"x = min(3 mL) = 3 mL":                           "at 50: min needs at least 2 quantities: min(3 mL, 4 mL)",
		"x = min(3 mL, 2 mg) = 2 mg":                     "at 57: this is another kind of quantity than min takes here: min(3 mL, 4 mL)",
		"x = min(3 mL, 2 mL) = 3 mL":                     "at 60: the result is 2 mL, not 3 mL; write x = min(3 mL, 2 mL) = 2 mL",
	} {
		got := read(given + text)
		_, got, _ = strings.Cut(got, ": ")
		_, want, _ = strings.Cut(want, ": ")
		assert.Equal(t, want, got, text)
	}
	var e worked.Example
	_, err := e.Read(given + "rate = daily dose / strength = 0.4 mL/day")
	var m *worked.Mistake
	require.ErrorAs(t, err, &m)
	assert.Equal(t, "0.4 mL/day", (given + "rate = daily dose / strength = 0.4 mL/day")[m.Offset:])
}

func TestEveryQuotientIsReckonedExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64Range(1, 100_000).Draw(t, "a"), rapid.Int64Range(1, 100_000).Draw(t, "b")
		r := big.NewRat(a, b)
		shown := r.FloatString(3)
		sign := "≈"
		if back, _ := new(big.Rat).SetString(shown); back.Cmp(r) == 0 {
			sign = "="
		}
		line := "x = " + strconv.FormatInt(a, 10) + " mg / " + strconv.FormatInt(b, 10) + " mL " + sign + " " + shown + " mg/mL"
		assert.Contains(t, read(line), "x|")
	})
}

func TestTheLineThatIsOfferedIsRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(1, 10_000).Draw(t, "a"), rapid.IntRange(1, 300).Draw(t, "b")
		unit := rapid.SampledFrom([]string{"mL/day", "µL/h", "mL", "mg"}).Draw(t, "unit")
		claim := rapid.SampledFrom([]string{"", " = 2 ", " ≈ 0.10 ", " = 0.123 "}).Draw(t, "claim")
		if claim != "" {
			claim += unit
		}
		line := "x = " + strconv.Itoa(a) + " mL / " + strconv.Itoa(b) + " day" + claim
		var e, again worked.Example
		_, err := e.Read(line)
		var m *worked.Mistake
		if errors.As(err, &m) {
			offered, found := strings.CutPrefix(m.Remedy, "write ")
			require.True(t, found, m.Remedy)
			_, err = again.Read(offered)
			assert.NoError(t, err, "%s: %s", line, offered)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{given, "x = (((1 mL", "x = 2026-03-02 - 5 days = 2026-02-25", "x = path(1 cm) ≈ 0.1 mL", "=≈=", "x = 1 / 0 = 1", "ä b = 1 %", "x = 999999999999 mL * 999999999999 = 1", "x = doses_a_day(5 min, 24) = 24", "x = 1 mL / 3 day ≈ −0.3 mL/day", "a = 2 mL\nx = a * a / 1 h = 3 mL"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var e worked.Example
		lines, err := e.Read(text)
		var m *worked.Mistake
		if err != nil {
			require.ErrorAs(t, err, &m)
			assert.GreaterOrEqual(t, m.Offset, 0)
			assert.LessOrEqual(t, m.Offset, len(text))
			assert.Empty(t, lines)
		}
	})
}
