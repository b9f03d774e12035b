package keep

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"unicode/utf8"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// Read reads a session that Write has written. It refuses whatever else with
// an *Error of kind Foreign, Newer, Damaged, Mistake or TooLong. Line ends may
// have been changed to those of another system on the way.
func Read(data []byte) (Kept, error) {
	if len(data) > MaxBytes {
		return Kept{}, &Error{Kind: TooLong}
	}
	data = unified(data)
	head, rest, found := bytes.Cut(data, []byte("\n"))
	if !bytes.HasPrefix(head, []byte(kind)) {
		return Kept{}, &Error{Kind: Foreign}
	}
	for v, prefix := range heads {
		if v == 0 || !found || !bytes.HasPrefix(head, []byte(prefix)) {
			continue
		}
		text, whole := rest, true
		sum := crc32.ChecksumIEEE(rest)
		if v > 1 {
			sum = crc32.Update(crc32.ChecksumIEEE([]byte(prefix)), crc32.IEEETable, rest)
			text, whole = bytes.CutSuffix(rest, []byte(end))
		}
		if !whole || string(head) != fmt.Sprintf("%s%08x", prefix, sum) {
			return Kept{}, &Error{Kind: Damaged}
		}
		return readText(text, v)
	}
	return Kept{}, &Error{Kind: unknownVersion(head)}
}

// unified gives a text with line ends of one kind and no mark at its start.
func unified(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

// unknownVersion is Newer for the first line of a version that is yet to come,
// and Damaged for any other.
func unknownVersion(head []byte) Kind {
	number, _, found := strings.Cut(strings.TrimPrefix(string(head), kind), " crc32 ")
	if found && len(number) > 0 && len(number) < 4 && strings.Trim(number, "0123456789") == "" &&
		number[0] != '0' && (len(number) > 1 || number[0] > '0'+version) {
		return Newer
	}
	return Damaged
}

// readText reads a session without its first and last line.
func readText(text []byte, version int) (Kept, error) {
	var k Kept
	if version > 1 {
		body := k.readExtras(text)
		if !bytes.Equal(k.extras(), text[:len(text)-len(body)]) {
			return Kept{}, &Error{Kind: Damaged}
		}
		text = body
	}
	if hasLine(text, kind) {
		return Kept{}, &Error{Kind: Damaged}
	}
	sc, err := scenario.Parse("session", text)
	if err != nil {
		return Kept{}, &Error{Kind: Mistake, Cause: err}
	}
	k.Scenario = sc
	last := units.Instant(0)
	if n := len(sc.Steps); n > 0 {
		last = sc.Steps[n-1].At
	}
	if k.fault() != nil || last > units.Instant(sc.Until) {
		return Kept{}, &Error{Kind: Damaged}
	}
	return k, nil
}

// readExtras reads the lines of what is kept besides the scenario, and gives
// what follows them. It is lenient; the caller compares what it has understood
// with what was written.
func (k *Kept) readExtras(text []byte) []byte {
	for len(k.Notes) <= MaxNotes {
		after, ours := bytes.CutPrefix(text, []byte(kind))
		line, rest, ended := bytes.Cut(after, []byte("\n"))
		if !ours || !ended {
			break
		}
		what, value, _ := strings.Cut(string(line), " ")
		switch what {
		case "settings":
			words := strings.Split(value, " ")
			for _, s := range k.Settings.named() {
				*s.on = slices.Contains(words, s.name)
			}
		case "drive":
			k.Drive = value
		case "note":
			k.Notes = append(k.Notes, readNote(value))
		}
		text = rest
	}
	return text
}

// Import reads a file that a person has chosen: a kept session, which is to be
// taken up where it was left, or a scenario, which is to begin. Errors are as
// of Read; of a scenario with a mistake the cause is a *scenario.Error.
func Import(data []byte) (k Kept, kept bool, err error) {
	switch text := unified(data); {
	case len(data) > MaxBytes:
		return Kept{}, false, &Error{Kind: TooLong}
	case hasLine(text, kind):
		k, err = Read(data)
		return k, err == nil, err
	case !utf8.Valid(text) || !hasLine(text, "title:"):
		return Kept{}, false, &Error{Kind: Foreign}
	}
	sc, err := scenario.Parse("scenario", data)
	if err != nil {
		return Kept{}, false, &Error{Kind: Mistake, Cause: err}
	}
	return Kept{Scenario: sc}, false, nil
}

// hasLine says whether a line begins so.
func hasLine(text []byte, beginning string) bool {
	return bytes.HasPrefix(text, []byte(beginning)) || bytes.Contains(text, []byte("\n"+beginning))
}
