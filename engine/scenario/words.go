package scenario

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
)

var audiences = document.Vocabulary[Audience]{{"patient", Patient}, {"nurse", Nurse}}

var models = document.Vocabulary[pump.Model]{{"8637-20", pump.Model20}, {"8637-40", pump.Model40}}

var drugs = document.Vocabulary[therapy.Drug]{
	{therapy.Morphine.String(), therapy.Morphine},
	{therapy.Ziconotide.String(), therapy.Ziconotide},
	{therapy.Baclofen.String(), therapy.Baclofen},
}

// Links are the words for how the radio link behaves during a request.
var Links = document.Vocabulary[pump.Link]{
	{"ok", pump.LinkOK}, {"no_connection", pump.NoConnection}, {"reply_lost", pump.ReplyLost},
}

// drawnFrom are the words for where something can be drawn out.
var drawnFrom = document.Vocabulary[pump.Site]{{"reservoir", pump.ReservoirPort}, {"catheter_port", pump.CatheterPort}}

// Sites are the words for where something is injected.
var Sites = document.Vocabulary[pump.Site]{
	{"reservoir", pump.ReservoirPort}, {"catheter_port", pump.CatheterPort}, {"pocket", pump.Pocket},
}

// EventWords are the words for kinds of event, as they stand in the log.
func EventWords(kinds ...pump.EventKind) document.Vocabulary[pump.EventKind] {
	words := make(document.Vocabulary[pump.EventKind], len(kinds))
	for i, k := range kinds {
		words[i].Text, words[i].Means = k.String(), k
	}
	return words
}

// catheterContents says whether the drug path starts with saline in it.
var catheterContents = document.Vocabulary[bool]{{"drug", false}, {"saline", true}}

// fills says whether the present fill is the first of a new pump.
var fills = document.Vocabulary[bool]{{"later", false}, {"first", true}}

// plainInfusions are the infusions that need nothing but their name.
var plainInfusions = document.Vocabulary[therapy.Mode]{{"stopped", therapy.Stopped}, {"minimum_rate", therapy.MinimumRate}}

// weekdays, Monday first. They are never abbreviated otherwise.
var weekdays = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
