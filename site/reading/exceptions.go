package reading

import "strings"

// exceptions are words that the rules count wrongly, by their syllables, and
// words in capitals that are not spelled out.
var exceptions = listed(
	1, `aren't aye don't does eye fierce friend goes he'll i'll leapt once pierce she'll shoes suite they'll they're
		they've we'll we're we've weren't won't can't you'll you're you've
		all and do ii iii new no not now off old on or stop yes you`,
	2, `acne any argue being business cafe chaos client colleague couldn't cruel didn't doesn't dr duel embed evening
		every eyebrow eyelid fluid fuel hadn't hasn't haven't hourly hundred isn't issue it'll junior language layout
		leopard lion lower many maybe million billion mr mrs mustn't naive naked needn't ocean ok onion people persuade
		pigeon poem psyche quiet react rescue reuse riot rugged ruin sacred safely safety senior shouldn't soldier
		someone something sometimes surgeon tissue union value vs wasn't wicked wouldn't creature`,
	3, `aerosol another anyone area audio axial beforehand calcium caveat companion complement element familiar
		idea imagery implement increment influence likelihood linear museum nausea neuron nuclear nucleus opinion
		peculiar poetry radio ratio recipe somebody everything everywhere stereo studio suicide supplement video whoever`,
	4, `anybody apostrophe catastrophe diarrhoea etc european everybody experience february ideally laboratory
		superfluous unfamiliar`,
)

// listed reads the words of each number of syllables.
func listed(pairs ...any) map[string]int {
	all := map[string]int{}
	for i := 0; i < len(pairs); i += 2 {
		for word := range strings.FieldsSeq(pairs[i+1].(string)) {
			all[word] = pairs[i].(int)
		}
	}
	return all
}
