package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// foreignFile is a workbook of testdata/foreign, made and saved by other programs
// than ours. All hold the plan of plain.xlsx with one thing done to it that
// staff do to theirs. The script make.py makes them anew; the test needs
// nothing but the files.
type foreignFile struct {
	file   string
	reason string
	holds  string   // a pattern that a part of the file must have: the thing is really in it
	want   []string // rule and cell of every problem, in order
	hint   string   // part of the first problem's hint
	other  []string // every value that is not that of plain.xlsx: "Actions[1].Due: "
	due    string   // the place of the last action's due date, where not Actions!G4
}

var foreignFiles = []foreignFile{
	// As it is.
	{file: "plain.xlsx", reason: "as openpyxl writes it", holds: `inlineStr`},
	{file: "resaved.xlsx", reason: "as LibreOffice saves it", holds: `<Application>LibreOffice`},
	{file: "macros.xlsm", reason: "saved as a workbook with macros", holds: `sheet.macroEnabled.main`},
	{file: "online-sheets.xlsx", reason: "no shared strings and no styles", holds: `<c r="G4"><v>46477</v>`},
	{file: "online-sheets-bare.xlsx", reason: "rows and cells without addresses", holds: `<row><c t="inlineStr">`},

	// Columns and headings.
	{file: "columns-reordered.xlsx", reason: "columns in another order", holds: `<c r="A1"[^>]*><is><t>Success measure<`, due: "Actions!E4"},
	{file: "columns-inserted.xlsx", reason: "columns put in before and between", holds: `<c r="J4"`, due: "Actions!J4"},
	{file: "columns-renamed.xlsx", reason: "headings by other names", holds: `What we will do`},
	{file: "heading-misspelt.xlsx", reason: "a heading with two letters swapped", holds: `<t>Deu<`, want: []string{"heading-missing Actions!G1"}, hint: "Did you mean \"Due\"?", due: "Actions", other: []string{"Actions[0].Due: ", "Actions[1].Due: ", "Actions[2].Due: "}},
	{file: "headings-wrapped.xlsx", reason: "headings with line breaks, as from a word processor", holds: `Outcome&#10;for&#10;children`},
	{file: "headings-in-two-rows.xlsx", reason: "a row of headings over the headings", holds: `<mergeCell ref="A1:E1"/>`, due: "Actions!G5"},
	{file: "headings-repeated.xlsx", reason: "headings again for the next page", holds: `<c r="D4"[^>]*><is><t>Action<`, due: "Actions!G5"},
	{file: "extra-columns.xlsx", reason: "columns of their own", holds: `Our own reckoning`},
	{file: "table-starts-at-b3.xlsx", reason: "a blank column and blank rows before the table", holds: `<c r="H6"`, due: "Actions!H6"},
	{file: "columns-hidden.xlsx", reason: "hidden columns, the due date among them", holds: `<col [^>]*hidden="1"`, want: []string{"hidden-read Areas", "hidden-read Actions"}, hint: "Show it"},

	// Rows.
	{file: "title-rows.xlsx", reason: "two rows of title and a blank one", holds: `Kept by the programme office`, due: "Actions!G7"},
	{file: "title-row-merged.xlsx", reason: "a title merged across the table", holds: `<mergeCell ref="A1:J1"/>`, due: "Actions!G5"},
	{file: "blank-rows.xlsx", reason: "blank rows between records", holds: `<c r="G9"`, due: "Actions!G9"},
	{file: "group-headings.xlsx", reason: "a heading over each area", holds: `Priority 2: visits`, due: "Actions!G6"},
	{file: "rows-hidden.xlsx", reason: "hidden rows are read", holds: `<row r="3"[^>]*hidden="true"`, want: []string{"hidden-read Actions!A3", "hidden-read Readings!A2"}, hint: "Show it"},
	{file: "autofilter.xlsx", reason: "a filter that shows one row of three", holds: `<autoFilter ref="A1:J4">`, want: []string{"hidden-read Actions!A3"}, hint: "Show it"},
	{file: "rows-grouped.xlsx", reason: "rows and columns folded away", holds: `<row r="3"[^>]*hidden="true"[^>]*outlineLevel="1"`, want: []string{"hidden-read Actions!A2"}, hint: "Show it"},
	{file: "area-merged-down.xlsx", reason: "an area merged over its actions", holds: `<mergeCell ref="B2:B3"/>`, want: []string{"cell-merged Actions!B2"}, hint: "Unmerge it"},
	{file: "totals-row.xlsx", reason: "totals under the table", holds: `AVERAGE\(F2:F2\)`},
	{file: "rows-formatted-ahead.xlsx", reason: "rows with a fill and nothing in them", holds: `<row r="60"`},

	// Sheets.
	{file: "sheets-extra.xlsx", reason: "sheets of their own", holds: `Minutes of 14 July`},
	{file: "sheets-reordered.xlsx", reason: "sheets in another order", holds: `<sheets><sheet [^>]*name="People"`},
	{file: "sheets-renamed.xlsx", reason: "sheets by other names", holds: `name="Action Plan "`, due: "'Action Plan '!G4"},
	{file: "sheets-hidden.xlsx", reason: "a hidden sheet is read", holds: `state="(v|V)eryHidden"|state="hidden"`},
	{file: "sheets-protected.xlsx", reason: "a protected sheet with frozen panes", holds: `<sheetProtection `},
	{file: "sheets-missing.xlsx", reason: "only the sheets that must be there, and the key", holds: `name="Areas"`, due: "Actions!F4",
		other: []string{"Actions[0].Findings: []", "Actions[0].Measures: []", "Actions[0].Owner on People: false", "Actions[0].SuccessMeasure: Children tell us so", "Actions[1].Findings: []", "Actions[1].Measures: []", "Actions[1].Owner on People: false", "Actions[1].SuccessMeasure: Children tell us so", "Actions[2].Findings: []", "Actions[2].Owner on People: false", "Areas[0].Owner on People: false", "Areas[0].Visits: []", "Areas[1].Owner on People: false", "Areas[1].Visits: []", "Findings: 0 rows", "Measures: 0 rows", "People: 0 rows", "Readings: 0 rows", "Visits: 0 rows"}},
	{file: "excel-table.xlsx", reason: "the rows as a table of Excel", holds: `displayName="Actions_table"`},
	{file: "plan-fields-moved.xlsx", reason: "fields of the plan in another order, and one of their own", holds: `Cost centre`},
	{file: "key-own-words.xlsx", reason: "their own words for the same meanings", holds: `Needs a push`,
		other: []string{"Actions[0].Status: Going well", "Actions[1].Status: Needs a push", "Actions[2].Status: Yet to begin", "Key[0].Word: Going well", "Key[1].Word: Needs a push", "Key[2].Word: Yet to begin"}},

	// Words.
	{file: "spaces.xlsx", reason: "spaces before and after, non-breaking ones too", holds: `Head of quality`},
	{file: "curly-quotes.xlsx", reason: "quotes that a word processor bent are kept in print and make no other owner", holds: `They&#8217;re`,
		other: []string{"Actions[0].Text: A “summary” on every record", "Actions[2].Owner: Head of children’s homes", "Actions[2].Text: Reminders in the team’s diary", "Areas[1].Outcome: They’re seen often enough", "Areas[1].Owner: Head of children’s homes", "Info.SRO: Director of children’s services"}},
	{file: "names-in-another-case.xlsx", reason: "an owner, a status, a list and a ref in another case", holds: `HEAD OF QUALITY`,
		other: []string{"Actions[0].Measures: [m1]", "Actions[0].Owner: HEAD OF QUALITY", "Actions[0].Status: GREEN", "Actions[0].SuccessMeasure: m1", "Actions[1].Owner: head of Quality", "Areas[1].Owner: Head of Children's Homes"}},
	{file: "long-text.xlsx", reason: "a cell as full as it may be", holds: `(All of it. ){900}`,
		other: []string{"Actions[0].Text: All of it. All of it. All of it. All of it. All of it. All… (31899)", "Findings[0].Text: One line One line One line One line One line One line One l… (1092)"}},
	{file: "other-scripts.xlsx", reason: "Welsh, emoji, Arabic and Hebrew", holds: `rightToLeft="true"`,
		other: []string{"Actions[0].Text: ملخص في كل سجل", "Actions[1].Text: תוכנית — café, café", "Areas[0].Name: Cofnodion – tŷ a dŵr", "Areas[0].Outcome: They know their story 😀👨‍👩‍👧"}},
	{file: "rich-text.xlsx", reason: "one word in bold", holds: `<rPr><b val="true"/>`},
	{file: "comments.xlsx", reason: "comments, one of them on an empty cell", holds: `Is this date still right`},
	{file: "own-rules-and-colours.xlsx", reason: "their own dropdowns and colours", holds: `<conditionalFormatting `},
	{file: "hyperlinks.xlsx", reason: "links on cells", holds: `<hyperlink `},

	// Dates.
	{file: "dates-short.xlsx", reason: "dates typed as text, 30/11/26", holds: `>30/11/26<`},
	{file: "dates-in-words.xlsx", reason: "dates typed as text, 30 November 2026", holds: `>31 january 27<`},
	{file: "dates-iso.xlsx", reason: "dates typed as text, 2026-11-30", holds: `>2026-11-30<`},
	{file: "dates-with-time.xlsx", reason: "a time of day, a weekday, a short month", holds: `<v>46356\.729`},
	{file: "dates-1904.xlsx", reason: "days counted from 1904, by openpyxl", holds: `date1904="1"`},
	{file: "dates-1904-resaved.xlsx", reason: "days counted from 1904, by LibreOffice", holds: `date1904="true"`},
	{file: "due-end-of-march.xlsx", reason: "a month and no year", holds: `>end of March<`, want: []string{"date-real Actions!G3"}, hint: "such as 31/03/2026", other: []string{"Actions[1].Due: "}},
	{file: "due-ongoing.xlsx", reason: "no date", holds: `>ongoing<`, want: []string{"date-real Actions!G3"}, hint: "looked at again", other: []string{"Actions[1].Due: "}},
	{file: "due-tbc.xlsx", reason: "none yet", holds: `>TBC<`, want: []string{"date-real Actions!G3"}, hint: "looked at again", other: []string{"Actions[1].Due: "}},
	{file: "due-q3.xlsx", reason: "a quarter", holds: `>Q3<`, want: []string{"date-real Actions!G3"}, hint: "such as 31/12/2026", other: []string{"Actions[1].Due: "}},
	{file: "due-31-february.xlsx", reason: "a day that does not exist", holds: `>31/02/2026<`, want: []string{"date-real Actions!G3"}, hint: "such as 28/02/2026", other: []string{"Actions[1].Due: "}},
	{file: "due-american.xlsx", reason: "the month first", holds: `>03/31/2026<`, want: []string{"date-real Actions!G3"}, hint: "enter 31/03/2026", other: []string{"Actions[1].Due: "}},
	{file: "due-shows-a-month.xlsx", reason: "the 1st, shown as a month", holds: `formatCode="mmm-yy"|formatCode="mmm\\?-yy"`, want: []string{"date-month-only Actions!G3"}, hint: "enter 31/12/2026", other: []string{"Actions[1].Due: 2026-12-01"}},

	// Figures.
	{file: "percent-format.xlsx", reason: "0.6 shown as 60%", holds: `<v>0.6</v>`},
	{file: "percent-text.xlsx", reason: "60% as text", holds: `>60%<`},
	{file: "percent-every-way.xlsx", reason: "60, 0.55 shown as 55%, and 60% as text", holds: `<v>0.55</v>`},
	{file: "percent-fractions.xlsx", reason: "all of them as fractions are read as such, and said", holds: `<v>0.48</v>`, want: []string{"percent-fraction Measures!F2"}, hint: "Enter percentages as 60 or 60%"},
	{file: "percent-mixture.xlsx", reason: "one fraction among percentages is no figure", holds: `<v>0.6</v>`, want: []string{"percent-mixed Readings!C3"}, hint: "Enter 60%", other: []string{"Readings[1].Value: {0 false}"}},
	{file: "figures-as-text.xlsx", reason: "figures in cells of text", holds: `>48<`},

	// Formulas.
	{file: "formulas.xlsx", reason: "formulas with their results", holds: `EDATE\(G2,1\)\+1</f><v>46387<`},
	{file: "formulas-without-results.xlsx", reason: "formulas that nobody has worked out", holds: `<f>EDATE`, want: []string{"formula-uncalculated Actions!E2", "formula-uncalculated Readings!C3"}, hint: "save it",
		other: []string{"Actions[0].Due: ", "Actions[0].Owner: ", "Actions[0].Owner on People: false", "Actions[1].Area: ", "Actions[1].Area is there: false", "Actions[1].Due: ", "Actions[2].Status: ", "Actions[2].Status means: status not known", "Readings[1].Value: {0 false}"}},
	{file: "formula-with-ref-error.xlsx", reason: "a formula whose cell is gone", holds: `<v>#REF!</v>`, want: []string{"formula-error Actions!E3"}, hint: "Fix the formula", other: []string{"Actions[1].Owner: ", "Actions[1].Owner on People: false"}},
	{file: "formulas-copied-down.xlsx", reason: "formulas under the last record", holds: `<c r="I29"`},

	// Refs.
	{file: "refs-as-numbers.xlsx", reason: "1.1 and 2 as numbers", holds: `<v>1.1</v>`},
	{file: "ref-lost-its-zero.xlsx", reason: "1.10 that became 1.1", holds: `<v>1.1</v>`, want: []string{"ref-number Actions!A3"}, hint: "type 1.10", other: []string{"Actions[0].Ref: 1.9", "Actions[1].Ref: 1.1"}},
	{file: "ref-became-a-date.xlsx", reason: "1.2 that became a date", holds: `formatCode="d\\?-mmm"`, want: []string{"ref-date Actions!A3"}, hint: "Format the cell as Text", other: []string{"Actions[1].Ref: 01/02/2026"}},
	{file: "refs-in-one-cell.xlsx", reason: "several refs, separated in several ways", holds: `F1, F2; F3`, other: []string{"Actions[0].Findings: [F1 F2 F3]", "Actions[2].Findings: [f3 f4]"}},
	{file: "refs-as-a-range.xlsx", reason: "a range of refs", holds: `F1&#8211;F4`, want: []string{"ref-range Actions!C3"}, hint: "F1; F2; F3; F4", other: []string{"Actions[1].Findings: [F1–F4]"}},
	{file: "area-by-its-name.xlsx", reason: "an area by its name", holds: `<c r="B3"[^>]*><is><t>Records<`, want: []string{"ref-dangling Actions!B3"}, hint: "Enter its ref, 1.", other: []string{"Actions[1].Area: Records", "Actions[1].Area is there: false"}},
}

