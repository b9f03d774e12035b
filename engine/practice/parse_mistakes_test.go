package practice_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/practice"
)

// TestEachMistakeInACaseHasItsPlaceAndItsRemedy changes one thing in the case
// with every key and holds the message's first line and its remedy against what
// is wanted. A change is "from => to".
func TestEachMistakeInACaseHasItsPlaceAndItsRemedy(t *testing.T) {
	many := strings.Repeat
	first := func(act string) string { return "right:\n => right:\n  - " + act + "\n" }
	when := func(condition string) string { return "{did: {do: program, bridge: true}} => " + condition }
	for _, c := range []struct{ change, first, allowed string }{
		{"title: Every key => titel: Every key", "1:1: titel: the key is not known here; did you mean title?", keys},
		{"title: Every key => title: 8", `1:8: title: found "8": this is text only in quotes`, "a name for the case, in one line of at most 80 characters"},
		{"title: Every key => title: " + many("long ", 20), `1:8: title: found "long long long long long long long long long long long long ...": the text is too long`, "a name for the case, in one line of at most 80 characters"},
		{"summary: A case => summary: " + many("Long. ", 201) + "A case", `2:10: summary: found "Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. ...": the text is too long`, "one or two plain sentences, in at most 1200 characters"},
		{"minutes: 15 => minutes: 0", `3:10: minutes: found "0": the number is too small`, "a whole number from 1 to 120"},
		{"minutes: 15 => minutes: 121", `3:10: minutes: found "121": the number is too large`, "a whole number from 0 to 120"},
		{"order: 10\n => ", "1:1: order: the key is missing", required},
		{"order: 10 => order: -1", `4:8: order: found "-1": this cannot be negative`, "a whole number from 0 to 1000000"},
		{"scenario: a-refill => scenario: ../a-refill", `5:11: scenario: found "../a-refill": this is not a plain name`, plain},
		{"draw:\n  - {flow_error: -2 %, reservoir: 4.5 mL}\n  - {flow_error: +3 %}\n => draw: []\n", "6:7: draw: 0 draws stand here", "1 to 12"},
		{"draw:\n => draw:\n" + many("  - {}\n", 11), "7:3: draw: 13 draws stand here", "1 to 12"},
		{"-2 % => -2", `7:18: draw.1.flow_error: found "-2": the unit is missing`, "a percentage: a number, one space and %, such as +12 %"},
		{"-2 % => -30.1 %", `7:18: draw.1.flow_error: found "-30.1 %": this is out of range`, "-30 % to +30 %"},
		{"-2 % => +429496730 %", `7:18: draw.1.flow_error: found "+429496730 %": this is out of range`, "-30 % to +30 %"},
		{"4.5 mL => 4.5", `7:35: draw.1.reservoir: found "4.5": the unit is missing`, volume},
		{"4.5 mL => 4.5 mg", `7:35: draw.1.reservoir: found "4.5 mg": "mg" is not a unit of a volume`, volume},
		{"{flow_error: +3 %} => {flow: +3 %}", "8:6: draw.2.flow: the key is not known here", "flow_error or reservoir"},
		{"  is: a patient, 68\n => ", "10:3: patient.is: the key is missing", required},
		{"says: {pain: => says: {ache:", "11:10: patient.says.ache: the key is not known here", topics},
		{`says: {pain: => says: {breathing: "", pain:`, "11:21: patient.says.breathing: no words are written here", "what is answered or seen, in one line of at most 300 characters"},
		{"shows: {breathing: => shows: {hair:", "12:11: patient.shows.hair: the key is not known here", sights},
		{"task: Refill the pump.\n => ", "1:1: task: the key is missing", required},
		{"  prescription: {drug: => #", "16:3: prescribed.prescription: the key is missing", required},
		{"morphine, concentration: 10 mg/mL, infusion => heroin, concentration: 10 mg/mL, infusion", `15:24: prescribed.prescription.drug: found "heroin": this word is not known here`, "morphine, ziconotide or baclofen"},
		{"concentration: 10 mg/mL, infusion => concentration: 0 mg/mL, infusion", `15:49: prescribed.prescription.concentration: found "0 mg/mL": a concentration of 0 is no drug`, "more than 0"},
		{"fill: 18 mL => fill: 18 mg", `16:9: prescribed.fill: found "18 mg": "mg" is not a unit of a volume`, volume},
		{"fill: 18 mL => fill: 0 mL", `16:9: prescribed.fill: found "0 mL": this is nothing`, "more than 0 mL"},
		{"fill: 18 mL => fill: 18 mL\n  by: noon", "17:3: prescribed.by: the key is not known here", "prescription or fill"},
		{"tray:\n => tray:\n" + many("  - {vial: a, label: b, drug: morphine, concentration: 1 mg/mL, holds: 1 mL}\n", 8), "18:3: tray: 9 vials stand here", "1 to 8"},
		{"tray:\n => tray:\n  - {vial: \"null\", label: b, drug: morphine, concentration: 1 mg/mL, holds: 1 mL}\n", `19:5: tray.2: found "null": another vial has this name`, "a name of its own"},
		{`{vial: "null", label => {vial: null, label`, `18:6: tray.1.vial: found "null": a key without a value is left out`, plain},
		{"label: Ten, => ", "18:5: tray.1.label: the key is missing", required},
		{"drug: morphine, concentration: 10 mg/mL, holds => drug: morphia, concentration: 10 mg/mL, holds", `18:38: tray.1.drug: found "morphia": this word is not known here; did you mean morphine?`, "morphine, ziconotide or baclofen"},
		{"concentration: 10 mg/mL, holds => concentration: 1001 mg/mL, holds", `18:63: tray.1.concentration: found "1001 mg/mL": this is out of range`, "at most 1000 mg/mL"},
		{"holds: 20 mL => holds: 20", `18:80: tray.1.holds: found "20": the unit is missing`, volume},
		{"holds: 20 mL => holds: 0 mL", `18:80: tray.1.holds: found "0 mL": this is nothing`, "more than 0 mL"},
		{"holds: 20 mL => holds: 1001 mL", `18:80: tray.1.holds: found "1001 mL": this is out of range`, "at most 1000 mL"},
		{"palpation: beside => hope: beside", "19:10: needle.hope: the key is not known here", "palpation, template or ultrasound"},
		{"palpation: beside => palpation: pocket", `19:21: needle.palpation: found "pocket": this word is not known here`, "reservoir, catheter or beside"},
		{"choices:\n => choices:\n" + many("  - {choice: a, say: b}\n", 12), "21:3: choices: 13 choices stand here", "1 to 12"},
		{"- {choice: fill, say => - {choice: fill, say: b}\n  - {choice: fill, say", `22:5: choices.2: found "fill": another choice has this name`, "a name of its own"},
		{"choice: fill, say => choice: Fill it, say", `21:14: choices.1.choice: found "Fill it": this is not a plain name`, plain},
		{`say: I fill it. => say: ""`, "21:25: choices.1.say: no words are written here", "the decision in words, in one line of at most 300 characters"},
		{"questions:\n => questions:\n" + many("  - {question: a, ask: b, answer: 1 mL, within: 0 mL, because: c}\n", 12), "23:3: questions: 13 questions stand here", "1 to 12"},
		{"- {question: drawn, ask => - {question: drawn, ask: b, answer: 1 mL, within: 0 mL, because: c}\n  - {question: drawn, ask", `24:5: questions.2: found "drawn": another question has this name`, "a name of its own"},
		{"answer: 0.3 mg => answer: 0.3mg", `23:46: questions.1.answer: found "0.3mg": the unit is missing, or the space before it`, amount},
		{"answer: 0.3 mg => answer: .3 mg", `23:46: questions.1.answer: found ".3 mg": this is not a number with digits before and after its point`, amount},
		{"answer: 0.3 mg => answer: 0.3 miles", `23:46: questions.1.answer: found "0.3 miles": this unit is not known here`, amount},
		{"answer: 0.3 mg => answer: -0.3 mg", `23:46: questions.1.answer: found "-0.3 mg": this is not a number with digits before and after its point`, amount},
		{"within: 5 mcg => within: 5 mL", `23:62: questions.1.within: found "5 mL": this is of another kind than the answer`, "an amount in mg"},
		{"within: 5 mcg, => ", "23:5: questions.1.within: the key is missing", required},
		{"within: 5 mcg, because: So. => within: 5 mcg", "23:5: questions.1.because: the key is missing", required},
		{"wants:\n => wants:\n" + many("  - {want: a, weight: minor, when: {ends: running}, because: b}\n", 37), "25:3: wants: 41 wants stand here", "1 to 40"},
		{"want: Read, weight: critical => want: Read, weight: grave", `25:26: wants.1.weight: found "grave": this word is not known here`, "critical, major or minor"},
		{"want: Read, weight: critical => want: Read", "25:5: wants.1.weight: the key is missing", required},
		{"{want: Read, weight: critical, when: {did: {do: interrogate}, before: {do: insert}}, because: So.} => {want: Read, weight: critical, because: So.}", "25:5: wants.1.when: the key is missing", required},
		{"before: {do: insert}}, because: So.} => before: {do: insert}}}", "25:5: wants.1.because: the key is missing", required},
		{"when: {did: {do: interrogate}, before => when: {was: {do: interrogate}, before", "25:43: wants.1.when.was: the key is not known here", "did, log, ends, not, all or any"},
		{"{did: {do: interrogate}, before: {do: insert}} => {}", "25:42: wants.1.when: this says nothing that could hold", condition},
		{"{did: {do: interrogate}, before: {do: insert}} => did", `25:42: wants.1.when: found "did": this is not what belongs here`, condition},
		{"{did: {do: interrogate}, before: {do: insert}} => {before: {do: insert}}", "25:43: wants.1.when.before: the key is not known here", "did, log, ends, not, all or any"},
		{"{did: {do: interrogate}, before => {did: interrogate, before", `25:48: wants.1.when.did: found "interrogate": this is not what belongs here`, "an act such as {do: interrogate}"},
		{"{did: {do: interrogate}, before => {did: {}, before", "25:48: wants.1.when.did.do: the key is missing", required},
		{"{did: {do: interrogate}, before => {did: {do: interrogation}, before", `25:53: wants.1.when.did.do: found "interrogation": this word is not known here; did you mean interrogate?`, verbs},
		{"{did: {do: interrogate}, before => {did: {do: interrogate, volume: 1 mL}, before", "25:66: wants.1.when.did.volume: the key is not known here", "do"},
		{"before: {do: insert} => before: {do: insert, port: pocket}", `25:94: wants.1.when.before.port: found "pocket": this word is not known here`, "reservoir, catheter or beside"},
		{"before: {do: insert} => before: {do: insert, by: template}", "25:88: wants.1.when.before.by: the key is not known here", "do or port"},
		{"before: {do: insert} => ends: running", "25:67: wants.1.when.ends: the key is not known here", "did, before, after or times"},
		{"before: {do: insert} => site: pocket", "25:67: wants.1.when.site: the key is not known here", "did, before, after or times"},
		{"{do: ask, about: pain} => {do: ask, about: weather}", `26:70: wants.2.when.any.1.did.about: found "weather": this word is not known here`, topics},
		{"{ends: running} => {ends: walking}", `26:91: wants.2.when.any.2.not.ends: found "walking": this word is not known here`, "running, as_prescribed, volume_told, filled, needle_out, nothing_astray or steady"},
		{"{ends: running} => {ends: running, log: injected}", "26:100: wants.2.when.any.2.not.log: the key is not known here", "ends"},
		{"{not: {ends: running}} => {not: [{ends: running}]}", "26:84: wants.2.when.any.2.not: found a list", condition},
		{"{not: {ends: running}} => {not: {ends: running}, any: []}", "26:101: wants.2.when.any.2.any: the key is not known here", "not"},
		{"{any: [ => {any: [], all: [", "26:50: wants.2.when.all: the key is not known here", "any"},
		{"{any: [{did: {do: ask, about: pain}}, {not: {ends: running}}]} => {any: []}", "26:46: wants.2.when.any: 0 conditions stand here", "1 to 40"},
		{"{any: [{did: {do: ask, about: pain}}, {not: {ends: running}}]} => {any: {ends: running}}", "26:46: wants.2.when.any: found keys of its own", "a list of conditions"},
		{"{ends: running} => {not: {not: {not: {ends: running}}}}", "26:102: wants.2.when.any.2.not.not.not.not: the conditions stand too deep in one another", "fewer of not, all and any around each other"},
		{"for: 30 min}, after => for: 30}, after", `27:63: wants.3.when.did.for: found "30": the unit is missing, or a space too many is before it`, span},
		{"for: 30 min}, after => for: 30 mL}, after", `27:63: wants.3.when.did.for: found "30 mL": "mL" is not a unit of time`, span},
		{"for: 30 min}, after => for: 0 min}, after", `27:63: wants.3.when.did.for: found "0 min": this is nothing`, "more than 0 h"},
		{"for: 30 min}, after => for: 0 h}, after", `27:63: wants.3.when.did.for: found "0 h": this is nothing`, "more than 0 h"},
		{"for: 30 min}, after => for: 3654 d}, after", `27:63: wants.3.when.did.for: found "3654 d": this is out of range`, "at most 3653 d"},
		{"after: {do: withdraw} => after: {do: withdraw, needle: refill}", "27:94: wants.3.when.after.needle: the key is not known here", "do"},
		{"times: 2 => times: 0", `27:102: wants.3.when.times: found "0": the number is too small`, "a whole number from 1 to 400"},
		{"times: 2 => times: 401", `27:102: wants.3.when.times: found "401": the number is too large`, "a whole number from 0 to 400"},
		{"times: 2 => times: two", `27:102: wants.3.when.times: found "two": this is not a whole number`, "a whole number from 0 to 400"},
		{when("{did: {do: program, bridge: false}}"), `28:70: wants.4.when.did.bridge: found "false": a condition asks for what is there`, "true; for what is not there, a not around the condition"},
		{when("{did: {do: program, bridge: maybe}}"), `28:70: wants.4.when.did.bridge: found "maybe": this word is not known here`, "true or false"},
		{when("{did: {do: stop, bridge: true}}"), "28:59: wants.4.when.did.bridge: the key is not known here", "do"},
		{when("{did: {do: draw_up, filter: false}}"), `28:70: wants.4.when.did.filter: found "false": a condition asks for what is there`, "true; for what is not there, a not around the condition"},
		{when("{did: {do: draw_up, volume: 0 mL}}"), `28:70: wants.4.when.did.volume: found "0 mL": this is nothing`, "more than 0 mL"},
		{when("{did: {do: inject, volume: 0 mL}}"), `28:69: wants.4.when.did.volume: found "0 mL": this is nothing`, "more than 0 mL"},
		{when("{did: {do: draw_up, vial: eleven}}"), `28:68: wants.4.when.did.vial: found "eleven": this word is not known here`, "null"},
		{when("{did: {do: decide, choice: flee}}"), `28:69: wants.4.when.did.choice: found "flee": this word is not known here`, "fill"},
		{when("{did: {do: answer, question: why}}"), `28:71: wants.4.when.did.question: found "why": this word is not known here`, "drawn"},
		{when("{did: {do: answer, value: 5}}"), `28:68: wants.4.when.did.value: found "5": the unit is missing, or the space before it`, amount},
		{when("{did: {do: request_patient_bolus}}"), `28:53: wants.4.when.did.do: found "request_patient_bolus": this word is not known here`, verbs},
		{"mistakes:\n => mistakes:\n" + many("  - {mistake: a, weight: minor, when: {ends: running}, because: b, shown: [{leave_out: take}]}\n", 24), "30:3: mistakes: 25 mistakes stand here", "1 to 24"},
		{"    weight: critical\n => ", "30:5: mistakes.1.weight: the key is missing", required},
		{"{log: injected, site: pocket} => {log: drowned}", `32:17: mistakes.1.when.log: found "drowned": this word is not known here`, ""},
		{"{log: injected, site: pocket} => {site: pocket}", "32:12: mistakes.1.when.site: the key is not known here", "did, log, ends, not, all or any"},
		{"site: pocket => site: beside", `32:33: mistakes.1.when.site: found "beside": this word is not known here`, "reservoir, catheter_port or pocket"},
		{"{log: injected, site: pocket} => {log: aspirated, site: pocket}", `32:34: mistakes.1.when.site: found "pocket": only what is injected has a site`, "log: injected"},
		{"{log: injected, site: pocket} => {log: injected, volume: 1 mL}", "32:27: mistakes.1.when.volume: the key is not known here", "log or site"},
		{"    shown:\n      - {leave_out: draw_back}\n      - {instead_of: take, do: [{do: insert, port: beside}]}\n      - {after: insert, do: [{do: inject, volume: 1 mL}]}\n => ", "30:5: mistakes.1.shown: the key is missing", required},
		{"      - {leave_out: draw_back}\n      - {instead_of: take, do: [{do: insert, port: beside}]}\n      - {after: insert, do: [{do: inject, volume: 1 mL}]}\n =>       []\n", "35:7: mistakes.1.shown: 0 changes stand here", "1 to 400"},
		{"leave_out: draw_back => leave_out: drawback", `35:21: mistakes.1.shown.1.leave_out: found "drawback": this word is not known here; did you mean draw_back?`, verbs},
		{"leave_out: draw_back => left_out: draw_back", "35:10: mistakes.1.shown.1.left_out: the key is not known here; did you mean leave_out?", "leave_out, instead_of, after or do"},
		{"leave_out: draw_back => after: take, leave_out: draw_back", "35:17: mistakes.1.shown.1.after: a change is of one kind", "a change for each of them"},
		{"leave_out: draw_back => leave_out: draw_back, do: [{do: empty}]", "35:36: mistakes.1.shown.1.do: what is left out has nothing in its place", "instead_of in the place of leave_out, or no do"},
		{"{leave_out: draw_back} => {do: [{do: empty}]}", "35:9: mistakes.1.shown.1: this changes nothing", "leave_out, instead_of or after, and a verb"},
		{"{leave_out: draw_back} => {}", "35:9: mistakes.1.shown.1: this changes nothing", "leave_out, instead_of or after, and a verb"},
		{"{leave_out: draw_back} => {after: draw_back}", "35:9: mistakes.1.shown.1.do: the key is missing", required},
		{"{instead_of: take, do: [{do: insert, port: beside}]} => {instead_of: take, do: []}", "36:32: mistakes.1.shown.2.do: 0 acts stand here", "1 to 400"},
		{"[{do: insert, port: beside}] => [{do: insert}]", "36:33: mistakes.1.shown.2.do.1.port: the key is missing", required},
		{"[{do: insert, port: beside}] => [{do: insert, port: pocket}]", `36:52: mistakes.1.shown.2.do.1.port: found "pocket": this word is not known here`, "reservoir, catheter or beside"},
		{"right:\n => right:\n" + many("  - {do: empty}\n", 396), "39:3: right: 401 acts stand here", "1 to 400"},
		{"right:\n  - {do: draw_up, vial: \"null\", volume: 18 mL, filter: true}\n  - {do: decide, choice: fill}\n  - {do: answer, question: drawn, value: 300 mcg}\n  - {do: set_reservoir, volume: 18 mL}\n  - {do: wait, for: 30 min}\n => right: []\n", "38:8: right: 0 acts stand here", "1 to 400"},
		{"draw:\n  - {flow_error: -2 %, reservoir: 4.5 mL}\n  - {flow_error: +3 %}\n => draw: luck\n", `6:7: draw: found "luck": this is not what belongs here`, "a list of draws"},
		{first("{}"), "39:5: right.1.do: the key is missing", required},
		{first("draw_up"), `39:5: right.1: found "draw_up": this is not what belongs here`, "an act such as {do: interrogate}"},
		{first("{do: dance}"), `39:10: right.1.do: found "dance": this word is not known here`, verbs},
		{first("{do: 5}"), `39:10: right.1.do: found "5": this word is not known here`, verbs},
		{first("{do: ask}"), "39:5: right.1.about: the key is missing", required},
		{first("{do: ask, about: weather}"), `39:22: right.1.about: found "weather": this word is not known here`, topics},
		{first("{do: look, at: hair}"), `39:20: right.1.at: found "hair": this word is not known here`, sights},
		{first("{do: check, what: weather}"), `39:23: right.1.what: found "weather": this word is not known here`, "identity, prescription, label, expiry, volume, second_person, supervision, alarm_level or catheter"},
		{first("{do: prepare, what: coffee}"), `39:25: right.1.what: found "coffee": this word is not known here`, "position, hands, mask, gloves, skin, drape or line"},
		{first("{do: find_port, by: hope}"), `39:25: right.1.by: found "hope": this word is not known here`, "palpation, template or ultrasound"},
		{first("{do: take, needle: thread}"), `39:24: right.1.needle: found "thread": this word is not known here`, "refill or access"},
		{first("{do: insert, port: pocket}"), `39:24: right.1.port: found "pocket": this word is not known here`, "reservoir, catheter or beside"},
		{first("{do: tell, what: lies}"), `39:22: right.1.what: found "lies": this word is not known here`, "warning_signs, alarm_date, next_visit or number"},
		{first("{do: record, what: music}"), `39:24: right.1.what: found "music": this word is not known here`, "volumes, lot or waste"},
		{first("{do: withdraw, needle: refill}"), "39:20: right.1.needle: the key is not known here", "do"},
		{first("{do: inject}"), "39:5: right.1.volume: the key is missing", required},
		{first("{do: inject, volume: 5 mg}"), `39:26: right.1.volume: found "5 mg": "mg" is not a unit of a volume`, volume},
		{first("{do: inject, volume: 0 mL}"), `39:26: right.1.volume: found "0 mL": this is nothing`, "more than 0 mL"},
		{first("{do: wait}"), "39:5: right.1.for: the key is missing", required},
		{first("{do: wait, for: 0 min}"), `39:21: right.1.for: found "0 min": this is nothing`, "more than 0 h"},
		{first("{do: answer, question: drawn}"), "39:5: right.1.value: the key is missing", required},
		{first("{do: set_reservoir}"), "39:5: right.1.volume: the key is missing", required},
		{first("{do: set_reservoir, volume: 5}"), `39:33: right.1.volume: found "5": the unit is missing`, volume},
		{first("{do: program, bridge: true}"), "39:5: right.1.prescription: the key is missing", required},
		{first("{do: clinician_bolus, dose: 1 mg}"), "39:5: right.1.over: the key is missing", required},
		{first("{do: stop, at: 3 h}"), "39:16: right.1.at: the key is not known here", "do"},
		{first("{do: aspirate}"), `39:10: right.1.do: found "aspirate": this word is not known here`, verbs},
		{`vial: "null", volume: 18 mL => vial: null, volume: 18 mL`, `39:19: right.1.vial: found "null": a key without a value is left out`, "null"},
		{`vial: "null", volume: 18 mL => vial: eleven, volume: 18 mL`, `39:25: right.1.vial: found "eleven": this word is not known here`, "null"},
		{`vial: "null", volume: 18 mL => vial: "null", volume: 0 mL`, `39:41: right.1.volume: found "0 mL": this is nothing`, "more than 0 mL"},
		{"filter: true => filter: yes", `39:56: right.1.filter: found "yes": this word is not known here`, "true or false"},
		{`filter: true => filter: "true"`, `39:56: right.1.filter: found "true": true and false are written without quotes`, "true or false"},
		{"choice: fill}\n => choice: flee}\n", `40:26: right.2.choice: found "flee": this word is not known here`, "fill"},
		{"question: drawn, value => question: why, value", `41:28: right.3.question: found "why": this word is not known here`, "drawn"},
		{"value: 300 mcg => value: 300", `41:42: right.3.value: found "300": the unit is missing, or the space before it`, amount},
		{"debrief: It is so.\n => ", "1:1: debrief: the key is missing", required},
		{"page: refill => page: refill.md", `45:7: page: found "refill.md": this is not a plain name`, plain},
		{"page: refill => page: 8", `45:7: page: found "8": this is text only in quotes`, plain},
		{"page: refill => page: refill\npage: other", "46:1: page: the key is given twice", "each key once; it stands in line 45 already"},
		{"weight: critical, when: {did: {do: interrogate}, before => weight: critical, then: now, when: {did: {do: interrogate}, before", "25:36: wants.1.then: the key is not known here; did you mean when?", "want, weight, when or because"},
		{"- {question: drawn, ask: How much => - {ask: How much", "23:5: questions.1.question: the key is missing", required},
		{`want: Read, => want: "Read\nit",`, `25:12: wants.1.want: found "Read\nit": the text has more than one line`, "what is wanted, in one line of at most 300 characters"},
		{"{do: ask, about: pain} => {do: ask, about: pain, at: site}", "26:76: wants.2.when.any.1.did.at: the key is not known here", "do or about"},
		{when("{did: {do: draw_up, filter: true, volume: 5}}"), `28:84: wants.4.when.did.volume: found "5": the unit is missing`, volume},
		{when("{log: injected, site: reservoir, did: {do: stop}}"), "28:75: wants.4.when.did: the key is not known here", "log or site"},
		{"debrief: It is so. => debrief: [so]", "44:10: debrief: found a list", "what the case teaches, in at most 1200 characters"},
		{first(`{do: draw_up, vial: "null", volume: 1 mL, needle: refill}`), "39:47: right.1.needle: the key is not known here", "do, volume, filter or vial"},
		{first("{do: answer, question: drawn, value: 03 mg}"), `39:42: right.1.value: found "03 mg": a number does not begin with a needless 0: is a decimal point missing?`, amount},
		{first("{do: answer, question: drawn, value: 0.0000001 mg}"), `39:42: right.1.value: found "0.0000001 mg": the number has too many digits`, amount},
	} {
		from, to, _ := strings.Cut(c.change, " => ")
		require.Contains(t, everything, from)
		got, err := practice.Parse("c.yaml", []byte(strings.Replace(everything, from, to, 1)))
		assert.Nil(t, got)
		refused(t, err, c.first, c.allowed, c.change)
	}
}

