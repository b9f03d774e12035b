package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// results are the attempt on the screen for programs, as JSON.
func (m *Model) results() []byte {
	s := m.here()
	score := s.attempt.Score()
	var b []byte
	text := func(key, value string) {
		b = append(append(append(b, '"'), key...), '"', ':')
		b = append(pump.AppendString(b, value), ',')
	}
	raw := func(key, value string) { b = append(b, `"`+key+`":`+value+`,`...) }
	b = append(b, '{')
	text("simulation", m.words.Say("bar.safety"))
	text("case", s.c.Name)
	text("title", s.c.Title)
	raw("seed", strconv.FormatUint(s.seed, 10))
	raw("points", number(score.Points))
	raw("of", number(score.Of))
	raw("safe", strconv.FormatBool(score.Safe))
	judged := func(key, so string, all []practice.Judged) {
		b = append(b, `"`+key+`":[`...)
		for i, j := range all {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(b, '{')
			text("say", j.Say)
			text("weight", practice.Weights.Word(j.Weight))
			raw(so, strconv.FormatBool(j.So))
			b[len(b)-1] = '}'
		}
		b = append(b, "],"...)
	}
	judged("wants", "met", score.Wants)
	judged("mistakes", "made", score.Mistakes)
	b = append(b, `"acts":[`...)
	for i, d := range s.attempt.Acts() {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '{')
		text("at", s.sc.Start.Add(units.Span(d.At)).String())
		text("act", m.shortly(d.Act))
		b[len(b)-1] = '}'
	}
	b = append(b, "],"...)
	text("code", s.attempt.Code())
	b[len(b)-1] = '}'
	return append(b, '\n')
}

// certificate says that a case was practised, and how it went. It is printed
// with the name that the learner wrote, which stays in the browser.
func (m *Model) certificate() message.Report {
	w, s := m.words, m.here()
	name := strings.TrimSpace(m.name)
	if name == "" {
		name = w.Say("ward.paper.blank")
	}
	r := message.Report{Title: w.Say("ward.paper.title")}
	if m.sheet {
		return m.examPaper(r, name)
	}
	score := s.attempt.Score()
	r.Parts = append(r.Parts, message.ReportPart{Heading: name, Words: []string{
		w.Say("ward.paper.practised", "case", s.c.Title),
		w.Say("ward.score", "points", number(score.Points), "of", number(score.Of)) + " " + m.verdict(score),
		w.Say("ward.paper.seed", "seed", strconv.FormatUint(s.seed, 10)),
		w.Say("ward.paper.means"),
	}})
	part := message.ReportPart{Heading: w.Say("ward.debrief.done"), Head: []string{w.Say("report.time"), w.Say("report.what")}}
	for _, d := range s.attempt.Acts() {
		part.Rows = append(part.Rows, []string{m.clock(d.At), m.shortly(d.Act)})
	}
	r.Parts = append(r.Parts, part)
	missing := message.ReportPart{Heading: w.Say("ward.debrief.missing")}
	for _, j := range score.Wants {
		if !j.So {
			missing.Lines = append(missing.Lines, j.Say)
		}
	}
	for _, j := range score.Mistakes {
		if j.So {
			missing.Lines = append(missing.Lines, w.Say("ward.debrief.mistake")+": "+j.Say)
		}
	}
	if len(missing.Lines) > 0 {
		r.Parts = append(r.Parts, missing)
	}
	return r
}

// examPaper is the one sheet of an exam.
func (m *Model) examPaper(r message.Report, name string) message.Report {
	w := m.words
	part := message.ReportPart{Heading: name, Words: []string{w.Say("ward.paper.seed", "seed", strconv.FormatUint(m.seed, 10)), w.Say("ward.paper.means")},
		Head: []string{w.Say("ward.task.name"), w.Say("ward.exam.result")}}
	for _, s := range m.desk {
		score := s.attempt.Score()
		part.Rows = append(part.Rows, []string{s.c.Title,
			w.Say("ward.score", "points", number(score.Points), "of", number(score.Of)) + " " + m.verdict(score)})
	}
	r.Parts = append(r.Parts, part)
	return r
}

// verdict says whether the patient was safe.
func (m *Model) verdict(s practice.Score) string {
	switch {
	case s.Full():
		return m.words.Say("ward.verdict.full")
	case s.Safe:
		return m.words.Say("ward.verdict.safe")
	}
	return m.words.Say("ward.verdict.unsafe")
}
