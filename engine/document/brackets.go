package document

// brackets reads a mapping in braces or a list in brackets.
func (y *yaml) brackets() (*node, error) {
	if y.deep++; y.deep > maxDepth {
		return nil, y.tooDeep()
	}
	n, closing := &node{kind: list, at: y.sign()}, "]"
	if y.rest()[0] == '{' {
		n.kind, closing = mapping, "}"
	}
	y.at++
	for {
		if err := y.within(n); err != nil {
			return nil, err
		}
		if isOneOf(closing, y.rest()) {
			y.at++
			y.deep--
			return n, nil
		}
		if err := y.entry(n); err != nil {
			return nil, err
		}
		switch {
		case isOneOf(",", y.rest()):
			y.at++
		case !isOneOf(closing, y.rest()):
			return nil, y.invalid(y.sign(), "a comma or the closing bracket is missing")
		}
	}
}

// within goes on to the next thing, which has to be there since a bracket is
// open.
func (y *yaml) within(n *node) error {
	if !y.more() || y.ended() {
		return y.invalid(n.at, "this bracket is not closed")
	}
	return nil
}

// entry reads one entry of a list in brackets, or a key and its value of a
// mapping in braces, and goes on to what comes after it.
func (y *yaml) entry(of *node) error {
	in := inList
	if of.kind == mapping {
		in = asKey
	}
	first, err := y.inside(of, in)
	if err != nil {
		return err
	}
	colon := isOneOf(":", y.rest())
	switch {
	case colon && y.row != first.at.row:
		return y.misplaced()
	case of.kind == list && !colon:
		of.entries = append(of.entries, first)
		return nil
	}
	p := pair{key: first, value: &node{kind: absent}}
	if colon {
		if err := y.behindColon(of, &p); err != nil {
			return err
		}
	}
	if of.kind == list { // [a: b] is a list of one mapping
		of.entries = append(of.entries, &node{kind: mapping, at: first.at, pairs: []pair{p}})
		return nil
	}
	of.pairs = append(of.pairs, p)
	return nil
}

// behindColon reads the value of a key in brackets.
func (y *yaml) behindColon(of *node, p *pair) error {
	if p.key.isPlain("<<") {
		return y.unused(p.key.at)
	}
	y.at++
	row, at := y.row, y.at
	if err := y.within(of); err != nil || isOneOf(",]}", y.rest()) {
		return err
	}
	// In {at:3 h} YAML would have it that this is one word.
	p.glued = y.row == row && y.at == at && p.key.kind != quoted
	value, err := y.inside(of, inList)
	p.value = value
	return err
}

// inside reads a value within brackets and goes on to what comes after it.
func (y *yaml) inside(of *node, in context) (*node, error) {
	n, err := y.first(in)
	if err != nil {
		return nil, err
	}
	return n, y.within(of)
}
