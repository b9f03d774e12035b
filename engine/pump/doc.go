// Package pump is the implanted pump, the patient's remote and the fluids they
// move: everything a learner must be able to trust.
//
// # Two worlds
//
// The pump has no volume sensor [fact]: it computes what it holds from the
// rates it was told to run. So there are two accounts of everything. Belief is
// what the pump has to go by: the programme, the computed volume, alarms,
// counters. Truth is what is really in the reservoir and where it really went.
// Belief never reads truth; refills that go wrong live in the difference.
//
// # A pure core
//
// The pump flows linearly between instants and jumps at commands and at what
// is due. Five functions are all there is to it:
//
//	Decide  what a command causes
//	Due     the next instant at which the pump acts unasked
//	Fire    what it does then
//	Flow    nothing happens until an instant
//	Evolve  an event happens
//
// Only Flow and Evolve change a State; the same state and the same input give
// the same output. Decide and Fire append to a slice of the caller's, so that
// a pump's whole life runs without an allocation for each event. A State is a
// value: a copy of it is a snapshot.
//
// A command that is impossible, or that the device refuses, is an event too,
// and changes nothing.
//
// # Exactness
//
// Nothing in dosing is a floating-point number, and nothing that flows is ever
// rounded: ledger.go keeps volumes in a grain that holds every flow exactly,
// tape.go the drug path. Reported amounts are floors. The instant at which an
// amount is reached is rounded up to the next millisecond.
//
// # Where the rules stand
//
//	request.go    the patient's request: each denial, in its order
//	orders.go     stop, restart, update, boluses: each refusal, in its order
//	program.go    a new prescription: its checks, its bridge
//	refill.go     aspirate, inject, set the volume
//	world.go      stalls and MRI
//	evolve.go, evolve_world.go   what an event changes
//	agenda.go     what is due, and the order of it at one instant
//	alarm.go      the alarms
//	battery.go    wear, ERI, end of service
//	forecast.go   how long it lasts; specification.go: was the flow right
//
// Marks: [fact] is a documented property of the real device, [design] our
// choice where no public figure is known, never to be shown as the device's.
package pump
