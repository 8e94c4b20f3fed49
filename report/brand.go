package report

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"actionplan/workbook"
)

var hexColour = regexp.MustCompile(`^#?[0-9a-fA-F]{6}$`)

// brand is the council's colour, darkened where it could not be read on
// white.
func brand(info workbook.Info) Brand {
	b := Brand{Logo: info.Logo}
	if !hexColour.MatchString(info.BrandColour) {
		return b
	}
	b.Colour = "#" + strings.ToLower(strings.TrimPrefix(info.BrandColour, "#"))
	if readable := readableOnWhite(b.Colour); readable != b.Colour {
		b.Given, b.Colour = b.Colour, readable
	}
	return b
}

// leastContrast is WCAG 2.2's for text: 4.5 to 1.
const leastContrast = 4.5

// readableOnWhite multiplies the colour's linear RGB by the largest factor
// that reaches 4.5 to 1 on white. Relative luminance and contrast are as WCAG
// 2.2 defines them.
func readableOnWhite(hex string) string {
	var linear [3]float64
	for i := range linear {
		v, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		linear[i] = toLinear(float64(v) / 255)
	}
	luminance := 0.2126*linear[0] + 0.7152*linear[1] + 0.0722*linear[2]
	most := 1.05/leastContrast - 0.05
	if luminance <= most {
		return hex
	}
	factor := most / luminance
	out := "#"
	for _, v := range linear {
		// Rounding down keeps the contrast at or above the least.
		out += fmt.Sprintf("%02x", int(math.Floor(toGamma(v*factor)*255)))
	}
	return out
}

func toLinear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func toGamma(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}