func TestForeignFiles(t *testing.T) {
	plain, problems := loadForeign(t, "plain.xlsx")
	if len(problems) > 0 || len(plain.Actions) != 3 || len(plain.Areas) != 2 {
		t.Fatalf("plain.xlsx is the measure of the others: %v, %d actions", problems, len(plain.Actions))
	}
	for _, test := range foreignFiles {
		t.Run(test.file, func(t *testing.T) {
			p, problems := loadForeign(t, test.file)
			var got []string
			for _, x := range problems {
				got = append(got, x.Rule+" "+x.Cell.String())
				if x.Message == "" || x.Hint == "" || x.Cell.File != test.file {
					t.Errorf("incomplete: %+v", x)
				}
			}
			sameLines(t, test.reason+": problems", got, test.want)
			if len(problems) > 0 && (test.hint == "" || !strings.Contains(problems[0].Hint, test.hint)) {
				t.Errorf("%s: the hint %q lacks %q", test.reason, problems[0].Hint, test.hint)
			}
			sameLines(t, test.reason+": values that differ", otherValues(said(plain), said(p)), test.other)
			due := test.due
			if due == "" {
				due = "Actions!G4"
			}
			if got := p.Actions[len(p.Actions)-1].At(ColDue).String(); got != due {
				t.Errorf("%s: the last due date is at %s, want %s", test.reason, got, due)
			}
			if !holdsPart(t, test.file, test.holds) {
				t.Errorf("%s: no part of the file has %s", test.reason, test.holds)
			}
		})
	}
}

