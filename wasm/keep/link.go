package keep

import (
	"strings"

	"iddtestdrive/engine/packed"
)

// linkVersion is the letter that a link begins with.
const linkVersion = "A"

// laterVersions are the letters of links that are yet to come.
const laterVersions = "BCDEFGHIJKLMNOPQRSTUVWXYZ"

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
	link := linkVersion + packed.Pack(text)
	if len(link) > MaxLink {
		return "", &Error{Kind: LinkTooLong}
	}
	return link, nil
}

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
	text, ok := packed.Unpack(letters, MaxBytes)
	if !ok {
		return Kept{}, &Error{Kind: Damaged}
	}
	k, err := readText(text, version)
	if err == nil && (k.Notes != nil || k.Settings != Settings{}) {
		return Kept{}, &Error{Kind: Damaged} // what no link carries
	}
	return k, err
}
