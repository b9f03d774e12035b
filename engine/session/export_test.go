package session

// LimitEntries lets a log hold fewer lines, so that a test can fill it, and
// returns what undoes it.
func LimitEntries(n int) (undo func()) {
	before := mostEntries
	mostEntries = n
	return func() { mostEntries = before }
}
