package create

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"iddtestdrive/site"
	"iddtestdrive/site/frontmatter"
)

var languageCode = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func newLanguage() *cobra.Command {
	var b begin
	c := &cobra.Command{
		Use:   "language CODE",
		Short: "Begin another language: its home page and its interface words",
		Long: "Begin another language: a folder with its home page, and a file with every interface word, each with the\n" +
			"English one above it and empty itself. Readers see the English word until one is written. CODE is that of the\n" +
			"language, such as fr, or pt-BR.",
		Example: "  idd new language fr",
		Args:    one("say which language"),
		RunE: func(c *cobra.Command, args []string) error {
			code := args[0]
			if !languageCode.MatchString(code) {
				return fmt.Errorf("%q is not the code of a language; write two or three small letters, such as fr, and a country after a hyphen where it counts: pt-BR", code)
			}
			if err := b.find(); err != nil {
				return err
			}
			english, err := os.ReadFile(filepath.Join(b.folder, "messages", site.DefaultLanguage+".yaml"))
			if err != nil {
				return fmt.Errorf("there are no English words to translate: %w", err)
			}
			home, err := made("home.md", facts{Title: b.homeTitle()})
			if err != nil {
				return err
			}
			words := file{"messages/" + code + ".yaml", untranslated(code, string(english))}
			page := file{code + "/index.md", home}
			if err := write(b.folder, words, page); err != nil {
				return err
			}
			say(c, b.folder, page.name, "its home page, in English until you translate it")
			say(c, b.folder, words.name, "its interface words, empty until you write them",
				"See what it looks like with: idd serve"+b.also(), "What is not translated yet tells: idd check"+b.also())
			return nil
		},
	}
	b.flags(c)
	return c
}

// homeTitle is the title of the English home page.
func (b *begin) homeTitle() string {
	src, err := os.ReadFile(filepath.Join(b.folder, site.DefaultLanguage, "index.md"))
	if front, _, mistakes := frontmatter.Parse("index.md", src); err == nil && len(mistakes) == 0 {
		return front.Title
	}
	return "Home"
}

var wordLine = regexp.MustCompile(`^( *)([a-z][a-z0-9_]*):(?: +(.*))?$`)

// untranslated makes a file of words that are not written yet of the English
// one: each text becomes a comment, and its key stands empty below it.
func untranslated(code, english string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# The interface words of the language %s. Above each key stands the English word:
# write yours after the colon. A key that is empty, or left out, shows the English
# word. What stands in braces is filled in later, and has to be in your word too.
# Put quotes around a text that has a colon, a # or quotes in it.

`, code)
	long := -1 // the indentation of a key whose text goes over several lines
	for line := range strings.Lines(english) {
		line = strings.TrimRight(line, "\n")
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if long >= 0 && (indent > long || strings.TrimSpace(line) == "") {
			continue // was written with its key
		}
		long = -1
		match := wordLine.FindStringSubmatch(line)
		if match == nil || match[3] == "" {
			if !strings.HasPrefix(line, "#") { // what is said of the whole file is said anew
				b.WriteString(line + "\n")
			}
			continue
		}
		text := match[3]
		if strings.HasPrefix(text, ">") || strings.HasPrefix(text, "|") {
			long, text = indent, folded(english, line, indent)
		}
		fmt.Fprintf(&b, "%s# %s\n%s%s:\n", match[1], text, match[1], match[2])
	}
	return strings.Replace(b.String(), "\n\n\n", "\n\n", 1)
}

// folded is the text of a key that goes over several lines, in one.
func folded(all, head string, indent int) string {
	_, rest, _ := strings.Cut(all, head+"\n")
	var words []string
	for line := range strings.Lines(rest) {
		inner := len(line) - len(strings.TrimLeft(line, " "))
		if strings.TrimSpace(line) != "" && inner <= indent {
			break
		}
		words = append(words, strings.Fields(line)...)
	}
	return strings.Join(words, " ")
}
