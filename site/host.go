package site

import (
	"errors"
	"fmt"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

// read reads what a host has made its own, and the index of the pages. The
// mistakes of both are told at once.
func (b *Builder) read(look *theme.Theme) (settings.Settings, *tree, error) {
	css, err := look.File("tokens.css")
	if err != nil {
		return settings.Settings{}, nil, errors.New("the theme has no tokens.css")
	}
	base, err := tokens.Parse(css)
	if err != nil {
		return settings.Settings{}, nil, fmt.Errorf("theme: %w", err)
	}
	host, err := settings.Read(b.options.Content, base)
	var mistakes mistake.List
	if err != nil && !errors.As(err, &mistakes) {
		return host, nil, err
	}
	t, err := readTree(b.options.Content)
	var more mistake.List
	if err != nil && !errors.As(err, &more) {
		return host, nil, err
	}
	if mistakes = append(mistakes, more...); len(mistakes) > 0 {
		return host, nil, mistakes.Err()
	}
	for _, l := range t.languages {
		for key, own := range map[string]settings.Text{"site.name": host.Name, "site.tagline": host.Tagline} {
			if !own.IsZero() {
				l.words.Replace(key, own.In(l.code))
			}
		}
	}
	return host, t, nil
}
