// Package floor_test measures the least that following a pump can cost: a bare
// loop that adds the flows of a pump's life, exactly, and does nothing else.
// What the dosing engine takes is told as a multiple of it.
package floor_test

import "testing"

// BenchmarkBareLoop adds the flows of seven years in which the rate changes
// nineteen times a day: thirteen steps and six boluses, which also end.
func BenchmarkBareLoop(b *testing.B) {
	const (
		day   = 86_400_000 // ms
		flows = 7 * 365 * 19
	)
	var pumped int64
	for b.Loop() {
		var whole, rest int64
		for i := range int64(flows) {
			rate := 50_000 + 10_000*(i%2)  // nL a day
			flowed := rate*(day/19) + rest // nL times ms of a day
			whole, rest = whole+flowed/day, flowed%day
		}
		pumped = whole
	}
	if pumped == 0 {
		b.Fatal("nothing flowed")
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/flows, "ns/event")
}
