package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// table is one kind of measurement: rows of what was measured, how much it is,
// what stands beside it, and the budget it has to keep, if it has one.
type table struct {
	title  string
	beside string // head of the column of what stands beside
	rows   []row
}

type row struct {
	what, is, beside, budget string
	holds                    verdict
}

// verdict says whether a budget holds. A row without a budget has none.
type verdict int

const (
	noBudget verdict = iota
	holds
	broken
)

func (v verdict) String() string { return [...]string{"", "holds", "BROKEN"}[v] }

// within is the verdict on a measured figure and its highest permitted one.
func within(is, most float64) verdict {
	if is <= most {
		return holds
	}
	return broken
}

// print writes the table and returns how many of its budgets do not hold.
func (t table) print(w io.Writer) int {
	count := 0
	_, _ = fmt.Fprintf(w, "\n%s\n", t.title)
	columns := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	_, _ = fmt.Fprintf(columns, "\t\t%s\tbudget\t\n", t.beside)
	for _, r := range t.rows {
		_, _ = fmt.Fprintf(columns, "  %s\t%s\t%s\t%s\t%v\n", r.what, r.is, r.beside, r.budget, r.holds)
		if r.holds == broken {
			count++
		}
	}
	_ = columns.Flush()
	return count
}
