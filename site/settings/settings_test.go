package settings_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

// content is a content with pages in two languages, a logo, and this site.yaml.
func content(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	var picture bytes.Buffer
	require.NoError(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 30, 20))))
	files := fstest.MapFS{}
	for name, data := range map[string]string{
		"site.yaml": text, "en/index.md": "", "en/legal.md": "", "en/deep/remote.md": "", "fr/index.md": "",
		"logo.svg": `<svg viewBox="0 0 9 9"><circle fill="#c00" r="4"/></svg>`, "logo.png": picture.String(),
		"bad.svg":   `<svg viewBox="0 0 9 9"><script/></svg>`,
		"large.svg": `<svg viewBox="0 0 9 9">` + strings.Repeat(`<path d="M0 0"/>`, 500) + `</svg>`,
		"photo.jpg": "",
	} {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files
}

func base(t testing.TB) tokens.Theme {
	t.Helper()
	css, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	set, err := tokens.Parse(css)
	require.NoError(t, err)
	return set
}

const whole = `name: The pump school
tagline: {en: learn by trying, fr: apprendre en essayant}
address: https://pump.example.org/school
logo: {light: logo.svg, dark: logo.png}
colours:
  light: {teal: "#1e5a96"}
  dark: {teal: "#7fb2e5"}
contact:
  name: Pain clinic
  telephone: +44 1632 960001
  mail: pump@example.org
  hours: {en: "Monday to Friday, 8 to 16", fr: "Du lundi au vendredi, 8 h à 16 h"}
emergency:
  - {number: 112, country: Germany}
  - {number: 911, country: Canada}
footer:
  - {text: Legal notice, page: legal.md}
  - {text: Our hospital, url: "https://example.org/a?b=c"}
  - Printed copies lie in the waiting room.
leave_out:
  audiences: [educators]
  pages: [deep/remote.md]
  parts: [practice-ward, source-links]
`

func TestEveryKeyIsRead(t *testing.T) {
	s, err := settings.Read(content(t, whole), base(t))
	require.NoError(t, err)
	assert.Equal(t, "The pump school", s.Name.In("fr"))
	assert.Equal(t, "apprendre en essayant", s.Tagline.In("fr"))
	assert.Equal(t, "learn by trying", s.Tagline.In("de"), "a language without a text takes the first")
	assert.Equal(t, "https://pump.example.org/school/", s.Address)
	assert.Equal(t, `<svg class="logo logo-light" viewBox="0 0 9 9" aria-hidden="true"><circle fill="#c00" r="4"></circle></svg>`, s.Logo.Light.Drawing)
	assert.Equal(t, settings.Sign{File: "logo.png", Width: 30, Height: 20}, s.Logo.Dark)
	assert.Equal(t, tokens.Theme{Light: tokens.Set{"teal": "#1e5a96"}, Dark: tokens.Set{"teal": "#7fb2e5"}}, s.Colours)
	assert.Equal(t, "tel:+441632960001", s.Contact.Telephone.Link())
	assert.Equal(t, "pump@example.org", s.Contact.Mail)
	require.Len(t, s.Emergency, 2)
	assert.Equal(t, settings.Telephone("911"), s.Emergency[1].Number)
	assert.Equal(t, "Canada", s.Emergency[1].Country.In("en"))
	require.Len(t, s.Footer, 3)
	assert.Equal(t, "legal.md", s.Footer[0].Page)
	assert.Equal(t, "https://example.org/a?b=c", s.Footer[1].URL)
	assert.Equal(t, settings.LeaveOut{Audiences: []string{"educators"}, Pages: []string{"deep/remote.md"}, Parts: []string{"practice-ward", "source-links"}}, s.LeaveOut)
}

func TestWithoutTheFileTheSiteIsTheProjectsOwn(t *testing.T) {
	for _, files := range []fstest.MapFS{{}, {"site.yaml": {Data: []byte("# nothing yet\n")}}} {
		s, err := settings.Read(files, base(t))
		require.NoError(t, err)
		assert.Equal(t, settings.Settings{}, s)
	}
}

