package e2e_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// said counts the announcements that have some words, and how many of them were
// urgent.
func (r *reader) said(words string) (times, urgent int) {
	for _, a := range r.Announcements() {
		if strings.Contains(a.Text, words) {
			times++
			if a.Urgent {
				urgent++
			}
		}
	}
	return times, urgent
}

// Whoever listens hears each thing that matters, when it happens and once.
func TestWhatMattersIsSaidOnce(t *testing.T) {
	t.Parallel()
	for face, ask := range faces {
		r := newReader(t, browser.Options{})
		r.plays("?scenario=first-hours" + ask)
		r.asksForADose()
		before := len(r.Announcements())
		r.operates("^Ask for a dose$")
		r.hears(before, refused)

		r.plays("?scenario=night-alarm" + ask)
		for range 20 {
			if times, _ := r.said("In real life, call"); times > 0 {
				break
			}
			r.operates("^Next event$")
		}
		alarm := r.hears(0, "In real life, call")
		assert.True(t, alarm.Urgent, "%s: an alarm does not wait", face)

		for _, words := range []string{"The pump said yes", "The whole dose has been given", "Not yet. This is your safety limit", alarm.Text} {
			times, urgent := r.said(words)
			assert.Equal(t, 1, times, "%s: %q in %v", face, words, r.Announcements())
			assert.Equal(t, words == alarm.Text, urgent == 1, "%s: %q", face, words)
		}
	}
}

// Tab comes to things in the order in which they are read.
func TestTheKeyboardGoesInTheOrderOfReading(t *testing.T) {
	t.Parallel()
	for _, ask := range faces {
		r := newReader(t, browser.Options{})
		for _, start := range []string{"?scenario=first-hours", "?drive=first-day"} {
			r.plays(start + ask)
			r.operates("^Diary$")
			r.operates("^Keep and share$")
			tree, err := r.Tree()
			require.NoError(t, err)
			place := map[string]int{}
			for i, n := range tree {
				place[n.String()] = i
			}
			order := r.round()
			assert.Greater(t, len(order), 15)
			first := 0
			for i, stop := range order {
				require.Contains(t, place, stop, "the keyboard comes to what is not read")
				if place[stop] < place[order[first]] {
					first = i
				}
			}
			for i := 1; i < len(order); i++ {
				before, after := order[(first+i-1)%len(order)], order[(first+i)%len(order)]
				assert.Less(t, place[before], place[after], "%s comes before %s", before, after)
			}
		}
	}
}

// round is all that Tab comes to, from where the keyboard is and back to there.
func (r *reader) round() []string {
	r.t.Helper()
	var stops []string
	for {
		r.presses(browser.Tab)
		if r.evaluates(`document.activeElement.tagName`) == "BODY" {
			continue // past the end
		}
		at := r.focused().String()
		if len(stops) > 0 && at == stops[0] {
			return stops
		}
		stops = append(stops, at)
		require.Less(r.t, len(stops), 200, "the keyboard never comes back")
	}
}
