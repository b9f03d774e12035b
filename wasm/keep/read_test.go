package keep_test

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
)

// refused is the kind of the error that something was refused with.
func refused(t require.TestingT, err error) string {
	var e *keep.Error
	require.ErrorAs(t, err, &e)
	return e.Kind.String()
}

func TestWhatIsKeptIsReadAgainAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		file, err := keep.Write(k)
		require.NoError(t, err)
		got, err := keep.Read(file)
		require.NoError(t, err)
		require.Equal(t, k, got)

		onItsWay := append([]byte("\ufeff"), bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n"))...)
		got, kept, err := keep.Import(onItsWay)
		require.NoError(t, err)
		require.True(t, kept)
		require.Equal(t, k, got, "through a mail program")
	})
}

func TestAKeptSessionIsAScenarioFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		file, err := keep.Write(k)
		require.NoError(t, err)
		sc, err := scenario.Parse("kept.yaml", file)
		require.NoError(t, err)
		require.Equal(t, k.Scenario, sc)
	})
}

func TestAKeptSessionThatWasChangedIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		file, err := keep.Write(k)
		require.NoError(t, err)
		for range 10 {
			changed := edit(t, file)
			if got, err := keep.Read(changed); err == nil {
				require.Equal(t, k, got)
			} else {
				require.Contains(t, []string{"foreign", "newer", "damaged"}, refused(t, err))
			}
			// Without its first line it is anybody's scenario, and may say anything.
			if got, kept, err := keep.Import(changed); err == nil {
				require.Equal(t, bytes.HasPrefix(changed, []byte("# idd session ")), kept)
				require.True(t, !kept || assert.ObjectsAreEqual(k, got))
			}
		}
	})
}

func TestASessionOfTheFirstVersionIsStillRead(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("testdata", "version1.yaml"))
	require.NoError(t, err)
	k, err := keep.Read(file)
	require.NoError(t, err)
	assert.Len(t, k.Scenario.Steps, 2)
	assert.Equal(t, 5*units.Hour, k.Scenario.Until)
	assert.Equal(t, keep.Kept{Scenario: k.Scenario}, k)
	file[len(file)-3]++
	_, err = keep.Read(file)
	assert.Equal(t, "damaged", refused(t, err))
}

// sealed gives a file the first line that fits the rest.
func sealed(head, rest string) []byte {
	return fmt.Appendf(nil, "%s%08x\n%s", head, crc32.ChecksumIEEE([]byte(head+rest)), rest)
}

const (
	head2 = "# idd session 2 crc32 "
	end   = "# idd session end\n"
)

func TestAFileIsRefusedForWhatIsWrongWithIt(t *testing.T) {
	whole, err := keep.Write(kept(t, firstHours))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		file []byte
		why  string
	}{
		"nothing":                {nil, "foreign"},
		"something else":         {[]byte("\x89PNG\r\n\x1a\n"), "foreign"},
		"a plain scenario":       {[]byte(firstHours), "foreign"},
		"a later version":        {bytes.Replace(whole, []byte("session 2"), []byte("session 3"), 1), "newer"},
		"a much later version":   {bytes.Replace(whole, []byte("session 2"), []byte("session 12"), 1), "newer"},
		"version 0":              {bytes.Replace(whole, []byte("session 2"), []byte("session 0"), 1), "damaged"},
		"another version":        {bytes.Replace(whole, []byte("session 2"), []byte("session 1"), 1), "damaged"},
		"a head alone":           {whole[:30], "damaged"},
		"no end":                 {whole[:len(whole)-1], "damaged"},
		"capital digits":         {bytes.ToUpper(whole[:30]), "foreign"},
		"an end too many":        {sealed(head2, firstHours+end+end), "damaged"},
		"no scenario":            {sealed(head2, end), "mistake"},
		"a scenario with faults": {sealed(head2, strings.Replace(firstHours, "audience", "audienze", 1)+end), "mistake"},
		"a step after the end": {sealed(head2, strings.Replace(firstHours, "until: 2 d", "steps: [{at: 3 d, do: stop}]\nuntil: 2 d", 1)+end),
			"damaged"},
		"too large":            {make([]byte, keep.MaxBytes+1), "too_long"},
		"an unknown setting":   {sealed(head2, "# idd session settings wide\n"+firstHours+end), "damaged"},
		"settings out of turn": {sealed(head2, "# idd session settings plain sound\n"+firstHours+end), "damaged"},
		"settings twice":       {sealed(head2, strings.Repeat("# idd session settings plain\n", 2)+firstHours+end), "damaged"},
		"another extra":        {sealed(head2, "# idd session mood 3\n"+firstHours+end), "damaged"},
		"no such pain":         {sealed(head2, "# idd session note 1 11 1\n"+firstHours+end), "damaged"},
		"a pain with a sign":   {sealed(head2, "# idd session note 1 +1 1\n"+firstHours+end), "damaged"},
		"a note without pain":  {sealed(head2, "# idd session note 1\n"+firstHours+end), "damaged"},
		"a note before all":    {sealed(head2, "# idd session note -1 1 1\n"+firstHours+end), "damaged"},
		"a note to come":       {sealed(head2, "# idd session note 172800001 1 1\n"+firstHours+end), "damaged"},
		"notes out of turn":    {sealed(head2, "# idd session note 2 1 1\n# idd session note 1 1 1\n"+firstHours+end), "damaged"},
		"a note that hides":    {sealed(head2, "# idd session note 1 1 1 a\u202eb\n"+firstHours+end), "damaged"},
		"a long note":          {sealed(head2, "# idd session note 1 1 1 "+strings.Repeat("a", 201)+"\n"+firstHours+end), "damaged"},
		"too many notes":       {sealed(head2, strings.Repeat("# idd session note 1 1 1\n", 1001)+firstHours+end), "damaged"},
		"a drive after a note": {sealed(head2, "# idd session note 1 1 1\n# idd session drive a\n"+firstHours+end), "damaged"},
		"a long drive":         {sealed(head2, "# idd session drive "+strings.Repeat("a", 2049)+"\n"+firstHours+end), "damaged"},
	} {
		_, err := keep.Read(c.file)
		assert.Equal(t, c.why, refused(t, err), name)
	}
	good := "# idd session settings sound plain\n# idd session drive a b\n# idd session note 1 - 10 ä  b\n# idd session note 1 0 -\n"
	_, err = keep.Read(sealed(head2, good+firstHours+end))
	assert.NoError(t, err)
}

