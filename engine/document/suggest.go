package document

import "strings"

// nearest finds the word that was probably meant, or "". No more than half of
// it, and no more than three letters, may be wrong: a far guess is worse than
// none.
func nearest(text string, words []string) string {
	best, least := "", len(text)/2+1
	if least > 4 {
		least = 4
	}
	for _, w := range words {
		if strings.EqualFold(text, w) {
			return w
		}
		if n := edits(text, w, least); n < least {
			best, least = w, n
		}
	}
	return best
}

// edits counts the insertions, deletions and replacements between two words;
// limit or more is not looked into.
func edits(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// List joins words as "a, b or c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
