package reading

import (
	"regexp"
	"strings"
)

// byLetters counts the runs of vowels in a word, less those that are silent, and
// more where a run is spoken as two.
func byLetters(word string) int {
	if rest, found := strings.CutPrefix(word, "y"); found && rest != "" && vowels.MatchString(rest[:1]) {
		word = rest // a consonant: year
	}
	count := len(runs.FindAllString(word, -1))
	for _, rule := range silent {
		count -= len(rule.FindAllString(word, -1))
	}
	for _, rule := range apart {
		count += len(rule.FindAllString(word, -1))
	}
	return max(1, count)
}

var runs = regexp.MustCompile(`[aeiouy]+`)

// silent are vowels that are written and not spoken.
var silent = []*regexp.Regexp{
	regexp.MustCompile(`[^aeiouylr]e$`),                 // dose
	regexp.MustCompile(`[aeiouy][rl]e$`),                // more, while; table and litre have two
	regexp.MustCompile(`(lle|[gq]ues?)$`),               // gazelle, fatigue, techniques
	regexp.MustCompile(`[^aeiouytdlr]ed$`),              // used; needed has two
	regexp.MustCompile(`([aeiouyl]l|[aeiouyr]r|rl)ed$`), // called, stirred, curled; settled and centred have two
	regexp.MustCompile(`[aeiouy][rl]es$`),               // miles, stores
	regexp.MustCompile(`[^aeiouycgszxlhr]es$`),          // times; doses has two
	regexp.MustCompile(`[^cs]hes$`),                     // bathes
	regexp.MustCompile(`rriage`),                        // carriage
}

// apart are neighbouring vowels that are spoken one by one, and syllables without
// a vowel letter.
var apart = []*regexp.Regexp{
	regexp.MustCompile(`[aeiouy]ing`),                                                          // being, going, trying
	regexp.MustCompile(`(sm|thm)s?$`),                                                          // spasm, rhythm
	regexp.MustCompile(`[^ctsgx]ia|xial|gesia|[ct]iat|iality|siast|^gia`),                      // diary, axial, initiate
	regexp.MustCompile(`[^ctsghxnlv]io|[ln]io[^nu]|vio[^nur]|viou[^r]|niou|[ts]io(s?$|l)|^io`), // period, ratio; region and million have none
	regexp.MustCompile(`[^ctsgx]iu|[cts]ium`),                                                  // premium, calcium
	regexp.MustCompile(`[^aeiouctsgxln]ien|[^aeiouctsgx]ie(r|s?t)|iety|(s|tt)i(er|est)|^scie`), // audience, happier, quiet
	regexp.MustCompile(`[aeiou]y(a|o|er|ee|en)|^[^aeiouy]+ya`),                                 // player, beyond
	regexp.MustCompile(`[^gqs]ua|sual`),                                                        // manual; language has none
	regexp.MustCompile(`uou|[^gqb]ue(n|l)|luid|ruin|nuine|[^rq]uit(y|ies)|tuit`),               // continuous, fluent, fluid
	regexp.MustCompile(`[nlrsd]eou|[dn]eo[^u]|^geo[^r]|^theo|rhoea`),                           // simultaneous, video, geometry
	regexp.MustCompile(`(creat|reali|react|theat|coord|cooper|^coe|^coag|^coal[ei]|^coinc|^pree[mx]|^preamb|proac[^h]|[^h]oe[mt])`),
	regexp.MustCompile(`^re(a(ll?o|ss|pp|rr|dm|tt)|o[pr]|i[nst][^gs]|u[ns]|e[nxv])`), // reopen
}

// compound takes a word apart in which a silent e ends the first of two words:
// something, baseline.
func compound(word string) (first, second string) {
	for _, f := range compoundFirst {
		if rest, found := strings.CutPrefix(word, f); found {
			for _, s := range compoundSecond {
				if rest == s || rest == s+"s" {
					return f, rest
				}
			}
		}
	}
	return "", ""
}

var (
	compoundFirst  = strings.Fields("some fore there where here else home life time side base pipe frame face fire wide score mile house guide name note page place price care safe safe trade wire like white bone state store home make")
	compoundSecond = strings.Fields("body thing time what where how day by line bar work guard book card span wall spread stone hold work mark see seen ground word cast head man men fore in of upon wise giver taker less place long hand sick side keeper maker step")
)
