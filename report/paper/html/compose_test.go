package html

import (
	"os"

	"actionplan/report"
	"actionplan/report/paper"
)

// Options say how a test has its Brief written.
type Options struct {
	Layout *report.Layout // what is on the page; nil is everything
	Logo   []byte
}

// Page composes a Brief and writes it.
func Page(b *report.Brief, o Options) ([]byte, error) {
	if o.Layout == nil {
		var err error
		if o.Layout, err = everything(b); err != nil {
			return nil, err
		}
	}
	p, err := paper.Compose(b, o.Layout, o.Logo)
	if err != nil {
		return nil, err
	}
	return Write(p)
}

// Comparison composes what differs between two workbooks and writes it.
func Comparison(c *report.Comparison) ([]byte, error) { return Write(paper.Comparison(c)) }

// everything is the layout of a paper with every section that a board's may have.
func everything(b *report.Brief) (*report.Layout, error) {
	source, err := os.ReadFile("../testdata/everything.yaml")
	if err != nil {
		return nil, err
	}
	t, err := report.ParseTemplate("board.yaml", source)
	if err != nil {
		return nil, err
	}
	return t.Word(b)
}