// TestEveryForeignFileIsRead: a fixture that no line of the table names would
// prove nothing; and they stay small.
func TestEveryForeignFileIsRead(t *testing.T) {
	files, err := filepath.Glob("testdata/foreign/*.xls?")
	if err != nil {
		t.Fatal(err)
	}
	libreOffice := 0
	for _, path := range files {
		name := filepath.Base(path)
		if !slices.ContainsFunc(foreignFiles, func(f foreignFile) bool { return f.file == name }) {
			t.Errorf("%s is in no line of the table", name)
		}
		if info, err := os.Stat(path); err != nil || info.Size() > 18_000 {
			t.Errorf("%s: more than 18 kB, or %v", name, err)
		}
		if holdsPart(t, name, `<Application>LibreOffice`) {
			libreOffice++
		}
	}
	if len(files) < 32 || 3*libreOffice < len(files) {
		t.Errorf("%d files, %d of them saved by LibreOffice: want 32, and a third", len(files), libreOffice)
	}
}

func loadForeign(t *testing.T, file string) (*Plan, Problems) {
	t.Helper()
	data, err := os.ReadFile("testdata/foreign/" + file)
	if err != nil {
		t.Fatal(err)
	}
	p, problems, err := Load(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return p, problems
}

// holdsPart is true if a part of the package has the pattern.
func holdsPart(t *testing.T, file, pattern string) bool {
	t.Helper()
	data, err := os.ReadFile("testdata/foreign/" + file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	re := regexp.MustCompile(pattern)
	for _, part := range r.File {
		open, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(open)
		if err != nil {
			t.Fatal(err)
		}
		if re.Match(content) {
			return true
		}
	}
	return false
}

// value is one value of a plan, by the name of its field.
type value struct{ name, text string }

// said is every value of a plan, wherever its cells stand, and what follows
// from how words are compared: whether an owner is found on People, and what
// each status word means.
func said(p *Plan) []value {
	var all []value
	all = appendValues(all, "Info", reflect.ValueOf(p.Info))
	for name, records := range map[string]any{"Key": p.Key.Words, "Visits": p.Visits, "Areas": p.Areas, "Findings": p.Findings, "Actions": p.Actions,
		"Measures": p.Measures, "Readings": p.Readings, "Updates": p.Updates, "Risks": p.Risks, "People": p.People, "Glossary": p.Glossary, "Waivers": p.Waivers} {
		list := reflect.ValueOf(records)
		all = append(all, value{name, fmt.Sprintf("%d rows", list.Len())})
		for i := range list.Len() {
			all = appendValues(all, fmt.Sprintf("%s[%d]", name, i), list.Index(i).Elem())
		}
	}
	for i, a := range p.Actions {
		all = append(all, value{fmt.Sprintf("Actions[%d].Status means", i), p.Key.Meaning(a.Status).String()})
		all = append(all, value{fmt.Sprintf("Actions[%d].Owner on People", i), fmt.Sprint(p.FindPerson(a.Owner) != nil)})
		all = append(all, value{fmt.Sprintf("Actions[%d].Area is there", i), fmt.Sprint(p.FindArea(a.Area) != nil)})
	}
	for i, a := range p.Areas {
		all = append(all, value{fmt.Sprintf("Areas[%d].Owner on People", i), fmt.Sprint(p.FindPerson(a.Owner) != nil)})
	}
	slices.SortFunc(all, func(a, b value) int { return strings.Compare(a.name, b.name) })
	return all
}

// appendValues adds the fields of a record, but where it stands.
func appendValues(all []value, name string, record reflect.Value) []value {
	for i := range record.NumField() {
		if field := record.Type().Field(i); field.Type != reflect.TypeFor[Source]() {
			all = append(all, value{name + "." + field.Name, fmt.Sprint(record.Field(i).Interface())})
		}
	}
	return all
}

// otherValues lists what got says otherwise than plain. Of records that are
// not there only their number is told.
func otherValues(plain, got []value) []string {
	now := map[string]string{}
	for _, v := range got {
		now[v.name] = v.text
	}
	var other []string
	for _, v := range plain {
		if text, ok := now[v.name]; ok && text != v.text {
			other = append(other, v.name+": "+shown(text))
		}
	}
	return other
}

// shown is a value for the table, of a long one the beginning and the length.
func shown(text string) string {
	if short := words.Clip(text, words.InLine); strings.HasSuffix(short, "…") {
		return fmt.Sprintf("%s (%d)", short, utf8.RuneCountInString(text))
	}
	return words.Clip(text, words.InLine)
}

func sameLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %s\nwant %s", what, strings.Join(got, " | "), strings.Join(want, " | "))
	}
}
