package htmlcheck_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/htmlcheck"
)

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">`

func page(body string) string {
	return `<!doctype html><html lang="en"><head>` + policy + `<title>A page</title></head><body>` + body + `</body></html>`
}

func check(t *testing.T, files map[string]string) []string {
	t.Helper()
	site := fstest.MapFS{}
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	findings, err := htmlcheck.Site(site)
	require.NoError(t, err)
	said := []string{}
	for _, f := range findings {
		said = append(said, f.String())
	}
	return said
}

func TestAGoodPageHasNoFindings(t *testing.T) {
	assert.Empty(t, check(t, map[string]string{
		"index.html": page(`<h1 id="top">A</h1><h2>B</h2><p><a href="sub/b.html#there">on</a> <a href="#top">up</a>
			<a href="https://example.org/" rel="noopener external">out</a> <a href="tel:112">call</a><img src="a.png" alt=""></p>
			<svg viewBox="0 0 1 1" role="img" aria-label="a dot"><circle r="1"/></svg>
			<p id="dots">Dots</p><svg viewBox="0 0 1 1" role="img" aria-labelledby="dots" aria-describedby="dots"><circle r="1"/></svg>
			<label><input type="checkbox"><span>Tick</span></label><input id="name"><label for="name">Name</label>
			<details><summary><h3>More</h3></summary><div><p>a</p></div></details><dl><div><dt>a</dt><dd><p>b</p></dd></div></dl>
			<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</p></td></tr></tbody></table>
			<nav aria-labelledby="top" lang="pt-BR" dir="rtl"><button type="button" popovertarget="over">o</button></nav><div id="over" popover>x</div><button type="button">Press</button>`),
		"c.html":     page(`<link rel="canonical" href="https://example.org/c.html"><h1>C</h1><script type="application/ld+json">{"@type": "A & <b"}</script><form action="a.html"></form>`),
		"a.html":     page(`<h1>A</h1>`),
		"sub/b.html": page(`<h1>B</h1><p id="there"><a href="../index.html">back</a></p>`),
		"a.png":      "",
	}))
}

func TestThePageForWhatIsMissingMayCountFromTheRootOfTheHost(t *testing.T) {
	missing := page(`<h1>A</h1><div data-root="/sub/"><a href="/sub/a.html">a</a> <a href="/sub/b.html">b</a> <a href="/a.html">a</a></div>`)
	assert.Equal(t, []string{`404.html:1: a dead link: "/sub/b.html"`, `404.html:1: an absolute address: "/a.html"`},
		check(t, map[string]string{"404.html": missing, "a.html": page("<h1>A</h1>")}))
	assert.Len(t, check(t, map[string]string{"c.html": missing, "a.html": page("<h1>A</h1>")}), 3, "no other page may")
}

