package markdown

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// target returns the address that a link written in a page leads to, and
// records a mistake where there is none.
func (t *walk) target(n ast.Node, written []byte) []byte {
	at := linkStart(n)
	u, err := url.Parse(string(written))
	if err != nil {
		t.wrong(at, "not an address: "+quoted(string(written)), "")
		return written
	}
	switch {
	case u.Scheme != "":
		t.foreign(at, n, u)
		return written
	case u.Host != "" || strings.HasPrefix(u.Path, "/"):
		t.wrong(at, "an address from the root of a host: "+quoted(string(written)), "write it relative to this page, so that the site works in any folder")
		return written
	case u.RawQuery != "":
		t.wrong(at, "an address with a question mark: "+quoted(string(written)), "name a page or a file")
		return written
	}
	return []byte(t.own(at, u))
}

// foreign checks an address with a scheme, and marks a link that leaves the
// site as such.
func (t *walk) foreign(at int, n ast.Node, u *url.URL) {
	switch u.Scheme {
	case "https":
		n.SetAttributeString("rel", []byte("noopener external"))
	case "mailto", "tel":
	case "http":
		t.wrong(at, "an address without encryption: "+quoted(u.String()), "write https://")
	default:
		t.wrong(at, "an address with the scheme "+quoted(u.Scheme), "allowed: https, mailto, tel")
	}
}

// own returns the address of a page or file of the site.
func (t *walk) own(at int, u *url.URL) string {
	if u.Path == "" {
		t.link(at, t.page.source.File, u.Fragment)
		return "#" + u.EscapedFragment()
	}
	if path.Ext(u.Path) != ".md" {
		asset, err := t.around.File(u.Path)
		if err != nil {
			t.wrong(at, err.Error(), "")
		}
		return asset.Address
	}
	address, full, err := t.around.Page(u.Path)
	if err != nil {
		t.wrong(at, err.Error(), "")
		return ""
	}
	t.link(at, full, u.Fragment)
	if u.Fragment != "" {
		address += "#" + u.EscapedFragment()
	}
	return address
}

// link keeps a link to an anchor for the check when all pages are known.
func (t *walk) link(at int, full, anchor string) {
	if anchor != "" {
		t.body.Links = append(t.body.Links, Link{Page: full, Anchor: anchor, Offset: t.page.source.Body + max(at, 0)})
	}
}

// autoLink refuses a bare address of a kind that a link may not have.
func (t *walk) autoLink(n *ast.AutoLink) {
	u, err := url.Parse(string(n.URL(t.source)))
	if err != nil || n.AutoLinkType == ast.AutoLinkEmail {
		return
	}
	t.foreign(linkStart(n), n, u)
}

// image finds a picture's file and size.
func (t *walk) image(n *ast.Image) {
	at, written := linkStart(n), string(n.Destination)
	if strings.TrimSpace(plain(n, t.source)) == "" {
		t.wrong(at, "a picture without a text alternative", "say between the brackets what it shows: ![…]("+written+")")
	}
	if u, err := url.Parse(written); err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(written, "/") {
		t.wrong(at, "a picture from elsewhere: "+quoted(written), "put the file beside the page: the site asks nothing of other hosts")
		return
	}
	if path.Ext(written) == ".svg" {
		t.wrong(at, "a drawing as a picture: "+quoted(written), "write ::: figure src="+written+` alt="…", so that it takes the page's colours`)
		return
	}
	asset, err := t.around.File(written)
	switch {
	case err != nil:
		t.wrong(at, err.Error(), "")
	case asset.Width == 0:
		t.wrong(at, "not a picture: "+quoted(written), "PNG and JPEG can be shown")
	}
	n.Destination = []byte(asset.Address)
	n.SetAttributeString("width", []byte(strconv.Itoa(asset.Width)))
	n.SetAttributeString("height", []byte(strconv.Itoa(asset.Height)))
}

// linkStart returns where a link begins, or the nearest place known to lie
// before it.
func linkStart(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Pos() >= 0 {
			return n.Pos()
		}
	}
	return 0
}
