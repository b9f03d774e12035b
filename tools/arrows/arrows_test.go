package arrows_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/arrows"
)

func TestTheProjectsArrowsPointOneWay(t *testing.T) {
	for _, forBrowser := range []bool{false, true} {
		g, err := arrows.Load(forBrowser)
		require.NoError(t, err)
		assert.Contains(t, paths(g), "engine/units", "the list is of this project")
		assert.Empty(t, arrows.Check(g), "built for the browser: %v", forBrowser)
	}
}

func paths(g arrows.Graph) []string {
	var all []string
	for _, p := range g.Packages {
		all = append(all, p.Path)
	}
	return all
}

// Each line is one wrong import and a part of what must be said of it, or "-"
// where it is right: package, imported, where, what is said.
const cases = `
engine/units     engine/therapy                        both     points the other way
engine/therapy   engine/units                          both     -
engine/therapy   engine/pump                           both     points the other way
engine/pump      engine/session                        both     points the other way
engine/session   engine/scenario                       both     points the other way
engine/scenario  engine/session                        both     -
engine/pump      time                                  both     knows no world
engine/pump      os                                    both     knows no world
engine/pump      os/exec                               both     knows no world
engine/units     sync/atomic                           both     knows no world
engine/session   log/slog                              both     knows no world
engine/session   math/rand/v2                          both     knows no world
engine/scenario  net/http                              both     knows no world
engine/pump      syscall/js                            browser  same on every platform
engine/units     math/bits                             both     -
engine/scenario  engine/document                       both     -
engine/scenario  github.com/goccy/go-yaml/parser       both     does without that library
engine/scenario  engine/drive                          both     points the other way
engine/document  github.com/goccy/go-yaml/parser       both     does without that library
engine/document  engine/pump                           both     points the other way
engine/drive     engine/scenario                       both     -
engine/drive     engine/document                       both     -
engine/drive     time                                  both     knows no world
engine/drive     wasm/app                              both     points the other way
content/drives   engine/drive                          both     points the other way
engine/pump      github.com/goccy/go-yaml              both     does without that library
engine/scenario  wasm/app                              both     points the other way
engine/units     site/theme                            both     points the other way
wasm/panel       wasm/app                              both     points the other way
wasm/panel       engine/units                          both     points the other way
wasm/panel       syscall/js                            browser  same on every platform
wasm/app         wasm/panel                            both     -
wasm/app         engine/session                        both     -
wasm/app         wasm/canvas                           both     points the other way
wasm/app         wasm/mirror                           both     points the other way
wasm/app         github.com/hajimehoshi/ebiten/v2      browser  same on every platform
wasm/paint       github.com/hajimehoshi/ebiten/v2/text browser  same on every platform
wasm/canvas      github.com/hajimehoshi/ebiten/v2      browser  -
wasm/canvas      github.com/hajimehoshi/ebiten/v2      native   only files built for js
wasm/canvas      wasm/app                              both     points the other way
wasm/mirror      syscall/js                            browser  -
wasm/mirror      syscall/js                            native   only files built for js
wasm/mirror      wasm/canvas                           both     points the other way
wasm/simulator   wasm/mirror                           both     -
wasm/simulator   site/theme                            both     points the other way
site/theme       engine/scenario                       both     -
site/theme       wasm/panel                            both     points the other way
site/theme       tools/idd                             both     points the other way
site/theme       github.com/yuin/goldmark              both     -
wasm/app         tools/browser                         both     points the other way
tools/idd        site/theme                            both     -
tools/idd        wasm/panel                            both     points the other way
wasm/app         content/scenarios                     both     points the other way
content/scenarios engine/units                         both     points the other way
tools/bench/bare engine/units                          both     points the other way
`

func TestAWrongImportIsNamedAndARightOneIsNot(t *testing.T) {
	known := packages(cases)
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		f := strings.Fields(line)
		from, to, where, said := f[0], f[1], f[2], strings.Join(f[3:], " ")
		for _, inBrowser := range []bool{false, true} {
			if where != "both" && inBrowser != (where == "browser") {
				continue
			}
			g := arrows.Graph{Browser: inBrowser, Packages: append([]arrows.Package{{Path: from, Imports: []string{to}}}, known...)}
			got := arrows.Check(g)
			if said == "-" {
				assert.Empty(t, got, line)
				continue
			}
			if assert.Len(t, got, 1, line) {
				assert.Contains(t, got[0], from+" imports "+to)
				assert.Contains(t, got[0], said)
			}
		}
	}
}

// packages are the project's packages that the cases speak of, each without
// imports.
func packages(cases string) []arrows.Package {
	var all []arrows.Package
	for _, word := range strings.Fields(cases) {
		for _, top := range []string{"engine/", "wasm/", "site/", "tools/", "content/"} {
			if strings.HasPrefix(word, top) {
				all = append(all, arrows.Package{Path: word})
			}
		}
	}
	return all
}

func TestAPackageWithoutARuleIsNamed(t *testing.T) {
	g := arrows.Graph{Packages: []arrows.Package{{Path: "engine/common"}, {Path: "wasm/helpers"}, {Path: "misc"}}}
	assert.Equal(t, []string{
		"engine/common: no rule says what it may import",
		"misc: no rule says what it may import",
		"wasm/helpers: no rule says what it may import",
	}, arrows.Check(g))
}

func TestTestsAreBoundWhereItMatters(t *testing.T) {
	check := func(path, imported string) []string {
		return arrows.Check(arrows.Graph{Packages: []arrows.Package{{Path: path, TestImports: []string{imported}}}})
	}
	assert.Empty(t, check("engine/pump", "os"), "a test may read its golden files")
	assert.Empty(t, check("engine/therapy", "engine/scenario"))
	assert.Empty(t, check("tools/idd", "tools/browser"))
	assert.Len(t, check("engine/pump", "tools/browser"), 1)
	assert.Len(t, check("site/theme", "wasm/panel"), 1)
	assert.Len(t, check("wasm/mirror", "syscall/js"), 1)
}
