package keep_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/keep"
)

// FuzzAnyFileIsReadOrRefused holds what Import takes against what it would
// write of it.
func FuzzAnyFileIsReadOrRefused(f *testing.F) {
	for _, text := range examples {
		f.Add([]byte(text))
		f.Add(sealed(head2, "# idd session settings sound\n# idd session drive a b\n# idd session note 1 - 10 ä\n"+text+end))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		k, kept, err := keep.Import(data)
		if err != nil {
			require.NotEmpty(t, refused(t, err))
			_, err = keep.Read(data)
			require.Error(t, err)
			return
		}
		file, err := keep.Write(k)
		require.NoError(t, err)
		again, err := keep.Read(file)
		if !kept && err != nil {
			require.Equal(t, "damaged", refused(t, err), "a step after the end, which is never reached")
			return
		}
		require.NoError(t, err)
		require.Equal(t, k, again)
	})
}

// FuzzAnyLinkIsReadOrRefused does the same with a link's letters, and with the
// text within, which no chance would seal.
func FuzzAnyLinkIsReadOrRefused(f *testing.F) {
	for _, text := range examples {
		f.Add("A", text)
		f.Add(packed(text), "")
	}
	f.Fuzz(func(t *testing.T, link, text string) {
		for _, link := range []string{link, packed(text)} {
			k, err := keep.Unpack(link)
			if err != nil {
				require.NotEmpty(t, refused(t, err))
				continue
			}
			again, err := keep.Pack(k)
			require.NoError(t, err)
			got, err := keep.Unpack(again)
			require.NoError(t, err)
			require.Equal(t, k, got)
			if s, err := k.Replay(); err == nil {
				require.NotEmpty(t, keep.CSV(s.Log(), k.Scenario.Start))
				keep.ReportOf(k, s)
			}
		}
	})
}
