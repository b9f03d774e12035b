// Package settings reads what a host, such as a clinic or a school, makes its own
// of the site: content/site.yaml. The file may be absent, and so may each of its
// keys; what is not said stays as the project has it.
//
//	name: The pump school of Smalltown
//	tagline: {en: learn by trying, fr: apprendre en essayant}
//	address: https://pump.example.org/school/
//	logo: logo.svg
//	colours:
//	  light: {teal: "#1e5a96"}
//	  dark: {teal: "#7fb2e5"}
//	contact:
//	  name: Pain clinic of Smalltown
//	  telephone: +44 1632 960001
//	  mail: pump@example.org
//	  hours: Monday to Friday, 8 to 16
//	emergency: {number: 112, country: Germany}
//	footer:
//	  - {text: Legal notice, page: legal.md}
//	  - {text: Our hospital, url: "https://example.org/"}
//	  - Printed copies lie in the waiting room.
//	leave_out:
//	  audiences: [educators]
//	  pages: [test-drives.md]
//	  parts: [practice-ward, source-links]
//
// A text that readers see is one text for all languages, or one for each
// language; a language without one takes the first.
//
// address is where the site will stand, https and with a slash at its end if
// need be added: addresses that must be whole (the site map, the social card) are
// made from it, and without it there are none. logo is a drawing (SVG) or a
// picture (PNG) of the content, or {light: …, dark: …}. colours are colours of
// tokens.css, by day and by night; one with too little contrast to another that
// it is seen with is a mistake, which names the nearest colour that would do.
// emergency may be a list where the site has readers in several countries.
//
// What can be left out are the pages of an audience, single pages, and the parts
// simulator, practice-ward and source-links. The words of safety and the licence
// cannot.
//
// An unknown key, an ill-formed value and the name of something that is not
// there are mistakes with their place (package strict).
package settings

import (
	"errors"
	"io/fs"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
	"iddtestdrive/site/tokens"
)

// File is the name of the file in the content.
const File = "site.yaml"

// Settings is what a host has made its own. The zero value is the project's own
// site.
type Settings struct {
	Name, Tagline Text
	Address       string // "https://pump.example.org/school/"; "" where it is not known
	Logo          Logo
	Colours       tokens.Theme // those that replace the theme's
	Contact       Contact
	Emergency     []Emergency
	Footer        []Line
	LeaveOut      LeaveOut
}

// Contact is how readers reach the host. Each part may be empty.
type Contact struct {
	Name      Text
	Telephone Telephone
	Mail      string
	Hours     Text
}

// IsZero reports whether there is no contact.
func (c Contact) IsZero() bool {
	return c.Name.IsZero() && c.Telephone == "" && c.Mail == "" && c.Hours.IsZero()
}

// Emergency is the number to call in an emergency.
type Emergency struct {
	Number  Telephone
	Country Text // where the number works; may be empty
}

// Line is a line at the foot of every page: a text, which leads to a page or to
// another site or nowhere.
type Line struct {
	Text Text
	Page string // from the folder of its language: "legal.md"
	URL  string
}

// LeaveOut is what the site does without.
type LeaveOut struct {
	Audiences []string
	Pages     []string // from the folder of their language: "test-drives.md"
	Parts     []string
}

// The parts that can be left out.
const (
	Simulator    = "simulator"
	PracticeWard = "practice-ward"
	SourceLinks  = "source-links"
)

// Read reads the settings of a content; base are the theme's own tokens. The
// error is a mistake.List where the settings are wrong.
func Read(content fs.FS, base tokens.Theme) (Settings, error) {
	src, err := fs.ReadFile(content, File)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, err
	}
	s, mistakes := parse(content, base, src)
	return s, mistakes.Err()
}

func parse(content fs.FS, base tokens.Theme, src []byte) (Settings, mistake.List) {
	doc, top := strict.Parse(File, src, 0, len(src))
	if top == nil {
		return Settings{}, doc.Mistakes
	}
	r := reader{content: content, base: base}
	s := r.all(top)
	top.Close()
	return s, doc.Mistakes
}

// reader reads settings; what they name is looked for in the content.
type reader struct {
	content fs.FS
	base    tokens.Theme
}

func (r reader) all(m *strict.Map) Settings {
	var s Settings
	for _, key := range []struct {
		name string
		read func(strict.Value)
	}{
		{"name", func(v strict.Value) { s.Name = r.text(v, 60) }},
		{"tagline", func(v strict.Value) { s.Tagline = r.text(v, 120) }},
		{"address", func(v strict.Value) { s.Address = address(v) }},
		{"logo", func(v strict.Value) { s.Logo = r.logo(v) }},
		{"colours", func(v strict.Value) { s.Colours = r.colours(v) }},
		{"contact", func(v strict.Value) { s.Contact = r.contact(v) }},
		{"emergency", func(v strict.Value) { s.Emergency = r.emergency(v) }},
		{"footer", func(v strict.Value) { s.Footer = r.footer(v) }},
		{"leave_out", func(v strict.Value) { s.LeaveOut = r.leaveOut(v) }},
	} {
		if v, ok := m.Get(key.name); ok {
			key.read(v)
		}
	}
	return s
}
