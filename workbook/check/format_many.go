package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"

	"actionplan/workbook"
)

// Document prints the runs of many workbooks as one, each as soon as it is
// there, so that no more than one is held. path is the workbook as it was
// named.
type Document interface {
	Add(path string, r Result) error
	LeftOut(path, reason string) error
	End() error
}

// jsonOfMany is one run of many, with the path that tells workbooks of one name
// apart.
type jsonOfMany struct {
	Path string `json:"path"`
	jsonResult
}

type jsonLeftOut struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// jsonDocument is an object: the runs, the workbooks that were left out and the
// counts of all. templates/schema/check-many.json describes it.
type jsonDocument struct {
	w       io.Writer
	runs    int
	leftOut []jsonLeftOut
	counts  jsonCounts
}

// NewJSON is many runs as one JSON document.
func NewJSON(w io.Writer) Document { return &jsonDocument{w: w, leftOut: []jsonLeftOut{}} }

func (d *jsonDocument) Add(path string, r Result) error {
	begins := ",\n    "
	if d.runs == 0 {
		begins = "{\n  \"plans\": [\n    "
	}
	d.runs++
	d.counts.Error += r.Counts.Error
	d.counts.Warning += r.Counts.Warning
	d.counts.Advice += r.Counts.Advice
	d.counts.Waived += r.Counts.Waived
	return d.write(begins, jsonOfMany{path, r.json()}, "    ")
}

func (d *jsonDocument) LeftOut(path, reason string) error {
	d.leftOut = append(d.leftOut, jsonLeftOut{path, reason})
	return nil
}

func (d *jsonDocument) End() error {
	begins := "\n  ],\n  \"leftOut\": "
	if d.runs == 0 {
		begins = "{\n  \"plans\": [],\n  \"leftOut\": "
	}
	if err := d.write(begins, d.leftOut, "  "); err != nil {
		return err
	}
	if err := d.write(",\n  \"counts\": ", d.counts, "  "); err != nil {
		return err
	}
	_, err := io.WriteString(d.w, "\n}\n")
	return err
}

// write prints a value within the document.
func (d *jsonDocument) write(before string, value any, indent string) error {
	data, err := indented(value, indent)
	if err == nil {
		_, err = d.w.Write(append([]byte(before), data...))
	}
	return err
}

// csvDocument is a line a problem under one heading, the file first. A workbook
// that was left out is a line too: whoever opens the table has to see it.
type csvDocument struct {
	w    io.Writer
	out  *csv.Writer
	left [][]string
}

// NewCSV is many runs as one table for Excel.
func NewCSV(w io.Writer) Document { return &csvDocument{w: w} }

func (d *csvDocument) Add(path string, r Result) error {
	if err := d.begin(); err != nil {
		return err
	}
	for _, list := range []workbook.Problems{r.Problems, r.Waived} {
		for _, p := range list {
			d.out.Write(append([]string{inert(path)}, r.csvLine(p)...))
		}
	}
	d.out.Flush()
	return d.out.Error()
}

func (d *csvDocument) begin() (err error) {
	if d.out == nil {
		d.out, err = newCSV(d.w, append([]string{"File"}, csvHeadings...))
	}
	return err
}

func (d *csvDocument) LeftOut(path, reason string) error {
	line := make([]string, 1+len(csvHeadings))
	line[0], line[1], line[9] = inert(path), workbook.Error.String(), inert("Left out: "+reason)
	d.left = append(d.left, line)
	return nil
}

func (d *csvDocument) End() error {
	if err := d.begin(); err != nil {
		return err
	}
	for _, line := range d.left {
		d.out.Write(line)
	}
	d.out.Flush()
	return d.out.Error()
}

// indented is a value as JSON that stands within another.
func indented(value any, prefix string) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	err := encoder.Encode(value)
	return bytes.TrimSpace(out.Bytes()), err
}
