package practice

import (
	"errors"
	"fmt"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/packed"
	"iddtestdrive/engine/scenario"
)

// An attempt's code is a text that the attempt can be replayed from: the case,
// the seed and the acts, as YAML that is made small, with a checksum, in
// letters that stand in an address. It starts with a version.
const codeVersion = "p1."

// The bounds of a code [design].
const (
	MaxCode   = 360 << 10 // letters: enough for a record that cannot be made small
	maxRecord = 256 << 10 // bytes of YAML in it
)

// The ways in which Replay refuses.
var (
	ErrNotACode    = errors.New("this is not the code of an attempt, or of a later version")
	ErrDamagedCode = errors.New("the code was cut short or changed: copy it once more, from its first letter to its last")
	ErrOtherCase   = errors.New("the code is of another case")
)

// Code is the text that the attempt can be replayed from.
func (a *Attempt) Code() string {
	return codeVersion + packed.Pack([]byte(a.record.String()))
}

// Replay does an attempt again from its code: the same acts with the same
// chance, and so the same score, on every platform. A code says of which case
// it is with CaseOf.
func Replay(c *Case, sc *scenario.Scenario, code string) (*Attempt, error) {
	name, root, err := open(code)
	if err != nil {
		return nil, err
	}
	if name != c.Name {
		return nil, ErrOtherCase
	}
	a, err := redo(c, sc, root)
	if err != nil {
		return nil, fmt.Errorf("the attempt does not fit this edition of the case: %w", err)
	}
	return a, nil
}

// CaseOf is the name of the case that a code is of.
func CaseOf(code string) (string, error) {
	name, _, err := open(code)
	return name, err
}

// open unpacks a code.
func open(code string) (name string, root document.Value, err error) {
	letters, ok := strings.CutPrefix(code, codeVersion)
	if !ok || len(code) > MaxCode {
		return "", root, ErrNotACode
	}
	text, ok := packed.Unpack(letters, maxRecord)
	if !ok {
		return "", root, ErrDamagedCode
	}
	root, err = attempts.Open("the code", text)
	if err != nil {
		return "", root, ErrDamagedCode
	}
	name = root.Entries("an attempt").Must("case").Plain(example)
	return name, root, root.Err()
}
