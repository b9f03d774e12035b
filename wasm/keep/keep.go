// Package keep writes a session down so that it can be taken up again later,
// handed to somebody as a link, or read by other programs and by people; and
// it reads such things back, whoever may have changed them on the way.
//
// # A kept session
//
// Write gives one text file. It is a scenario file: its steps are the commands
// given so far, its end is the session's present instant, so it runs in idd
// simulate as it is. What else is kept stands in it as comments:
//
//	# idd session 2 crc32 0a1b2c3d
//	# idd session settings sound large_text
//	# idd session drive first-day 4
//	# idd session note 3600000 7 4 it hurt on the stairs
//	title: First hours with a personal remote
//	…
//	until: 2 d
//	# idd session end
//
// The first line names the kind, the version and a checksum of everything else
// in the file; the other lines of this kind come in this order, in this form
// and in no other. Read takes version 1 too, which had the first line alone.
//
// # A link
//
// Pack gives the text that follows #s= in an address: the letter of a version,
// then, in base64url, a checksum and the deflated session. A link is for
// others: it never carries what a person wrote into the diary, nor settings.
//
// # What comes from outside is not trusted
//
// Read, Import and Unpack take any bytes whatever. The work they do is bounded
// by MaxBytes and MaxLink; what was damaged is refused with an *Error and never
// half understood. A checksum is no proof against ill will: a file that was
// made up is only ever a session that the engine accepts, and Replay refuses to
// work on one without end.
package keep

import (
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// The bounds of what is kept [design].
const (
	MaxBytes = scenario.MaxBytes // of a kept session or file, and of what a link unpacks to
	MaxSteps = scenario.MaxSteps // commands
	MaxLink  = 32 << 10          // characters of a packed link
	MaxDrive = 2 << 10           // bytes of the mark of a drive
	MaxNotes = 1000              // entries of the diary
	MaxWords = 200               // characters of an entry's words
	MaxLog   = 200_000           // lines of log of a session that Replay opens
)

// Kept is a session as it is kept, with what belongs to it.
type Kept struct {
	Scenario *scenario.Scenario // the steps are the commands given so far, Until is now
	Notes    []Note             // the diary, in order of time, none after Until
	Drive    string             // where the reader is in a guided drive: one line, "" for none
	Settings Settings
}

// Note is an entry of the diary: how strong the pain was at an instant and how
// strong afterwards, from 0 for none to 10, or Untold.
type Note struct {
	At     units.Instant
	Before int8
	After  int8
	Words  string // one line, up to MaxWords characters
}

// Untold is the strength of a pain that was not told.
const Untold int8 = -1

// worst is the strongest pain of the scale.
const worst int8 = 10

// Settings are what a reader has set; all are off to begin with.
type Settings struct {
	Sound     bool // sounds are played
	LargeText bool
	Plain     bool // the plain view in place of the picture
	Labels    bool // the parts of the picture have their names beside them
}

// Shared is what others may see of the session: all but the diary and the
// settings.
func (k Kept) Shared() Kept { return Kept{Scenario: k.Scenario, Drive: k.Drive} }

// fault says what Write cannot keep, or nil.
func (k Kept) fault() error {
	if len(k.Scenario.Steps) > MaxSteps || len(k.Notes) > MaxNotes {
		return &Error{Kind: TooLong}
	}
	if len(k.Drive) > MaxDrive || !oneLine(k.Drive) {
		return &Error{Kind: Unfit}
	}
	last := units.Instant(0)
	for _, n := range k.Notes {
		if n.At < last || n.At > units.Instant(k.Scenario.Until) || !n.fits() {
			return &Error{Kind: Unfit}
		}
		last = n.At
	}
	return nil
}
