package drive_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
)

// world is a scenario in which much can be had: the reservoir's alarm comes in
// the first day, and a motor stands for some hours of the second.
const world = `title: A world
audience: patient
summary: For tests.
start: 2026-03-02T08:00
pump:
  model: 8637-20
  reservoir: {volume: 2.3 mL}
prescription:
  drug: morphine
  concentration: 10 mg/mL
  infusion: {continuous: 3 mg/day}
  patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 3, daily_limit: 3.7 mg}
steps:
  - {at: 30 h, do: begin_stall}
  - {at: 34 h, do: end_stall}
until: 4 d
`

// changed is the world with one thing changed, "from => to"; "" changes none.
func changed(t testing.TB, change string) *scenario.Scenario {
	from, to, _ := strings.Cut(change, " => ")
	require.Contains(t, world, from)
	sc, err := scenario.Parse("here.yaml", []byte(strings.Replace(world, from, to, 1)))
	require.NoError(t, err)
	return sc
}

// here is that world as the only one.
func here(t testing.TB, change string) drive.Scenarios {
	return drive.Scenarios{"here": changed(t, change)}
}

func opened(t testing.TB, change string) *session.Session {
	s, err := changed(t, change).Session()
	require.NoError(t, err)
	return s
}

// keysOf lists the keys of a map, in one order every time.
func keysOf[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
