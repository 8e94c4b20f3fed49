// Package everything composes papers for the tests of the writers: a Brief in
// the layout that a test gives, or in one with every section that a board's
// paper may have.
package everything

import (
	_ "embed"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/paper/block"
)

//go:embed everything.yaml
var source []byte

// Paper composes a Brief. A nil layout asks for every section.
func Paper(b *report.Brief, l *report.Layout, logo []byte) (*block.Paper, error) {
	if l == nil {
		t, err := report.ParseTemplate("everything.yaml", source)
		if err != nil {
			return nil, err
		}
		if l, err = t.Word(b); err != nil {
			return nil, err
		}
	}
	return paper.Compose(b, l, logo)
}
