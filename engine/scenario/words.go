package scenario

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
)

// vocabulary is a closed list of words of the file and what each means. It is
// used both ways, so what is read and what is written cannot drift apart.
type vocabulary[T comparable] []struct {
	text  string
	means T
}

// word finds the word for a meaning. Asking for a meaning that has none is a
// mistake in the program.
func (v vocabulary[T]) word(meaning T) string {
	for _, w := range v {
		if w.means == meaning {
			return w.text
		}
	}
	panic("scenario: a value that no word stands for")
}

// meaning finds what a word means.
func (v vocabulary[T]) meaning(text string) (T, bool) {
	for _, w := range v {
		if w.text == text {
			return w.means, true
		}
	}
	var none T
	return none, false
}

// words lists the words in the order they are explained in.
func (v vocabulary[T]) words() []string {
	list := make([]string, len(v))
	for i, w := range v {
		list[i] = w.text
	}
	return list
}

var audiences = vocabulary[Audience]{{"patient", Patient}, {"nurse", Nurse}}

var models = vocabulary[pump.Model]{{"8637-20", pump.Model20}, {"8637-40", pump.Model40}}

var drugs = vocabulary[therapy.Drug]{
	{therapy.Morphine.String(), therapy.Morphine},
	{therapy.Ziconotide.String(), therapy.Ziconotide},
	{therapy.Baclofen.String(), therapy.Baclofen},
}

var links = vocabulary[pump.Link]{
	{"ok", pump.LinkOK}, {"no_connection", pump.NoConnection}, {"reply_lost", pump.ReplyLost},
}

var sites = vocabulary[pump.Site]{
	{"reservoir", pump.ReservoirPort}, {"catheter_port", pump.CatheterPort}, {"pocket", pump.Pocket},
}

// catheterContents says whether the drug path starts with saline in it.
var catheterContents = vocabulary[bool]{{"drug", false}, {"saline", true}}

// fills says whether the present fill is the first of a new pump.
var fills = vocabulary[bool]{{"later", false}, {"first", true}}

var booleans = vocabulary[bool]{{"true", true}, {"false", false}}

// plainInfusions are the infusions that need nothing but their name.
var plainInfusions = vocabulary[therapy.Mode]{{"stopped", therapy.Stopped}, {"minimum_rate", therapy.MinimumRate}}

// weekdays, Monday first. They are never abbreviated otherwise.
var weekdays = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
