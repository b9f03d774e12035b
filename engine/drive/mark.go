package drive

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// A mark is a reader's place in one line, to be kept with the session:
//
//	first-day 3f2a91bc 4 7200000 ++-h
//
// It has the drive's name and edition, the present step, when it began in
// milliseconds, and a character for each step so far: + was done, - was not,
// and a letter says how a question was answered. The edition is a number for
// what the steps do; in an edition with other words a place is still one.

// MaxMark is the most bytes of a mark.
const MaxMark = 200

// The ways in which Restore refuses.
var (
	ErrForeign = errors.New("the mark is of another test drive, or of another edition of it")
	ErrDamaged = errors.New("the mark was cut short or changed")
)

// unanswered is the letter of a question that has no answer; those after it
// are for each pair of a first and a latest one.
const unanswered = 'a'

// edition is a number for what a drive's steps do: another for another drive,
// all but always.
func edition(d *Drive) uint32 {
	h := fnv.New32a()
	for _, s := range d.Steps {
		fmt.Fprint(h, s.Kind, s.Run, s.Task.Wants, len(s.Question.Answers), s.Sound, "\n")
	}
	return h.Sum32()
}

// Mark is the reader's place in one line of printable ASCII, at most MaxMark
// bytes. What is reread is not part of it.
func (p *Player) Mark() string {
	reached := min(p.at+1, len(p.steps))
	letters := make([]byte, reached)
	for i := range letters {
		letters[i] = p.letter(i)
	}
	return fmt.Sprintf("%s %08x %d %d %s", p.drive.Name, edition(p.drive), p.at, int64(p.since), letters)
}

func (p *Player) letter(i int) byte {
	s := p.steps[i]
	switch {
	case p.drive.Steps[i].Kind == Asking:
		return byte(unanswered + s.first*(MaxAnswers+1) + s.latest)
	case s.done:
		return '+'
	}
	return '-'
}

// Restore brings the reader to the place of a mark. Where it fails, with
// ErrForeign or ErrDamaged, the reader is at the beginning.
func (p *Player) Restore(mark string) error {
	p.restart()
	if len(mark) > MaxMark {
		return ErrDamaged
	}
	head := fmt.Sprintf("%s %08x ", p.drive.Name, edition(p.drive))
	place, ours := strings.CutPrefix(mark, head)
	if !ours {
		return ErrForeign
	}
	if !p.take(place) || p.Mark() != mark {
		p.restart()
		return ErrDamaged
	}
	return nil
}

// take takes a place from the part of a mark that is not the drive's. Much that
// has another form is taken for something; what comes out is then written
// differently, by which Restore knows.
func (p *Player) take(place string) bool {
	parts := strings.Split(place, " ")
	if len(parts) != 3 {
		return false
	}
	at, err1 := strconv.Atoi(parts[0])
	since, err2 := strconv.ParseInt(parts[1], 10, 64)
	if err1 != nil || err2 != nil || at < 0 || at > len(p.steps) || since < 0 || since > int64(scenario.MaxLength) ||
		len(parts[2]) > len(p.steps) {
		return false
	}
	p.at, p.look, p.since = at, at, units.Instant(since)
	for i := range len(parts[2]) {
		if !p.takeLetter(i, parts[2][i]) {
			return false
		}
	}
	return true
}

func (p *Player) takeLetter(i int, letter byte) bool {
	s := &p.steps[i]
	*s = progress{done: letter == '+'}
	switch step := &p.drive.Steps[i]; step.Kind {
	case Caption, Sounding:
		return s.done
	case Asking:
		n := int(letter) - unanswered
		if n < 0 {
			return false
		}
		s.first, s.latest = int8(n/(MaxAnswers+1)), int8(n%(MaxAnswers+1))
		s.done = s.first > 0
		most := int8(len(step.Question.Answers))
		return s.first <= most && s.latest <= most && (s.first > 0) == (s.latest > 0)
	}
	return true
}

// DriveOf is the name of the drive that a mark is of, as far as it looks like
// one; "" where it does not.
func DriveOf(mark string) string {
	name, _, _ := strings.Cut(mark, " ")
	if len(mark) > MaxMark || !document.IsPlain(name) {
		return ""
	}
	return name
}
