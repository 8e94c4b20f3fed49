package upgrade

import (
	"strconv"
)

// colourWord names a colour, given as RRGGBB, by its hue. Pale and dark
// shades count too; what is nearly grey has no name.
func colourWord(rgb string) string {
	n, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) < 6 {
		return ""
	}
	r, g, b := int(n>>16&255), int(n>>8&255), int(n&255)
	most, least := max(r, g, b), min(r, g, b)
	if most-least < 40 {
		return ""
	}
	span := most - least
	hue := 0 // degrees
	switch most {
	case r:
		hue = (60*(g-b)/span + 360) % 360
	case g:
		hue = 60*(b-r)/span + 120
	default:
		hue = 60*(r-g)/span + 240
	}
	switch {
	case hue < 20 || hue >= 330:
		return "Red"
	case hue < 50:
		return "Amber"
	case hue < 68:
		return "Yellow"
	case hue < 170:
		return "Green"
	case hue < 258:
		return "Blue"
	}
	return "Purple"
}

// lightness is how light a colour is, from 0 to 765.
func lightness(rgb string) int {
	n, _ := strconv.ParseUint(rgb, 16, 32)
	return int(n>>16&255) + int(n>>8&255) + int(n&255)
}

// shades names the colours in use so that two that differ keep two words:
// yellow beside orange is Yellow and Amber, and alone it is Amber; of two
// greens the lighter is Light green.
func shades(used map[string]int) map[string]string {
	names, first := map[string]string{}, map[string]string{}
	amber := false
	for rgb := range used {
		amber = amber || colourWord(rgb) == "Amber"
	}
	for _, rgb := range sortedByLightness(used) {
		word := colourWord(rgb)
		if word == "" {
			continue
		}
		if word == "Yellow" && !amber {
			word = "Amber"
		}
		switch dark := first[word]; {
		case dark == "":
			first[word] = rgb
		case nearShade(dark, rgb):
		default:
			word = "Light " + lower(word)
		}
		names[rgb] = word
	}
	return names
}

// nearShade is true of two colours that nobody tells apart on paper.
func nearShade(a, b string) bool {
	x, _ := strconv.ParseUint(a, 16, 32)
	y, _ := strconv.ParseUint(b, 16, 32)
	far := 0
	for shift := 0; shift <= 16; shift += 8 {
		d := int(x>>shift&255) - int(y>>shift&255)
		far += d * d
	}
	return far < 60*60
}
