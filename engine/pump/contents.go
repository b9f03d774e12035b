package pump

import (
	"math/big"

	"iddtestdrive/engine/units"
)

// contents is what is true of the fluids but for the volume in the reservoir,
// which flows. It changes only when somebody draws or injects, so it is shared
// between copies of a state and replaced as a whole, never changed.
type contents struct {
	reservoir mixture
	put       *big.Rat // nL ever put into the reservoir, less what was drawn
	port      *big.Rat // nL injected at the catheter port
	tape      tape
	pocket    masses   // injected beside the pump
	spilled   *big.Rat // nL injected beside the pump
	books     books
}

// books are what a check of conservation needs beside the rest.
type books struct {
	filled      masses   // put into reservoir, path and pocket, the start included
	filledNL    *big.Rat // its volume
	withdrawn   masses   // drawn out of the reservoir
	withdrawnNL *big.Rat // its volume
}

// newContents is the start of a session.
func newContents(setup Setup) *contents {
	path := new(big.Rat).SetInt64(int64(setup.truePath()))
	full := solution(setup.Prescription.Drug, setup.Prescription.Concentration)
	if setup.Catheter.HoldsSaline {
		full = mixture{}
	}
	volume := new(big.Rat).SetInt64(int64(setup.Truth.Reservoir))
	c := &contents{reservoir: solution(setup.Truth.Drug, setup.Truth.Concentration), put: volume, port: new(big.Rat), spilled: new(big.Rat)}
	c.tape = newTape(path, full, c.reservoir)
	c.books.filled = masses{}.plus(path, full).plus(volume, c.reservoir)
	c.books.filledNL = new(big.Rat).Add(path, volume)
	c.books.withdrawnNL = new(big.Rat)
	return c
}

// pumped is what has left the reservoir through the pump while it holds so
// much.
func (c *contents) pumped(holds *big.Rat) *big.Rat { return new(big.Rat).Sub(c.put, holds) }

// position is what has entered the path.
func (c *contents) position(holds *big.Rat) *big.Rat {
	p := c.pumped(holds)
	return p.Add(p, c.port)
}

// drawn is the contents when a volume was drawn out of the reservoir.
func (c *contents) drawn(volume *big.Rat) *contents {
	next := *c
	next.put = new(big.Rat).Sub(c.put, volume)
	next.books.withdrawn = c.books.withdrawn.plus(volume, c.reservoir)
	next.books.withdrawnNL = new(big.Rat).Add(c.books.withdrawnNL, volume)
	return &next
}

// cleared is the contents when all that the path holds was drawn out at the
// catheter port and the patient's own fluid came after it.
func (c *contents) cleared(holds *big.Rat) *contents {
	at := c.position(holds)
	next := *c
	next.books.withdrawn = c.books.withdrawn.and(c.tape.inside(at))
	next.books.withdrawnNL = new(big.Rat).Add(c.books.withdrawnNL, c.tape.path)
	next.books.filledNL = new(big.Rat).Add(c.books.filledNL, c.tape.path)
	next.tape = c.tape.cleared(at, c.reservoir)
	return &next
}

// refilled is the contents when a volume of a solution came to what the
// reservoir holds.
func (c *contents) refilled(holds, volume *big.Rat, m mixture) *contents {
	next := c.noted(volume, m)
	next.reservoir = c.reservoir.with(holds, m, volume)
	next.put = new(big.Rat).Add(c.put, volume)
	next.tape = c.tape.enters(c.position(holds), next.reservoir)
	return next
}

// pushed is the contents when a volume of a solution was injected at the
// catheter port: it enters the path at the pump end and pushes the path's
// contents out of the tip.
func (c *contents) pushed(holds, volume *big.Rat, m mixture) *contents {
	next := c.noted(volume, m)
	next.port = new(big.Rat).Add(c.port, volume)
	next.tape = c.tape.enters(c.position(holds), m)
	next.tape = next.tape.enters(next.position(holds), c.reservoir)
	return next
}

// besides is the contents when a volume of a solution went under the skin.
func (c *contents) besides(volume *big.Rat, m mixture) *contents {
	next := c.noted(volume, m)
	next.pocket = c.pocket.plus(volume, m)
	next.spilled = new(big.Rat).Add(c.spilled, volume)
	return next
}

// noted is a copy with the injection in the books.
func (c *contents) noted(volume *big.Rat, m mixture) *contents {
	next := *c
	next.books.filled = c.books.filled.plus(volume, m)
	next.books.filledNL = new(big.Rat).Add(c.books.filledNL, volume)
	return &next
}

// truePath is the volume of the drug path as it lies in the patient. The pump
// reckons primes and bridges with what it believes.
func (s *Setup) truePath() units.Volume {
	c := s.Catheter
	if s.Truth.LengthCM > 0 {
		c.LengthCM = s.Truth.LengthCM
	}
	return c.Volume()
}

// Volume is the volume of the whole drug path.
func (c Catheter) Volume() units.Volume { return c.Tubing + c.PerCM*units.Volume(c.LengthCM) }
