package keep

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
)

// JSON writes a log and the state at its end as idd simulate prints them: one
// JSON object in each line.
func JSON(log []session.Entry, now pump.Status) []byte {
	var dst []byte
	for _, e := range log {
		dst = append(e.AppendJSON(dst), '\n')
	}
	return append(now.AppendJSON(dst), '\n')
}
