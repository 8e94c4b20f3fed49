// Package contrast works out whether text can be read on a colour, as WCAG 2.2
// defines relative luminance and contrast. Colours are rrggbb or rgb, with or
// without #, as in Excel and on web pages.
package contrast

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Least is WCAG 2.2's least contrast for text (success criterion 1.4.3).
const Least = 4.5

// Of is the contrast of two colours, from 1 to 21.
func Of(a, b string) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Luminance is the relative luminance, from 0 for black to 1 for white.
func Luminance(hex string) float64 {
	c := linear(hex)
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// OnWhite is the colour itself where text in it can be read on white, otherwise
// as #rrggbb darkened so far that it can: linear RGB times the largest factor
// that reaches Least.
func OnWhite(hex string) string {
	luminance, most := Luminance(hex), 1.05/Least-0.05
	if luminance <= most {
		return hex
	}
	out := "#"
	for _, v := range linear(hex) {
		// Rounding down keeps the contrast at or above the least.
		out += fmt.Sprintf("%02x", int(math.Floor(gamma(v*most/luminance)*255)))
	}
	return out
}

// linear is the three parts of a colour without sRGB's curve, each from 0 to 1.
// What is no colour counts as black.
func linear(hex string) (parts [3]float64) {
	hex = strings.TrimPrefix(hex, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, _ := strconv.ParseUint(hex, 16, 32)
	for i := range parts {
		v := float64(n>>(16-8*i)&0xff) / 255
		if v <= 0.04045 {
			parts[i] = v / 12.92
		} else {
			parts[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return parts
}

func gamma(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}
