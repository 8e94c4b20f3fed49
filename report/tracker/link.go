package tracker

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
)

// link makes a cell lead somewhere. The library looks through all of a
// sheet's links for each one added, so that they are written by us, at the
// end.
type link struct {
	cell    string
	to      string // Sheet!A1 of this workbook, or an address outside it
	tip     string
	outside bool
	place   string // within what is outside, such as Actions!F12
}

// mostTip is within what Excel takes for a link's tip.
const mostTip = 120

// shortened is s, or its beginning and an ellipsis.
func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// mostLinks is Excel's limit for a sheet; what is past it stays as text.
const mostLinks = 65530

func (k *book) link(sheet string, l link) {
	l.tip = shortened(l.tip, mostTip)
	if l.to != "" && len(k.links[sheet]) < mostLinks {
		k.links[sheet] = append(k.links[sheet], l)
	}
}

// linkID is the relationship of the n-th link of a sheet; the prefix keeps it
// from the library's own.
func linkID(n int) string { return fmt.Sprintf("link%d", n+1) }

// linksElement is a sheet's <hyperlinks>.
func linksElement(links []link) string {
	if len(links) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<hyperlinks>")
	for i, l := range links {
		if l.outside {
			fmt.Fprintf(&b, `<hyperlink ref="%s" r:id="%s"`, l.cell, linkID(i))
			if l.place != "" {
				fmt.Fprintf(&b, ` location="%s"`, escape(l.place))
			}
		} else {
			fmt.Fprintf(&b, `<hyperlink ref="%s" location="%s"`, l.cell, escape(l.to))
		}
		if l.tip != "" {
			fmt.Fprintf(&b, ` tooltip="%s"`, escape(l.tip))
		}
		b.WriteString("/>")
	}
	b.WriteString("</hyperlinks>")
	return b.String()
}

// linkRelations are the relationships of a sheet's links that lead outside.
func linkRelations(links []link) string {
	var b strings.Builder
	for i, l := range links {
		if l.outside {
			fmt.Fprintf(&b, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`,
				linkID(i), escape(l.to))
		}
	}
	return b.String()
}

// webAddress is text that is one address of the web and nothing else, so that
// no other scheme is ever made clickable; "" otherwise.
func webAddress(text string) string {
	if strings.ContainsAny(text, " \n\t\"<>\\^`{|}") || len(text) > 2000 {
		return ""
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// besideUs is the address of a file in the tracker's own folder.
func besideUs(file string) string {
	if file == "" {
		return ""
	}
	return url.PathEscape(file)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
