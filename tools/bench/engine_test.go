package main_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	main "iddtestdrive/tools/bench"
)

func TestTheFastestRunOfEachBenchmarkIsRead(t *testing.T) {
	f := main.Read(`goos: linux
BenchmarkSevenYears-2   	      48	  25311828 ns/op	     62900 events	  402.4 ns/event	       8 allocs/op
BenchmarkSevenYears-2   	      40	  24000000 ns/op	     62900 events	  381.6 ns/event	       9 allocs/op
BenchmarkSevenYearsFloor/adds 	     562	   1971530 ns/op	     62900 events
PASS
ok  	iddtestdrive/engine/session	1.230s
`)
	assert.Equal(t, map[string]float64{"ns/op": 24000000, "events": 62900, "ns/event": 381.6, "allocs/op": 9}, f["SevenYears"])
	assert.Equal(t, 1971530.0, f["SevenYearsFloor/adds"]["ns/op"])
	assert.Len(t, f, 2)
}

func TestABudgetThatDoesNotHoldIsCounted(t *testing.T) {
	assert.Equal(t, "holds", main.Within(2, 2))
	assert.Equal(t, "BROKEN", main.Within(2.01, 2))
	assert.Equal(t, "2,319,937", main.Count(2319937))
	assert.Equal(t, "937", main.Count(937))
	assert.Equal(t, 2.5, main.Median([]float64{9, 1, 2, 3}))
}
