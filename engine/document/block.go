package document

// node reads what begins here, up to a line that is indented by no more than
// outer. Where free, a list or a mapping in lines may begin.
func (y *yaml) node(outer int, free bool) (*node, error) {
	rest := y.rest()
	switch {
	case free && y.at >= maxIndent:
		return nil, y.tooDeep()
	case alone(rest, "-") && !free:
		return nil, y.invalid(y.sign(), "a list begins on a line of its own")
	case alone(rest, "-"):
		return y.list(y.at)
	case isOneOf("|>", rest):
		return y.block(outer)
	}
	row, at := y.row, y.at
	n, err := y.first(inLine)
	if err != nil {
		return nil, err
	}
	if y.spaces(); y.row == row && alone(y.rest(), ":") {
		if !free {
			return nil, y.invalid(y.sign(), "a text with a colon and a space in it stands in quotes")
		}
		return y.mapping(at, n)
	}
	if n.isBare() {
		if err := y.goOn(n, outer); err != nil {
			return nil, err
		}
	}
	if y.moreHere() {
		return nil, y.misplaced()
	}
	return n, nil
}

// first reads a value that a key may be too: a plain text as far as it goes in
// its line, or something in quotes or brackets.
func (y *yaml) first(in context) (*node, error) {
	switch y.rest()[0] {
	case '"', '\'':
		return y.quoted()
	case '[', '{':
		return y.brackets()
	}
	return y.plain(in)
}

// mapping reads a mapping in lines, whose keys are indented alike; the first
// key has been read up to its colon.
func (y *yaml) mapping(indent int, key *node) (*node, error) {
	m := &node{kind: mapping, at: key.at}
	for {
		if key.isPlain("<<") {
			return nil, y.unused(key.at)
		}
		y.at++ // over the colon
		value, err := y.value(indent)
		if err != nil {
			return nil, err
		}
		m.pairs = append(m.pairs, pair{key: key, value: value})
		switch next := y.indent(); {
		case next < indent:
			return m, nil
		case next > indent:
			return nil, y.tooFar()
		}
		if key, err = y.key(); err != nil {
			return nil, err
		}
	}
}

// tooFar refuses a line for its indentation.
func (y *yaml) tooFar() error {
	return y.invalid(y.sign(), "the line is indented more than those that it seems to belong to")
}

const noColon = "a key is missing its colon, or the space after it"

// key reads a key up to its colon.
func (y *yaml) key() (*node, error) {
	row, start := y.row, y.sign()
	if alone(y.rest(), "-") {
		return nil, y.invalid(start, "an entry of a list stands among keys")
	}
	k, err := y.first(inLine)
	if err != nil {
		return nil, err
	}
	if y.spaces(); y.row != row || !alone(y.rest(), ":") {
		return nil, y.invalid(start, noColon)
	}
	return k, nil
}

// value reads what stands behind the colon of a key. The hyphens of a list may
// be indented as the key is.
func (y *yaml) value(indent int) (*node, error) {
	if y.moreHere() {
		return y.node(indent, false)
	}
	switch next := y.indent(); {
	case next > indent:
		return y.node(indent, true)
	case next == indent && alone(y.rest(), "-"):
		return y.list(indent)
	}
	return &node{kind: absent}, nil
}

// list reads a list in lines, whose hyphens are indented alike.
func (y *yaml) list(indent int) (*node, error) {
	l := &node{kind: list, at: y.sign()}
	for {
		y.at++ // over the hyphen
		entry := &node{kind: absent}
		if y.moreHere() || y.indent() > indent {
			var err error
			if entry, err = y.node(indent, true); err != nil {
				return nil, err
			}
		}
		l.entries = append(l.entries, entry)
		switch next := y.indent(); {
		case next > indent:
			return nil, y.tooFar()
		case next < indent || !alone(y.rest(), "-"):
			return l, nil
		}
	}
}
