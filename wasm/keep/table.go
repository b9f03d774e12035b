package keep

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// columns are the columns of the table: those that every line of the log has,
// then the fields of the events as the log names them, each of which stands
// for several kinds of event.
var columns = [...]string{"seq", "time", "at_ms", "log", "cause", "event",
	"mode", "step", "pattern", "rate_nl_per_day",
	"kind", "dose_ng", "volume_nl", "given_nl", "expected_nl", "ends_ms", "left_today", "reason", "retry_at_ms",
	"alarm", "class", "site", "drug", "concentration_ug_per_ml",
	"error", "field", "got", "min", "max", "warnings"}

// CSV writes a log as a table for spreadsheets (RFC 4180): a row of names, then
// a row for each line. The column time has the civil time; all amounts and
// instants are the log's own whole numbers. A text that a spreadsheet would
// take for a formula has an apostrophe before it, as such programs want it.
func CSV(log []session.Entry, start scenario.Civil) []byte {
	var b bytes.Buffer
	row(&b, columns[:])
	cells := make([]string, len(columns))
	var fields []byte
	for _, e := range log {
		clear(cells)
		set(cells, "seq", strconv.Itoa(e.Seq))
		set(cells, "time", civil(start, e.At))
		set(cells, "at_ms", strconv.FormatInt(int64(e.At), 10))
		set(cells, "log", e.Event.Log().String())
		set(cells, "cause", e.Cause)
		set(cells, "event", e.Event.Kind.String())
		fields = e.Event.AppendFields(fields[:0])
		eachField(string(fields), func(name, value string) { set(cells, name, value) })
		row(&b, cells)
	}
	return b.Bytes()
}

func set(cells []string, name, value string) {
	for i, c := range columns {
		if c == name {
			cells[i] = harmless(value)
			return
		}
	}
}

// civil writes an instant as spreadsheets understand it.
func civil(start scenario.Civil, at units.Instant) string {
	c := start.Add(units.Span(at))
	year, month, day := c.Date()
	t := c.TimeOfDay()
	return fmt.Sprintf("%04d-%02d-%02d %s:%02d.%03d", year, month, day,
		units.FormatTimeOfDay(t), t%units.Minute/units.Second, t%units.Second)
}

// eachField reads the fields of an event as the log writes them: a comma, the
// name, a colon, and a whole number, a text, or a list of words, which come
// with a space between them.
func eachField(json string, each func(name, value string)) {
	for json != "" {
		name, rest := cutText(json[1:])
		value := ""
		switch rest = rest[1:]; rest[0] {
		case '"':
			value, rest = cutText(rest)
		case '[':
			value, rest, _ = strings.Cut(rest[1:], "]")
			value = strings.ReplaceAll(strings.Trim(value, `"`), `","`, " ")
		default:
			n := len(rest) - len(strings.TrimLeft(rest, "-0123456789"))
			value, rest = rest[:n], rest[n:]
		}
		each(name, value)
		json = rest
	}
}

// cutText cuts a text in quotes off. Of what stands behind a backslash the log
// writes the quote, the backslash and \u00xx.
func cutText(json string) (text, rest string) {
	var b strings.Builder
	i := 1
	for ; json[i] != '"'; i++ {
		if json[i] != '\\' {
			b.WriteByte(json[i])
			continue
		}
		if i++; json[i] != 'u' {
			b.WriteByte(json[i])
			continue
		}
		code, _ := strconv.ParseUint(json[i+1:i+5], 16, 8) // of the log's own making
		b.WriteByte(byte(code))
		i += 4
	}
	return b.String(), json[i+1:]
}

// harmless is a text that no spreadsheet takes for a formula.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return text
	}
	if _, err := strconv.ParseInt(text, 10, 64); err == nil && text[0] != '+' {
		return text
	}
	return "'" + text
}

// row writes one row.
func row(b *bytes.Buffer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"\r\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteString("\r\n")
}
