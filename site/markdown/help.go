package markdown

import "github.com/yuin/goldmark/util"

// Help is somebody to call.
type Help struct {
	Label   string // who it is: "Emergency number in Germany"
	Number  string // as people write it
	Address string // that calls it: "tel:112"
	Note    string // when they can be called; may be ""
}

// helpLines writes whom to call, at the foot of an emergency call-out. A site
// that knows nobody writes nothing.
func helpLines(w util.BufWriter, help []Help) {
	if len(help) == 0 {
		return
	}
	write(w, "<ul class=\"help\">\n")
	for _, h := range help {
		write(w, "<li>", escaped(h.Label), `: <a href="`, escaped(h.Address), `">`, escaped(h.Number), "</a>")
		if h.Note != "" {
			write(w, " <span>", escaped(h.Note), "</span>")
		}
		write(w, "</li>\n")
	}
	write(w, "</ul>\n")
}
