// Package packed makes a text small enough for an address, in letters that stand
// there as they are, with a checksum, and makes the text of them again.
package packed

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// sumSize is how many bytes the checksum takes. It comes first.
const sumSize = 4

// Pack is the letters of a text.
func Pack(text []byte) string {
	b := bytes.NewBuffer(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(text)))
	w, _ := flate.NewWriter(b, flate.BestCompression)
	_, _ = w.Write(text) // into memory: neither fails
	_ = w.Close()
	return toLetters(b.Bytes())
}

// Unpack is the text of letters that Pack has made of one of at most so many
// bytes. ok is false for all else, however long it would become, but for letters
// that differ only in bits without a meaning: those give the same text.
func Unpack(letters string, most int) (text []byte, ok bool) {
	raw, ok := fromLetters(letters)
	if !ok || len(raw) < sumSize {
		return nil, false
	}
	rest := bytes.NewReader(raw[sumSize:])
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(rest), int64(most)+1))
	ok = err == nil && len(text) <= most && rest.Len() == 0 && crc32.ChecksumIEEE(text) == binary.BigEndian.Uint32(raw)
	return text, ok
}
