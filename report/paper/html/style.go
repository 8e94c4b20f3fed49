package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the style sheet and the script
	"encoding/base64"
	"fmt"
	"image"
	_ "image/jpeg" // logos are JPEG
	_ "image/png"  // or PNG
	"maps"
	"slices"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

//go:embed style.css
var sheet string

//go:embed page.js
var script string

var hexColour = words.MustCompile(`^#[0-9a-fA-F]{6}$`)

// style is the style sheet with what comes from the paper: the looks of
// statuses, the council's colour, the widths of columns, and the running head
// and foot of printed pages.
func style(p *block.Paper, widths map[int]bool) string {
	var out strings.Builder
	for _, l := range p.Looks {
		if hexColour.MatchString(l.Fill) && hexColour.MatchString(l.Ink) {
			fmt.Fprintf(&out, ".%s{--fill:%s;--on:%s}\n", anchor(l.Name), l.Fill, l.Ink)
		}
	}
	out.WriteString(sheet)
	for _, share := range slices.Sorted(maps.Keys(widths)) {
		fmt.Fprintf(&out, ".w%d{width:%v%%}", share, float64(share)/10)
	}
	if hexColour.MatchString(p.Front.Brand) {
		fmt.Fprintf(&out, "\n@media not (forced-colors:active){:root{--brand:%s}}", strings.ToLower(p.Front.Brand))
	}
	const small = "font:9.5pt Arial,Helvetica,sans-serif;color:#505a5f"
	fmt.Fprintf(&out, "\n@page{size:A4;margin:20mm 20mm 18mm;@top-left{content:%s;%s}@top-right{content:%s;%[2]s}"+
		"@bottom-left{content:%[4]s;%[2]s}@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages);%[2]s}}\n",
		quoted(p.Running.Left), small, quoted(p.Running.Right), quoted(p.Running.Foot))
	out.WriteString("@page:first{margin-top:12mm;@top-left{content:none}@top-right{content:none}}\n")
	return out.String()
}

// quoted is a text as a CSS string. Whatever is no letter, digit or space is
// written as its code, so that no text can end the string or the style sheet.
// The space after a code belongs to it.
func quoted(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == ' ' {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, "\\%x ", r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// policy lets the page load nothing, and run no script but its own.
func policy(style string) string {
	return fmt.Sprintf("default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'; form-action 'none'",
		hash(style), hash(script))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// picture is a logo within the page, at the size that it is shown in CSS
// pixels.
type picture struct {
	source        string
	width, height int
}

// A logo is at most 40 by 14 mm.
const mostWide, mostHigh = 151, 53

func readLogo(file []byte) (*picture, error) {
	if len(file) == 0 {
		return nil, nil
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || kind != "png" && kind != "jpeg" || size.Width < 1 || size.Height < 1 {
		return nil, fmt.Errorf("the logo can't be read as a picture; it has to be a PNG or a JPEG file")
	}
	w, h := mostWide, mostWide*size.Height/size.Width
	if h > mostHigh {
		w, h = mostHigh*size.Width/size.Height, mostHigh
	}
	source := "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(file)
	return &picture{source, max(1, w), max(1, h)}, nil
}
