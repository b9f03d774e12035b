package markdown

// Full is the converter that looks for bare addresses in every text.
func (c *Converter) Full() *Converter { return &Converter{full: c.full, linkless: c.full} }
