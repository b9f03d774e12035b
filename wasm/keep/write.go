package keep

import (
	"fmt"
	"hash/crc32"

	"iddtestdrive/engine/scenario"
)

const (
	kind = "# idd session " // what every line of ours begins with
	end  = kind + "end\n"
)

// heads has the first line of each version up to the checksum's digits.
var heads = [...]string{1: kind + "1 crc32 ", 2: kind + "2 crc32 "}

const version = 2

// Write writes a session as a file. It refuses one that is TooLong, and notes
// and a drive that are Unfit.
func Write(k Kept) ([]byte, error) {
	if err := k.fault(); err != nil {
		return nil, err
	}
	rest := append(k.text(), end...)
	sum := crc32.ChecksumIEEE([]byte(heads[version]))
	head := fmt.Appendf(nil, "%s%08x\n", heads[version], crc32.Update(sum, crc32.IEEETable, rest))
	if len(head)+len(rest) > MaxBytes {
		return nil, &Error{Kind: TooLong}
	}
	return append(head, rest...), nil
}

// text is the session without its first and last line.
func (k Kept) text() []byte { return append(k.extras(), scenario.Format(k.Scenario)...) }

// extras are the lines of what is kept besides the scenario.
func (k Kept) extras() []byte {
	var dst []byte
	if k.Settings != (Settings{}) {
		dst = append(dst, kind+"settings"...)
		for _, s := range k.Settings.named() {
			if *s.on {
				dst = append(append(dst, ' '), s.name...)
			}
		}
		dst = append(dst, '\n')
	}
	if k.Drive != "" {
		dst = append(append(append(dst, kind+"drive "...), k.Drive...), '\n')
	}
	for _, n := range k.Notes {
		dst = append(appendNote(append(dst, kind+"note "...), n), '\n')
	}
	return dst
}

// setting is a setting and its name in files.
type setting struct {
	name string
	on   *bool
}

func (s *Settings) named() [4]setting {
	return [...]setting{{"sound", &s.Sound}, {"large_text", &s.LargeText}, {"plain", &s.Plain}, {"labels", &s.Labels}}
}
