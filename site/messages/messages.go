// Package messages holds the interface words of the site and the simulator,
// one file per language: content/messages/en.yaml.
//
//	site:
//	  skip: Skip to the text
//	  reviewed: "Last checked: {date}"
//	simulator:
//	  remote:
//	    ready: Ready
//
// Nested keys are joined with dots: "simulator.remote.ready". A value is plain
// text in which {name} stands for a word put in later. Keys are lower-case
// letters, digits and underscores. There are three groups at the top, site,
// simulator and ward, and no fourth. Any other shape is a mistake with its place.
//
// A language may be behind another, which its catalogue then falls back to: the
// word is there, in the other language, and Found says so, so that it can be
// marked as such where readers and screen readers meet it. What is missing can be
// listed. The language that nothing stands behind has to be complete. In all others
// a key without a text, or a group without keys, is one that is not translated yet.
package messages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"sort"
	"strings"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// Catalogue is the words of one language.
type Catalogue struct {
	Language string // "en"
	words    map[string]string
	open     map[string]bool // of its words, whether it has places to fill
	behind   *Catalogue      // where words come from that this one lacks; may be nil
}

// Default is the language that stands behind all others.
const Default = "en"

// groups are the keys allowed at the top of a file.
var groups = []string{"site", "simulator", "ward"}

var (
	validKey    = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	placeholder = regexp.MustCompile(`\{[a-z][a-z0-9_]*\}`)
)

// Load reads the words of a language from messages/<language>.yaml. The error
// is a mistake.List or that of reading the file.
func Load(content fs.FS, language string) (*Catalogue, error) {
	file := "messages/" + language + ".yaml"
	src, err := fs.ReadFile(content, file)
	if err != nil {
		return nil, err
	}
	c, mistakes := Parse(file, language, src)
	return c, mistakes.Err()
}

// Parse reads the words of a language. With mistakes, the catalogue holds what
// could be read.
func Parse(file, language string, src []byte) (*Catalogue, mistake.List) {
	c := &Catalogue{Language: language, words: map[string]string{}, open: map[string]bool{}}
	doc, top := strict.Parse(file, src, 0, len(src))
	if top == nil {
		return c, doc.Mistakes
	}
	for _, group := range groups {
		if v, ok := top.Need(group, "{}"); ok {
			c.gather(group, v)
		}
	}
	top.Close()
	return c, doc.Mistakes
}

// gather puts the words under a key into the catalogue.
func (c *Catalogue) gather(key string, v strict.Value) {
	if v.IsEmpty() {
		if c.Language != Default {
			return // a word, or a group of words, that is not translated yet
		}
		v.Wrong(fmt.Sprintf("%q is empty", key), "write its text, or {} for a group that has none yet")
		return
	}
	if !v.IsMap() {
		c.put(key, v)
		return
	}
	v.Map().Each(func(name string, inner strict.Value) {
		if !validKey.MatchString(name) {
			inner.WrongKey(fmt.Sprintf("%q is not a key", name), "use lower-case letters, digits and underscores, a letter first")
			return
		}
		c.gather(key+"."+name, inner)
	})
}

func (c *Catalogue) put(key string, v strict.Value) {
	text, ok := v.Text()
	if !ok {
		return
	}
	if slices.Contains(groups, key) {
		v.Wrong(fmt.Sprintf("%q is text, not a group of keys", key), "")
		return
	}
	if strings.ContainsAny(placeholder.ReplaceAllString(text, ""), "{}") {
		v.Wrong("a brace that belongs to no placeholder", "a placeholder is a lower-case name in braces, such as {date}")
		return
	}
	c.Replace(key, strings.TrimSpace(text))
}

// Behind has the catalogue fall back to another for the words that it lacks.
func (c *Catalogue) Behind(other *Catalogue) { c.behind = other }

// Found is a word as it was found.
type Found struct {
	Text     string
	Language string // the catalogue's own, or that of the one behind it
	Lent     bool   // it comes from the one behind
}

// Word returns the text of a key with its placeholders filled from pairs of
// name and value. An unknown key, a placeholder without a value and a value
// without a placeholder are errors: a page must not show a raw key.
func (c *Catalogue) Word(key string, pairs ...string) (string, error) {
	found, err := c.Find(key, pairs...)
	return found.Text, err
}

// Find is Word for who needs to know the language of what was found.
func (c *Catalogue) Find(key string, pairs ...string) (Found, error) {
	text, ok := c.words[key]
	if !ok && c.behind != nil {
		found, err := c.behind.Find(key, pairs...)
		found.Lent = true
		return found, err
	}
	if !ok {
		return Found{}, fmt.Errorf("messages/%s.yaml has no %q", c.Language, key)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		name := "{" + pairs[i] + "}"
		if !strings.Contains(text, name) {
			return Found{}, fmt.Errorf("messages/%s.yaml: %q has no place for %s", c.Language, key, name)
		}
		text = strings.ReplaceAll(text, name, pairs[i+1])
	}
	if len(pairs) == 0 && c.open[key] {
		return Found{}, fmt.Errorf("messages/%s.yaml: %q has places that nothing fills", c.Language, key)
	}
	return Found{Text: text, Language: c.Language}, nil
}

// Own returns the text of a key if the catalogue itself has it.
func (c *Catalogue) Own(key string) (string, bool) {
	text, ok := c.words[key]
	return text, ok
}

// Missing returns the keys, in order, that only the catalogue behind has.
func (c *Catalogue) Missing() []string {
	if c.behind == nil {
		return nil
	}
	return slices.DeleteFunc(c.behind.Keys(), func(key string) bool { _, ok := c.words[key]; return ok })
}

// Replace puts a text of the host's in the place of a word.
func (c *Catalogue) Replace(key, text string) {
	c.words[key] = text
	c.open[key] = placeholder.MatchString(text)
}

// Keys returns the catalogue's own keys in order.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.words))
	for key := range c.words {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// Simulator returns the words of the simulator as one flat object with its keys
// in order, one a line. It asks for them without the name of their group:
// "remote.ready".
func (c *Catalogue) Simulator() []byte { return c.object("simulator.", "") }

// Ward returns the further words of the practice ward, likewise, with the name of
// their group: "ward.seed".
func (c *Catalogue) Ward() []byte { return c.object("ward.", "ward.") }

// object writes the words of a group as JSON, their keys after a prefix.
func (c *Catalogue) object(group, prefix string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteString("{")
	comma := ""
	keys := append(c.Keys(), c.Missing()...)
	sort.Strings(keys)
	for _, key := range keys {
		name, its := strings.CutPrefix(key, group)
		if !its {
			continue
		}
		text, own := c.words[key]
		if !own {
			text = c.behind.words[key]
		}
		fmt.Fprintf(&b, "%s\n%q: ", comma, prefix+name)
		_ = e.Encode(text)      // a string into a buffer: cannot fail
		b.Truncate(b.Len() - 1) // the encoder's newline
		comma = ","
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}
