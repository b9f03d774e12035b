package panel

import (
	"fmt"
	"strconv"
	"strings"
)

// Style is the measure of things: the design tokens that are lengths, in CSS
// pixels. Its source is tokens.css, the same that the pages are styled by.
type Style struct {
	Small, Medium, Large, XLarge, XXLarge float64 // type sizes
	Leading                               float64 // line height as a multiple of the type size
	Space                                 [7]float64
	RadiusS, RadiusM, RadiusL             float64
	Thin, Bold                            float64 // widths of lines
	Target                                float64 // least size of what is operated
}

// ReadStyle makes a Style of the custom properties that look finds by name
// ("--text-s"). A length is given in px or rem; root is the size of one rem in
// pixels, so a reader's own larger type enlarges everything. The error names
// the property that is missing or not a length.
func ReadStyle(look func(name string) string, root float64) (Style, error) {
	var s Style
	lengths := map[string]*float64{
		"--text-s": &s.Small, "--text-m": &s.Medium, "--text-l": &s.Large,
		"--text-xl": &s.XLarge, "--text-xxl": &s.XXLarge, "--leading": &s.Leading,
		"--space-1": &s.Space[1], "--space-2": &s.Space[2], "--space-3": &s.Space[3],
		"--space-4": &s.Space[4], "--space-5": &s.Space[5], "--space-6": &s.Space[6],
		"--radius-s": &s.RadiusS, "--radius-m": &s.RadiusM, "--radius-l": &s.RadiusL,
		"--line-thin": &s.Thin, "--line-bold": &s.Bold, "--target": &s.Target,
	}
	for name, field := range lengths {
		v, err := length(strings.TrimSpace(look(name)), root)
		if err != nil {
			return Style{}, fmt.Errorf("design token %s: %w", name, err)
		}
		*field = v
	}
	s.Target = max(s.Target, Target)
	return s, nil
}

// Scaled is the style with every length f times as large.
func (s Style) Scaled(f float64) Style {
	for _, l := range []*float64{&s.Small, &s.Medium, &s.Large, &s.XLarge, &s.XXLarge,
		&s.RadiusS, &s.RadiusM, &s.RadiusL, &s.Thin, &s.Bold, &s.Target} {
		*l *= f
	}
	for i := range s.Space {
		s.Space[i] *= f
	}
	return s
}

func length(text string, root float64) (float64, error) {
	unit := 1.0
	number := text
	if t, ok := strings.CutSuffix(text, "rem"); ok {
		number, unit = t, root
	} else if t, ok := strings.CutSuffix(text, "px"); ok {
		number = t
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v <= 0 || v > 1000 {
		return 0, fmt.Errorf("%q is not a length; write it in px or rem", text)
	}
	return v * unit, nil
}
