package keep

// Error says why something cannot be kept or read back. Each kind is worth a
// sentence of its own to the reader.
type Error struct {
	Kind  Kind
	Cause error // what else there is to say, or nil; of Mistake a *scenario.Error
}

// Error gives the kind in words for the console; readers are told in their own
// language.
func (e *Error) Error() string {
	if e.Cause != nil {
		return meanings[e.Kind] + ": " + e.Cause.Error()
	}
	return meanings[e.Kind]
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Kind is the kind of an Error.
type Kind uint8

// The kinds of error.
const (
	Foreign     Kind = iota // it is no session: another sort of file or address
	Newer                   // a later version of this program wrote it
	Damaged                 // it was cut short or changed
	Mistake                 // it is a scenario or session that the engine refuses; Cause says where and why
	TooLong                 // the session or file is larger than what is kept; an export of the log still works
	LinkTooLong             // the session does not fit into a link; a file still holds it
	TooMuch                 // more happens in it than MaxLog lines
	Unfit                   // a diary entry or drive mark is out of its bounds: the caller's mistake
	kinds       = iota
)

var kindNames = [kinds]string{
	Foreign: "foreign", Newer: "newer", Damaged: "damaged", Mistake: "mistake",
	TooLong: "too_long", LinkTooLong: "link_too_long", TooMuch: "too_much", Unfit: "unfit",
}

var meanings = [kinds]string{
	Foreign: "this is not a session", Newer: "a newer version of the simulator kept this session",
	Damaged: "the session was cut short or changed", Mistake: "this session cannot be played",
	TooLong:     "the session is too long to be kept",
	LinkTooLong: "the session is too long for a link; a file can hold it",
	TooMuch:     "more happens in this session than the simulator can hold", Unfit: "this cannot be kept",
}

// String is the kind as the last part of a message's key: "link_too_long".
func (k Kind) String() string { return kindNames[k] }

// Kinds lists every kind, for whoever has a message for each.
func Kinds() []Kind {
	all := make([]Kind, kinds)
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}
