// Package session runs a pump through time: a clock in whole milliseconds, the
// log of what happened, the commands that were given and when, and snapshots
// from which the pump's status at any earlier instant is found again.
//
// A session is its setup plus its commands with their instants. Replaying them
// gives the same log, byte for byte, on every platform; how often a session is
// asked about itself changes nothing.
package session
