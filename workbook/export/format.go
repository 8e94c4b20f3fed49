package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// Format is how tables are written.
type Format string

// The formats that there are.
const (
	Parquet Format = "parquet"
	CSV     Format = "csv"
	JSONL   Format = "jsonl"
)

// ParseFormat reads a format's name.
func ParseFormat(name string) (Format, error) {
	switch f := Format(name); f {
	case Parquet, CSV, JSONL:
		return f, nil
	}
	return "", words.Fail("use parquet, csv or jsonl", "there is no format %s", words.Quote(name))
}

// encode is rows as a file of that format. The same rows give the same bytes.
func (f Format) encode(t Table, rows [][]any) ([]byte, error) {
	switch f {
	case CSV:
		return encodeCSV(t, rows)
	case JSONL:
		return encodeJSONL(t, rows)
	}
	return encodeParquet(t, rows)
}

// encodeCSV has a heading and nothing for null. A text that Excel would take
// for a formula begins with an apostrophe, since people open such files too;
// the other formats hold it as it is.
func encodeCSV(t Table, rows [][]any) ([]byte, error) {
	var file bytes.Buffer
	out := csv.NewWriter(&file)
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Name
	}
	out.Write(line)
	for _, row := range rows {
		for i, v := range row {
			line[i] = plainText(v)
		}
		out.Write(line)
	}
	out.Flush()
	return file.Bytes(), out.Error()
}

func plainText(v any) string {
	switch v := v.(type) {
	case string:
		if strings.ContainsRune("=+-@\t\r\n|", rune(v[0])) {
			return "'" + v
		}
		return v
	case workbook.Date:
		return v.String()
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// encodeJSONL is an object a line, its names in the order of the columns.
func encodeJSONL(t Table, rows [][]any) ([]byte, error) {
	var file bytes.Buffer
	out := json.NewEncoder(&file)
	out.SetEscapeHTML(false)
	value := func(v any) error { // the encoder ends a value with a line break
		if err := out.Encode(v); err != nil {
			return err
		}
		file.Truncate(file.Len() - 1)
		return nil
	}
	for _, row := range rows {
		for i, v := range row {
			file.WriteByte("{,"[min(i, 1)])
			if err := value(t.Columns[i].Name); err != nil {
				return nil, err
			}
			file.WriteByte(':')
			if err := value(v); err != nil {
				return nil, err
			}
		}
		file.WriteString("}\n")
	}
	return file.Bytes(), nil
}

// encodeParquet compresses with Snappy, which every engine reads.
func encodeParquet(t Table, rows [][]any) ([]byte, error) {
	var file bytes.Buffer
	out := parquet.NewGenericWriter[any](&file, parquetSchema(t), parquet.Compression(&parquet.Snappy), parquet.CreatedBy("actionplan", "1", "0"))
	line := make(parquet.Row, len(t.Columns))
	for _, row := range rows {
		for i, v := range row {
			line[i] = parquetValue(v).Level(0, defined(v), i)
		}
		if _, err := out.WriteRows([]parquet.Row{line}); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// defined is the definition level: every column is optional.
func defined(v any) int {
	if v == nil {
		return 0
	}
	return 1
}

func parquetValue(v any) parquet.Value {
	switch v := v.(type) {
	case string:
		return parquet.ByteArrayValue([]byte(v))
	case workbook.Date:
		return parquet.Int32Value(int32(v.Time().Unix() / (24 * 60 * 60)))
	case float64:
		return parquet.DoubleValue(v)
	case int64:
		return parquet.Int64Value(v)
	case bool:
		return parquet.BooleanValue(v)
	}
	return parquet.NullValue()
}

func parquetSchema(t Table) *parquet.Schema {
	node := columnsInOrder{Group: parquet.Group{}}
	for _, c := range t.Columns {
		node.Group[c.Name] = parquet.Optional(parquetType(c.Type))
		node.order = append(node.order, c.Name)
	}
	return parquet.NewSchema(t.Name, node)
}

func parquetType(is Type) parquet.Node {
	switch is {
	case Date:
		return parquet.Date()
	case Double:
		return parquet.Leaf(parquet.DoubleType)
	case Bigint:
		return parquet.Int(64)
	case Boolean:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.String()
}

// columnsInOrder is a group whose fields stand in the order given, where the
// library's own has that of the alphabet.
type columnsInOrder struct {
	parquet.Group
	order []string
}

func (n columnsInOrder) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range n.Group.Fields() {
		byName[f.Name()] = f
	}
	all := make([]parquet.Field, len(n.order))
	for i, name := range n.order {
		all[i] = byName[name]
	}
	return all
}
