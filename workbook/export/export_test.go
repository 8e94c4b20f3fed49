package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"actionplan/samples/madeup"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/region"
)

var update = flag.Bool("update", false, "write templates/schema/export.json anew")

// read is a workbook as a plan of the tables.
func read(t testing.TB, name string, data []byte, asOf workbook.Date) Plan {
	t.Helper()
	plan, problems, err := workbook.Load(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	f := facts.Derive(plan, asOf)
	return Plan{f, check.Run(plan, f, problems, check.Options{})}
}

func sample(t testing.TB, name, asOf string) Plan {
	t.Helper()
	data, err := files.Read(filepath.Join("..", "..", "samples", name+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, name+".xlsx", data, workbook.MustDate(asOf))
}

func made(t testing.TB, i, actions, before int) Plan {
	t.Helper()
	data, err := madeup.Workbook(i, actions, before)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, madeup.Name(i), data, madeup.AsOf.Add(-30*before))
}

func TestSchemaIsPublished(t *testing.T) {
	const path = "../../templates/schema/export.json"
	if *update {
		if err := os.WriteFile(path, Schema(false), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(published, Schema(false)) {
		t.Errorf("%s is not what the tables are now; write it anew with: go test ./workbook/export -run Schema -update", path)
	}
}

// TestNamesNeedNoQuotation: every table and column goes into SQL as it is, and
// no name stands twice.
func TestNamesNeedNoQuotation(t *testing.T) {
	reserved := strings.Fields("all and as by case check column create cross desc distinct else end exists for from group having in into is join left like limit not null on or order right select table then to union unique user using when where with")
	for _, public := range []bool{false, true} {
		tables := map[string]bool{}
		for _, table := range Tables(public) {
			if tables[table.Name] {
				t.Errorf("there are two tables called %s", table.Name)
			}
			tables[table.Name] = true
			columns := map[string]bool{}
			for _, c := range table.Columns {
				if slices.Contains(reserved, c.Name) || strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
					t.Errorf("%s.%s can't stand in SQL without quotation marks", table.Name, c.Name)
				}
				if columns[c.Name] {
					t.Errorf("%s.%s stands twice", table.Name, c.Name)
				}
				columns[c.Name] = true
			}
		}
	}
}

// TestEveryColumnOfTheTableIsExported: a column that is on the one table and
// nowhere else is in the tables too.
func TestEveryColumnOfTheTableIsExported(t *testing.T) {
	has := map[string]bool{}
	for _, table := range Tables(false) {
		for _, c := range table.Columns {
			has[table.Name+"."+c.Name] = true
		}
	}
	for _, sheet := range workbook.Sheets {
		table := columnName(sheet.Name)
		if sheet.Fields {
			table = "plans"
		}
		for _, c := range sheet.Columns {
			name := columnName(c.Heading)
			if sheet.Fields && (c.Heading == workbook.FieldOrganisation || c.Heading == workbook.FieldTitle) {
				continue
			}
			if !has[table+"."+name] {
				t.Errorf("%s of the sheet %s is in no table", c.Heading, sheet.Name)
			}
		}
	}
}

// TestRowsFit: every value has the type of its column, and every record of a
// plan has its row.
func TestRowsFit(t *testing.T) {
	for _, p := range []Plan{sample(t, "needs-attention", "2026-09-30"), sample(t, "south-gloucestershire", "2023-01-31"), made(t, 4, 40, 0)} {
		for _, public := range []bool{false, true} {
			for _, table := range Tables(public) {
				rows := table.Rows(p, public)
				for n, row := range rows {
					if len(row) != len(table.Columns) {
						t.Fatalf("%s: row %d has %d values for %d columns", table.Name, n, len(row), len(table.Columns))
					}
					for i, v := range row {
						if !fits(v, table.Columns[i].Type) {
							t.Errorf("%s.%s of row %d is a %T: %v", table.Name, table.Columns[i].Name, n, v, v)
						}
					}
				}
				if sheet := workbook.FindSheet(strings.ToUpper(table.Name[:1]) + table.Name[1:]); sheet != nil && !public && len(rows) != len(sheet.Records(p.Facts.Plan)) {
					t.Errorf("%s: %d rows of %d records", table.Name, len(rows), len(sheet.Records(p.Facts.Plan)))
				}
			}
		}
	}
}

func fits(v any, is Type) bool {
	switch v.(type) {
	case nil:
		return true
	case string:
		return is == String
	case workbook.Date:
		return is == Date
	case float64:
		return is == Double
	case int64:
		return is == Bigint
	case bool:
		return is == Boolean
	}
	return false
}

// TestFormatsSayTheSame: what comes out of the three formats is one and the
// same.
func TestFormatsSayTheSame(t *testing.T) {
	p := sample(t, "needs-attention", "2026-09-30")
	for _, table := range Tables(false) {
		rows := table.Rows(p, false)
		var want [][]string
		for _, row := range rows {
			line := make([]string, len(row))
			for i, v := range row {
				line[i] = plainText(v)
			}
			want = append(want, line)
		}
		for _, format := range []Format{CSV, JSONL, Parquet} {
			data, err := format.encode(table, rows)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, readBack(t, format, table, data)); diff != "" {
				t.Errorf("%s as %s (-rows +file):\n%s", table.Name, format, diff)
			}
		}
	}
}

// readBack is a file's rows as encodeCSV would print them.
func readBack(t *testing.T, format Format, table Table, data []byte) [][]string {
	t.Helper()
	var rows [][]string
	switch format {
	case CSV:
		all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, all[1:]...)
	case JSONL:
		for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			if line == "" {
				continue
			}
			var object map[string]any
			if err := json.Unmarshal([]byte(line), &object); err != nil {
				t.Fatal(err)
			}
			var row []string
			for _, c := range table.Columns {
				v := object[c.Name]
				if n, is := v.(float64); is && c.Type == Bigint {
					v = int64(n)
				}
				row = append(row, plainText(v))
			}
			rows = append(rows, row)
		}
	case Parquet:
		file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range file.Schema().Fields() {
			if f.Name() != table.Columns[i].Name {
				t.Fatalf("column %d is %s, want %s", i, f.Name(), table.Columns[i].Name)
			}
		}
		for _, group := range file.RowGroups() {
			reader := group.Rows()
			buffer := make([]parquet.Row, 16)
			for {
				n, err := reader.ReadRows(buffer)
				for _, r := range buffer[:n] {
					var row []string
					for i, v := range r {
						row = append(row, plainText(goValue(v, table.Columns[i].Type)))
					}
					rows = append(rows, row)
				}
				if err != nil || n == 0 {
					break
				}
			}
			reader.Close()
		}
	}
	return rows
}

