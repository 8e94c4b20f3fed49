package block

// Table has one row of headings and at least one row. There are no merged
// cells, and no cell is without words.
type Table struct {
	Name    string // for style sheets: "areas"
	Caption string // what it is called by readers who can't see what stands above it
	As      TableAs
	Columns []Column
	Rows    []Row
	Sorts   bool   // a screen may sort it
	Within  string // what all of its rows belong to, where the heading above it says so: "area A7"; "" for nothing
}

// TableAs is what a table is for, which decides its type.
type TableAs int

// What tables are for.
const (
	Dense    TableAs = iota // words in many columns
	Close                   // as Dense, in a paper that has to fit on one side
	Strip                   // a line or two for each row, kept together on a page
	Lines                   // one small line for each row, where as many as can be have to stand on a page
	Roomy                   // a tag in each row
	Statuses                // the status table, which is also the key
	Readings                // many short rows
	Months                  // a small bar in each row
)

// Column says what a column is called and how wide it would like to be. A
// writer for another width keeps the proportions.
type Column struct {
	Name      string // for style sheets: "owner"
	Title     string
	Width     float64 // mm where the whole table has the page's text width
	Number    bool    // right aligned, title too
	RowHeader bool    // its cells head their rows; one column of every table has it
	OnPaper   bool    // page numbers: the web leaves the column out
	Indent    float64 // mm of space at its left, where a number stands before it
}

// Row is a row of cells, one for each column.
type Row struct {
	ID        string // "" if nothing leads here
	Continued string // what a page says where the row goes on from the one before: "A2 continued"
	Cells     []Cell
}

// Cell is a cell. Sort is what it sorts by, "" for its words.
type Cell struct {
	Blocks []Block // Para, Status, Marks or Bar
	Sort   string
}

// IsStrip says whether a block is a table of a few lines for each row, as stands
// on page 1.
func IsStrip(b Block) bool {
	t, is := b.(Table)
	return is && (t.As == Strip || t.As == Lines)
}
