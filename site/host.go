package site

import (
	"errors"
	"fmt"
	"html"
	"html/template"

	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

// host is what a host has made its own, on the ground of the theme's tokens.
type host struct {
	settings.Settings
	base tokens.Theme
}

// colours are those of the pages by day and by night.
func (h *host) colours() tokens.Theme { return h.base.With(h.Colours) }

// fresh reads what a host has made its own, and the index of the pages, as the
// beginning of a new ground. The mistakes of both are told at once.
func (b *Builder) fresh(seen sight) (*ground, error) {
	if err := seen.read(false); err != nil {
		return nil, err
	}
	look, err := theme.Load(b.options.Theme)
	if err != nil {
		return nil, err
	}
	base, err := look.Tokens()
	if err != nil {
		return nil, err
	}
	own, err := settings.Read(b.options.Content, base)
	var mistakes mistake.List
	if err != nil && !errors.As(err, &mistakes) {
		return nil, err
	}
	t, err := readTree(b.options.Content, seen.content)
	var more mistake.List
	if err != nil && !errors.As(err, &more) {
		return nil, err
	}
	if mistakes = append(mistakes, more...); len(mistakes) > 0 {
		return nil, mistakes.Err()
	}
	host := &host{Settings: own, base: base}
	t.leaveOut(host.LeaveOut)
	for _, l := range t.languages {
		for key, own := range map[string]settings.Text{"site.name": host.Name, "site.tagline": host.Tagline} {
			if !own.IsZero() {
				l.words.Replace(key, own.In(l.code))
			}
		}
	}
	return &ground{host: host, tree: t, theme: look}, seen.read(true)
}

// mark returns the sign in the head of a page: the host's logo, or the
// project's own mark. The name stands beside it in words.
func (w *work) mark(address string) (template.HTML, error) {
	var all string
	for _, sign := range []struct {
		settings.Sign
		class string
	}{{w.host.Logo.Light, " logo-light"}, {w.host.Logo.Dark, " logo-dark"}} {
		if w.host.Logo.Dark.File == "" {
			sign.class = ""
		}
		switch {
		case sign.Drawing != "":
			all += sign.Drawing
		case sign.File != "":
			made, err := w.assets.file(sign.File)
			if err != nil {
				return "", err
			}
			all += fmt.Sprintf(`<img class="logo%s" src="%s" alt="" width="%d" height="%d">`,
				sign.class, html.EscapeString(relative(address, made.address)), sign.Width, sign.Height)
		}
	}
	if all == "" {
		return w.common.mark, nil
	}
	return template.HTML(all), nil // drawings are checked and written anew by package figure
}

// calls returns whom a reader can call: the emergency numbers first.
func (w *work) calls(l *language) ([]markdown.Help, error) {
	all, err := w.emergencies(l)
	c := w.host.Contact
	if err != nil || c.Telephone == "" {
		return all, err
	}
	label := c.Name.In(l.code)
	if label == "" {
		label, err = l.words.Word("site.host.telephone")
	}
	return append(all, markdown.Help{Label: label, Number: string(c.Telephone), Address: c.Telephone.Link(), Note: c.Hours.In(l.code)}), err
}

func (w *work) emergencies(l *language) ([]markdown.Help, error) {
	var all []markdown.Help
	for _, e := range w.host.Emergency {
		label, err := l.words.Word("site.host.emergency")
		if country := e.Country.In(l.code); country != "" {
			label, err = l.words.Word("site.host.emergency_in", "country", country)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, markdown.Help{Label: label, Number: string(e.Number), Address: e.Number.Link()})
	}
	return all, nil
}

// facts are what the foot of every page says about the host. Their addresses
// are made of what package settings has checked.
func (w *work) facts(l *language) ([]theme.Fact, error) {
	emergencies, err := w.emergencies(l)
	if err != nil {
		return nil, err
	}
	var all []theme.Fact
	for _, e := range emergencies {
		all = append(all, theme.Fact{Label: e.Label, Text: e.Number, Address: template.URL(e.Address)})
	}
	c := w.host.Contact
	for _, part := range []struct{ key, text, address string }{
		{"by", c.Name.In(l.code), ""},
		{"telephone", string(c.Telephone), c.Telephone.Link()},
		{"mail", c.Mail, "mailto:" + c.Mail},
		{"hours", c.Hours.In(l.code), ""},
	} {
		if part.text == "" {
			continue
		}
		label, err := l.words.Word("site.host." + part.key)
		if err != nil {
			return nil, err
		}
		all = append(all, theme.Fact{Label: label, Text: part.text, Address: template.URL(part.address)})
	}
	return all, nil
}

// lines are the host's own lines at the foot, as seen from an address. A page
// that a language does not have leads nowhere there.
func (w *work) lines(l *language, from string) []theme.Link {
	var all []theme.Link
	for _, line := range w.host.Footer {
		link := theme.Link{Title: line.Text.In(l.code), Address: line.URL, Outside: line.URL != ""}
		if p := w.tree.byFile[l.code+"/"+line.Page]; line.Page != "" && p != nil {
			link.Address = relative(from, p.address)
		}
		all = append(all, link)
	}
	return all
}