func goValue(v parquet.Value, is Type) any {
	switch {
	case v.IsNull():
		return nil
	case is == Date:
		return workbook.MustDate("1970-01-01").Add(int(v.Int32()))
	case is == Double:
		return v.Double()
	case is == Bigint:
		return v.Int64()
	case is == Boolean:
		return v.Boolean()
	}
	return string(v.ByteArray())
}

// TestSameBytes: the same plan gives the same files, whatever went before.
func TestSameBytes(t *testing.T) {
	book, err := madeup.Workbook(7, 30, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []Format{CSV, JSONL, Parquet} {
		one, err := Make(read(t, "plan.xlsx", book, madeup.AsOf), format, false)
		if err != nil {
			t.Fatal(err)
		}
		two, err := Make(read(t, "plan.xlsx", book, madeup.AsOf), format, false)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(one, two); diff != "" {
			t.Errorf("%s: %s", format, diff)
		}
	}
}

// TestSharedOut: two machines with half of the plans each write what one
// writes, and a run again adds nothing.
func TestSharedOut(t *testing.T) {
	whole, halves := t.TempDir(), t.TempDir()
	first, second, again := NewFolder(halves), NewFolder(halves), NewFolder(halves)
	all := NewFolder(whole)
	for i := range 6 {
		made, err := Make(made(t, i, 20, 0), Parquet, false)
		if err != nil {
			t.Fatal(err)
		}
		half := first
		if i%2 == 1 {
			half = second
		}
		for _, to := range []*Folder{all, half, again} {
			if err := to.Write(made); err != nil {
				t.Fatal(err)
			}
		}
	}
	if diff := cmp.Diff(tree(t, whole), tree(t, halves)); diff != "" {
		t.Error(diff)
	}
}

func tree(t *testing.T, dir string) map[string]string {
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		all[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTwoPlansThatCannotBeToldApart(t *testing.T) {
	made, err := Make(made(t, 0, 5, 0), CSV, false)
	if err != nil {
		t.Fatal(err)
	}
	to := NewFolder(t.TempDir())
	if err := to.Write(made); err != nil {
		t.Fatal(err)
	}
	if err := to.Write(made); err == nil {
		t.Error("the second took the place of the first")
	}
}

// TestPublic: nothing of what is restricted, and nobody's name, is in any
// table of an edition for publication.
func TestPublic(t *testing.T) {
	p := sample(t, "south-gloucestershire", "2023-01-31")
	plan := p.Facts.Plan
	secret := "Zanzibar"
	plan.Actions[0].Publish, plan.Actions[0].Text, plan.Actions[0].Owner = workbook.Restricted, secret, secret
	plan.Actions[1].Evidence, plan.Actions[1].CheckedBy, plan.Actions[1].Owner = secret, secret, secret
	plan.Actions[2].Status = secret
	plan.Areas[0].Publish, plan.Areas[0].Name = workbook.Restricted, secret
	plan.Visits[0].Published, plan.Visits[0].Title, plan.Visits[0].Outcome = workbook.PublishedNo, secret, secret
	plan.People[0].Email = secret
	plan.Updates = append(plan.Updates, &workbook.Update{Action: plan.Actions[0].Ref, Note: secret, By: secret})
	plan.File = secret + ".xlsx"
	hidden := plan.Actions[0].Ref
	plan.Index()
	p.Facts = facts.Derive(plan, p.Facts.AsOf)
	p.Result = check.Run(plan, p.Facts, workbook.Problems{{Rule: "vague-action", Message: secret, Value: secret, Ref: secret}}, check.Options{})

	board, err := Make(p, CSV, false)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(bytes.Join(data(board), nil), []byte(secret)) {
		t.Fatal("the board's edition does not have it either, so this shows nothing")
	}
	for _, format := range []Format{CSV, JSONL} {
		public, err := Make(p, format, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range public {
			if bytes.Contains(f.Data, []byte(secret)) || strings.Contains(f.Path, strings.ToLower(secret)) {
				t.Errorf("%s has %s", f.Path, secret)
			}
			if table := strings.Split(filepath.ToSlash(f.Path), "/")[0]; table == "people" || table == "waivers" {
				t.Errorf("there is a table %s", table)
			}
		}
	}
	for _, table := range Tables(true) {
		for _, row := range table.Rows(p, true) {
			for i, v := range row {
				if v == hidden && table.Columns[i].Name == "ref" && table.Name == "facts" {
					t.Errorf("%s has the restricted action %s", table.Name, hidden)
				}
			}
		}
	}
}

// TestUnpublishedVerdicts: no table of an edition for publication leads from what it
// shows to a visit whose letter is not published.
func TestUnpublishedVerdicts(t *testing.T) {
	p := sample(t, "south-gloucestershire", "2023-01-31")
	plan := p.Facts.Plan
	visit := plan.Visits[len(plan.Visits)-1]
	visit.Published = workbook.PublishedNo
	plan.Areas[0].Visits = []string{plan.Visits[0].Ref, visit.Ref}
	plan.Findings[0].ResolvedBy = visit.Ref
	plan.Index()
	p.Facts = facts.Derive(plan, p.Facts.AsOf)
	p.Result = check.Run(plan, p.Facts, nil, check.Options{})
	leads := func(public bool) (n int) {
		for _, table := range Tables(public) {
			for _, row := range table.Rows(p, public) {
				for _, v := range row {
					if said, is := v.(string); is && table.Name != "visits" && slices.Contains(strings.Split(said, "; "), visit.Ref) {
						n++
					}
				}
			}
		}
		return n
	}
	if leads(false) < 2 {
		t.Fatal("the board's edition does not lead there either, so this shows nothing")
	}
	if n := leads(true); n > 0 {
		t.Errorf("%d cells of the edition for publication name %s", n, visit.Ref)
	}
}

func data(all []File) (list [][]byte) {
	for _, f := range all {
		list = append(list, f.Data)
	}
	return list
}

// FuzzName: whatever an organisation is called, its files have a name that any
// disk takes and that stays in its folder.
func FuzzName(f *testing.F) {
	for _, s := range []string{"Gloucestershire County Council", "", "../../etc/passwd", "CON", "a\x00b", "Ångström/Ø", strings.Repeat("long ", 60), "nul.", "?*<>|\""} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, organisation, title string) {
		p := &workbook.Plan{File: "plan.xlsx", Info: workbook.Info{Organisation: organisation, Title: title}}
		p.Index()
		name := Name(Plan{Facts: facts.Derive(p, madeup.AsOf)})
		if name == "" || len(name) > 80 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q is called %q", organisation, name)
		}
		s := newSource(Plan{Facts: facts.Derive(p, madeup.AsOf)}, false)
		for _, table := range Tables(false) {
			for _, format := range []Format{CSV, JSONL, Parquet} {
				if _, err := format.encode(table, table.rowsOf(s)); err != nil {
					t.Errorf("%s as %s: %v", table.Name, format, err)
				}
			}
		}
	})
}

// TestDuckDBCountsTheSame: the questions that are handed out, asked of the
// tables of many plans at three dates, have the answers that our own facts
// give.
func TestDuckDBCountsTheSame(t *testing.T) {
	python := "../../.ci/engines/venv/bin/python"
	if exec.Command(python, "-c", "import duckdb").Run() != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("duckdb is not installed")
		}
		t.Skip("duckdb is not installed")
	}
	for _, format := range []Format{Parquet, CSV, JSONL} {
		t.Run(string(format), func(t *testing.T) { countTheSame(t, python, format) })
	}
}

