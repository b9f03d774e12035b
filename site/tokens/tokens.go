// Package tokens reads the design tokens of the theme (tokens.css): the
// colours, sizes and times that the pages and the simulator's canvas share, by
// day and by night.
//
// It also holds Pairs, the colours that are seen on one another anywhere in
// the product, each with the least contrast it must have after WCAG 2.2: 7 for
// the text of a page (AAA), 4.5 for other text (AA), 3 for the edge of a
// control, a line of a drawing and the ring around what has the focus.
package tokens

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Set is the tokens of one appearance by name, without the two dashes:
// Set["paper"] is "#fbf6ec".
type Set map[string]string

// Theme is the tokens by day and by night. The night set holds all of the day
// set's names; what does not change at night has the same value in both.
type Theme struct {
	Light, Dark Set
}

var (
	comment     = regexp.MustCompile(`(?s)/\*.*?\*/`)
	rule        = regexp.MustCompile(`(:root[^{]*)\{([^}]*)\}`)
	declaration = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;]+);`)
)

// The three rules of tokens.css, by what stands before their brace.
const (
	day       = ":root"
	systems   = ":root:not([data-theme=light])"
	ownChoice = ":root[data-theme=dark]"
)

// Parse reads tokens.css. The night set stands there twice, for the system's
// wish and for the reader's choice; the two must be the same.
func Parse(css []byte) (Theme, error) {
	rules := map[string]Set{}
	for _, r := range rule.FindAllStringSubmatch(comment.ReplaceAllString(string(css), ""), -1) {
		set := Set{}
		for _, d := range declaration.FindAllStringSubmatch(r[2], -1) {
			set[d[1]] = strings.TrimSpace(d[2])
		}
		rules[strings.TrimSpace(r[1])] = set
	}
	for _, name := range []string{day, systems, ownChoice} {
		if len(rules[name]) == 0 {
			return Theme{}, fmt.Errorf("tokens.css has no rule %s", name)
		}
	}
	if a, b := rules[systems], rules[ownChoice]; fmt.Sprint(a) != fmt.Sprint(b) {
		return Theme{}, fmt.Errorf("tokens.css: the night sets of %s and %s differ", systems, ownChoice)
	}
	dark := Set{}
	for name, value := range rules[day] {
		dark[name] = value
	}
	for name, value := range rules[ownChoice] {
		if _, ok := dark[name]; !ok {
			return Theme{}, fmt.Errorf("tokens.css: --%s is there by night but not by day", name)
		}
		dark[name] = value
	}
	return Theme{Light: rules[day], Dark: dark}, nil
}

// Contrast returns the contrast ratio, 1 to 21, of two colours written
// #rrggbb.
func Contrast(a, b string) (float64, error) {
	la, err := luminance(a)
	if err != nil {
		return 0, err
	}
	lb, err := luminance(b)
	if err != nil {
		return 0, err
	}
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05), nil
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(colour string) (float64, error) {
	r, g, b, err := linear(colour)
	return 0.2126*r + 0.7152*g + 0.0722*b, err
}

// linear returns how much light of each of its three parts a colour gives, 0 to 1.
func linear(colour string) (r, g, b float64, err error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil || len(colour) != len("#rrggbb") {
		return 0, 0, 0, fmt.Errorf("not a colour of the form #rrggbb: %q", colour)
	}
	channel := func(shift uint) float64 {
		c := float64(v>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return channel(16), channel(8), channel(0), nil
}

// Pair is two colours seen on one another.
type Pair struct {
	Front, Ground string
	Least         float64 // the least contrast ratio allowed
}

// grounds are the three papers that text stands on.
var grounds = []string{"paper", "paper-raised", "paper-sunk"}

// Pairs lists the colours in use on one another.
func Pairs() []Pair {
	var all []Pair
	on := func(least float64, grounds []string, fronts ...string) {
		for _, front := range fronts {
			for _, ground := range grounds {
				all = append(all, Pair{front, ground, least})
			}
		}
	}
	on(7, grounds, "ink", "ink-soft")
	on(7, []string{"teal-soft", "coral-soft", "amber-soft", "plum-soft", "drug-soft", "metal-soft"}, "ink")
	on(4.5, grounds, "ink-faint", "teal-deep", "coral-deep", "drug-deep", "amber", "plum")
	on(4.5, []string{"teal", "teal-deep"}, "on-teal")
	on(4.5, []string{"coral", "coral-deep"}, "on-coral")
	on(7, []string{"device"}, "on-device")
	on(3, grounds, "teal", "coral", "drug", "focus", "skin-line", "bone-line", "metal-deep")
	on(3, []string{"teal-soft", "coral-soft", "drug-soft", "amber-soft", "plum-soft"}, "focus")
	on(3, []string{"fluid", "metal-soft", "skin", "nerve"}, "drug")
	on(3, []string{"fluid", "nerve", "bone"}, "bone-line")
	on(3, []string{"skin", "fluid"}, "metal-deep", "bone-line")
	on(3, []string{"bone"}, "bone-line")
	on(3, []string{"teal-soft"}, "teal")
	for _, tone := range []string{"teal-deep", "coral-deep", "drug-deep"} {
		on(4.5, []string{strings.TrimSuffix(tone, "-deep") + "-soft"}, tone)
	}
	for _, tone := range []string{"amber", "plum"} {
		on(4.5, []string{tone + "-soft"}, tone)
	}
	return all
}