// Each line is a file and a part of what must be said of it.
const wrongs = `
titel: A                                       | unknown key "titel"
name: []                                       | "name" is a list, not text
name: {de: A}                                  | there are no pages in the language "de"
address: http://example.org/                   | not an address that begins with https
address: https://me@example.org/               | not an address that begins with https
address: https://example.org/index.html        | not the address of a site
address: https://example.org/?a=b              | not the address of a site
logo: none.svg                                 | there is no file none.svg
logo: ../secret.svg                            | there is no file ../secret.svg
logo: bad.svg                                  | bad.svg: line 1, column 33: the element "script" is not allowed
logo: large.svg                                | at most 6144 bytes
logo: photo.jpg                                | photo.jpg: not a drawing (.svg) or picture (.png)
logo: {light: logo.svg}                        | the key "dark" is missing
colours: {light: {teel: "#000000"}}            | did you mean "teal"?
colours: {light: {teal: blue}}                 | not a colour: "blue"
colours: {day: {}}                             | unknown key "day"
contact: {telephone: call us}                  | not a telephone number: "call us"
contact: {mail: Us <a@example.org>}            | not a mail address
contact: {fax: 1}                              | unknown key "fax"
emergency: 112                                 | "emergency" is a number, not a list
emergency: {country: Germany}                  | the key "number" is missing
emergency: [{number: 112}, {number: 911}]      | one of several emergency numbers without its country
footer: [{text: A, page: leagl.md}]            | did you mean "legal.md"?
footer: [{text: A, page: legal.md, url: "https://example.org/"}] | a line leads to one place
footer: [{text: A, url: "javascript:x()"}]     | not an address that begins with https
footer: [a, b, c, d, e, f, g]                  | the foot of a page has 7 lines of yours
leave_out: {audiences: [patients, nurses, educators]} | nobody is left
leave_out: {audiences: [doctors]}              | no audience: "doctors"
leave_out: {pages: [index.md]}                 | a site without its home page
leave_out: {pages: [none.md]}                  | there is no page none.md
leave_out: {parts: [licence]}                  | no part that can be left out: "licence"
leave_out: {parts: [safety]}                   | allowed: simulator, practice-ward, source-links
leave_out: {parts: [simulator, simulator]}     | "simulator" stands here twice
`

func TestWhatIsWrongIsToldWithItsPlace(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(wrongs), "\n") {
		text, said, ok := strings.Cut(line, " | ")
		require.True(t, ok, line)
		_, err := settings.Read(content(t, strings.TrimSpace(text)+"\n"), base(t))
		var list mistake.List
		if assert.ErrorAs(t, err, &list, line) {
			assert.Contains(t, err.Error(), strings.TrimSpace(said), line)
			assert.Regexp(t, `^site\.yaml:1:\d+: `, err.Error())
		}
	}
}

func TestAColourWithTooLittleContrastIsRefusedAndTheNearestThatWouldDoIsNamed(t *testing.T) {
	_, err := settings.Read(content(t, "colours:\n  light:\n    ink-faint: \"#8a9ca0\"\n"), base(t))
	var list mistake.List
	require.ErrorAs(t, err, &list)
	assert.Equal(t, "site.yaml:3:16", list[0].Place())
	assert.Equal(t, "ink-faint on paper, by day: the contrast is 2.65 and must be 4.5", list[0].What)
	var near string
	_, err = fmt.Sscanf(list[0].Remedy, "the nearest colour that would do is %q", &near)
	require.NoError(t, err)
	_, err = settings.Read(content(t, "colours: {light: {ink-faint: \""+near+"\"}}"), base(t))
	assert.NoError(t, err, "what is named does")
}

func TestAGroundIsLookedAtUnderEverythingThatStandsOnIt(t *testing.T) {
	_, err := settings.Read(content(t, "colours: {dark: {paper: \"#7a7a7a\"}}"), base(t))
	var list mistake.List
	require.ErrorAs(t, err, &list)
	said := err.Error()
	assert.Contains(t, said, "ink on paper, by night: the contrast is")
	assert.Contains(t, said, "focus on paper, by night")
	assert.NotContains(t, said, "by day", "what does not change is not looked at")
}

func FuzzReadNeverPanics(f *testing.F) {
	f.Add(whole)
	for _, line := range strings.Split(strings.TrimSpace(wrongs), "\n") {
		text, _, _ := strings.Cut(line, " | ")
		f.Add(text)
	}
	tokens := base(f)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := settings.Read(content(t, text), tokens)
		if err == nil && s.Address != "" {
			assert.True(t, strings.HasPrefix(s.Address, "https://") && strings.HasSuffix(s.Address, "/"))
		}
	})
}
