package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
)

// report is the session on paper: what the guide taught, if there was one, and
// what happened, day by day.
func (m *Model) report() message.Report {
	r := keep.ReportOf(m.kept(), m.lanes[0].session)
	w := m.words
	out := message.Report{Title: r.Title}
	out.Parts = append(out.Parts, message.ReportPart{Words: []string{r.Summary,
		w.Say("report.from", "from", r.From.Long(), "to", r.To.Long())}})
	out.Parts = append(out.Parts, m.guide.report(w)...)
	if r.Earlier > 0 {
		out.Parts[0].Words = append(out.Parts[0].Words, w.Say("report.earlier", "count", number(r.Earlier)))
	}
	for _, d := range r.Days {
		out.Parts = append(out.Parts, m.dayReport(d, r))
	}
	return out
}

// dayReport is one day: its events as a table in the order of time, and in
// words what it came to.
func (m *Model) dayReport(d keep.Day, r keep.Report) message.ReportPart {
	w := m.words
	p := message.ReportPart{Heading: d.Date.LongDate(), Head: []string{w.Say("report.time"), w.Say("report.what")}}
	p.Words = []string{w.Say("report.sum", "given", number(len(d.Given)), "refused", number(len(d.Refused)+len(d.Unreached)),
		"drug", d.Delivered[r.Drug].String())}
	add := func(at scenario.Civil, what string) { p.Rows = append(p.Rows, []string{begun(at).Clock(), what}) }
	for _, g := range d.Given {
		what := w.Say("report.bolus." + g.Kind.String())
		if g.Kind == pump.PatientBolus {
			what = w.Say("remote.history.given", "dose", g.Dose.String())
		}
		add(g.At, what)
	}
	for _, x := range d.Refused {
		add(x.At, w.Say("remote.history.denied."+x.Why.String()))
	}
	for _, at := range d.Unreached {
		add(at, w.Say("remote.history.unreached"))
	}
	for _, a := range d.Alarms {
		key := "say.cleared"
		if a.Raised {
			key = "alarm." + a.Alarm.String()
		}
		add(a.At, w.Say(key))
	}
	inOrder(p.Rows)
	for _, n := range d.Notes {
		p.Lines = append(p.Lines, m.noteLine(n))
	}
	return p
}

// inOrder sorts rows by their first cell, a clock time; those of one minute stay
// as they are.
func inOrder(rows [][]string) {
	for i := 1; i < len(rows); i++ {
		for j := i; j > 0 && rows[j][0] < rows[j-1][0]; j-- {
			rows[j], rows[j-1] = rows[j-1], rows[j]
		}
	}
}
