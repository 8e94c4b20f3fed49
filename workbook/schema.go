package workbook

import "slices"

// TemplateVersion is the version of the workbook that this program writes.
const TemplateVersion = "1"

// Kind is how a column's cells are read.
type Kind int

const (
	Text       Kind = iota // words, one line
	LongText               // sentences
	Ref                    // the record's own ref
	RefTo                  // one ref of the sheet To
	RefsTo                 // any number of refs of the sheet To
	RefsOrText             // refs of the sheet To if every part looks like one, else words
	Day                    // a date
	Figure                 // a number
	Amount                 // a number in the unit of its measure
	Whole                  // a whole number from Min to Max
	List                   // one of List
	StatusWord             // a word of the key
	Owner                  // a person or post
	People                 // any number of names
)

// Column is one column of a sheet, or one field of the Plan sheet. The blank
// workbook, its dropdowns and help, loading, checking, comparing, what is
// searched, published, sent to owners and tracked all come from it.
type Column struct {
	Heading  string
	Aliases  []string // other headings that staff use for it
	Kind     Kind
	Required bool
	List     []string          // of List: the values, as printed
	Also     map[string]string // of List: other spellings, folded → value
	To       string            // of refs: the sheet they lead to
	Min, Max int               // of Whole
	Repeats  bool              // of a field: may stand in several rows
	Below    string            // of a field that repeats: it goes with the row of this field above it
	Default  string            // what a blank cell means
	Help     string            // what to put here, one or two sentences
	Example  string
	Width    float64 // in characters
	Rare     bool    // seldom filled in: our own workbook keeps it in a group at the end

	// Label is true of words that are a name, a term or an address, and no
	// prose; see Prose.
	Label   bool
	Public  Publication
	Compare Comparison
	Return  *Return  // of Actions: how it stands in what is sent to an owner; nil: it is not sent
	Flat    []string // of Actions: other headings in plans that are kept as one table

	// field gives a pointer to where the value stands in the record; nil: the
	// record keeps it without a field of its own.
	field func(Record) any
}

// Sheet is one sheet of the workbook.
type Sheet struct {
	Name     string
	Aliases  []string
	Required bool
	Fields   bool // the columns stand below one another as Field | Value
	Purpose  string
	Columns  []Column

	store store
}

// Value is one cell as its column's kind reads it.
type Value struct {
	Text  string   // cleaned words; of a list the value of the list
	Parts []string // of several refs or names
	Date  Date
	Num   Number
}

// Int is the figure as a whole number.
func (v Value) Int() int { return int(v.Num.Value) }

// Names of the sheets.
const (
	SheetPlan     = "Plan"
	SheetKey      = "Key"
	SheetVisits   = "Visits"
	SheetAreas    = "Areas"
	SheetFindings = "Findings"
	SheetActions  = "Actions"
	SheetMeasures = "Measures"
	SheetReadings = "Readings"
	SheetUpdates  = "Updates"
	SheetRisks    = "Risks"
	SheetPeople   = "People"
	SheetGlossary = "Glossary"
	SheetWaivers  = "Waivers"
)

