package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"image"
	_ "image/jpeg" // logos are JPEG
	_ "image/png"  // or PNG
	"regexp"
	"strings"

	"actionplan/report"
	"actionplan/templates"
)

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// style is the style sheet with what comes from the plan: the council's colour
// and the running head and foot of printed pages.
func style(b *report.Brief) template.CSS {
	var out strings.Builder
	out.WriteString(embedded("style.css"))
	if hexColour.MatchString(b.Brand.Colour) {
		fmt.Fprintf(&out, "@media not (forced-colors:active){:root{--brand:%s}}\n", strings.ToLower(b.Brand.Colour))
	}
	const small = "font:9.5pt Arial,Helvetica,sans-serif;color:#505a5f"
	fmt.Fprintf(&out, "@page{size:A4;margin:20mm;@top-left{content:%s;%s}@top-right{content:%s;%[2]s}"+
		"@bottom-left{content:%[4]s;%[2]s}@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages);%[2]s}}\n",
		quoted(b.RunningHead.Term), small, quoted(b.RunningHead.Text), quoted(b.Foot))
	out.WriteString("@page:first{margin-top:12mm;@top-left{content:none}@top-right{content:none}}\n")
	return template.CSS(out.String())
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

func script() template.JS { return template.JS(embedded("sort.js")) }

func embedded(name string) string {
	text, err := templates.HTML.ReadFile("html/" + name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return string(text)
}

// policy lets the page load nothing, and run no script but its own.
func policy(style template.CSS, script template.JS) string {
	return fmt.Sprintf("default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'; form-action 'none'",
		hash(string(style)), hash(string(script)))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// picture is a logo within the page, at the size that it is shown in CSS
// pixels.
type picture struct {
	Source        template.URL
	Width, Height int
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
	return &picture{template.URL(source), max(1, w), max(1, h)}, nil
}