// refused holds an error against the first line of its message and its remedy.
func refused(t *testing.T, err error, first, allowed, change string) {
	t.Helper()
	var wrong *practice.Error
	if !assert.ErrorAs(t, err, &wrong, change) {
		return
	}
	message := strings.Split(err.Error(), "\n")
	assert.Equal(t, "c.yaml:"+first, message[0], change)
	if allowed == required {
		allowed = wrong.Key[strings.LastIndexByte(wrong.Key, '.')+1:] + required
	}
	if allowed != "" {
		assert.Equal(t, "    allowed: "+allowed, message[len(message)-1], change)
	}
	assert.NotEmpty(t, wrong.Allowed)
	assert.NotEmpty(t, wrong.Picture)
}

// What is allowed in many places.
const (
	required  = ": and its value; it is required here"
	keys      = "title, summary, minutes, order, scenario, draw, patient, task, prescribed, tray, needle, choices, questions, wants, mistakes, right, debrief or page"
	plain     = "1 to 64 small letters, digits and hyphens, such as routine-refill"
	condition = "a condition such as {did: {do: interrogate}, before: {do: insert}}"
	volume    = "a volume: a number, one space and mL, such as 18 mL"
	span      = "a length of time made of d, h, min, s and ms, each at most once and in this order, such as 90 min or 1 d 6 h 30 min"
	amount    = "a number, a space and a unit: mL, mL/day, mg, mcg, mg/day, mcg/day, mg/mL, mcg/mL, d, h, min, % or times, such as 0.3 mL/day"
)

