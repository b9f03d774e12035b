package packed

import "strings"

// alphabet is base64url: characters that stand in an address as they are.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// toLetters writes bytes in base64url without padding.
func toLetters(data []byte) string {
	text := make([]byte, 0, (len(data)*4+2)/3)
	bits, held := 0, 0
	for _, b := range data {
		held, bits = held<<8|int(b), bits+8
		for bits >= 6 {
			bits -= 6
			text = append(text, alphabet[held>>bits&63])
		}
		held &= 1<<bits - 1
	}
	if bits > 0 {
		text = append(text, alphabet[held<<(6-bits)&63])
	}
	return string(text)
}

// fromLetters reads what toLetters writes, and nothing else: one text for the
// same bytes.
func fromLetters(text string) (data []byte, ok bool) {
	data = make([]byte, 0, len(text)*3/4)
	bits, held := 0, 0
	for i := range len(text) {
		value := strings.IndexByte(alphabet, text[i])
		if value < 0 {
			return nil, false
		}
		held, bits = held<<6|value, bits+6
		if bits >= 8 {
			bits -= 8
			data = append(data, byte(held>>bits))
		}
		held &= 1<<bits - 1
	}
	return data, bits < 6 && held == 0
}
