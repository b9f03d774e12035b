package strict

// Plain and Parsed are the two ways in which a text is read.

// Plain reads a text without the YAML library, where it can.
func Plain(src []byte) (*Document, *Map, bool) {
	d := &Document{src: src}
	m, ok := d.plain(src)
	return d, m, ok
}

// Parsed has the YAML library read a text.
func Parsed(src []byte) (*Document, *Map) {
	d := &Document{src: src}
	return d, d.parse(src)
}
