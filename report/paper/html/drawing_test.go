package html

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// luminance is WCAG 2.2's relative luminance of #rgb or #rrggbb.
func luminance(hex string) float64 {
	if len(hex) == 4 {
		hex = "#" + string([]byte{hex[1], hex[1], hex[2], hex[2], hex[3], hex[3]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestWordsCanBeRead(t *testing.T) {
	for _, name := range []string{"ink", "quiet", "link"} {
		colour := regexp.MustCompile(`--` + name + `:(#\w+)`).FindStringSubmatch(sheet)[1]
		if c := contrast(colour, "#fff"); c < 4.5 {
			t.Errorf("%s has %.1f to 1 on white", name, c)
		}
	}
}
