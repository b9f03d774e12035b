package browser

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Node is a thing of the page as assistive technology is told of it.
type Node struct {
	Role        string
	Name        string
	Description string
	Value       string
	State       map[string]string // disabled, checked, pressed, expanded, focusable, live, … as text

	backend cdp.BackendNodeID
}

// String is how a message names a node: button "Ask for a dose".
func (n Node) String() string { return fmt.Sprintf("%s %q", n.Role, n.Name) }

// Tree returns every node that is not hidden from assistive technology, of
// the page and then of its frames, each in reading order.
func (p *Page) Tree() ([]Node, error) {
	frames, err := chromedp.Call(p.ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return nil, fmt.Errorf("reading the page's frames: %w", err)
	}
	return p.subtree(frames.FrameTree)
}

func (p *Page) subtree(t *page.FrameTree) ([]Node, error) {
	r, err := chromedp.Call(p.ctx, accessibility.GetFullAXTree,
		accessibility.GetFullAXTreeParams{FrameID: t.Frame.ID})
	if err != nil {
		return nil, fmt.Errorf("reading the accessibility tree of %s: %w", t.Frame.URL, err)
	}
	nodes := readingOrder(r.Nodes)
	for _, child := range t.ChildFrames {
		more, err := p.subtree(child)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, more...)
	}
	return nodes, nil
}

// readingOrder walks the tree from its root, which the protocol gives first;
// the list itself comes level by level.
func readingOrder(all []*accessibility.Node) []Node {
	byID := make(map[accessibility.NodeID]*accessibility.Node, len(all))
	for _, n := range all {
		byID[n.NodeID] = n
	}
	var nodes []Node
	var walk func(*accessibility.Node)
	walk = func(n *accessibility.Node) {
		if !n.Ignored {
			nodes = append(nodes, node(n))
		}
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				walk(child)
			}
		}
	}
	if len(all) > 0 {
		walk(all[0])
	}
	return nodes
}

func node(n *accessibility.Node) Node {
	out := Node{
		Role: text(n.Role), Name: text(n.Name), Description: text(n.Description), Value: text(n.Value),
		State: map[string]string{}, backend: n.BackendDOMNodeID,
	}
	for _, property := range n.Properties {
		out.State[string(property.Name)] = text(property.Value)
	}
	return out
}

// text is a value as text; a text loses its quotes.
func text(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var s string
	if json.Unmarshal(v.Value, &s) == nil {
		return s
	}
	return string(v.Value)
}

// Find waits for exactly one node of that role with that accessible name.
func (p *Page) Find(role, name string) (Node, error) {
	return p.FindLike(role, "^"+regexp.QuoteMeta(name)+"$")
}

// FindLike is [Page.Find] for a name that matches a regular expression.
func (p *Page) FindLike(role, pattern string) (Node, error) {
	wanted, err := regexp.Compile(pattern)
	if err != nil {
		return Node{}, err
	}
	var found []Node
	err = p.Until(fmt.Sprintf("one %s named %s", role, pattern), func() (bool, error) {
		tree, err := p.Tree()
		if err != nil {
			return false, err
		}
		found = nil
		var others []string
		for _, n := range tree {
			if n.Role == role && wanted.MatchString(n.Name) {
				found = append(found, n)
			} else if n.Role == role {
				others = append(others, n.Name)
			}
		}
		if len(found) != 1 {
			return false, fmt.Errorf("found %d; other nodes of that role: %q; %s", len(found), others, p.notes.summary())
		}
		return true, nil
	})
	if err != nil {
		return Node{}, err
	}
	return found[0], nil
}

// Focused returns the node that has the keyboard, in whatever frame. With
// none, it is the page itself.
func (p *Page) Focused() (Node, error) {
	const active = `(() => {
		let at = document.activeElement;
		while (at && at.tagName === 'IFRAME' && at.contentDocument && at.contentDocument.activeElement
			&& at.contentDocument.activeElement !== at.contentDocument.body) at = at.contentDocument.activeElement;
		return at;
	})()`
	object, err := chromedp.Run(p.ctx, chromedp.Evaluate[*runtime.RemoteObject](active))
	if err != nil {
		return Node{}, fmt.Errorf("asking what has the keyboard: %w", err)
	}
	alone := false
	r, err := chromedp.Call(p.ctx, accessibility.GetPartialAXTree,
		accessibility.GetPartialAXTreeParams{ObjectID: object.ObjectID, FetchRelatives: &alone})
	if err != nil {
		return Node{}, fmt.Errorf("asking what has the keyboard: %w", err)
	}
	return node(r.Nodes[0]), nil
}

// On calls a JavaScript function with the node's element as its this, and
// returns the result.
func On[T any](p *Page, n Node, function string) (T, error) {
	var v T
	element, err := chromedp.Call(p.ctx, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: n.backend})
	if err != nil {
		return v, fmt.Errorf("%v is no longer in the page: %w", n, err)
	}
	byValue := true
	r, err := chromedp.Call(p.ctx, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
		ObjectID: element.Object.ObjectID, FunctionDeclaration: function, ReturnByValue: &byValue,
	})
	if err != nil {
		return v, fmt.Errorf("%v: %w", n, err)
	}
	if r.ExceptionDetails != nil {
		return v, fmt.Errorf("%v: %s", n, exception(r.ExceptionDetails))
	}
	if len(r.Result.Value) == 0 {
		return v, nil
	}
	return v, json.Unmarshal(r.Result.Value, &v)
}

// names are the nodes as one line of text.
func names(nodes []Node) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = n.String()
	}
	return strings.Join(parts, ", ")
}
