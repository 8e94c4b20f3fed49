package html

import (
	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/paper/everything"
)

// Options say how a test has its Brief written.
type Options struct {
	Layout *report.Layout // what is on the page; nil is everything
	Logo   []byte
}

// Page composes a Brief and writes it.
func Page(b *report.Brief, o Options) ([]byte, error) {
	p, err := everything.Paper(b, o.Layout, o.Logo)
	if err != nil {
		return nil, err
	}
	return Write(p, nil)
}

// Comparison composes what differs between two workbooks and writes it.
func Comparison(c *report.Comparison) ([]byte, error) { return Write(paper.Comparison(c), nil) }
