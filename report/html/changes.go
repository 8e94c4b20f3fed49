package html

import (
	"bytes"
	"html/template"

	"actionplan/report"
	"actionplan/workbook/seal"
)

// KindComparison is what seal.Ours says of a page that Comparison drew.
const KindComparison = "comparison"

// comparison is the page on what differs between two workbooks.
type comparison struct {
	*report.Comparison
	Style  template.CSS
	Script template.JS
	Policy string
}

// Comparison draws what differs between two workbooks as one page that loads
// nothing, sealed. The same Comparison gives the same bytes.
func Comparison(c *report.Comparison) ([]byte, error) {
	brief := &report.Brief{Brand: c.Brand, Foot: c.Foot, RunningHead: report.Line{Term: c.Title}}
	p := comparison{Comparison: c, Style: style(brief), Script: script()}
	p.Policy = policy(p.Style, p.Script)
	var out bytes.Buffer
	if err := parsed().ExecuteTemplate(&out, "comparison", p); err != nil {
		return nil, err
	}
	return seal.HTML(out.Bytes(), KindComparison), nil
}
