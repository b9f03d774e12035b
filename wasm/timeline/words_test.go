package timeline_test

import (
	"strings"

	"github.com/stretchr/testify/require"
)

// english are words as the message file has them.
var english = map[string]string{
	"timeline.name":             "Timeline",
	"timeline.picture.name":     "What the pump did",
	"timeline.picture.of":       "What the pump did: {name}",
	"timeline.summary":          "{from} to {to}: {given}, {refused}, {alarms}. {amount} left the end of the tube.",
	"timeline.count.given.none": "no extra dose", "timeline.count.given.one": "1 extra dose given", "timeline.count.given.many": "{n} extra doses given",
	"timeline.count.refused.none": "none refused", "timeline.count.refused.one": "1 refused", "timeline.count.refused.many": "{n} refused",
	"timeline.count.alarm.none": "no alarm", "timeline.count.alarm.one": "1 alarm", "timeline.count.alarm.many": "{n} alarms",
	"timeline.count.urgent.one": "1 alarm was urgent.", "timeline.count.urgent.many": "{n} alarms were urgent.",
	"timeline.count.unheard.one": "Once the remote had no connection.", "timeline.count.unheard.many": "The remote had no connection {n} times.",
	"timeline.count.visited.one": "The care team saw to the pump once.", "timeline.count.visited.many": "The care team saw to the pump {n} times.",
	"timeline.count.flare.one": "{word} is marked once.", "timeline.count.flare.many": "{word} is marked {n} times.",
	"timeline.rested.minutes": "Nothing flowed for {min} min.", "timeline.rested.hours": "Nothing flowed for {h} h {min} min.",
	"timeline.rested.days": "Nothing flowed for {d} days.",
	"timeline.heights":     "The scale goes from 0 to {top} {unit} a day.",
	"timeline.times":       "Marked on the axis: {times}.",
	"timeline.flare":       "Pain",
	"timeline.now":         "Now",
	"timeline.scrub.name":  "Look back in time", "timeline.scrub.now": "Now: {time}", "timeline.scrub.back": "Looking back at {time}",
	"timeline.zoom.name": "How much time to show", "timeline.zoom.hours": "Hours", "timeline.zoom.day": "Day",
	"timeline.zoom.week": "Week", "timeline.zoom.whole": "All",
	"timeline.legend.name":    "What the signs mean",
	"timeline.legend.told":    "What the pump is set to give, {unit} a day",
	"timeline.legend.left":    "What leaves the end of the tube",
	"timeline.legend.extra":   "Above the gap: an extra dose, not to scale",
	"timeline.legend.given":   "Extra dose given",
	"timeline.legend.refused": "Asked, not given",
	"timeline.legend.unheard": "No connection",
	"timeline.legend.alarm":   "Alarm", "timeline.legend.urgent": "Urgent alarm",
	"timeline.legend.visited": "Care team", "timeline.legend.rest": "Nothing flows",
	"timeline.legend.flare": "Strong pain", "timeline.legend.night": "Night",

	"feeling.name":         "How it may feel (illustrative)",
	"feeling.note":         "Illustrative. It shows how relief can follow a dose; higher means more. It does not say how you would feel.",
	"feeling.illustrative": "Illustrative",
	"feeling.picture.name": "Relief and drowsiness", "feeling.picture.of": "Relief and drowsiness: {name}",
	"feeling.told":          "At {time}: {relief}, {drowsiness}.",
	"feeling.relief.hardly": "hardly any relief", "feeling.relief.little": "a little relief",
	"feeling.relief.fair": "fair relief", "feeling.relief.much": "much relief",
	"feeling.drowsiness.hardly": "hardly any drowsiness", "feeling.drowsiness.little": "a little drowsiness",
	"feeling.drowsiness.fair": "some drowsiness", "feeling.drowsiness.much": "much drowsiness",
	"feeling.pain.hardly": "Hardly any of the pain from {time} is left.", "feeling.pain.little": "A little of the pain from {time} is left.",
	"feeling.pain.fair": "A good part of the pain from {time} is left.", "feeling.pain.much": "Most of the pain from {time} is left.",
	"feeling.predicts":          "The picture predicts nothing.",
	"feeling.morphine":          "It is drawn for morphine alone, and a pump here gives another drug.",
	"feeling.legend.name":       "What the lines mean",
	"feeling.legend.relief":     "Relief",
	"feeling.legend.drowsiness": "Drowsiness",
	"feeling.legend.pain":       "Pain: the line is its strength, the filled part what is left",
}

// words says the words and notes which were asked for.
type words struct {
	t    require.TestingT
	said map[string]bool
}

func (w words) say(key string, values ...string) string {
	text, ok := english[key]
	require.True(w.t, ok, "no words for %q", key)
	if w.said != nil {
		w.said[key] = true
	}
	for i := 0; i+1 < len(values); i += 2 {
		text = strings.ReplaceAll(text, "{"+values[i]+"}", values[i+1])
	}
	require.NotContains(w.t, text, "{", key)
	return text
}
