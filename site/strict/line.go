package strict

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml"
)

// ItemLine is the line on which an item of a list at the top of a YAML text
// begins, or 0 where there is no such item. Items count from 1.
func ItemLine(src []byte, list string, item int) int {
	at, err := yaml.PathString(fmt.Sprintf("$.%s[%d]", list, item-1))
	if item < 1 || err != nil {
		return 0
	}
	node, err := at.ReadNode(bytes.NewReader(src))
	if err != nil {
		return 0
	}
	return node.GetToken().Position.Line
}
