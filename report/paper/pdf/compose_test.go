package pdf

import (
	"actionplan/report"
	"actionplan/report/paper/everything"
	"actionplan/report/tagged"
)

// Options say how a test has its Brief written.
type Options struct {
	Layout *report.Layout // what is in the paper; nil is everything
	Logo   []byte
}

// PDF composes a Brief and writes it.
func PDF(b *report.Brief, o Options) ([]byte, []tagged.Substitution, error) {
	p, err := everything.Paper(b, o.Layout, o.Logo)
	if err != nil {
		return nil, nil, err
	}
	file, err := Write(p)
	if err != nil {
		return nil, nil, err
	}
	return file.Bytes, file.Substitutions, nil
}
