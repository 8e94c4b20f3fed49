// Package workbook is the plan: the one table of its sheets and columns, its
// records, and how a workbook that somebody has filled in becomes them. A cell
// of the file becomes a typed value of a record here and nowhere else, or a
// Problem that says which cell, what is wrong and how to put it right.
package workbook

import "actionplan/workbook/words"

// MostActions is of how many actions a paper, a tracker or a new workbook is
// made. The largest plan of a council has some hundreds; beyond this Excel opens
// what is made no better than it was made.
const MostActions = 15_000

// TooMany is the refusal of a plan or sheet that has more actions or rows,
// called so, than anything is made of. name is the file's or sheet's.
func TooMany(name string, most int, called string) error {
	return words.Fail("keep what is closed in a workbook of its own", "%s has more than %d %s, and papers and workbooks are made of no more", name, most, called)
}

// Plan is what a workbook says, typed. Records stand in sheet order, also
// those with a bad cell: nothing is dropped because one of its cells could
// not be read. Links between records are refs; the Find methods follow them.
type Plan struct {
	File   string // base name of the workbook
	SHA256 string // of the workbook's bytes, lower-case hex

	Info     Info // the Plan sheet
	Key      Key
	Visits   []*Visit
	Areas    []*Area
	Findings []*Finding
	Actions  []*Action
	Measures []*Measure
	Readings []*Reading
	Updates  []*Update
	Risks    []*Risk
	People   []*Person
	Glossary []*Term
	Waivers  []*Waiver

	SheetOrder []string // every sheet of the file, in its order, as spelled there

	index index
}

// Number is an optional figure.
type Number struct {
	Value float64
	Set   bool
}

// Info is the Plan sheet: one value a field.
type Info struct {
	Source
	Organisation    string
	Title           string
	Board           string
	SRO             string // senior responsible owner
	Chair           string
	Judgement       string
	ReportReceived  Date
	PlanDueOverride Date
	OverrideReason  string
	PlanSent        Date
	MeetingDate     Date
	ReportAuthor    string
	Contact         string // for another format
	Message         string // from the senior responsible owner
	DecisionsAsked  []string
	Alternatives    []string // of each of DecisionsAsked, "" or missing where none is given
	IfRefused       []string // the same
	DecisionOwners  []string // the same
	LastAsked       []string // of the board before
	LastOutcomes    []string // of each of LastAsked
	BoardEvery      int      // days between boards, 42 unless given
	DueSoon         int      // days, 28 unless given
	PlanEnds        Date
	BrandColour     string
	Logo            string // path beside the workbook
	TemplateVersion string
	ActionsPerOwner int // 12 unless given
	ActionsPerArea  int // 15 unless given
	SmallCount      int // 5 unless given
}

// Kinds of visit that the rules name.
const (
	KindInspection   = "Inspection"
	KindFocusedVisit = "Focused visit"
	KindMonitoring   = "Monitoring visit"
	KindJTAI         = "JTAI"
	KindAreaSEND     = "Area SEND inspection"
)

// Kinds of finding.
const (
	KindPriorityAction    = "Priority action"
	KindImprovementNeeded = "Improvement needed"
	KindConcern           = "Concern"
	KindProgress          = "Progress"
	KindStrength          = "Strength"
)

// Values of the other lists that code asks about.
const (
	Restricted   = "Restricted"
	HigherBetter = "Higher"
	LowerBetter  = "Lower"
	RiskClosed   = "Closed"

	CountsEveryone = "Everyone"
	CountsSample   = "A sample"

	PublishedNo = "No"
)

// Visit is an inspection, a visit, a review or an audit.
type Visit struct {
	Source
	Ref, Kind, Title            string
	Started, Ended              Date
	LetterDated, LetterReceived Date
	Number                      Number
	Framework, Outcome, Scope   string
	Published, Link             string
}

// Area is an improvement area.
type Area struct {
	Source
	Ref, Name    string
	Visits       []string
	Outcome      string // for children
	Owner        string // accountable owner
	Partners     []string
	Priority     string
	TargetDate   Date
	Status       string
	StatusReason string
	Updated      Date
	Publish      string
}

// Finding is one thing that a letter says.
type Finding struct {
	Source
	Ref, Visit, Kind, Text string
	Where                  string // in the letter
	Areas                  []string
	Repeats                []string // earlier findings on the same matter
	ResolvedBy             string   // a later visit
	Publish                string
}