func TestImportTakesAScenarioToo(t *testing.T) {
	for name, text := range examples {
		k, kept, err := keep.Import([]byte("# by hand\n" + text))
		require.NoError(t, err, name)
		assert.False(t, kept)
		assert.Equal(t, parsed(t, text), k.Scenario)
	}
	for name, c := range map[string]struct{ file, why string }{
		"nothing":                {"", "foreign"},
		"a picture":              {"\x89PNG\r\n\x1a\ntitle:", "foreign"},
		"bytes":                  {"title: a\n\xff\xfe", "foreign"},
		"a scenario with a slip": {strings.Replace(firstHours, "18 mL", "18", 1), "mistake"},
		"a headless session":     {firstHours + end, "foreign"},
		"a broken session":       {head2 + "00000000\n" + firstHours + end, "damaged"},
		"too much":               {strings.Repeat("#", keep.MaxBytes+1), "too_long"},
	} {
		_, _, err := keep.Import([]byte(c.file))
		assert.Equal(t, c.why, refused(t, err), name)
	}
	_, _, err := keep.Import([]byte(strings.Replace(firstHours, "18 mL", "18", 1)))
	var mistake *scenario.Error
	require.ErrorAs(t, err, &mistake)
	assert.Equal(t, "pump.reservoir.volume", mistake.Key)
}

func TestWhatDoesNotFitIsNotKept(t *testing.T) {
	long := kept(t, firstHours)
	long.Scenario.Steps = make([]scenario.Step, keep.MaxSteps+1)
	notes := kept(t, firstHours)
	notes.Notes = make([]keep.Note, keep.MaxNotes+1)
	for name, c := range map[string]struct {
		kept keep.Kept
		why  string
	}{
		"too many steps":  {long, "too_long"},
		"too many notes":  {notes, "too_long"},
		"two lines":       {keep.Kept{Scenario: long.Scenario, Drive: "a\nb"}, "too_long"},
		"a drive's lines": {keep.Kept{Scenario: parsed(t, firstHours), Drive: "a\nb"}, "unfit"},
		"a note's lines":  {keep.Kept{Scenario: parsed(t, firstHours), Notes: []keep.Note{{Words: "a\nb"}}}, "unfit"},
		"a strong pain":   {keep.Kept{Scenario: parsed(t, firstHours), Notes: []keep.Note{{After: 11}}}, "unfit"},
		"a note to come":  {keep.Kept{Scenario: parsed(t, firstHours), Notes: []keep.Note{{At: 1 << 50}}}, "unfit"},
	} {
		_, err := keep.Write(c.kept)
		assert.Equal(t, c.why, refused(t, err), name)
	}
}

func TestWordsThatWereTypedAreMadeFit(t *testing.T) {
	for typed, clean := range map[string]string{
		"": "", "  \n ": "", " it  hurt\ton the\r\nstairs ": "it hurt on the stairs", "a\u202eb": "a b", "a\xffb": "a b", "café 😀": "café 😀",
		strings.Repeat("ä ", 150): strings.TrimSpace(strings.Repeat("ä ", 100)),
	} {
		assert.Equal(t, clean, keep.Clean(typed), "%q", typed)
	}
}

func TestEveryKindOfErrorHasANameAndAMeaning(t *testing.T) {
	seen := map[string]bool{}
	for _, kind := range keep.Kinds() {
		assert.NotEmpty(t, kind.String())
		assert.False(t, seen[kind.String()])
		seen[kind.String()] = true
		assert.NotEmpty(t, (&keep.Error{Kind: kind}).Error())
	}
}
