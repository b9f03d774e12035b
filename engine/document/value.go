package document

// reader keeps the first error of a file.
type reader struct {
	text *text
	err  *Error
}

// Value is a key of a file and what stands behind it, or a list's entry. After
// the first mistake in the file every reading of every value gives nothing.
type Value struct {
	*reader
	key  string // in dots from the root; "" is the root
	node *node  // nil: the key is not there
	show *node  // what an error points at: the value, its key, or the mapping that lacks it
}

// Given says whether the key is there and nothing has been wrong so far.
func (v Value) Given() bool { return v.node != nil && v.err == nil }

// Err is the first mistake in the file so far, an *Error, or nil.
func (v Value) Err() error {
	if v.err == nil {
		return nil
	}
	return v.err
}

// Fail keeps a mistake at the value, if it is the first: what is written
// there ("" to leave that out), what is wrong with it, what would be right.
func (v Value) Fail(found, problem, allowed string) {
	if v.err != nil {
		return
	}
	at := place{}
	if v.show != nil && v.show.kind != absent {
		at = v.text.placeOf(v.show.at)
	}
	e := v.text.fault(at, problem, allowed)
	e.Key, e.Found = v.key, found
	v.reader.err = e
}

// Written is a single value as it was written, shortened to stand in a
// message; "" for anything else.
func (v Value) Written() string { return v.show.single() }

// Find gives what stands behind a key in dots below the value, list entries
// counted from 1, to point at it; where it is not there, at the last on the
// way that is.
func (v Value) Find(key string) Value {
	return Value{reader: v.reader, key: key, show: v.node.find(key)}
}

// wrongType says what kind of thing stands where another should.
func (v Value) wrongType(wanted string) {
	switch v.node.kind {
	case absent:
		v.Fail("", "nothing is written here", wanted)
	case null:
		v.Fail(v.node.text, "a key without a value is left out", wanted)
	case mapping:
		v.Fail("", "found keys of its own", wanted)
	case list:
		v.Fail("", "found a list", wanted)
	default:
		v.Fail(Shorten(v.node.text), "this is not what belongs here", wanted)
	}
}

// scalar gives the text of a single value as it was written, and whether it
// stood in quotes or in a block of lines.
func (v Value) scalar(wanted string) (text string, inQuotes bool) {
	if !v.Given() {
		return "", false
	}
	switch v.node.kind {
	case plain, integer, literal:
		return v.node.text, false
	case quoted, block:
		return v.node.text, true
	}
	v.wrongType(wanted)
	return "", false
}

// Bare gives the text of a value that is a single piece of text; false for
// anything else, which is no mistake yet.
func (v Value) Bare() (string, bool) {
	if !v.Given() || !v.node.isText() {
		return "", false
	}
	return v.node.text, true
}
