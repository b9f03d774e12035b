package site

import (
	"path"
	"strings"
)

// relative returns the address of one file of the site as seen from another.
func relative(from, to string) string {
	a := strings.Split(path.Dir(from), "/")
	b := strings.Split(path.Dir(to), "/")
	if a[0] == "." {
		a = nil
	}
	if b[0] == "." {
		b = nil
	}
	shared := 0
	for shared < len(a) && shared < len(b) && a[shared] == b[shared] {
		shared++
	}
	way := strings.Repeat("../", len(a)-shared)
	return way + strings.Join(append(b[shared:len(b):len(b)], path.Base(to)), "/")
}
