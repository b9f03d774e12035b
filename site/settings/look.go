package settings

import (
	"bytes"
	"fmt"
	"image/png"
	"io/fs"
	"path"

	"iddtestdrive/site/figure"
	"iddtestdrive/site/strict"
	"iddtestdrive/site/tokens"
)

// Logo is the host's own sign, which stands in the head of every page in the
// place of the project's.
type Logo struct {
	Light, Dark Sign // Dark is empty where one sign does for day and night
}

// IsZero reports whether there is no logo.
func (l Logo) IsZero() bool { return l.Light.File == "" }

// Sign is the file of a logo.
type Sign struct {
	File          string // from the root of the content: "logo.svg"
	Drawing       string // the HTML of an SVG, ready to stand in a page; "" for a PNG
	Width, Height int    // of a PNG, in pixels
}

// The most bytes of a logo. A drawing stands in every page, and a page is to
// stay under 60 KB with everything in it.
const (
	maxDrawing = 6 << 10
	maxPicture = 12 << 10
)

func (r reader) logo(v strict.Value) Logo {
	if !v.IsMap() {
		return Logo{Light: r.sign(v, "logo")}
	}
	var l Logo
	m := v.Map()
	if v, ok := m.Need("light", "logo.svg"); ok {
		l.Light = r.sign(v, "logo logo-light")
	}
	if v, ok := m.Need("dark", "logo-dark.svg"); ok {
		l.Dark = r.sign(v, "logo logo-dark")
	}
	m.Close()
	return l
}

func (r reader) sign(v strict.Value, class string) Sign {
	name, ok := v.Text()
	if !ok {
		return Sign{}
	}
	data, err := fs.ReadFile(r.content, path.Clean(name))
	if err != nil {
		v.Wrong("there is no file "+name, "name it from the folder of the content, such as logo.svg")
		return Sign{}
	}
	most := maxPicture
	if path.Ext(name) == ".svg" {
		most = maxDrawing
	}
	if len(data) > most {
		v.Wrong(fmt.Sprintf("%s has %d bytes", name, len(data)), fmt.Sprintf("every page carries it: at most %d bytes", most))
		return Sign{}
	}
	s := Sign{File: path.Clean(name)}
	switch path.Ext(name) {
	case ".svg":
		s.Drawing, err = figure.Inline(data, figure.Options{Class: class, Prefix: "logo-", OwnColours: true})
	case ".png":
		size, bad := png.DecodeConfig(bytes.NewReader(data))
		s.Width, s.Height, err = size.Width, size.Height, bad
	default:
		err = fmt.Errorf("not a drawing (.svg) or picture (.png)")
	}
	if err != nil {
		v.Wrong(name+": "+err.Error(), "")
		return Sign{}
	}
	return s
}

func (r reader) colours(v strict.Value) tokens.Theme {
	var own tokens.Theme
	m := v.Map()
	if m == nil {
		return own
	}
	for _, half := range []struct {
		key, when string
		base      tokens.Set
		own       *tokens.Set
	}{{"light", "by day", r.base.Light, &own.Light}, {"dark", "by night", r.base.Dark, &own.Dark}} {
		if v, ok := m.Get(half.key); ok {
			*half.own = colours(v, half.when, half.base)
		}
	}
	m.Close()
	return own
}

// colours reads the colours of one appearance and looks at each beside those
// that it is seen with.
func colours(v strict.Value, when string, base tokens.Set) tokens.Set {
	own, all, places := tokens.Set{}, tokens.Set{}, map[string]strict.Value{}
	for name, value := range base {
		all[name] = value
	}
	m := v.Map()
	if m == nil {
		return own
	}
	for _, name := range base.Colours() {
		v, ok := m.Get(name)
		if !ok {
			continue
		}
		colour, isText := v.Text()
		if !isText {
			continue
		}
		if !tokens.IsColour(colour) {
			v.Wrong(fmt.Sprintf("not a colour: %q", colour), `write "#" and six digits of 0 to 9 and a to f, in quotes, such as "#1e7478"`)
			continue
		}
		own[name], all[name], places[name] = colour, colour, v
	}
	m.Close()
	for _, p := range tokens.Pairs() {
		name := p.Front
		if _, ok := places[name]; !ok {
			name = p.Ground
		}
		v, ok := places[name]
		ratio, err := tokens.Contrast(all[p.Front], all[p.Ground])
		if !ok || err != nil || ratio >= p.Least {
			continue
		}
		v.Wrong(fmt.Sprintf("%s on %s, %s: the contrast is %.2f and must be %g", p.Front, p.Ground, when, ratio, p.Least), remedy(name, all))
	}
	return own
}

// remedy names the nearest colour that would do beside all others.
func remedy(name string, all tokens.Set) string {
	if near, ok := tokens.Nearest(name, all); ok {
		return fmt.Sprintf("the nearest colour that would do is %q", near)
	}
	return "no shade of this colour would do beside the others: change one of those too"
}
