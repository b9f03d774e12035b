package reading

import "strings"

// glossary is the known words and groups of words, by their first word.
type glossary map[string][][]string

func newGlossary(known []string) glossary {
	g := glossary{}
	for _, form := range known {
		var parts []string
		for _, w := range wordsOf(form) {
			parts = append(parts, bare(form[w.from:w.to]))
		}
		if len(parts) > 0 {
			g[parts[0]] = append(g[parts[0]], parts)
		}
	}
	return g
}

// bare is a word in small letters, with a straight apostrophe and without an 's.
func bare(word string) string {
	return strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(word), "’", "'"), "'s")
}

// find says of each word whether it is known, by itself or in a group.
func (g glossary) find(text string, words []word) []bool {
	found := make([]bool, len(words))
	if len(g) == 0 {
		return found
	}
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = bare(text[w.from:w.to])
	}
	for i := range texts {
		for _, form := range g[texts[i]] {
			if begins(texts[i:], form) {
				for j := range form {
					found[i+j] = true
				}
			}
		}
	}
	return found
}

func begins(words, form []string) bool {
	if len(words) < len(form) {
		return false
	}
	for i, w := range form {
		if words[i] != w {
			return false
		}
	}
	return true
}
