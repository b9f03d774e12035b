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
}

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
	c := &Catalogue{Language: language, words: map[string]string{}}
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
	c.words[key] = strings.TrimSpace(text)
}

// Word returns the text of a key with its placeholders filled from pairs of
// name and value. An unknown key, a placeholder without a value and a value
// without a placeholder are errors: a page must not show a raw key.
func (c *Catalogue) Word(key string, pairs ...string) (string, error) {
	text, ok := c.words[key]
	if !ok {
		return "", fmt.Errorf("messages/%s.yaml has no %q", c.Language, key)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		name := "{" + pairs[i] + "}"
		if !strings.Contains(text, name) {
			return "", fmt.Errorf("messages/%s.yaml: %q has no place for %s", c.Language, key, name)
		}
		text = strings.ReplaceAll(text, name, pairs[i+1])
	}
	if len(pairs) == 0 && placeholder.MatchString(text) {
		return "", fmt.Errorf("messages/%s.yaml: %q has places that nothing fills", c.Language, key)
	}
	return text, nil
}

// Replace puts a text of the host's in the place of a word.
func (c *Catalogue) Replace(key, text string) { c.words[key] = text }

// Keys returns all keys in order.
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
	for _, key := range c.Keys() {
		name, its := strings.CutPrefix(key, group)
		if !its {
			continue
		}
		fmt.Fprintf(&b, "%s\n%q: ", comma, prefix+name)
		_ = e.Encode(c.words[key]) // a string into a buffer: cannot fail
		b.Truncate(b.Len() - 1)    // the encoder's newline
		comma = ","
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}
