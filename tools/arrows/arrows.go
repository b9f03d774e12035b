// Package arrows holds the rules of who may import whom, and checks them.
//
// The parts of the project point one way:
//
//	units <- therapy <- pump <- session <- scenario <- drive, practice
//	units <- document <- scenario
//	panel <- paint <- canvas
//	panel <- mirror
//	panel <- message <- form <- app, ward
//	app, ward, canvas, mirror <- simulator
//
// The site stands on the engine and never on the simulator, which it only
// serves; the simulator stands on the engine; nothing stands on the tools. The
// content knows no code; it is handed in as files, and tests read it.
// The engine asks neither the clock nor the machine nor chance for anything,
// or the same session would not give the same log everywhere. The screen
// library and the browser's own functions live only in files built for the
// browser, so that everything else builds and is tested on any machine.
//
// A package that no rule speaks of breaks the rules: who adds one says here
// where it stands.
package arrows

import (
	"fmt"
	"sort"
	"strings"
)

// Package is what the rules look at of a package on one platform.
type Package struct {
	Path        string   // from the root of the module: "engine/pump"
	Imports     []string // project packages by such a path, all others by their own
	TestImports []string // what its tests import besides
}

// Graph is all the packages of the project, as built for one platform.
type Graph struct {
	Browser  bool // built for js/wasm
	Packages []Package
}

// part is a package, or with a last element "..." a folder and every package
// below it, and what it may import.
type part struct {
	name   string
	may    []string // project packages, "..." as in the name
	others []string // modules outside the standard library
	pure   bool     // the same on every platform: never the browser or the screen
	never  []string // packages of the standard library, with all below them
}

// aside is what would let the world into the engine's sums.
var aside = []string{"time", "os", "sync", "log", "math/rand", "syscall", "net", "runtime", "unsafe", "crypto/rand"}

var parts = []part{
	{name: "engine/units", pure: true, never: aside},
	{name: "engine/therapy", pure: true, never: aside, may: []string{"engine/units"}},
	{name: "engine/pump", pure: true, never: aside, may: []string{"engine/units", "engine/therapy"}},
	{name: "engine/session", pure: true, never: aside, may: []string{"engine/units", "engine/therapy", "engine/pump"}},
	{name: "engine/body", pure: true, never: aside, may: []string{"engine/units"}},
	{name: "engine/document", pure: true, never: aside, may: []string{"engine/units"}},
	{name: "engine/packed", pure: true, never: aside},
	{name: "engine/scenario", pure: true, never: aside,
		may: []string{"engine/units", "engine/therapy", "engine/pump", "engine/session", "engine/document"}},
	{name: "engine/drive", pure: true, never: aside,
		may: []string{"engine/units", "engine/pump", "engine/session", "engine/document", "engine/scenario"}},
	{name: "engine/practice", pure: true, never: aside,
		may: []string{"engine/units", "engine/therapy", "engine/pump", "engine/session", "engine/document", "engine/packed", "engine/scenario"}},

	{name: "wasm/panel", pure: true},
	{name: "wasm/paint", pure: true, may: []string{"wasm/panel"}, others: []string{"golang.org/x/image"}},
	{name: "wasm/keep", pure: true, may: []string{"engine/..."}},
	{name: "wasm/timeline", pure: true,
		may: []string{"wasm/panel", "engine/units", "engine/therapy", "engine/pump", "engine/session", "engine/body"}},
	{name: "wasm/message", pure: true, may: []string{"wasm/panel"}},
	{name: "wasm/form", pure: true, may: []string{"wasm/panel", "wasm/message"}},
	{name: "wasm/app", pure: true,
		may: []string{"wasm/panel", "wasm/message", "wasm/form", "wasm/keep", "wasm/picture", "wasm/timeline", "engine/..."}},
	{name: "wasm/sample", pure: true, may: []string{"wasm/panel", "wasm/message", "wasm/form", "wasm/paint"}, others: anything},
	{name: "wasm/ward", pure: true, may: []string{"wasm/panel", "wasm/message", "wasm/form", "engine/..."}},
	{name: "wasm/picture", pure: true, may: []string{"wasm/panel", "engine/units"}},
	{name: "wasm/errands", may: []string{"wasm/message", "wasm/form"}},
	{name: "wasm/mirror", may: []string{"wasm/panel"}},
	{name: "wasm/canvas", may: []string{"wasm/panel", "wasm/paint"}, others: []string{ebiten}},
	{name: "wasm/simulator", may: []string{"wasm/...", "engine/..."}, others: []string{ebiten}},

	{name: "content/...", pure: true},

	{name: "site/...", pure: true, may: []string{"site/...", "engine/..."}, others: anything},
	{name: "tools/bench/bare", others: []string{ebiten}},
	{name: "tools/...", may: []string{"tools/...", "site/...", "engine/...", "content/..."}, others: anything},
}

