package card

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strconv"
	"strings"

	"golang.org/x/image/vector"
)

// icon is the theme's icon: circles, and paths of straight lines and curves with
// absolute coordinates (M, L, C, Z), each filled with a colour #rrggbb, in a
// square that begins at 0 0.
type icon struct {
	box    float32 // the side of the square
	shapes []shape
}

type shape struct {
	fill   color.RGBA
	circle *circle
	steps  []step
}

type circle struct{ x, y, r float32 }

// step is a letter of a path with its numbers.
type step struct {
	letter byte
	at     []float32
}

// numbers is how many each letter of a path takes.
var numbers = map[byte]int{'M': 2, 'L': 2, 'C': 6, 'Z': 0}

func parseIcon(svg []byte) (icon, error) {
	var found struct {
		Box    string `xml:"viewBox,attr"`
		Shapes []struct {
			XMLName xml.Name
			X       float32 `xml:"cx,attr"`
			Y       float32 `xml:"cy,attr"`
			R       float32 `xml:"r,attr"`
			D       string  `xml:"d,attr"`
			Fill    string  `xml:"fill,attr"`
		} `xml:",any"`
	}
	if err := xml.Unmarshal(svg, &found); err != nil {
		return icon{}, fmt.Errorf("the icon: %w", err)
	}
	var all icon
	var high float32
	if _, err := fmt.Sscanf(found.Box, "0 0 %g %g", &all.box, &high); err != nil || all.box != high || all.box <= 0 {
		return icon{}, errors.New(`the icon has no viewBox="0 0 side side"`)
	}
	for _, s := range found.Shapes {
		fill, err := parseColour(s.Fill)
		made := shape{fill: fill}
		switch {
		case err != nil:
		case s.XMLName.Local == "circle":
			made.circle = &circle{s.X, s.Y, s.R}
		case s.XMLName.Local == "path":
			made.steps, err = parsePath(s.D)
		default:
			err = fmt.Errorf("a shape that cannot be drawn: %s", s.XMLName.Local)
		}
		if err != nil {
			return icon{}, fmt.Errorf("the icon: %w", err)
		}
		all.shapes = append(all.shapes, made)
	}
	return all, nil
}

func parsePath(d string) ([]step, error) {
	var all []step
	for d = strings.TrimSpace(d); d != ""; {
		letter := d[0]
		n, ok := numbers[letter]
		if !ok {
			return nil, fmt.Errorf("a path may have M, L, C and Z, not %q", letter)
		}
		rest := d[1:]
		end := strings.IndexAny(rest, "MLCZ")
		if end < 0 {
			end = len(rest)
			if strings.ContainsAny(rest, "mlczhHvVsSqQtTaA") {
				return nil, fmt.Errorf("a path may have M, L, C and Z: %q", rest)
			}
		}
		var at []float32
		for _, word := range strings.FieldsFunc(rest[:end], func(c rune) bool { return c == ' ' || c == ',' || c == '\n' }) {
			v, err := strconv.ParseFloat(word, 32)
			if err != nil {
				return nil, fmt.Errorf("not a number in a path: %q", word)
			}
			at = append(at, float32(v))
		}
		if len(at) != n {
			return nil, fmt.Errorf("%c takes %d numbers, not %d", letter, n, len(at))
		}
		all = append(all, step{letter, at})
		d = rest[end:]
	}
	return all, nil
}

// draw draws the icon into a square of a picture.
func (i icon) draw(to draw.Image, in image.Rectangle) {
	scale := float32(in.Dx()) / i.box
	for _, s := range i.shapes {
		r := vector.NewRasterizer(in.Dx(), in.Dy())
		if s.circle != nil {
			s.circle.trace(r, scale)
		}
		for _, step := range s.steps {
			at := make([]float32, len(step.at))
			for n, v := range step.at {
				at[n] = v * scale
			}
			switch step.letter {
			case 'M':
				r.MoveTo(at[0], at[1])
			case 'L':
				r.LineTo(at[0], at[1])
			case 'C':
				r.CubeTo(at[0], at[1], at[2], at[3], at[4], at[5])
			case 'Z':
				r.ClosePath()
			}
		}
		r.Draw(to, in, image.NewUniform(s.fill), image.Point{})
	}
}

// trace goes round a circle in four curves.
func (c circle) trace(r *vector.Rasterizer, scale float32) {
	const bend = 0.5522848 // how far the handles of a quarter lie, as part of the radius
	x, y, far, near := c.x*scale, c.y*scale, c.r*scale, c.r*scale*bend
	r.MoveTo(x+far, y)
	r.CubeTo(x+far, y+near, x+near, y+far, x, y+far)
	r.CubeTo(x-near, y+far, x-far, y+near, x-far, y)
	r.CubeTo(x-far, y-near, x-near, y-far, x, y-far)
	r.CubeTo(x+near, y-far, x+far, y-near, x+far, y)
	r.ClosePath()
}

// Sign draws the icon on paper, for a telephone's home screen.
func (a *Artist) Sign() ([]byte, error) {
	picture := image.NewRGBA(image.Rect(0, 0, Side, Side))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(a.palette[0]), image.Point{}, draw.Src)
	a.icon.draw(picture, image.Rect(10, 10, Side-10, Side-10))
	var out bytes.Buffer
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}
