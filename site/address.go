package site

import "strings"

// relative returns the address of one file of the site as seen from another. Both
// are as plain as package path makes them.
func relative(from, to string) string {
	// What both have up to a slash is the folder that they share.
	shared := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	up := strings.Count(from[shared:], "/")
	if up == 0 {
		return to[shared:]
	}
	return strings.Repeat("../", up) + to[shared:]
}
