package reading

import "strings"

// exceptions are words that the rules count wrongly.
var exceptions = map[string]int{
	"area": 3, "idea": 3, "ideas": 3, "being": 2, "doing": 2, "going": 2, "seeing": 2, "dying": 2, "lying": 2, "trying": 2, "create": 2, "created": 3,
	"science": 2, "quiet": 2, "diet": 2, "society": 4, "anxiety": 4, "variety": 4, "people": 2, "business": 2, "evening": 2, "every": 2, "everything": 3,
	"everyone": 3, "different": 3, "several": 3, "sometimes": 2, "something": 2, "someone": 2, "somewhere": 2, "therefore": 2, "moreover": 3, "hour": 1, "hours": 1, "our": 1, "ours": 1,
	"fluid": 2, "fluids": 2, "ruin": 2, "poem": 2, "lion": 2, "radio": 3, "video": 3, "audio": 3, "period": 3, "periods": 3, "trial": 2, "trials": 2, "dial": 2,
	"reliable": 4, "science's": 3, "naive": 2, "opioid": 4, "opioids": 4, "catheter": 3, "baclofen": 3, "the": 1, "maybe": 2, "safety": 2, "lifetime": 2,
	"battery": 3, "batteries": 3, "medicine": 3, "medicines": 3, "device": 2, "remote": 2, "lying-in": 3, "recipe": 3, "react": 2, "reaction": 3, "real": 1, "really": 2, "clear": 1, "eye": 1, "eyes": 1,
	"hopeful": 2, "careful": 2, "carefully": 3, "useful": 2, "homes": 1, "sleepless": 2, "tired": 1, "used": 1, "one": 1, "once": 1, "measured": 2, "measure": 2, "measures": 2,
	"nurse's": 2, "patient": 2, "patients": 2, "sleepiness": 3, "drowsiness": 3, "loneliness": 3, "says": 1, "higher": 2, "via": 2, "bias": 2, "giant": 2, "client": 2, "science-based": 3,
	"skin": 1, "cruel": 2, "fuel": 2, "dual": 2, "usual": 3, "usually": 4, "manual": 3, "individual": 5, "actual": 3, "gradual": 3, "gradually": 4, "situation": 4, "evaluate": 4, "continuous": 4, "cooperate": 4,
}

const vowels = "aeiouy"

func isVowel(c byte) bool { return strings.IndexByte(vowels, c) >= 0 }

// Syllables counts the syllables of an English word. What holds no letter, such
// as a number, has one; short forms in capitals have one for each letter.
func Syllables(word string) int {
	if len(word) > 1 && len(word) <= 5 && word == strings.ToUpper(word) && strings.ToLower(word) != word {
		return len(word)
	}
	w := strings.ToLower(word)
	w = strings.ReplaceAll(w, "’", "'")
	if n, ok := exceptions[w]; ok {
		return n
	}
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	if n, ok := exceptions[w]; ok {
		return n
	}
	n, before := 0, false
	for i := 0; i < len(w); i++ {
		v := isVowel(w[i]) && !(w[i] == 'y' && i == 0) && !(w[i] == 'u' && i > 0 && w[i-1] == 'q')
		if v && !before {
			n++
		}
		before = v
	}
	n += hiatus(w) - silent(w)
	return max(1, n)
}

// hiatus counts neighbouring vowels that are spoken apart.
func hiatus(w string) int {
	n := 0
	for _, pair := range []string{"ia", "io", "iu", "eo", "ua", "uou"} {
		for i := strings.Index(w, pair); i >= 0; {
			together := i > 0 && strings.IndexByte("tcsgx", w[i-1]) >= 0 && pair[0] == 'i' || pair == "ua" && i > 0 && (w[i-1] == 'q' || w[i-1] == 'g')
			if !together {
				n++
			}
			next := strings.Index(w[i+1:], pair)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	if strings.HasSuffix(w, "ism") || strings.HasSuffix(w, "isms") || strings.HasSuffix(w, "n't") && len(w) > 3 && !isVowel(w[len(w)-4]) && w[len(w)-4] != 'r' {
		n++
	}
	return n
}

// silent counts the written e that is not spoken at the end of a word.
func silent(w string) int {
	consonant := func(from int) bool { return len(w) >= from && !isVowel(w[len(w)-from]) }
	switch {
	case len(w) <= 3:
		return 0
	case strings.HasSuffix(w, "le") && consonant(3), strings.HasSuffix(w, "les") && consonant(4):
		return 0 // ta-ble
	case strings.HasSuffix(w, "ely"), strings.HasSuffix(w, "eful"), strings.HasSuffix(w, "ement"), strings.HasSuffix(w, "ements"), strings.HasSuffix(w, "eless"), strings.HasSuffix(w, "eness"):
		return 1
	case strings.HasSuffix(w, "e") && consonant(2):
		return 1
	case strings.HasSuffix(w, "es") && consonant(3) && strings.IndexByte("sxzcg", w[len(w)-3]) < 0 && !strings.HasSuffix(w, "ches") && !strings.HasSuffix(w, "shes"):
		return 1
	case strings.HasSuffix(w, "ed") && consonant(3) && strings.IndexByte("td", w[len(w)-3]) < 0:
		return 1
	}
	return 0
}
