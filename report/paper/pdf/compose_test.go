package pdf

import (
	"os"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/tagged"
)

// Options say how a test has its Brief written.
type Options struct {
	Layout *report.Layout // what is in the paper; nil is everything
	Logo   []byte
}

// PDF composes a Brief and writes it.
func PDF(b *report.Brief, o Options) ([]byte, []tagged.Substitution, error) {
	if o.Layout == nil {
		var err error
		if o.Layout, err = everything(b); err != nil {
			return nil, nil, err
		}
	}
	p, err := paper.Compose(b, o.Layout, o.Logo)
	if err != nil {
		return nil, nil, err
	}
	file, err := Write(p)
	if err != nil {
		return nil, nil, err
	}
	return file.Bytes, file.Substitutions, nil
}

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
