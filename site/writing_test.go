package site_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/markdown"
)

func TestThePageForAuthorsNamesEveryBlock(t *testing.T) {
	page, err := os.ReadFile("../content/en/writing-pages.md")
	require.NoError(t, err)
	for _, kind := range markdown.Blocks() {
		assert.Regexp(t, "(?m)::: "+kind.Name+"|`"+kind.Name+"`", string(page), kind.Name)
	}
}
