package figure_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/figure"
	"iddtestdrive/site/theme"
)

func TestADrawingTakesThePagesColoursAndKeepsItsIdsApart(t *testing.T) {
	svg := `<?xml version="1.0"?><!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10" onload="x()" class="a">
<clipPath id="c"><rect x="0" y="0" width="5" height="5"/></clipPath>
<path class="fill-drug line-ink w2" clip-path="url(#c)" d="M0 0L5 5Z"/><use href="#c"/>
<text class="label" x="1" y="2">A &amp; B</text></svg>`
	out, err := figure.Inline([]byte(svg), figure.Options{Class: "drawing", Alt: `A "box" & more`, Prefix: "fig1-"})
	require.NoError(t, err)
	assert.Equal(t, `<svg class="drawing" viewBox="0 0 10 10" role="img" aria-label="A &#34;box&#34; &amp; more">`+
		`<clipPath id="fig1-c"><rect x="0" y="0" width="5" height="5"></rect></clipPath>`+
		`<path class="fill-drug line-ink w2" clip-path="url(#fig1-c)" d="M0 0L5 5Z"></path><use href="#fig1-c"></use>`+
		`<text class="label" x="1" y="2">A &amp; B</text></svg>`, out)
}

func TestADrawingWithoutWordsIsHiddenFromThoseWhoListen(t *testing.T) {
	out, err := figure.Inline([]byte(`<svg viewBox="0 0 1 1"></svg>`), figure.Options{Class: "icon"})
	require.NoError(t, err)
	assert.Equal(t, `<svg class="icon" viewBox="0 0 1 1" aria-hidden="true"></svg>`, out)
}

// What a stranger might put into a drawing, and a part of what is said of it.
const cases = `
<svg viewBox="0 0 1 1"><script>x()</script></svg>                          | the element "script" is not allowed
<svg viewBox="0 0 1 1"><style>*{}</style></svg>                            | the element "style" is not allowed
<svg viewBox="0 0 1 1"><foreignObject></foreignObject></svg>               | the element "foreignObject" is not allowed
<svg viewBox="0 0 1 1"><a href="https://example.org"></a></svg>            | the element "a" is not allowed
<svg viewBox="0 0 1 1"><image href="https://example.org/a.png"/></svg>     | the element "image" is not allowed
<svg viewBox="0 0 1 1"><animate/></svg>                                    | the element "animate" is not allowed
<svg viewBox="0 0 1 1"><g onclick="x()"/></svg>                            | the attribute "onclick" of g is not allowed
<svg viewBox="0 0 1 1"><g style="fill:red"/></svg>                         | the attribute "style" of g is not allowed
<svg viewBox="0 0 1 1"><path fill="#ff0000" d="M0 0"/></svg>               | fill="#ff0000" is not allowed
<svg viewBox="0 0 1 1"><path fill="url(https://example.org)" d="M0 0"/></svg> | fill="url(https://example.org)" is not allowed
<svg viewBox="0 0 1 1"><use href="other.svg#a"/></svg>                     | href="other.svg#a" is not allowed
<svg viewBox="0 0 1 1"><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/></svg> | is not allowed
<svg viewBox="0 0 1 1"><rect clip-path="url(a#b)"/></svg>                  | clip-path="url(a#b)" is not allowed
<svg viewBox="0 0 1 1"><g class="a&quot;b"/></svg>                         | is not allowed
<svg viewBox="0 0 1 1">words</svg>                                         | text outside a text element
<svg viewBox="0 0 1 1"><svg viewBox="0 0 1 1"/></svg>                      | one svg element
<svg viewBox="0 0 1 1"/><svg viewBox="0 0 1 1"/>                           | one svg element
<g/>                                                                       | one svg element
<svg/>                                                                     | no viewBox
<svg viewBox="expression(1)"/>                                             | no viewBox
<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>                   | document type
<svg viewBox="0 0 1 1"><text>&a;</text></svg>                              | invalid character entity
<svg viewBox="0 0 1 1">                                                    | unexpected EOF
not a drawing                                                              | text outside
`

func TestWhatIsNotNeededToDrawIsRefused(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		cut := strings.LastIndex(line, "|")
		out, err := figure.Inline([]byte(strings.TrimSpace(line[:cut])), figure.Options{})
		assert.Empty(t, out, line)
		assert.ErrorContains(t, err, strings.TrimSpace(line[cut+1:]), line)
	}
	_, err := figure.Inline(nil, figure.Options{})
	assert.ErrorContains(t, err, "no drawing")
	_, err = figure.Inline(make([]byte, figure.MaxSize+1), figure.Options{})
	assert.ErrorContains(t, err, "bytes")
}

func TestAnErrorNamesItsLine(t *testing.T) {
	_, err := figure.Inline([]byte("<svg viewBox=\"0 0 1 1\">\n<g>\n<script/></g></svg>"), figure.Options{})
	assert.ErrorContains(t, err, "line 3, column 10")
}

func TestEveryClassOfOurDrawingsIsInTheStyleSheet(t *testing.T) {
	look, err := theme.Load(theme.Files)
	require.NoError(t, err)
	shared, err := look.File("site.css")
	require.NoError(t, err)
	own, err := look.File("blocks/figure.css")
	require.NoError(t, err)
	names, err := fs.Glob(theme.Files, "pictures/*.svg")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	content := os.DirFS("../../content")
	figures, err := fs.Glob(content, "*/figures/*.svg")
	require.NoError(t, err)
	require.NotEmpty(t, figures)
	classes := regexp.MustCompile(`class="([^"]*)"`)
	hasAll := func(css string, files fs.FS, names []string) {
		for _, name := range names {
			svg, err := fs.ReadFile(files, name)
			require.NoError(t, err)
			for _, c := range classes.FindAllStringSubmatch(string(svg), -1) {
				for _, class := range strings.Fields(c[1]) {
					assert.Truef(t, strings.Contains(css, "."+class+" {"), "%s: no class %s", name, class)
				}
			}
		}
	}
	hasAll(string(shared), theme.Files, names)
	hasAll(string(shared)+string(own), content, figures)
}

func FuzzInline(f *testing.F) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		f.Add([]byte(line[:strings.LastIndex(line, "|")]))
	}
	f.Fuzz(func(t *testing.T, svg []byte) {
		out, err := figure.Inline(svg, figure.Options{Prefix: "p-", Alt: "x"})
		if err != nil {
			return
		}
		for _, never := range []string{"<script", "<style", " on", "http", "javascript:", "<a ", "<image"} {
			if never == " on" {
				assert.NotRegexp(t, `<[^>]* on[a-z]+=`, out)
				continue
			}
			assert.NotContains(t, strings.ReplaceAll(out, "&lt;", ""), never)
		}
	})
}
