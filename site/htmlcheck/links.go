package htmlcheck

import (
	"io/fs"
	"net/url"
	"path"
	"strings"
)

// missing is the page that hosts show under any address, however deep. It alone
// may have addresses from the root of the host, and says where there the site is.
const missing = "404.html"

// links checks every address that the page names against the files of the
// site.
func (p *page) links(site fs.FS, pages map[string]*page) {
	for _, ref := range p.refs {
		if strings.HasPrefix(ref.address, "data:") {
			continue // the policy says where such an address may stand
		}
		u, err := url.Parse(ref.address)
		switch {
		case err != nil:
			p.wrong(ref.line, "not an address: %q", ref.address)
		case u.Scheme != "" && ref.loads:
			p.wrong(ref.line, "something is loaded from elsewhere: %q", ref.address)
		case u.Scheme == "https" || u.Scheme == "mailto" || u.Scheme == "tel":
			// a link that a reader may follow
		case u.Scheme != "" || u.Host != "":
			p.wrong(ref.line, "an address with the scheme or host of another: %q", ref.address)
		case p.name == missing && p.root != "" && strings.HasPrefix(u.Path, p.root):
			u.Path = strings.TrimPrefix(u.Path, p.root)
			p.target(ref, u, site, pages)
		case strings.HasPrefix(u.Path, "/"):
			p.wrong(ref.line, "an absolute address: %q", ref.address)
		default:
			p.target(ref, u, site, pages)
		}
	}
}

func (p *page) target(ref reference, u *url.URL, site fs.FS, pages map[string]*page) {
	name := p.name
	if u.Path != "" {
		name = path.Join(path.Dir(p.name), u.Path)
	}
	if strings.HasPrefix(name, "..") {
		p.wrong(ref.line, "an address that leads out of the site: %q", ref.address)
		return
	}
	if _, err := fs.Stat(site, name); err != nil {
		p.wrong(ref.line, "a dead link: %q", ref.address)
		return
	}
	if target := pages[name]; target != nil && u.Fragment != "" && !target.ids[u.Fragment] {
		p.wrong(ref.line, "a dead anchor: %q", ref.address)
	}
}
