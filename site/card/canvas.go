package card

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
	"image/color"
	"slices"
	"sync"
)

// canvas is a picture of sixteen colours, or a strip of its lines.
type canvas struct {
	height int
	points []uint8 // a colour each
}

// newCanvas takes the nearest of the colours for each point.
func newCanvas(picture *image.RGBA, colours color.Palette) *canvas {
	c := &canvas{height: Height, points: make([]uint8, Width*Height)}
	known := map[color.RGBA]uint8{}
	for y := range Height {
		for x := range Width {
			p := picture.RGBAAt(x, y)
			n, ok := known[p]
			if !ok {
				n = uint8(colours.Index(p))
				known[p] = n
			}
			c.points[y*Width+x] = n
		}
	}
	return c
}

// strip returns some lines of a canvas.
func (c *canvas) strip(from, to int) *canvas {
	return &canvas{height: to - from, points: c.points[from*Width : to*Width]}
}

func (c *canvas) copied() *canvas { return &canvas{height: c.height, points: slices.Clone(c.points)} }

// shade puts a letter in ink onto the paper.
func (c *canvas) shade(mask *image.Alpha, x, y int) {
	box := mask.Rect.Add(image.Pt(x, y)).Intersect(image.Rect(0, 0, Width, c.height))
	for row := box.Min.Y; row < box.Max.Y; row++ {
		from := mask.Pix[mask.PixOffset(box.Min.X-x, row-y):]
		to := c.points[row*Width+box.Min.X : row*Width+box.Max.X]
		for i := range to {
			to[i] = max(to[i], uint8((int(from[i])*(steps-1)+127)/255))
		}
	}
}

const lineBytes = 1 + Width/2

// lines returns the lines of a canvas as PNG has them: each a 0, and then two
// points a byte.
func (c *canvas) lines() []byte {
	packed := make([]byte, lineBytes*c.height)
	for y := range c.height {
		line, to := c.points[y*Width:(y+1)*Width], packed[y*lineBytes+1:(y+1)*lineBytes]
		for i := range to {
			to[i] = line[2*i]<<4 | line[2*i+1]
		}
	}
	return packed
}

// pressed is a stretch of lines made smaller, which can stand between others.
type pressed struct {
	data []byte
	sum  uint32 // its Adler-32
	long uint32 // bytes before they were made smaller
}

var presses = sync.Pool{New: func() any {
	f, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is one that there is
	return f
}}

// press makes lines smaller; the last of a picture say that they are the last.
func press(lines []byte, last bool) (pressed, error) {
	var data bytes.Buffer
	f := presses.Get().(*flate.Writer)
	defer presses.Put(f)
	f.Reset(&data)
	_, err := f.Write(lines)
	if err == nil && last {
		err = f.Close()
	} else if err == nil {
		err = f.Flush()
	}
	return pressed{data.Bytes(), adler32.Checksum(lines), uint32(len(lines))}, err
}

// sum is the Adler-32 of stretches that follow one another (RFC 1950).
func sum(parts []pressed) uint32 {
	const base = 65521
	var a, b uint32 = 1, 0
	for _, p := range parts {
		b = (b + p.sum>>16 + uint32(uint64(p.long)*uint64(a+base-1)%base)) % base
		a = (a + p.sum&0xffff + base - 1) % base
	}
	return b<<16 | a
}

// encoded writes a picture as PNG.
func encoded(colours color.Palette, parts ...pressed) []byte {
	head := binary.BigEndian.AppendUint32(nil, Width)
	head = binary.BigEndian.AppendUint32(head, Height)
	head = append(head, 4, 3, 0, 0, 0) // four bits a point, a palette, the usual ways
	var listed []byte
	for _, colour := range colours {
		r, g, b, _ := colour.RGBA()
		listed = append(listed, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	data := []byte{0x78, 0x01} // the head of zlib
	for _, p := range parts {
		data = append(data, p.data...)
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	out = chunk(out, "IHDR", head)
	out = chunk(out, "PLTE", listed)
	out = chunk(out, "IDAT", binary.BigEndian.AppendUint32(data, sum(parts)))
	return chunk(out, "IEND", nil)
}

// chunk appends a piece of a PNG file.
func chunk(to []byte, kind string, data []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(data)))
	from := len(to)
	to = append(append(to, kind...), data...)
	return binary.BigEndian.AppendUint32(to, crc32.ChecksumIEEE(to[from:]))
}
