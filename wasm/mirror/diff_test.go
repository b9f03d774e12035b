package mirror_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/wasm/mirror"
	"iddtestdrive/wasm/panel"
)

// paper is a page that is not in a browser: it carries patches out on plain
// values, and complains of a patch that names what is not there.
type paper struct {
	children map[string][]string
	shown    map[string]panel.Node
	ground   map[string]panel.Token
	touched  []string
}

func newPaper() *paper {
	return &paper{children: map[string][]string{}, shown: map[string]panel.Node{}, ground: map[string]panel.Token{}}
}

func (p *paper) apply(t require.TestingT, patches []mirror.Patch) {
	for _, patch := range patches {
		p.touched = append(p.touched, patch.ID)
		switch patch.Kind {
		case mirror.Insert:
			require.NotContains(t, p.shown, patch.ID, "inserted twice")
			p.shown[patch.ID], p.ground[patch.ID] = own(patch.Node), patch.Ground
			p.put(t, patch)
		case mirror.Move:
			require.Contains(t, p.shown, patch.ID)
			p.take(patch.ID)
			p.put(t, patch)
		case mirror.Remove:
			p.remove(t, patch.ID)
		case mirror.Update:
			require.Contains(t, p.shown, patch.ID)
			require.Equal(t, own(patch.Was), p.shown[patch.ID])
			p.shown[patch.ID], p.ground[patch.ID] = own(patch.Node), patch.Ground
		}
	}
}

func (p *paper) put(t require.TestingT, patch mirror.Patch) {
	siblings := p.children[patch.Parent]
	at := len(siblings)
	if patch.Before != "" {
		at = slices.Index(siblings, patch.Before)
		require.GreaterOrEqual(t, at, 0, "%s goes before %s, which is not in %q", patch.ID, patch.Before, patch.Parent)
	}
	p.children[patch.Parent] = slices.Insert(siblings, at, patch.ID)
}

func (p *paper) take(id string) {
	for parent, ids := range p.children {
		p.children[parent] = slices.DeleteFunc(slices.Clone(ids), func(i string) bool { return i == id })
	}
}

func (p *paper) remove(t require.TestingT, id string) {
	require.Contains(t, p.shown, id, "removed what is not there")
	p.take(id)
	for _, c := range p.children[id] {
		p.remove(t, c)
	}
	delete(p.children, id)
	delete(p.shown, id)
}

func (p *paper) String() string {
	var b strings.Builder
	p.write(&b, "", 0)
	return b.String()
}

func (p *paper) write(b *strings.Builder, parent string, depth int) {
	for _, id := range p.children[parent] {
		n := p.shown[id]
		fmt.Fprintf(b, "%s%s %s %q %q %v on %s\n", strings.Repeat("  ", depth), id, n.Role, n.Name, n.Value, n.Bounds, p.ground[id])
		p.write(b, id, depth+1)
	}
}

func own(n *panel.Node) panel.Node {
	c := *n
	c.Children, c.Look, c.Focused = nil, panel.Look{}, false
	return c
}

// tree draws a random panel whose IDs keep their place in no order at all.
func tree() *rapid.Generator[*panel.Node] {
	return rapid.Custom(func(t *rapid.T) *panel.Node {
		ids := rapid.Permutation([]string{"a", "b", "c", "d", "e", "f", "g"}).Draw(t, "ids")
		ids = ids[:rapid.IntRange(0, len(ids)).Draw(t, "count")]
		nodes := []*panel.Node{{ID: "root", Role: panel.Region, Name: "root"}}
		for _, id := range ids {
			nodes = append(nodes, &panel.Node{ID: id,
				Role:   rapid.SampledFrom([]panel.Role{panel.None, panel.Text, panel.Region, panel.Button, panel.List}).Draw(t, "role"),
				Name:   rapid.SampledFrom([]string{"one", "two"}).Draw(t, "name"),
				Look:   panel.Look{Fill: rapid.SampledFrom([]panel.Token{"", "coral"}).Draw(t, "fill")},
				Bounds: panel.Rect{X: float64(rapid.IntRange(0, 2).Draw(t, "x"))}})
		}
		for i := len(nodes) - 1; i > 0; i-- {
			parent := nodes[rapid.IntRange(0, i-1).Draw(t, "parent")]
			parent.Children = append([]panel.Node{*nodes[i]}, parent.Children...)
		}
		return nodes[0]
	})
}

