package app

import (
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// keep is the panel of keeping and sharing: a link, files, a picture, paper, and
// a file read back.
func (d *draft) keep(at panel.Rect) panel.Node {
	return d.Card("keep", d.words("keep.name"), at, func(in panel.Rect) []panel.Node {
		ways := []form.Block{
			d.Press(idShare, d.words("keep.share")), d.Press(idReport, d.words("keep.report")),
			d.Press(idFile, d.words("keep.file")), d.Press(idCSV, d.words("keep.csv")), d.Press(idJSON, d.words("keep.json")),
		}
		if !d.m.plain {
			ways = append(ways, d.Press(idPicture, d.words("keep.picture")))
		}
		blocks := []form.Block{
			d.Heading("keep.head", d.words("keep.name"), d.Title()),
			d.Say("keep.about", d.words("keep.about"), d.Soft()),
			d.Gathered("keep.ways", 12*d.Em, ways...),
		}
		if d.m.keeping.link != "" {
			blocks = append(blocks, d.Field(idLink, d.words("keep.link"), d.m.keeping.link))
		}
		return form.Stack(in, d.Style.Space[3], append(blocks, d.file(idImport, d.words("keep.import")))...)
	})
}

// file is a button that asks for a file.
func (d *draft) file(id, label string) form.Block {
	return func(at panel.Rect) panel.Node {
		n := d.Press(id, label)(at)
		n.Role = panel.File
		return n
	}
}

// guest says that the session on the screen is not the reader's own, and the
// ways out of that.
func (d *draft) guest(at panel.Rect) panel.Node {
	ways := []form.Block{d.Press(idHome, d.words("guest.home"))}
	words := "guest.link"
	if d.m.guest == fromFile {
		words, ways = "guest.file", append(ways, d.Press(idAdopt, d.words("guest.adopt")))
	}
	n := d.Card("guest", d.words("guest.name"), at, func(in panel.Rect) []panel.Node {
		return form.Stack(in, d.Style.Space[3], d.Say("guest.words", d.words(words), d.Strong()),
			d.Gathered("guest.ways", 12*d.Em, ways...))
	})
	n.Look.Fill, n.Look.Edge = "teal-soft", "teal-deep"
	return n
}
