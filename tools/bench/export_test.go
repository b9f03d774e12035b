package main

// What the tests of this command look at.
var (
	Read   = read
	Count  = count
	Median = median
)

// Within is the verdict as it is printed.
func Within(is, most float64) string { return within(is, most).String() }
