package site

import (
	"fmt"
	"strings"

	"iddtestdrive/site/card"
	"iddtestdrive/site/theme"
)

// iconTokens are the colours of the theme's icon, which stands alone and so
// cannot ask the theme for them.
var iconTokens = []string{"paper", "teal-deep", "drug"}

// publishSigns publishes the icon in the host's colours, by itself and for a
// telephone's home screen, and makes the artist of the cards.
func (w *work) publishSigns() error {
	c := &w.common
	colours := w.host.colours()
	c.paper = [2]string{colours.Light["paper"], colours.Dark["paper"]}
	icon, err := w.theme.Picture("icon")
	if err != nil {
		return err
	}
	var recolour []string
	for _, name := range iconTokens {
		recolour = append(recolour, w.host.base.Light[name], colours.Light[name])
	}
	icon = []byte(strings.NewReplacer(recolour...).Replace(string(icon)))
	if c.icon, err = w.assets.publish("icon.svg", icon); err != nil {
		return err
	}
	if w.artist, err = card.New(icon, colours.Light); err != nil {
		return fmt.Errorf("theme: %w", err)
	}
	sign, err := w.artist.Sign()
	if err != nil {
		return err
	}
	c.touch, err = w.assets.publish("touch.png", sign)
	return err
}

// card returns the address of a page's social card, which is drawn where it is
// not there yet. A site whose own address is not known has none: others want
// the whole address of a card.
func (w *work) card(p *page) (string, error) {
	if w.host.Address == "" {
		return "", nil
	}
	words := p.language.words
	name, err := words.Word("site.name")
	if err != nil {
		return "", err
	}
	tagline, err := words.Word("site.tagline")
	if err != nil {
		return "", err
	}
	from := strings.Join([]string{w.artist.Version(), p.front.Title, name, tagline}, "\x00")
	return w.assets.drawn("card.png", from, func() ([]byte, error) { return w.artist.Card(p.front.Title, name, tagline) })
}

// social returns what others show beside a link to a page with such a card, or
// nil where it has none.
func (w *work) social(p *page, card string) *theme.Social {
	if card == "" {
		return nil
	}
	name, _ := p.language.words.Word("site.name") // the card has it already
	return &theme.Social{
		Site: name, Title: p.front.Title, Description: p.front.Description, Home: p == p.language.home,
		Address: w.host.Address + strings.TrimSuffix(p.address, "index.html"), Image: w.host.Address + card,
	}
}
