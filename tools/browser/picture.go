package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// band is how much of a page is pictured at once, in pixels downwards.
// Chromium pictures 8,192 of them and then begins again with the top.
const band = 4096.0

// Picture returns a PNG of what the screen shows; whole says to picture the
// page to its end instead.
func (p *Page) Picture(whole bool) ([]byte, error) {
	if !whole {
		return p.capture(page.CaptureScreenshotParams{})
	}
	size, err := Eval[[]float64](p,
		`[document.documentElement.scrollWidth, document.documentElement.scrollHeight, devicePixelRatio]`)
	if err != nil {
		return nil, err
	}
	width, height, scale := size[0], size[1], size[2]
	out := image.NewRGBA(image.Rect(0, 0, int(math.Round(width*scale)), int(math.Round(height*scale))))
	step := math.Floor(band / scale)
	for y := 0.0; y < height; y += step {
		part := page.Viewport{Y: y, Width: width, Height: min(step, height-y), Scale: 1}
		if err := p.paste(out, part, int(math.Round(y*scale))); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Paper returns the page as a PDF, as it would be printed.
func (p *Page) Paper() ([]byte, error) {
	r, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil {
		return nil, fmt.Errorf("printing the page: %w", err)
	}
	return r.Data, nil
}

// paste puts the picture of a part of the page on out, from top down.
func (p *Page) paste(out draw.Image, part page.Viewport, top int) error {
	beyond := true
	data, err := p.capture(page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond, Clip: &part})
	if err != nil {
		return err
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("reading the picture of a part of the page: %w", err)
	}
	draw.Draw(out, img.Bounds().Add(image.Pt(0, top)), img, img.Bounds().Min, draw.Src)
	return nil
}

func (p *Page) capture(params page.CaptureScreenshotParams) ([]byte, error) {
	r, err := chromedp.Call(p.ctx, page.CaptureScreenshot, params)
	if err != nil {
		return nil, fmt.Errorf("picturing the page: %w", err)
	}
	return r.Data, nil
}
