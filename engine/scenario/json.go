package scenario

import (
	"io"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
)

// JSON is the output of a run for programs: one JSON object per line.
type JSON struct {
	to   io.Writer
	line []byte // kept between lines, so that a long log costs no memory
}

// NewJSON gives an output that writes each line with one call.
func NewJSON(to io.Writer) *JSON { return &JSON{to: to} }

// Entry writes a line of the log.
func (j *JSON) Entry(e session.Entry) error {
	j.line = append(e.AppendJSON(j.line[:0]), '\n')
	_, err := j.to.Write(j.line)
	return err
}

// State writes a state line.
func (j *JSON) State(s pump.Status) error {
	j.line = append(s.AppendJSON(j.line[:0]), '\n')
	_, err := j.to.Write(j.line)
	return err
}

// Heading writes a line that says which scenario the lines after it are of:
// {"scenario":"first-hours.yaml"}.
func (j *JSON) Heading(name string) error {
	j.line = append(pump.AppendString(append(j.line[:0], `{"scenario":`...), name), '}', '\n')
	_, err := j.to.Write(j.line)
	return err
}
