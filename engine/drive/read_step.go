package drive

import (
	"fmt"
	"slices"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// maxLength is the longest that a session lasts.
const maxLength = scenario.MaxLength

func readSteps(v document.Value, shown []Part) []Step {
	var steps []Step
	last := units.Instant(0) // that a run before has come to
	for _, entry := range v.Some("a list of steps such as {say: Watch the small wheel turn., show: rotor}", "steps", 1, MaxSteps) {
		s, until := readStep(entry, shown)
		if s.Kind == Running && !s.Run.AtEvent {
			if s.Run.Until <= last {
				until.Fail(until.Written(), "the runs are not in order of time", "later than "+last.String()+", the instant that the run before comes to")
			}
			last = s.Run.Until
		}
		steps = append(steps, s)
	}
	return steps
}

// readStep reads a step and says where its instant stands.
func readStep(v document.Value, shown []Part) (s Step, until document.Value) {
	k := v.Open("say", "show", "run", "task", "link", "question", "sound")
	show, link := k.Get("show"), k.Get("link")
	s.Say = readWords(k.Must("say"), "a caption of one to three short sentences", maxWords)
	s.Show = document.Word(show, parts, NoPart)
	if show.Given() {
		onScreen(show, s.Show, shown)
	}
	for _, name := range kinds.Words() {
		if k.Get(name).Given() {
			if s.Kind != Caption {
				v.Fail("", "a step does one thing; "+kinds.Word(s.Kind)+" and "+name+" stand here", "a step for each of them")
			}
			s.Kind, _ = kinds.Meaning(name)
		}
	}
	switch s.Kind {
	case Running:
		s.Run, until = readRun(k.Get("run"))
	case Tasking:
		s.Task = readTask(k.Get("task"), link, shown)
	case Asking:
		s.Question = readQuestion(k.Get("question"))
	case Sounding:
		s.Sound = document.Word(k.Get("sound"), sounds, pump.NonCritical)
	}
	if link.Given() && s.Kind != Tasking {
		link.Fail(link.Written(), "only a task that asks for a dose has a link", "no link, or a task beside it")
	}
	return s, until
}

// onScreen refuses to point at what cannot be seen.
func onScreen(v document.Value, p Part, shown []Part) {
	if v.Given() && !slices.Contains(shown, p.place()) {
		v.Fail(p.String(), "this is not on the screen", p.place().String()+" among shows, or another part")
	}
}

// readRun reads a run and says where its instant stands.
func readRun(v document.Value) (Run, document.Value) {
	k := v.Open("until", "most", "speed")
	until, most := k.Must("until"), k.Get("most")
	r := Run{Speed: document.Word(k.Get("speed"), speeds, runSpeed)}
	if until.Written() != "" {
		r.Until = readInstant(until)
		if most.Given() {
			most.Fail(most.Written(), "only a run until an event needs this", "no most: beside an instant")
		}
		return r, until
	}
	r.AtEvent = true
	r.Event = document.Word(until.Open("event").Must("event"), events, pump.Programmed)
	r.Most = readSpan(k.Must("most"))
	if r.Most == 0 {
		most.Fail(most.Written(), "a run takes some time", "more than 0 min")
	}
	return r, until
}

func readTask(v, link document.Value, shown []Part) Task {
	k := v.Open("do", "wants", "help", "runs", "speed")
	wanted, speed := k.Must("wants"), k.Get("speed")
	t := Task{
		Do:    readWords(k.Must("do"), "what the reader is asked to do", maxLine),
		Wants: readWant(wanted),
		Help:  readWords(k.Must("help"), "where the reader finds it", maxWords),
		Runs:  k.Get("runs").Boolean(),
		Speed: document.Word(speed, speeds, taskSpeed),
		Link:  document.Word(link, scenario.Links, pump.LinkOK),
	}
	if speed.Given() && !t.Runs {
		speed.Fail(speed.Written(), "time stands still in this task", "no speed, or runs: true beside it")
	}
	if t.Wants.Kind != WantsSound {
		onScreen(wanted, Remote, shown)
	}
	checkLink(t, wanted, link)
	return t
}

// checkLink refuses a link that does not go with what a task wants.
func checkLink(t Task, wanted, link document.Value) {
	var needs pump.Link
	switch {
	case t.Wants.is(pump.ConnectionFailed):
		needs = pump.NoConnection
	case t.Wants.is(pump.AnswerLost):
		needs = pump.ReplyLost
	}
	asks := t.Wants.Kind == WantsDenial || t.Wants.Kind == WantsEvent && t.Wants.Event != pump.Queried
	switch {
	case needs != pump.LinkOK && t.Link != needs:
		wanted.Fail("", "with a link that works this does not happen", "link: "+scenario.Links.Word(needs)+", beside task")
	case link.Given() && !asks:
		link.Fail(link.Written(), "only a task that asks for a dose has a link", "no link")
	case t.Link == pump.NoConnection && needs != t.Link:
		link.Fail(link.Written(), "without a connection the pump gives no answer", "another link, or a task that wants {event: no_connection}")
	}
}

// is says whether a certain event is wanted.
func (w Want) is(k pump.EventKind) bool { return w.Kind == WantsEvent && w.Event == k }

func readWant(v document.Value) Want {
	key, inner := v.Open(wants.Words()...).One(wants.Words())
	kind, known := wants.Meaning(key)
	if !known {
		return Want{}
	}
	w := Want{Kind: kind}
	switch kind {
	case WantsEvent:
		w.Event = readAct(inner)
	case WantsDenial:
		w.Denial = document.Word(inner, denials, pump.DeniedLockout)
	case WantsView:
		w.View = document.Word(inner, views, RemotePage)
	case WantsDiary:
		inner.OneOf([]string{"diary"})
	case WantsSound:
		w.Sound = document.Word(inner, sounds, pump.NonCritical)
	case WantsQueried:
		if !inner.Boolean() {
			inner.Fail("false", "a task that wants nothing does not end", "true")
		}
	}
	return w
}

// readAct reads an event that a reader brings about.
func readAct(v document.Value) pump.EventKind {
	kind := document.Word(v, events, pump.Queried)
	if _, isAct := acts.Meaning(kind.String()); !isAct {
		v.Fail(v.Written(), "this comes with time, whatever the reader does",
			document.List(acts.Words())+"; or, in the place of the task, run: {until: {event: "+kind.String()+"}, most: 12 h}")
	}
	return kind
}

func readQuestion(v document.Value) Question {
	k := v.Open("ask", "answers")
	q := Question{Ask: readWords(k.Must("ask"), "a question", maxLine)}
	answers := k.Must("answers")
	right := 0
	const wanted = "a list of answers such as {say: Yes, right: true, because: It is so.}"
	for _, entry := range answers.Some(wanted, "answers", 2, MaxAnswers) {
		a := entry.Open("say", "right", "because")
		answer := Answer{
			Say:     readWords(a.Must("say"), "an answer", maxLine),
			Right:   a.Get("right").Boolean(),
			Because: readWords(a.Must("because"), "why it is right or wrong", maxWords),
		}
		if answer.Right {
			right++
		}
		q.Answers = append(q.Answers, answer)
	}
	if answers.Given() && right != 1 {
		answers.Fail("", fmt.Sprintf("%d answers are right", right), "right: true at exactly one of them")
	}
	return q
}
