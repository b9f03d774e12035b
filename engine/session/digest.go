package session

import (
	"encoding/hex"
	"hash/fnv"
)

// Digest names the log by its content: logs of the same bytes have the same
// digest, and no others are to be expected to. It is no protection against
// somebody who wants two logs to look alike.
func (s *Session) Digest() string {
	h := fnv.New128a()
	var line []byte
	for _, e := range s.record.entries {
		line = append(e.AppendJSON(line[:0]), '\n')
		h.Write(line)
	}
	return hex.EncodeToString(h.Sum(nil))
}