func countTheSame(t *testing.T, python string, format Format) {
	dir := t.TempDir()
	to := NewFolder(dir)
	var plans []Plan
	add := func(p Plan) {
		files, err := Make(p, format, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := to.Write(files); err != nil {
			t.Fatal(err)
		}
		plans = append(plans, p)
	}
	for i := range 5 {
		for before := range 3 {
			add(made(t, i*12, 30, before))
		}
	}
	add(sample(t, "south-gloucestershire", "2023-01-31"))
	add(sample(t, "gloucestershire", "2018-09-30"))

	out, err := exec.Command(python, "../../.ci/engines/answers.py", "duckdb", dir, "../../templates/sql").Output()
	if err != nil {
		t.Fatalf("%v: %s", err, stderr(err))
	}
	var got map[string][][]any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range answers(plans) {
		rows := map[string]bool{}
		for _, row := range got[name] {
			rows[printed(row...)] = true
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s (-ours +DuckDB):\n%s", name, diff)
		}
	}
}

func stderr(err error) string {
	if x, is := err.(*exec.ExitError); is {
		return string(x.Stderr)
	}
	return ""
}

func printed(values ...any) string {
	var parts []string
	for _, v := range values {
		if v == nil {
			v = "null"
		}
		parts = append(parts, fmt.Sprint(v))
	}
	return strings.Join(parts, "|")
}

// answers are those of the questions, from our own facts.
func answers(plans []Plan) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	add := func(question string, values ...any) {
		if all[question] == nil {
			all[question] = map[string]bool{}
		}
		all[question][printed(values...)] = true
	}
	regions := map[[2]string]*[3]int{}
	measures := map[[2]string]*[3]int{}
	problems := map[[3]string]*[2]int{}
	last := map[string]facts.Figures{}
	inOrder := slices.Clone(plans)
	slices.SortStableFunc(inOrder, func(a, b Plan) int { return a.Facts.AsOf.Compare(b.Facts.AsOf) })
	for _, p := range inOrder {
		f, info := p.Facts, p.Facts.Plan.Info
		n, at := f.Figures(false), f.AsOf.String()
		r := entry(regions, [2]string{at, cmpOr(region.Of(info.Organisation), "Not known")})
		r[0]++
		r[1] += n.Open
		r[2] += n.Late
		add("coverage-by-organisation", at, info.Organisation, n.Coverage.Needing, n.Coverage.Answered)
		if before, known := last[info.Organisation]; known {
			add("movement-by-month", info.Organisation, at, n.Done, n.Late, n.Done-before.Done, n.Late-before.Late)
		} else {
			add("movement-by-month", info.Organisation, at, n.Done, n.Late, nil, nil)
		}
		last[info.Organisation] = n
		for meaning, count := range n.ByMeaning {
			if count > 0 {
				add("status-by-organisation", at, info.Organisation, workbook.Meaning(meaning), count)
			}
		}
		for _, m := range f.Measures {
			x := entry(measures, [2]string{at, m.Name})
			x[0]++
			if m.Direction == facts.Better {
				x[1]++
			}
			if m.Direction == facts.Worse {
				x[2]++
			}
		}
		rules := map[string]bool{}
		for _, found := range p.Result.Problems {
			x := entry(problems, [3]string{at, found.Rule, found.Severity.String()})
			x[0]++
			if key := found.Rule + found.Severity.String(); !rules[key] {
				rules[key] = true
				x[1]++
			}
		}
	}
	for k, n := range regions {
		add("late-by-region", k[0], k[1], n[0], n[1], n[2])
	}
	for k, n := range measures {
		add("measures-by-direction", k[0], k[1], n[0], n[1], n[2])
	}
	for k, n := range problems {
		add("problems-by-rule", k[0], k[1], k[2], n[0], n[1])
	}
	return all
}

func entry[K comparable, V any](of map[K]*V, key K) *V {
	if of[key] == nil {
		of[key] = new(V)
	}
	return of[key]
}

func cmpOr(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