// anything is for parts that may use what library they like.
var anything = []string{""}

const (
	ebiten  = "github.com/hajimehoshi/ebiten/v2"
	browser = "syscall/js"
)

// Check returns a line for each import of the graph that points the wrong
// way, and for each package that no rule speaks of; sorted, and none when all
// is well.
func Check(g Graph) []string {
	ours := map[string]bool{}
	for _, p := range g.Packages {
		ours[p.Path] = true
	}
	var wrong []string
	for _, p := range g.Packages {
		rule, ok := ruleFor(p.Path)
		if !ok {
			wrong = append(wrong, fmt.Sprintf("%s: no rule says what it may import", p.Path))
			continue
		}
		for _, i := range p.Imports {
			if why := rule.against(i, ours, g.Browser); why != "" {
				wrong = append(wrong, fmt.Sprintf("%s imports %s: %s", p.Path, i, why))
			}
		}
		for _, i := range p.TestImports {
			if why := againstInTest(p.Path, i, g.Browser); why != "" {
				wrong = append(wrong, fmt.Sprintf("a test of %s imports %s: %s", p.Path, i, why))
			}
		}
	}
	sort.Strings(wrong)
	return wrong
}

// ruleFor finds a package's rule: its own before its folder's.
func ruleFor(path string) (part, bool) {
	for _, r := range parts {
		if covers(r.name, path) {
			return r, true
		}
	}
	return part{}, false
}

// against says why the part may not import a package, or nothing.
func (r part) against(imported string, ours map[string]bool, inBrowser bool) string {
	switch {
	case isScreen(imported) && !inBrowser:
		return "only files built for js may"
	case isScreen(imported) && r.pure:
		return "this part is the same on every platform"
	case ours[imported] && !coversAny(r.may, imported):
		return "the arrow points the other way"
	case ours[imported]:
		return ""
	case isStandard(imported):
		if coversBelow(r.never, imported) {
			return "the engine knows no world outside its session"
		}
		return ""
	case !coversBelow(r.others, imported):
		return "this part does without that library"
	}
	return ""
}

// againstInTest is what holds for tests, which otherwise may import what
// helps them: they run on every platform too, and tools are for people.
func againstInTest(path, imported string, inBrowser bool) string {
	switch {
	case isScreen(imported) && !inBrowser:
		return "only files built for js may"
	case covers("tools/...", imported) && !covers("tools/...", path):
		return "nothing stands on the tools"
	case covers("wasm/...", imported) && !covers("wasm/...", path):
		return "the simulator is known to itself alone"
	}
	return ""
}

// isScreen says whether a package works in a browser alone.
func isScreen(imported string) bool {
	return imported == browser || coversBelow([]string{ebiten}, imported)
}

// isStandard says whether a package is of the standard library, whose paths
// have no dot in their first element.
func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

// covers says whether a rule's name, possibly of a folder, is about a package.
func covers(name, path string) bool {
	folder, isFolder := strings.CutSuffix(name, "/...")
	return path == name || isFolder && (path == folder || strings.HasPrefix(path, folder+"/"))
}

func coversAny(names []string, path string) bool {
	for _, n := range names {
		if covers(n, path) {
			return true
		}
	}
	return false
}

// coversBelow says whether a package is one of the roots or below one. The
// root "" is above everything.
func coversBelow(roots []string, path string) bool {
	for _, r := range roots {
		if r == "" || r == path || strings.HasPrefix(path, r+"/") {
			return true
		}
	}
	return false
}
