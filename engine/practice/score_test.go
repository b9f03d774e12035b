package practice_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/engine/practice"
)

// weighed is a case with a want and a mistake of each weight, none of which has
// to do with another.
const weighed = `title: Weighed
summary: A want and a mistake of each weight.
minutes: 1
order: 0
scenario: a-refill
patient: {is: a patient}
task: Nothing much.
wants:
  - {want: Identity, weight: critical, when: {did: {do: check, what: identity}}, because: Five.}
  - {want: Label, weight: major, when: {did: {do: check, what: label}}, because: Two.}
  - {want: Expiry, weight: minor, when: {did: {do: check, what: expiry}}, because: One.}
mistakes:
  - {mistake: Pain, weight: critical, when: {did: {do: ask, about: pain}}, because: Five., shown: [{leave_out: check}]}
  - {mistake: Falls, weight: major, when: {did: {do: ask, about: falls}}, because: Two., shown: [{leave_out: check}]}
  - {mistake: Fever, weight: minor, when: {did: {do: ask, about: fever}}, because: One., shown: [{leave_out: check}]}
right: [{do: check, what: identity}]
debrief: It is so.
`

func TestPointsAreThoseOfTheWeightsAndNeverBelowNothing(t *testing.T) {
	parts := []struct {
		act    string
		points int
	}{
		{"{do: check, what: identity}", 5}, {"{do: check, what: label}", 2}, {"{do: check, what: expiry}", 1},
		{"{do: ask, about: pain}", -5}, {"{do: ask, about: falls}", -2}, {"{do: ask, about: fever}", -1},
	}
	for chosen := range 1 << len(parts) {
		acts, points, so := []string{look}, 0, make([]bool, len(parts))
		for i, p := range parts {
			if so[i] = chosen>>i&1 == 1; so[i] {
				acts, points = append(acts, p.act), points+p.points
			}
		}
		score := told(t, weighed, strings.Join(acts, ", ")).Score()
		assert.Equal(t, max(0, points), score.Points, acts)
		assert.Equal(t, 8, score.Of)
		assert.Equal(t, so[0] && !so[3], score.Safe, acts)
		assert.Equal(t, chosen == 0b111, score.Full(), acts)
		for i, j := range append(score.Wants, score.Mistakes...) {
			assert.Equal(t, so[i], j.So, "%s: %s", j.Say, acts)
		}
	}
}

func TestAScoreSaysWhatWasJudgedAndWhy(t *testing.T) {
	score := told(t, weighed, "{do: check, what: label}, {do: ask, about: fever}").Score()
	assert.Equal(t, practice.Score{
		Points: 1, Of: 8,
		Wants: []practice.Judged{
			{"Identity", practice.Critical, false, "Five."}, {"Label", practice.Major, true, "Two."}, {"Expiry", practice.Minor, false, "One."}},
		Mistakes: []practice.Judged{
			{"Pain", practice.Critical, false, "Five."}, {"Falls", practice.Major, false, "Two."}, {"Fever", practice.Minor, true, "One."}},
	}, score)
}

func TestFullMarksNeedSafetyToo(t *testing.T) {
	assert.True(t, practice.Score{Points: 8, Of: 8, Safe: true}.Full())
	assert.False(t, practice.Score{Points: 8, Of: 8}.Full())
	assert.False(t, practice.Score{Points: 7, Of: 8, Safe: true}.Full())
}