// Each line is something wrong in a page and a part of what must be said.
const cases = `
<h1>A</h1><h3>B</h3>                               | h3 follows h1
<h2>A</h2>                                         | the first heading is h2
<h1>A</h1><h1>B</h1>                               | a second h1
<h1></h1>                                          | <h1> says nothing
<img src="index.html">                             | a picture without a text alternative
<svg viewBox="0 0 1 1"><circle r="1"/></svg>       | a drawing without a text alternative
<svg role="img" aria-labelledby="none"></svg>       | aria-labelledby names an id that is not there: "none"
<svg aria-hidden="true"><g></svg>                  | in a drawing: <g> is never closed
<svg aria-hidden="true"><a onclick="x()">a</a></svg>| in a drawing: an event handler
<p id="a"></p><p id="a"></p>                       | the id "a" is given twice
<p><b>a</p></b>                                    | </p> closes what is not open there
<p>a                                               | </body> closes what is not open there
<script>x()</script>                               | a script in the page itself
<script type="module">x()</script>                 | a script in the page itself
<script type="application/ld+json">{"a":</script>  | what the page says to machines is not JSON
<form action="https://example.org/"></form>        | loaded from elsewhere
<link rel="preload" href="https://example.org/a.css">    | loaded from elsewhere
<script src="https://example.org/x.js"></script>   | loaded from elsewhere
<script src="//example.org/x.js"></script>         | another
<link rel="stylesheet" href="https://example.org/a.css"> | loaded from elsewhere
<style>p{}</style>                                 | a style sheet in the page itself
<p style="color:red">a</p>                         | a style in <p> itself
<p onclick="x()">a</p>                             | an event handler in <p>
<a href="/index.html">a</a>                        | an absolute address
<a href="../x.html">a</a>                          | leads out of the site
<a href="x.html">a</a>                             | a dead link
<a href="index.html#x">a</a>                       | a dead anchor
<a href="javascript:x()">a</a>                     | the scheme or host of another
<a href="http://example.org">a</a>                 | the scheme or host of another
<a href="https://example.org/">a</a>               | a link to another site without rel=noopener
<a href="https://example.org/" rel="noopener">a</a>| a link to another site without rel=external
<a href="index.html" ping="https://example.org/">a</a> | loaded from elsewhere
<img src="https://example.org/a.png" alt="a">      | loaded from elsewhere
<iframe src="https://example.org/" title="a"></iframe> | loaded from elsewhere
<svg aria-hidden="true"><use href="https://example.org/a.svg#a"/></svg> | loaded from elsewhere
<a href="index.html"></a>                          | <a> says nothing
<button type="button"></button>                    | <button> says nothing
<input type="checkbox">                            | <input> has no label
<iframe src="index.html"></iframe>                 | a frame without a title
<p>a<div>b</div></p>                               | <div> in <p>, which holds running text alone
<p><span><p>b</p></span></p>                       | <p> in <p>, which holds running text alone
<h1><span><div>A</div></span></h1>                 | <div> in <span>
<button type="button"><ul><li>A</li></ul></button> | <ul> in <button>
<a href="index.html"><button type="button">A</button></a> | <button> in <a>: one cannot be pressed without the other
<details><summary>A <a href="index.html">b</a></summary></details> | <a> in <summary>
<label>A <button type="button">b</button></label>  | <button> in <label>
<label>A <label>b</label></label>                  | <label> in <label>
<li>a</li>                                         | <li> in <body>: it stands in ul, ol, menu
<ul><p>a</p></ul>                                  | <p> in <ul>, which holds only li
<dl><p>a</p></dl>                                  | <p> in <dl>, which holds only div, dt, dd
<table><tr><td>a</td></tr></table>                 | a table without headers
<main></main><main></main>                         | a second main
<p lang="english">a</p>                            | not a language: lang="english"
<p dir="left">a</p>                                | not a direction: dir="left"
<p aria-describedby="none">a</p>                   | aria-describedby names an id that is not there: "none"
<nav aria-labelledby="b c"></nav><p id="b">a</p>   | aria-labelledby names an id that is not there: "c"
<button type="button" popovertarget="none">a</button> | popovertarget names an id that is not there
<label for="none">a</label>                        | for names an id that is not there
<button type="button" aria-controls="">a</button>  | <button> has an empty aria-controls
<input id="a"><label for="b">a</label><p id="b">b</p> | <input> has no label
`

func TestWhatIsWrongIsFound(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		body, said, ok := strings.Cut(line, "|")
		require.True(t, ok, line)
		findings := check(t, map[string]string{"index.html": page(body)})
		if assert.NotEmpty(t, findings, line) {
			assert.Contains(t, strings.Join(findings, "\n"), strings.TrimSpace(said), line)
		}
	}
}

func TestAPageAsAWholeNeedsLanguageTitleAndPolicy(t *testing.T) {
	findings := check(t, map[string]string{"a.html": "<!doctype html><html><head></head><body><h1>A</h1></body></html>"})
	assert.Equal(t, []string{
		"a.html:0: the page has no Content-Security-Policy",
		"a.html:0: the page has no language on <html>",
		"a.html:0: the page has no title",
	}, findings)
	loose := strings.Replace(page("<h1>A</h1>"), "script-src 'self'", "script-src * 'unsafe-inline'", 1)
	assert.Len(t, check(t, map[string]string{"a.html": loose}), 2)
}

func TestFindingsNameTheLine(t *testing.T) {
	findings := check(t, map[string]string{"a.html": page("<h1>A</h1>\n<p>\n<svg aria-hidden=\"true\">\n<g onload=\"x()\"/></svg>\n<a href=\"b.html\">b</a></p>")})
	assert.Equal(t, []string{
		`a.html:4: in a drawing: an event handler in <g>: onload`,
		`a.html:5: a dead link: "b.html"`,
	}, findings)
}
