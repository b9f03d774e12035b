package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
)

// Account is where everything is that was ever put into reservoir, drug path
// and pocket, the start included, as exact amounts: volumes in nL, masses in
// thousandths of a nanogram. What was put in equals the sum of the rest, at
// every instant.
type Account struct {
	Put         Amounts
	InReservoir Amounts
	InPath      Amounts
	LeftTip     Amounts
	Withdrawn   Amounts
	InPocket    Amounts
}

// Amounts is an exact volume and what it holds of each drug.
type Amounts struct {
	Volume *big.Rat
	Mass   [therapy.Drugs]*big.Rat
}

// Account works the account out.
func (s *State) Account() Account {
	c := s.contents
	holds := s.actual.exactNL(&s.bolus, s.now)
	at := c.position(holds)
	return Account{
		Put:         amounts(c.books.filledNL, c.books.filled),
		InReservoir: amounts(holds, masses{}.plus(holds, c.reservoir)),
		InPath:      amounts(c.tape.path, c.tape.inside(at)),
		LeftTip:     amounts(at, c.tape.delivered(at)),
		Withdrawn:   amounts(c.books.withdrawnNL, c.books.withdrawn),
		InPocket:    amounts(c.spilled, c.pocket),
	}
}

func amounts(volume *big.Rat, m masses) Amounts {
	a := Amounts{Volume: volume}
	for d := range m {
		a.Mass[d] = new(big.Rat)
		if m[d] != nil {
			a.Mass[d].Set(m[d])
		}
	}
	return a
}

// Sum is all that is anywhere.
func (a Account) Sum() Amounts {
	sum := amounts(new(big.Rat), masses{})
	for _, part := range [...]Amounts{a.InReservoir, a.InPath, a.LeftTip, a.Withdrawn, a.InPocket} {
		sum.Volume.Add(sum.Volume, part.Volume)
		for d := range part.Mass {
			sum.Mass[d].Add(sum.Mass[d], part.Mass[d])
		}
	}
	return sum
}
