//go:build !js

package ward_test

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/wasm/ward"
)

// The page with a plan for half a day names the cases that its draw gives, as a
// site gives them to the ward: in the order of the cases.
func TestTheExamOfTheLessonHasTheCasesThatItsPageNames(t *testing.T) {
	text, err := os.ReadFile("../../content/en/lesson-half-day.md")
	require.NoError(t, err)
	drawn := regexp.MustCompile(`sim\.html\?exam=(\d+)&seed=(\d+)\n[^-]*((?:- .*\n)+)`).FindStringSubmatch(string(text))
	require.NotNil(t, drawn)
	count, err := strconv.Atoi(drawn[1])
	require.NoError(t, err)
	seed, err := strconv.ParseUint(drawn[2], 10, 64)
	require.NoError(t, err)
	order := map[string]int{}
	var all []ward.Source
	for _, name := range names(t) {
		s := source(t, name)
		c, err := practice.Parse(name+".yaml", s.Case)
		require.NoError(t, err)
		order[name] = c.Order
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b ward.Source) int { return cmp.Compare(order[a.Name], order[b.Name]) })
	n := begin(t, ward.Config{Cases: all, Exam: count, Seed: seed})
	named := map[string]bool{}
	for line := range strings.Lines(drawn[3]) {
		named[strings.TrimSpace(strings.TrimPrefix(line, "- "))] = true
	}
	assert.Len(t, named, count)
	for range count {
		assert.Contains(t, named, n.says("task.title"))
		n.press("work.finish")
	}
}
