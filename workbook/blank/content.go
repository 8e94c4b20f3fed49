package blank

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"actionplan/workbook"
)

// Content is what a workbook is filled in with.
type Content struct {
	Notes []string                // sentences for the first sheet
	Rows  map[string][]ContentRow // by the schema's sheet name, in sheet order
	Extra map[string][]Extra      // by the schema's sheet name: columns behind ours, which nothing reads
}

// Extra is a column that a workbook starts with behind those of its sheet. It
// moves with its row, and nothing reads it. Rows give its values under its
// heading.
type Extra struct {
	Heading, Help string
	Width         float64 // in characters
	Mark          string  // a value that is coloured, "" for none
}

// ContentRow is one row: heading → value. Dates are yyyy-mm-dd, figures plain
// decimals; a value that does not fit its column is written as words, as it
// is. On the Plan sheet the headings are "Field" and "Value".
type ContentRow map[string]string

// Headings of the Plan sheet, whose fields stand below one another.
const (
	HeadingField    = "Field"
	HeadingValue    = "Value"
	HeadingPlanHelp = "What to put here"
)

const contentNotes = "Notes"

// ParseContent reads content written as YAML: one key for each sheet with a
// list of rows, each a map from heading to text or number; and Notes, a list
// of sentences. An error names the line.
func ParseContent(source []byte) (*Content, error) {
	file, err := parser.ParseBytes(source, 0)
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	c := &Content{Rows: map[string][]ContentRow{}}
	for _, doc := range file.Docs {
		entries, err := mapEntries(doc.Body)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if err := c.readSheet(e); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

func (c *Content) readSheet(e *ast.MappingValueNode) error {
	name := keyText(e)
	items, err := listItems(e.Value)
	if err != nil {
		return err
	}
	if name == contentNotes {
		for _, item := range items {
			c.Notes = append(c.Notes, scalarText(item))
		}
		return nil
	}
	sheet := workbook.FindSheet(name)
	if sheet == nil {
		return atLine(e, "there is no sheet %q", name)
	}
	for _, item := range items {
		row, err := readContentRow(sheet, item)
		if err != nil {
			return err
		}
		c.Rows[name] = append(c.Rows[name], row)
	}
	return nil
}

func readContentRow(sheet *workbook.Sheet, item ast.Node) (ContentRow, error) {
	entries, err := mapEntries(item)
	if err != nil {
		return nil, err
	}
	row := ContentRow{}
	for _, e := range entries {
		heading := keyText(e)
		if !slices.Contains(contentHeadings(sheet), heading) {
			return nil, atLine(e, "sheet %s has no column %q", sheet.Name, heading)
		}
		if _, twice := row[heading]; twice {
			return nil, atLine(e, "%q stands twice in one row", heading)
		}
		row[heading] = scalarText(e.Value)
	}
	if sheet.Fields && !hasColumn(sheet, row[HeadingField]) {
		return nil, atLine(item, "sheet %s has no field %q", sheet.Name, row[HeadingField])
	}
	return row, nil
}

func contentHeadings(s *workbook.Sheet) []string {
	if s.Fields {
		return []string{HeadingField, HeadingValue}
	}
	names := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = c.Heading
	}
	return names
}

func hasColumn(s *workbook.Sheet, heading string) bool {
	return slices.ContainsFunc(s.Columns, func(c workbook.Column) bool { return c.Heading == heading })
}

// mapEntries is the entries of a map; the YAML library gives a map of one
// entry as that entry, and an empty document as nothing.
func mapEntries(n ast.Node) ([]*ast.MappingValueNode, error) {
	switch n := n.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil, nil
	case *ast.MappingNode:
		return n.Values, nil
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, nil
	}
	return nil, atLine(n, "expected names with values")
}

func listItems(n ast.Node) ([]ast.Node, error) {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil, nil
	case *ast.SequenceNode:
		return n.Values, nil
	}
	return nil, atLine(n, "expected a list")
}

func keyText(e *ast.MappingValueNode) string { return e.Key.GetToken().Value }

// scalarText is a value as written, so that 1.10 stays 1.10.
func scalarText(n ast.Node) string {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return ""
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n")
	}
	return n.GetToken().Value
}

func atLine(n ast.Node, format string, args ...any) error {
	place := ""
	if t := n.GetToken(); t != nil && t.Position != nil {
		place = fmt.Sprintf("line %d: ", t.Position.Line)
	}
	return errors.New("content: " + place + fmt.Sprintf(format, args...))
}
