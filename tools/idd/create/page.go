package create

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/mistake"
)

func newPage() *cobra.Command {
	var b begin
	var audience, language, name string
	c := &cobra.Command{
		Use:     "page TITLE",
		Short:   "Begin a page",
		Long:    "Begin a page: its front matter, and a skeleton of what readers need. It comes last among the pages of its audience.",
		Example: "  idd new page \"Living with a pump\" --audience patients\n  idd new page \"Vivre avec une pompe\" --language fr --file pompe",
		Args:    one("say what the page is called"),
		RunE: func(c *cobra.Command, args []string) error {
			title := strings.TrimSpace(args[0])
			if err := b.find(); err != nil {
				return err
			}
			if err := checkPage(title, audience); err != nil {
				return err
			}
			if name == "" {
				if name = nameOf(title); name == "" {
					return fmt.Errorf("no file can be named after %q; name one with --file, such as --file my-page", title)
				}
			}
			if err := checkName(name); err != nil {
				return err
			}
			order, err := b.lastOrder(language, frontmatter.Audience(audience))
			if err != nil {
				return err
			}
			text, err := made("page.md", facts{Title: title, Audience: audience, Order: order})
			if err != nil {
				return err
			}
			at := language + "/" + name + ".md"
			if err := write(b.folder, file{at, text}); err != nil {
				return err
			}
			say(c, b.folder, at, "a page for "+audience, "Write your own words over it, and look at it with: idd serve"+b.also(), "When it is done: idd check"+b.also())
			return nil
		},
	}
	b.flags(c)
	c.Flags().StringVar(&audience, "audience", string(frontmatter.Patients), "whom it is for: patients, nurses, educators or everyone")
	c.Flags().StringVar(&language, "language", "en", "folder of its language")
	c.Flags().StringVar(&name, "file", "", "name of its file without .md (default: made of the title)")
	return c
}

// checkPage looks at a page's title and audience.
func checkPage(title, audience string) error {
	allowed := []string{string(frontmatter.Everyone)}
	for _, a := range frontmatter.Audiences {
		allowed = append(allowed, string(a))
	}
	known := false
	for _, a := range allowed {
		known = known || a == audience
	}
	switch n := utf8.RuneCountInString(title); {
	case n == 0:
		return fmt.Errorf("a page needs a title")
	case n > frontmatter.MaxTitle:
		return fmt.Errorf("the title has %d characters; at most %d, so that lists show it whole", n, frontmatter.MaxTitle)
	case strings.ContainsFunc(title, unicode.IsControl):
		return fmt.Errorf("the title has signs that cannot be printed")
	case !known:
		return fmt.Errorf("unknown audience %q; %s", audience, mistake.Choice(audience, allowed))
	}
	return nil
}

// nameOf makes the name of a file of a title, or "" where no letter of it can
// stand in an address.
func nameOf(title string) string {
	var name strings.Builder
	between := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if between && name.Len() > 0 {
				name.WriteByte('-')
			}
			between = false
			name.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			between = true
		}
	}
	return name.String()
}

// lastOrder is the place after all pages of an audience.
func (b *begin) lastOrder(language string, audience frontmatter.Audience) (int, error) {
	content := os.DirFS(b.folder)
	if info, err := fs.Stat(content, language); err != nil || !info.IsDir() || !fs.ValidPath(language) {
		return 0, fmt.Errorf("the content has no language %q; begin it with: idd new language %s", language, language)
	}
	last := 0
	err := fs.WalkDir(content, language, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		src, err := fs.ReadFile(content, name)
		if front, _, mistakes := frontmatter.Parse(name, src); len(mistakes) == 0 && front.Audience == audience {
			last = max(last, front.Order)
		}
		return err
	})
	return min(last+10, frontmatter.MaxOrder), err
}
