package paint

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// ReadPalette makes a Palette of the custom properties that look finds by
// name ("--ink"), each written #rrggbb. The error names a token that is
// missing or written otherwise.
func ReadPalette(tokens []panel.Token, look func(name string) string) (Palette, error) {
	p := Palette{}
	for _, t := range tokens {
		c, err := readColour(strings.TrimSpace(look("--" + string(t))))
		if err != nil {
			return nil, fmt.Errorf("design token --%s: %w", t, err)
		}
		p[t] = c
	}
	return p, nil
}

func readColour(text string) (color.RGBA, error) {
	if len(text) == 7 && text[0] == '#' {
		if v, err := strconv.ParseUint(text[1:], 16, 32); err == nil {
			return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
		}
	}
	return color.RGBA{}, fmt.Errorf("%q is not a colour; write it as #rrggbb", text)
}
