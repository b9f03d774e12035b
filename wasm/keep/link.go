package keep

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
)

// linkVersion is the letter that a link begins with.
const linkVersion = "A"

// laterVersions are the letters of links that are yet to come.
const laterVersions = "BCDEFGHIJKLMNOPQRSTUVWXYZ"

// sumSize is how many bytes the checksum of a link takes.
const sumSize = 4

// Pack writes what others may see of a session as a link: characters that
// stand in an address as they are. It refuses a session of more than MaxLink
// characters with kind LinkTooLong, and a drive that is Unfit.
func Pack(k Kept) (string, error) {
	k = k.Shared()
	if err := k.fault(); err != nil {
		return "", err
	}
	text := k.text()
	if len(text) > MaxBytes {
		return "", &Error{Kind: LinkTooLong}
	}
	packed := bytes.NewBuffer(binary.BigEndian.AppendUint32(nil, linkSum(text)))
	w, err := flate.NewWriter(packed, flate.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(text); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	link := linkVersion + toLetters(packed.Bytes())
	if len(link) > MaxLink {
		return "", &Error{Kind: LinkTooLong}
	}
	return link, nil
}

// linkSum is the checksum of what a link holds.
func linkSum(text []byte) uint32 { return crc32.ChecksumIEEE(text) }

// Unpack reads a link that Pack has written. It refuses whatever else with an
// *Error of kind Foreign, Newer, Damaged, Mistake or LinkTooLong.
func Unpack(link string) (Kept, error) {
	if len(link) > MaxLink {
		return Kept{}, &Error{Kind: LinkTooLong}
	}
	letters, ours := strings.CutPrefix(link, linkVersion)
	switch {
	case !ours && link != "" && strings.Contains(laterVersions, link[:1]):
		return Kept{}, &Error{Kind: Newer}
	case !ours:
		return Kept{}, &Error{Kind: Foreign}
	}
	packed, ok := fromLetters(letters)
	if !ok || len(packed) < sumSize {
		return Kept{}, &Error{Kind: Damaged}
	}
	text, ok := inflate(packed[sumSize:])
	if !ok || binary.BigEndian.Uint32(packed) != linkSum(text) {
		return Kept{}, &Error{Kind: Damaged}
	}
	k, err := readText(text, version)
	if err == nil && (k.Notes != nil || k.Settings != Settings{}) {
		return Kept{}, &Error{Kind: Damaged} // what no link carries
	}
	return k, err
}

// inflate unpacks what is no longer than MaxBytes, and all of it.
func inflate(packed []byte) (text []byte, ok bool) {
	from := bytes.NewReader(packed)
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(from), MaxBytes+1))
	return text, err == nil && len(text) <= MaxBytes && from.Len() == 0
}