// Headings, as they are printed.
const (
	ColRef             = "Ref"
	ColKind            = "Kind"
	ColTitle           = "Title"
	ColStarted         = "Started"
	ColEnded           = "Ended"
	ColLetterDated     = "Letter dated"
	ColLetterReceived  = "Letter received"
	ColNumber          = "Number"
	ColFramework       = "Framework"
	ColOutcome         = "Outcome"
	ColScope           = "Scope"
	ColPublished       = "Published"
	ColLink            = "Link"
	ColAreaName        = "Improvement area"
	ColVisits          = "Visits"
	ColAreaOutcome     = "Outcome for children"
	ColAccountable     = "Accountable owner"
	ColPartners        = "Partner bodies"
	ColPriority        = "Priority"
	ColTargetDate      = "Target date"
	ColStatus          = "Status"
	ColStatusReason    = "Reason for status"
	ColUpdated         = "Updated"
	ColPublish         = "Publish"
	ColVisit           = "Visit"
	ColFinding         = "Finding"
	ColWhere           = "Where in letter"
	ColAreas           = "Areas"
	ColRepeats         = "Repeats"
	ColResolvedBy      = "Resolved by"
	ColArea            = "Area"
	ColFindings        = "Findings"
	ColAction          = "Action"
	ColShortName       = "Short name"
	ColOwner           = "Owner"
	ColPartner         = "Partner body"
	ColStart           = "Start"
	ColDue             = "Due"
	ColRevisedDue      = "Revised due"
	ColRevisionReason  = "Reason for revision"
	ColProgressNote    = "Progress note"
	ColSuccessMeasure  = "Success measure"
	ColImpactChildren  = "Impact for children"
	ColEvidence        = "Evidence"
	ColCheckedBy       = "Checked by"
	ColCompleted       = "Completed"
	ColIfItSlips       = "If it slips"
	ColImpactReview    = "Impact review"
	ColMeasure         = "Measure"
	ColUnit            = "Unit"
	ColBetterWhen      = "Better when"
	ColBaseline        = "Baseline"
	ColBaselineDate    = "Baseline date"
	ColTarget          = "Target"
	ColTolerance       = "Tolerance"
	ColEngland         = "England"
	ColNeighbours      = "Statistical neighbours"
	ColComparatorYear  = "Comparator year"
	ColSource          = "Source"
	ColCounts          = "Counts"
	ColDataQualityNote = "Data quality note"
	ColPeriodEnd       = "Period end"
	ColValue           = "Value"
	ColNumerator       = "Numerator"
	ColDenominator     = "Denominator"
	ColComment         = "Comment"
	ColDate            = "Date"
	ColNote            = "Note"
	ColBy              = "By"
	ColRisk            = "Risk"
	ColLikelihood      = "Likelihood"
	ColImpact          = "Impact"
	ColMitigation      = "Mitigation"
	ColName            = "Name"
	ColRole            = "Role"
	ColBody            = "Body"
	ColEmail           = "Email"
	ColTerm            = "Term"
	ColMeaning         = "Meaning"
	ColRule            = "Rule"
	ColReason          = "Reason"
	ColUntil           = "Until"
	ColWord            = "Word"
	ColMeans           = "Means"
	ColColour          = "Colour"
	ColDefinition      = "Definition"
)

// Fields of the Plan sheet.
const (
	FieldOrganisation    = "Organisation"
	FieldTitle           = "Plan title"
	FieldBoard           = "Board"
	FieldSRO             = "Senior responsible owner"
	FieldChair           = "Chair"
	FieldJudgement       = "Judgement"
	FieldReportReceived  = "Report received"
	FieldDueOverride     = "Plan due override"
	FieldOverrideReason  = "Override reason"
	FieldPlanSent        = "Plan sent"
	FieldMeetingDate     = "Meeting date"
	FieldReportAuthor    = "Report author"
	FieldContact         = "Contact for another format"
	FieldMessage         = "Message from the senior responsible owner"
	FieldDecisions       = "Decisions asked"
	FieldAlternative     = "Alternative"
	FieldIfRefused       = "If refused"
	FieldDecisionOwner   = "Decision owner"
	FieldLastAsked       = "Asked last time"
	FieldLastOutcome     = "Outcome last time"
	FieldBoardEvery      = "Board every"
	FieldDueSoon         = "Due soon"
	FieldPlanEnds        = "Plan ends"
	FieldActionsPerOwner = "Actions per owner"
	FieldActionsPerArea  = "Actions per area"
	FieldSmallCount      = "Small count"
	FieldBrandColour     = "Brand colour"
	FieldLogo            = "Logo"
	FieldTemplateVersion = "Template version"
)

// Thresholds that hold where the Plan sheet gives none.
const (
	DefaultBoardEvery      = 42
	DefaultDueSoon         = 28
	DefaultActionsPerOwner = 12
	DefaultActionsPerArea  = 15
	DefaultSmallCount      = 5
)

var publishList = []string{"Public", Restricted}

// Sheets is the workbook: thirteen sheets in the order in which they stand.
var Sheets = []*Sheet{planSheet, keySheet, visitsSheet, areasSheet, findingsSheet, actionsSheet, measuresSheet,
	readingsSheet, updatesSheet, risksSheet, peopleSheet, glossarySheet, waiversSheet}

// OurSheets are sheets that the program itself writes into workbooks. They
// are never read or judged.
var OurSheets = []string{"Start here", "Summary", "Lists", "Problems", "What went where", "Not carried over", SheetSent, "What came back"}

// CheckHeading is the heading of the column whose formula says the first
// thing wrong with a row. It is ours, never read or judged.
const CheckHeading = "Check"

// FindSheet is the schema's sheet of that name, or nil.
func FindSheet(name string) *Sheet {
	i := slices.IndexFunc(Sheets, func(s *Sheet) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return Sheets[i]
}

// Column is the sheet's column of that heading; it panics if there is none.
func (s *Sheet) Column(heading string) *Column { return &s.Columns[s.ColumnIndex(heading)] }
