package form

import "strings"

// Words are the interface words of one language: text by dotted key, with
// places for values in braces, as in "You can ask again from {time}." They come
// from the simulator's part of the language's message file.
type Words map[string]string

// Say returns the words of a key with its values put in, given as name and
// value by turns. A key that has no words shows itself in double brackets, so
// that a gap in a translation is seen and nothing breaks.
func (w Words) Say(key string, values ...string) string {
	text, ok := w[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	for i := 0; i+1 < len(values); i += 2 {
		text = strings.ReplaceAll(text, "{"+values[i]+"}", values[i+1])
	}
	return text
}
