package document

// Vocabulary is a closed list of words of a file and what each means, in the
// order they are explained in. It is used both ways, so what is read and what
// is written cannot drift apart.
type Vocabulary[T comparable] []struct {
	Text  string
	Means T
}

// Word finds the word for a meaning. Asking for a meaning that has none is a
// mistake in the program.
func (v Vocabulary[T]) Word(meaning T) string {
	for _, w := range v {
		if w.Means == meaning {
			return w.Text
		}
	}
	panic("document: a value that no word stands for")
}

// Meaning finds what a word means.
func (v Vocabulary[T]) Meaning(text string) (T, bool) {
	for _, w := range v {
		if w.Text == text {
			return w.Means, true
		}
	}
	var none T
	return none, false
}

// Words lists the words in their order.
func (v Vocabulary[T]) Words() []string {
	list := make([]string, len(v))
	for i, w := range v {
		list[i] = w.Text
	}
	return list
}

var booleans = Vocabulary[bool]{{"true", true}, {"false", false}}

// Word reads one word of a closed list; a key that is not there has the
// meaning absent.
func Word[T comparable](v Value, known Vocabulary[T], absent T) T {
	meaning, ok := known.Meaning(v.OneOf(known.Words()))
	if !ok {
		return absent
	}
	return meaning
}

// Boolean reads true or false; a key that is not there is false.
func (v Value) Boolean() bool {
	if text, inQuotes := v.scalar("true or false"); inQuotes && v.Given() {
		v.Fail(Shorten(text), "true and false are written without quotes", "true or false")
	}
	return Word(v, booleans, false)
}

// OneOf reads one of some words; "" where the key is not there or has another.
func (v Value) OneOf(known []string) string {
	text, _ := v.scalar(List(known))
	if !v.Given() {
		return ""
	}
	for _, w := range known {
		if w == text {
			return text
		}
	}
	v.Unknown(text, known)
	return ""
}

// Unknown refuses a word and names the one that was probably meant.
func (v Value) Unknown(text string, known []string) {
	problem := "this word is not known here"
	if meant := nearest(text, known); meant != "" && meant != text {
		problem += "; did you mean " + meant + "?"
	}
	v.Fail(Shorten(text), problem, List(known))
}
