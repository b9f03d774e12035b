package panics

import "testing"

func TestPanics(t *testing.T) {
	var empty []int
	t.Log(empty[len(t.Name())])
}
