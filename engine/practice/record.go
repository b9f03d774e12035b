package practice

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/scenario"
)

// An attempt's code is a text that the attempt can be replayed from: the case,
// the seed and the acts, as YAML that is made small, with a checksum, in
// letters that stand in an address. It starts with a version.
const codeVersion = "p1."

// The bounds of a code [design].
const (
	MaxCode   = 64 << 10  // letters
	maxRecord = 256 << 10 // bytes of YAML in it
)

// attempts are attempts that are written down.
var attempts = document.Form{Holds: "attempt", MaxBytes: maxRecord}

// The ways in which Replay refuses.
var (
	ErrNotACode    = errors.New("this is not the code of an attempt, or of a later version")
	ErrDamagedCode = errors.New("the code was cut short or changed: copy it once more, from its first letter to its last")
	ErrOtherCase   = errors.New("the code is of another case")
)

// Code is the text that the attempt can be replayed from.
func (a *Attempt) Code() string {
	text := a.record()
	var b bytes.Buffer
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(text))))
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	_, _ = io.WriteString(w, text) // into memory: neither fails
	_ = w.Close()
	return codeVersion + base64.RawURLEncoding.EncodeToString(b.Bytes())
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

// Play does an attempt that is written in a file:
//
//	case: routine-refill
//	seed: 1
//	acts:
//	  - {do: check, what: prescription}
//
// What the file has wrong is an *Error; the other errors are of an act that is
// impossible, or of another case.
func Play(c *Case, sc *scenario.Scenario, file string, src []byte) (*Attempt, error) {
	root, err := attempts.Open(file, src)
	if err != nil {
		return nil, err
	}
	if name := root.Entries("an attempt").Must("case"); name.Plain(example) != c.Name && name.Given() {
		return nil, ErrOtherCase
	}
	return redo(c, sc, root)
}

// redo does the acts of an attempt that was written down.
func redo(c *Case, sc *scenario.Scenario, root document.Value) (*Attempt, error) {
	k := root.Open("case", "seed", "acts")
	seed := k.Must("seed").Number(1<<64 - 1)
	acts := c.acts(k.Get("acts"))
	if err := root.Err(); err != nil {
		return nil, err
	}
	a, err := New(c, sc, seed)
	if err != nil {
		return nil, err
	}
	for i, act := range acts {
		if _, err := a.Do(act); err != nil {
			return nil, fmt.Errorf("act %d: %w", i+1, err)
		}
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
	packed, ok := strings.CutPrefix(code, codeVersion)
	if !ok || len(code) > MaxCode {
		return "", root, ErrNotACode
	}
	raw, err := base64.RawURLEncoding.DecodeString(packed)
	if err != nil || len(raw) < 4 {
		return "", root, ErrDamagedCode
	}
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(raw[4:])), maxRecord+1))
	if err != nil || len(text) > maxRecord || crc32.ChecksumIEEE(text) != binary.BigEndian.Uint32(raw) {
		return "", root, ErrDamagedCode
	}
	root, err = attempts.Open("the code", text)
	if err != nil {
		return "", root, ErrDamagedCode
	}
	name = root.Entries("an attempt").Must("case").Plain(example)
	return name, root, root.Err()
}

// record writes the attempt as YAML.
func (a *Attempt) record() string {
	var b strings.Builder
	fmt.Fprintf(&b, "case: %q\nseed: %d\n", a.c.Name, a.seed)
	if len(a.acts) > 0 {
		b.WriteString("acts:\n")
	}
	for _, d := range a.acts {
		b.WriteString(d.Act.format())
	}
	return b.String()
}

// format writes an act as an entry of a list in lines.
func (a Act) format() string {
	if a.OnTablet() {
		return scenario.FormatCommand(a.Command)
	}
	pairs := []string{"do: " + string(a.Verb)}
	add := func(key, text string) { pairs = append(pairs, key+": "+text) }
	if key := forms[a.Verb].key; key != "" {
		add(key, strconv.Quote(a.Word)) // a name may mean something else to YAML
	}
	switch a.Verb {
	case DrawUp:
		add("volume", a.Volume.String())
		add("filter", strconv.FormatBool(a.Filter))
	case Inject:
		add("volume", a.Volume.String())
	case Answer:
		add("value", a.Value.String())
	case Wait:
		add("for", a.For.String())
	}
	return "  - {" + strings.Join(pairs, ", ") + "}\n"
}
