package app

import "iddtestdrive/wasm/panel"

// keep is the panel of keeping and sharing: a link, files, a picture, paper, and
// a file read back.
func (d *draft) keep(at panel.Rect) panel.Node {
	return d.card("keep", d.words("keep.name"), at, func(in panel.Rect) []panel.Node {
		ways := []block{
			d.press(idShare, d.words("keep.share")), d.press(idReport, d.words("keep.report")),
			d.press(idFile, d.words("keep.file")), d.press(idCSV, d.words("keep.csv")), d.press(idJSON, d.words("keep.json")),
		}
		if !d.m.plain {
			ways = append(ways, d.press(idPicture, d.words("keep.picture")))
		}
		blocks := []block{
			d.heading("keep.head", d.words("keep.name"), d.title()),
			d.say("keep.about", d.words("keep.about"), d.soft()),
			d.gathered("keep.ways", 12*d.em, ways...),
		}
		if d.m.keeping.link != "" {
			blocks = append(blocks, d.field(idLink, d.words("keep.link"), d.m.keeping.link))
		}
		return stack(in, d.st.Space[3], append(blocks, d.file(idImport, d.words("keep.import")))...)
	})
}

// file is a button that asks for a file.
func (d *draft) file(id, label string) block {
	return func(at panel.Rect) panel.Node {
		n := d.press(id, label)(at)
		n.Role = panel.File
		return n
	}
}

// guest says that the session on the screen is not the reader's own, and the
// ways out of that.
func (d *draft) guest(at panel.Rect) panel.Node {
	ways := []block{d.press(idHome, d.words("guest.home"))}
	words := "guest.link"
	if d.m.guest == fromFile {
		words, ways = "guest.file", append(ways, d.press(idAdopt, d.words("guest.adopt")))
	}
	n := d.card("guest", d.words("guest.name"), at, func(in panel.Rect) []panel.Node {
		return stack(in, d.st.Space[3], d.say("guest.words", d.words(words), d.strong()),
			d.gathered("guest.ways", 12*d.em, ways...))
	})
	n.Look.Fill, n.Look.Edge = "teal-soft", "teal-deep"
	return n
}
