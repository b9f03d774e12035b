package session

// LimitEntries lets a log hold fewer lines, so that a test can fill it, and
// returns what undoes it.
func LimitEntries(n int) (undo func()) {
	before := mostEntries
	mostEntries = n
	return func() { mostEntries = before }
}

// SpaceSnapshots keeps a snapshot every so many jumps, and returns what undoes
// it.
func SpaceSnapshots(n int) (undo func()) {
	before := spacing
	spacing = n
	return func() { spacing = before }
}