// NeedsAnswer is true of the kinds that a plan has to answer.
func (f *Finding) NeedsAnswer() bool {
	return f.Kind == KindPriorityAction || f.Kind == KindImprovementNeeded || f.Kind == KindConcern
}

// Action is what somebody will do by a date.
type Action struct {
	Source
	Ref, Area      string
	Findings       []string
	Text           string
	ShortName      string
	Owner          string
	Partner        string
	Start          Date
	Due            Date
	RevisedDue     Date
	RevisionReason string
	Status         string // a word of the key
	ProgressNote   string
	Updated        Date
	SuccessMeasure string   // as typed
	Measures       []string // the refs in SuccessMeasure where all of it is refs, else nil
	Impact         string   // for children
	Evidence       string
	CheckedBy      string
	Completed      Date
	IfItSlips      string // contingency
	ImpactReview   Date
	Publish        string
}

// Measure is a figure that shows whether children's experience changes.
// Baseline, Target, Tolerance and the comparators are in the measure's own
// unit; of a % they are percentages (60, never 0.6).
type Measure struct {
	Source
	Ref, Area, Name string
	Unit            string
	BetterWhen      string // HigherBetter or LowerBetter
	Baseline        Number
	BaselineDate    Date
	Target          Number
	TargetDate      Date
	Tolerance       Number
	England         Number
	Neighbours      Number // statistical neighbours
	ComparatorYear  string
	Counts          string // CountsEveryone, CountsSample or ""
	From            string // Source column
	DataQualityNote string
}

// Percent says whether the measure is a percentage.
func (m *Measure) Percent() bool { return isPercentUnit(m.Unit) }

// Reading is a measure's value at the end of a period.
type Reading struct {
	Source
	Measure                string
	PeriodEnd              Date
	Value                  Number
	Numerator, Denominator Number
	Comment                string
}

// Update is one line of the log.
type Update struct {
	Source
	Date       Date
	Action     string
	Status     string
	RevisedDue Date
	Note, By   string
}

// Risk is a risk to the plan. Likelihood and Impact are 1 to 5, 0 if not
// readable.
type Risk struct {
	Source
	Ref, Area, Text    string
	Likelihood, Impact int
	Mitigation, Owner  string
	Status             string
}

// Person is somebody, or a post, that may own work.
type Person struct {
	Source
	Name, Role, Body, Email string
}

// Term is a word of the glossary.
type Term struct {
	Source
	Term, Meaning string
}

// Waiver is a problem that somebody has looked at and answers for.
type Waiver struct {
	Source
	Rule, Ref, Reason, By string
	Until                 Date
}

// index finds records by folded ref; of duplicates the first.
type index struct {
	visits   map[string]*Visit
	areas    map[string]*Area
	findings map[string]*Finding
	actions  map[string]*Action
	measures map[string]*Measure
	people   map[string]*Person
}

func (p *Plan) FindVisit(ref string) *Visit     { return p.index.visits[words.Fold(ref)] }
func (p *Plan) FindArea(ref string) *Area       { return p.index.areas[words.Fold(ref)] }
func (p *Plan) FindFinding(ref string) *Finding { return p.index.findings[words.Fold(ref)] }
func (p *Plan) FindAction(ref string) *Action   { return p.index.actions[words.Fold(ref)] }
func (p *Plan) FindMeasure(ref string) *Measure { return p.index.measures[words.Fold(ref)] }

// FindPerson is the person of that name, without regard to case and spaces,
// or nil.
func (p *Plan) FindPerson(name string) *Person { return p.index.people[words.FoldName(name)] }

// Index builds the look-ups. Load calls it; code that makes a Plan by hand
// calls it once after the last record.
func (p *Plan) Index() {
	p.index = index{
		visits:   byRef(p.Visits, func(v *Visit) string { return words.Fold(v.Ref) }),
		areas:    byRef(p.Areas, func(a *Area) string { return words.Fold(a.Ref) }),
		findings: byRef(p.Findings, func(f *Finding) string { return words.Fold(f.Ref) }),
		actions:  byRef(p.Actions, func(a *Action) string { return words.Fold(a.Ref) }),
		measures: byRef(p.Measures, func(m *Measure) string { return words.Fold(m.Ref) }),
		people:   byRef(p.People, func(x *Person) string { return words.FoldName(x.Name) }),
	}
}

func byRef[T any](records []*T, key func(*T) string) map[string]*T {
	found := make(map[string]*T, len(records))
	for _, r := range records {
		k := key(r)
		if _, taken := found[k]; !taken && k != "" {
			found[k] = r
		}
	}
	return found
}