var (
	topics = document.List(practice.Topics)
	sights = document.List(practice.Sights)
	verbs  = document.List(practice.Verbs())
)

// TestWhatACaseSpeaksOfHasToBeInIt: a vial, a choice, a question, an order
// sheet.
func TestWhatACaseSpeaksOfHasToBeInIt(t *testing.T) {
	const nothing, things = "this case has nothing of the kind", "vials in the tray, choices or questions to speak of"
	const read = "{did: {do: interrogate}}"
	for when, said := range map[string][2]string{
		"{did: {do: draw_up, vial: ten}}":                 {`9:65: wants.1.when.did.vial: found "ten": ` + nothing, things},
		"{did: {do: decide, choice: fill}}":               {`9:66: wants.1.when.did.choice: found "fill": ` + nothing, things},
		"{did: {do: answer, question: drawn}}":            {`9:68: wants.1.when.did.question: found "drawn": ` + nothing, things},
		"{ends: as_prescribed}":                           {`9:46: wants.1.when.ends: found "as_prescribed": this case has no order sheet`, "prescribed, or another state"},
		"{ends: filled}":                                  {`9:46: wants.1.when.ends: found "filled": no order sheet says how much to fill`, "fill in prescribed, or another state"},
		"{all: [{ends: running}, {not: {ends: filled}}]}": {`9:76: wants.1.when.all.2.not.ends: found "filled": no order sheet says how much to fill`, "fill in prescribed, or another state"},
	} {
		_, err := practice.Parse("c.yaml", []byte(strings.Replace(spare, read, when, 1)))
		refused(t, err, said[0], said[1], when)
	}
	_, err := practice.Parse("c.yaml", []byte(strings.Replace(strings.Replace(everything, "  fill: 18 mL\n", "", 1), "{ends: running}", "{ends: filled}", 1)))
	refused(t, err, `25:91: wants.2.when.any.2.not.ends: found "filled": no order sheet says how much to fill`, "fill in prescribed, or another state", "fill")
	for _, state := range []string{"running", "volume_told", "needle_out", "nothing_astray", "steady"} {
		parse(t, strings.Replace(spare, read, "{ends: "+state+"}", 1))
	}
}

func TestTheNameOfACaseIsThatOfItsFile(t *testing.T) {
	for _, file := range []string{"a-case", "a-case.yaml", "cases/a-case.yaml", "/some where/a-case.yaml"} {
		c, err := practice.Parse(file, []byte(spare))
		require.NoError(t, err)
		assert.Equal(t, "a-case", c.Name)
	}
	for _, file := range []string{"", ".yaml", "A case.yaml", "cases/", strings.Repeat("a", 65)} {
		_, err := practice.Parse(file, []byte(spare))
		assert.ErrorContains(t, err, "this is not a name for the file of a case", file)
	}
}

func TestACaseThatIsTooLargeIsNotRead(t *testing.T) {
	_, err := practice.Parse("c.yaml", []byte(spare+strings.Repeat("#", practice.MaxBytes)))
	assert.ErrorContains(t, err, "the file is too large")
	assert.ErrorContains(t, err, "at most 256 KiB")
}
