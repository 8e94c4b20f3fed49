package html

import (
	"regexp"
	"testing"

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
