package reading_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/reading"
)

// spoken are words by their number of syllables, as dictionaries divide them.
var spoken = []string{
	1: `a the I you we he she it dose pain pump give gives gave rate rates time times use used pull pulled stop stopped
		press pressed make made more store stores whole while tube care nurse space eye eyes year yes ask asked asks wait
		flow flows drug drugs through thought though once friend friends head bread day days play played stayed
		blue true fruit guide guides quick league vague tongue bathe fierce piece field their there where here they're
		don't can't won't weren't we've hour change changed cause risk scale called curled filled mL mg cm learn caught`,
	2: `able table tables needle needles settled handled handle little simple single people centre centres metre litres
		patient patients wanted needed started doses nurses causes changes boxes edges searches higher lower able remote
		pocket empty always extra being going doing playing trying quiet client poem chaos lion royal beyond player
		maybe something sometimes someone evening business fluid ruin fluent cruel trial ocean million region action
		special partial pressure nature creature language question spasm rhythm safely hourly useful hopeless helpful
		movement treatment placement harmless wireless baseline lifetime elsewhere outside homework isn't couldn't didn't
		hasn't nurse's boss's fatigue unique technique approach syringe argue value hundred naked science giant create
		react reuse layout carriage marriage fashion behave doctor embed therefore handsome awesome`,
	3: `medicine reservoir telephone usual manual another syllable syllables hospital
		capable exercise customer remember decided reminded created creative area idea radio video
		ratio audio studio period premium calcium linear nuclear familiar opinion companion behaviour previous
		various serious carrier happier happiest earlier easiest genuine influence gradual actual
		continue continued element complement supplement implement increment recipe everything everywhere
		anyone overdose infusion injection baclofen pharmacy suicide
		nausea surgery injury allergy syllabic carefully beautiful wonderful powerful
		diary audience convenient beforehand likelihood imagery
		prescription programming titration deliver however understand understood titrated opioid`,
	4: `bupivacaine ziconotide experience variable society anxiety diarrhoea reality intrathecal granuloma
		everybody evaluate situation continuous ambiguous particular February
		January mechanical electrical technology material apostrophe catastrophe unfamiliar automatic
		information medication programmable adjustable ingredient initiate appreciate cooperate
		coordinate delivering community activity identify recovering intuition spasticity
		diagnosis punctuation ability millilitre centimetre reconsider invisible`,
	5: `contraindicated subcutaneous cerebrospinal evaluation opportunity university tachycardia continuity
		communication simultaneous ambiguity electricity association initiated analgesia automatically
		possibility administration refrigerator representative examination`,
	6: `responsibility hyperalgesia differentiated`,
}

func TestSyllablesOfWordsThatAreCertain(t *testing.T) {
	count := 0
	for n, words := range spoken {
		for word := range strings.FieldsSeq(words) {
			count++
			assert.Equal(t, n, reading.Syllables(word), word)
		}
	}
	assert.Greater(t, count, 350)
}

func TestSyllablesOfWhatIsNotSpelledAsItIsSpoken(t *testing.T) {
	for word, n := range map[string]int{
		"MRI": 3, "MRIs": 3, "FDA": 3, "WHO": 5, "NOT": 1, "myPTM": 4, "SynchroMed": 3, // letters, and a word written large
		"day-by-day": 3, "well-known": 2, "24-hour": 1, "12-year-old": 2,
		"0.3": 1, "10,000": 1, "2026-03-02": 1, "mcg": 1, "kg": 1, "µg": 1,
		"café": 2, "naïve": 2, "patient’s": 2, "nurses’": 2, "": 1, "’": 1, "日本": 1,
	} {
		assert.Equal(t, n, reading.Syllables(word), word)
	}
}
