package html

import (
	"regexp"
	"strconv"
	"testing"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook/contrast"
)

func TestWordsCanBeRead(t *testing.T) {
	for _, name := range []string{"ink", "quiet", "link"} {
		colour := regexp.MustCompile(`--` + name + `:(#\w+)`).FindStringSubmatch(sheet)[1]
		if c := contrast.Of(colour, "#fff"); c < 4.5 {
			t.Errorf("%s has %.1f to 1 on white", name, c)
		}
	}
}

// The baseline's words stand clear of a level that runs just below their point.
func TestBaselineWordsStandClearOfLevels(t *testing.T) {
	page := written(t, block.Panels{Items: []block.Panel{{Level: 3, Heading: "M4", Chart: &block.Chart{Alt: "Chart", Line: chart.Line{
		Points: []chart.Point{{X: 0, Y: 64}, {X: 150, Y: 66}}, Baseline: &chart.Point{X: 0, Y: 64}, BaselineLabel: "Baseline 64%",
		Latest: &chart.Point{X: 150, Y: 66}, LatestLabel: "August 66%", Low: 50, High: 70, LowLabel: "50%", HighLabel: "70%", FromLabel: "Mar 2026", ToLabel: "Aug 2026",
		Levels: []chart.Level{{Kind: chart.Target, Value: 60, Label: "Target 60%"}}}}}}})
	level := placed(t, page, `class="target" d="M[\d.]+ ([\d.]+)`)
	if foot := placed(t, page, `class="above" x="[\d.]+" y="([\d.]+)"`); foot > level-4 && foot-2*capital < level+4 {
		t.Errorf("the words stand from %v to %v on a line at %v", foot-2*capital, foot, level)
	}
}

func placed(t *testing.T, page, pattern string) float64 {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(page)
	if found == nil {
		t.Fatalf("nothing on the page is %s", pattern)
	}
	n, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
