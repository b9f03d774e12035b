package site_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const chartPage = "---\ntitle: A chart\naudience: patients\norder: 9\n" + head + "---\n::: chart scenario=first-hours series=rate,given title=Hours\n:::\n"

func TestAChartStandsInItsPageInEveryLanguageWithItsStyles(t *testing.T) {
	content := small(t)
	content["en/chart.md"] = &fstest.MapFile{Data: []byte(chartPage)}
	content["fr/chart.md"] = &fstest.MapFile{Data: []byte(chartPage)}
	french := string(content["messages/fr.yaml"].Data)
	french = strings.Replace(french, `    decimal: "."`, `    decimal: ","`, 1)
	french = strings.Replace(french, "      rate: Dose set at the pump\n", "", 1)
	content["messages/fr.yaml"] = &fstest.MapFile{Data: []byte(french)}
	out := build(t, content)
	page := func(name string) string {
		text, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		return string(text)
	}
	assert.Contains(t, page("chart.html"), "<td>0.75</td>")
	assert.Contains(t, page("chart.html"), "assets/chart.")
	assert.Contains(t, page("fr/chart.html"), "<td>0,75</td>")
	assert.Contains(t, page("fr/chart.html"), `<span lang="en" dir="ltr">Dose set at the pump</span>`, "a lent word says so")
	assert.NotContains(t, page("pump.html"), "assets/chart.")
}

func TestAChartOfAWrongScenarioAddsNoMistakeToTheScenariosOwn(t *testing.T) {
	content := small(t)
	content["en/chart.md"] = &fstest.MapFile{Data: []byte(chartPage)}
	content["scenarios/first-hours.yaml"] = &fstest.MapFile{Data: []byte("title: 3\n")}
	_, err := builder(content, t.TempDir()).Build(context.Background())
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "en/chart.md")
	content["en/chart.md"] = &fstest.MapFile{Data: []byte(strings.Replace(chartPage, "rate,given", "rates", 1))}
	content["scenarios/first-hours.yaml"] = small(t)["scenarios/first-hours.yaml"]
	_, err = builder(content, t.TempDir()).Build(context.Background())
	assert.ErrorContains(t, err, `content/en/chart.md:9:32: unknown series "rates"`)
}