func TestThePatchesTurnAnyPageIntoAnyOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		page := newPaper()
		var was *panel.Node
		for _, is := range rapid.SliceOfN(tree(), 1, 4).Draw(t, "trees") {
			page.apply(t, mirror.Diff(was, is))
			fresh := newPaper()
			fresh.apply(t, mirror.Diff(nil, is))
			require.Equal(t, fresh.String(), page.String())
			was = is
		}
	})
}

func TestAPanelThatStaysTouchesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		is := tree().Draw(t, "tree")
		assert.Empty(t, mirror.Diff(is, is))
	})
}

func TestOnlyWhatChangedIsTouched(t *testing.T) {
	was := &panel.Node{ID: "r", Role: panel.Region, Children: []panel.Node{
		{ID: "time", Role: panel.Text, Value: "08:00"}, {ID: "ask", Role: panel.Button, Name: "Ask"},
	}}
	is := &panel.Node{ID: "r", Role: panel.Region, Children: []panel.Node{
		{ID: "time", Role: panel.Text, Value: "08:01"}, {ID: "ask", Role: panel.Button, Name: "Ask"},
	}}
	patches := mirror.Diff(was, is)
	require.Len(t, patches, 1)
	assert.Equal(t, mirror.Update, patches[0].Kind)
	assert.Equal(t, "time", patches[0].ID)
}

// A screen reader hears an announcement again only if it is a new element.
func TestSayingTheSameAgainIsANewElement(t *testing.T) {
	say := func(id string) *panel.Node {
		return &panel.Node{ID: "say", Role: panel.Polite, Children: []panel.Node{{ID: id, Role: panel.Text, Value: "Not yet."}}}
	}
	kinds := map[mirror.Kind]string{}
	for _, p := range mirror.Diff(say("say.1"), say("say.2")) {
		kinds[p.Kind] = p.ID
	}
	assert.Equal(t, map[mirror.Kind]string{mirror.Remove: "say.1", mirror.Insert: "say.2"}, kinds)
}

// A picture's parts can be pressed; on the page they come after it, for what
// is inside a picture cannot be reached.
func TestWhatStandsInAThingThatHoldsNothingComesRightAfterIt(t *testing.T) {
	page := newPaper()
	page.apply(t, mirror.Diff(nil, &panel.Node{ID: "r", Role: panel.Region, Children: []panel.Node{
		{ID: "body", Role: panel.Picture, Children: []panel.Node{
			{ID: "line", Children: []panel.Node{{ID: "tip", Role: panel.Button}}}}},
		{ID: "after", Role: panel.Text},
	}}))
	assert.Equal(t, []string{"body", "tip", "after"}, page.children["r"])
	assert.Empty(t, page.children["body"])
}

func TestAnElementKnowsWhatItStandsOn(t *testing.T) {
	page := newPaper()
	page.apply(t, mirror.Diff(nil, &panel.Node{ID: "r", Role: panel.Region, Look: panel.Look{Fill: "paper"}, Children: []panel.Node{
		{ID: "strip", Look: panel.Look{Fill: "plum-soft"}, Children: []panel.Node{{ID: "alarm", Role: panel.Text}}},
		{ID: "ask", Role: panel.Button, Look: panel.Look{Fill: "coral"}},
		{ID: "plain", Role: panel.Text},
	}}))
	assert.Equal(t, map[string]panel.Token{"r": "paper", "alarm": "plum-soft", "ask": "coral", "plain": ""}, page.ground)
}

func TestTheKeyboardStaysAsNearAsItCan(t *testing.T) {
	page := func(ids ...string) *panel.Node {
		n := &panel.Node{ID: "screen", Role: panel.Region, Children: []panel.Node{{ID: "guide", Role: panel.Region}, {ID: "clock", Role: panel.Region}}}
		for _, id := range ids {
			n.Children[0].Children = append(n.Children[0].Children, panel.Node{ID: id, Role: panel.Button})
		}
		return n
	}
	for _, c := range []struct {
		was, is *panel.Node
		want    string
	}{
		{page("go"), page("go"), "go"},
		{page("go"), page(), "guide"},
		{page("go"), &panel.Node{ID: "screen", Role: panel.Region}, "screen"},
		{page("go"), &panel.Node{ID: "other", Role: panel.Region}, ""},
		{page(), page(), ""},
		{nil, page(), ""},
	} {
		assert.Equal(t, c.want, mirror.Refuge(c.was, c.is, "go"))
	}
}
