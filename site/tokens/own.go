package tokens

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"sort"
)

var hex = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// IsColour reports whether a value is a colour of the form #rrggbb.
func IsColour(value string) bool { return hex.MatchString(value) }

// Colours lists the names of those tokens that are colours, in order.
func (s Set) Colours() []string {
	var names []string
	for name, value := range s {
		if IsColour(value) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

// With returns the tokens with those of own in their places.
func (t Theme) With(own Theme) Theme {
	merged := func(base, own Set) Set {
		all := Set{}
		for _, set := range []Set{base, own} {
			for name, value := range set {
				all[name] = value
			}
		}
		return all
	}
	return Theme{Light: merged(t.Light, own.Light), Dark: merged(t.Dark, own.Dark)}
}

// Replace returns tokens.css with other values for the tokens of own, by day
// and, in both of its places, by night. A token that has no place there is an
// error.
func Replace(css []byte, own Theme) ([]byte, error) {
	for _, half := range []struct {
		rules []string
		own   Set
	}{{[]string{day}, own.Light}, {[]string{systems, ownChoice}, own.Dark}} {
		for _, head := range half.rules {
			for _, name := range half.own.Colours() {
				changed, err := replace(css, head, name, half.own[name])
				if err != nil {
					return nil, err
				}
				css = changed
			}
		}
	}
	return css, nil
}

// replace changes one token in one rule.
func replace(css []byte, head, name, value string) ([]byte, error) {
	start := regexp.MustCompile(`(?m)^\s*` + regexp.QuoteMeta(head) + `\s*\{`).FindIndex(css)
	if start == nil {
		return nil, fmt.Errorf("tokens.css has no rule %s", head)
	}
	end := start[1] + bytes.IndexByte(css[start[1]:], '}')
	at := regexp.MustCompile(`--` + regexp.QuoteMeta(name) + `:\s*([^;]+);`).FindSubmatchIndex(css[start[1]:max(end, start[1])])
	if at == nil {
		return nil, fmt.Errorf("tokens.css: the rule %s has no --%s", head, name)
	}
	return slices.Concat(css[:start[1]+at[2]], []byte(value), css[start[1]+at[3]:]), nil
}

// Nearest returns the colour nearest to that of the token name that keeps every
// pair of which the token is part, all others being as in set: the same hue, as
// little lighter or darker as will do. It reports false where there is none.
func Nearest(name string, set Set) (string, bool) {
	const steps = 1000
	was, err := parseLab(set[name])
	if err != nil {
		return "", false
	}
	tried := Set{}
	for token, value := range set {
		tried[token] = value
	}
	for n := 0; n <= steps; n++ {
		for _, sign := range []float64{-1, 1} {
			now := was
			now.lightness += sign * float64(n) / steps
			if now.lightness < 0 || now.lightness > 1 {
				continue
			}
			if tried[name] = now.hex(); keeps(name, tried) {
				return tried[name], true
			}
		}
	}
	return "", false
}

// keeps reports whether every pair of which a token is part has its contrast.
func keeps(name string, set Set) bool {
	for _, p := range Pairs() {
		if p.Front != name && p.Ground != name {
			continue
		}
		if ratio, err := Contrast(set[p.Front], set[p.Ground]); err != nil || ratio < p.Least {
			return false
		}
	}
	return true
}

// lab is a colour in Oklab, in which equal steps look equal.
type lab struct{ lightness, a, b float64 }

func parseLab(colour string) (lab, error) {
	r, g, b, err := linear(colour)
	if err != nil {
		return lab{}, err
	}
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return lab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}, nil
}

// hex writes the colour; one that no screen can show loses as much of its
// strength as it must.
func (c lab) hex() string {
	for strength := 1.0; strength > 0; strength -= 0.02 {
		if rgb, ok := (lab{c.lightness, strength * c.a, strength * c.b}).rgb(); ok {
			return fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2])
		}
	}
	rgb, _ := (lab{lightness: c.lightness}).rgb()
	return fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2])
}

// rgb reports false where the colour is outside what a screen can show.
func (c lab) rgb() ([3]uint8, bool) {
	cube := func(x float64) float64 { return x * x * x }
	l := cube(c.lightness + 0.3963377774*c.a + 0.2158037573*c.b)
	m := cube(c.lightness - 0.1055613458*c.a - 0.0638541728*c.b)
	s := cube(c.lightness - 0.0894841775*c.a - 1.2914855480*c.b)
	var out [3]uint8
	shown := true
	for i, v := range [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	} {
		const slack = 1e-4
		shown = shown && v > -slack && v < 1+slack
		v = min(max(v, 0), 1)
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		out[i] = uint8(math.Round(255 * v))
	}
	return out, shown
}
