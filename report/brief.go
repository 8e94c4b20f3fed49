// Package report turns facts into what a board sees. Build does all the
// ordering, counting and wording, once and purely. Package paper composes a
// Brief into a paper and package tracker draws it as a workbook; neither counts
// nor judges.
package report

import "actionplan/workbook"

// Brief is a plan on a date, ready to be drawn. It holds words, numbers and
// dates and no styles. A missing fact is an empty field beside a bool that
// says so, never a made-up value.
type Brief struct {
	Organisation string
	PlanTitle    string
	Title        string // of the briefing: "… : briefing for the board"
	Public       bool   // the public edition
	AsOf         workbook.Date
	Board        string        // "" if not given
	MeetingDate  workbook.Date // zero if not given
	NextBoard    workbook.Date // the meeting after that, see facts; zero without a meeting date
	TitleLines   []Line        // For, Position at, Answers, From, and more when they apply
	OffTrack     string        // how the plan says "off track" in a sentence
	Draft        string        // "The workbook has two errors", "" if it has none
	Telling      string        `json:",omitempty"` // in how many cells words could tell who somebody is; "" of none
	RunningHead  Line          // left and right
	Foot         string        // left part of the foot: organisation and plan

	Headline string
	Message  *Message // nil without one
	Asks     []Ask    // what the board is asked to do
	AsksNote string   `json:",omitempty"` // that nobody asked it, "" where the plan does
	AsksLine string   // how many decisions the plan asks for, for a paper that has no room for them; "" for none
	Figures  []KeyFigure
	Status   StatusBar
	Areas    []*Area
	Actions  []*Action // every action in sheet order

	AreasNote  string // the line below the area table, "" if no shapes are shown
	NoArea     string `json:",omitempty"` // the line on actions that no area has, "" if there are none
	ShowShapes bool   // a shape for each action in the area table: no area has more than 6

	LastAsks   []LastAsk // of the board before, with what came of it
	Due        Due
	Exceptions Exceptions
	Measures   Measures
	Timeline   Timeline
	Coverage   Coverage
	Risks      []Risk
	Clocks     []ClockLine
	Quality    Quality
	Glossary   []Line // term and meaning, alphabetical; a paper prints those that it uses
	Owners     []Owner
	Tracked    Tracked
	Movement   Movement
	History    History

	OneLine          string           // what the plan answers, and the position's date
	AreaPages        []*AreaPage      `json:"-"` // in depth; OnlyAreas keeps some
	AreasTitle       string           // what a paper of AreaPages is called
	Unplaced         []*ActionRecord  `json:"-"` // actions whose area is not in the plan
	OwnerPages       []*OwnerPage     `json:"-"` // OnlyOwner keeps one
	OwnersTitle      string           // what a paper of OwnerPages is called
	SoonBy           string           // the day to which an action is due soon: "Due by 18 Dec"
	OwnersNote       string           `json:",omitempty"` // what no owner's counts have, though the plan's have; "" for nothing
	Visits           []*VisitPosition // the latest first
	PositionHeadline string           // where the plan stands on what every letter found

	Contact string // for another format, "" if not given
	Author  string
	Brand   Brand

	boardPast bool // Meeting date is before the position
	metBefore bool // the plan shows an earlier meeting

	left    leftOut // of this edition
	edition string  // what the title says of it
}

// Hidden is what an edition's totals count though no row shows it.
type Hidden struct {
	Total, Done, Late, DueSoon int     // actions; Total is without withdrawn
	Counts                     []Block // by status, palette order
	Words                      []Block `json:"-"` // by the key's own words, palette order
}

// Of is how many of them have a status of that meaning.
func (h Hidden) Of(m workbook.Meaning) int {
	for _, b := range h.Counts {
		if b.Status.Meaning == m {
			return b.Count
		}
	}
	return 0
}

// CountOf is how many of these counts are of that status.
func CountOf(counts []Block, s Status) int {
	for _, b := range counts {
		if b.Status == s {
			return b.Count
		}
	}
	return 0
}

// Line is a term and what it says.
type Line struct{ Term, Text string }

// Brand is the council's colour and logo.
type Brand struct {
	Colour string // #rrggbb, at least 4.5 to 1 on white; "" for ink
	Given  string // as in the workbook, where it was darkened
	Logo   string // file name beside the workbook, "" without one
}

// Message is what the senior responsible owner says.
type Message struct{ From, Text string }

// Ask is one thing that the board is asked to do.
type Ask struct {
	Text    string
	Targets []string // IDs of what it is about, for "(pages 2 and 3)"
	Refs    []string `json:"-"` // what each of them is called
	Says    string   // of the link: "Go to actions 2.1 and 2.2"

	// Each is "" where the plan gives none.
	Alternative, IfRefused, Owner string `json:",omitempty"`
}

// LastAsk is one thing that the board before was asked, and what came of it.
type LastAsk struct{ Text, Outcome string }

// KeyFigure is one figure of the strip and what stands under it.
type KeyFigure struct {
	Figure string
	Words  string
	Which  string // the actions, after the words; "" where there is no room to name them
	Of     int    // the whole that the figure is a part of, 0 if it is a count alone
}

// Under is all that stands under the figure.
func (f KeyFigure) Under() string { return f.Words + f.Which }

// Status is a status as printed: the user's own word, with its meaning.
type Status struct {
	Word    string // "" prints as "No status"
	Meaning workbook.Meaning
}

// StatusBar is the plan's actions by status, now and then.
type StatusBar struct {
	Heading   string
	Sentence  string  // what moved since the last board, "" without an earlier plan
	Now       []Block // in palette order, only meanings that occur
	NowLabel  string  // "31 Jan"
	Then      []Block // nil without an earlier plan
	ThenDate  workbook.Date
	ThenName  string // "Last board", "Then"
	ThenLabel string // "17 Jan"
	Alt       string
	Rows      []StatusRow // the status table, which is also the key
	HasThen   bool
	// WorkbookColours: the key names colours, so the key has that column.
	WorkbookColours bool
	KeyIsShort      bool `json:",omitempty"` // no definition is longer than a key has room for where there is little
}

// Block is one block of a status bar.
type Block struct {
	Status Status
	Count  int
}

// StatusRow is one word of the key and how many actions have it.
type StatusRow struct {
	Status Status
	Means  string // the definition, and what the actions say against it
	Short  string // the meaning in a few words
	Key    string // the definition as a key has it
	Colour string // in the workbook
	Now    int
	Then   int
	Change string // "2 more"
	Hidden int    `json:",omitempty"` // of Now: actions that no row shows
}

// Area is an improvement area.
type Area struct {
	ID, Ref, Name string
	Outcome       string
	Owner         string // "" prints as "No owner"
	Partners      []string
	Priority      string
	Visits        []string
	Status        Status
	FromActions   bool   // the status is worked out from its actions
	Moved         string // since the earlier position: "Better, was Amber", "No change"; "" without one
	Change, Was   string // of which that is made: "Better" and "Amber"
	MeasureWords  string // its measure that a board has to know of first: "M3 worse, behind"; "None" without one
	MeasureKnown  string // the same measure with its figures: "M3: 43%. Worse over 6 readings."; "" without one
	Disagreement  string // where stated and derived differ: "Its actions alone would make it Off track"
	Known         string // how anybody knows what is done: delivered against embedded, how many are checked, the latest evidence
	ByActions     string // the word that its actions alone would give it, where that is another
	Reason        string // "" prints as "No reason given"
	Updated       workbook.Date
	UpdatedWords  string // "Updated 20 Jan 2023"
	TargetDate    workbook.Date
	Done, Total   int
	NoActions     bool
	DoneWords     string // "1 of 3", "No actions"
	DoneActions   string // "1 of 3 actions done"
	Marks         []Mark // one for each action, in ref order
	MarksAlt      string // "1.1 delivered, 1.2 on track"
	Next          Next   // for the board: what is overdue comes first
	Late          int
	Exempt        bool   // "Area in the exempt part"
	Hidden        Hidden `json:",omitzero"`
	Actions       []*Action
	Counts        []Block // its actions by status, palette order
	Words         []Block `json:"-"`          // the same by the key's own words
	More          []Cell  `json:",omitempty"` // what the table has beside
}

// Mark is one action's shape.
type Mark struct {
	Ref     string
	Meaning workbook.Meaning
}

// Next is what the area's next date is.
type Next struct {
	Overdue bool
	Date    workbook.Date // zero prints What alone, or "None"
	What    string        // ref and short name, "target date", or without a date why there is none: "Done 30 Jan 2026"
	Own     bool          `json:",omitempty"` // the date is the area's own, and no action's

	Text string `json:"-"` // what an action without a short name is to do, shortened, for where there is room
}

// Says is What with what the action is to do.
func (n Next) Says() string { return joinWords(n.What, n.Text) }

// Action is one action as printed.
type Action struct {
	ID, Ref        string
	AreaRef        string
	AreaName       string
	Text           string
	ShortName      string
	Name           string // short name, else the text
	Owner          string // "" prints as "No owner"
	Partner        string
	Findings       []string
	Start          workbook.Date
	Due            workbook.Date
	RevisedDue     workbook.Date
	EffectiveDue   workbook.Date // zero prints as "No date"
	Dates          []workbook.Date
	DateWords      string // every date it has had, then the days
	RecoveryGap    string `json:",omitempty"` // "No new date agreed", where there has to be one
	Status         Status
	Open           bool
	DaysLate       int
	DaysLeft       int // to EffectiveDue where open and not late
	DueSoon        bool
	Slipped        int
	TimesMoved     int
	RevisionReason string
	Note           string
	Updated        workbook.Date
	Latest         string // the progress note and its date, in words; "" if neither is there
	Success        string
	Evidence       string
	CheckedBy      string
	Completed      workbook.Date
	Recovery       string // If it slips
	ForChildren    string
	Why            string // why it is where it is: what was last said of it
	WhyMoved       string `json:",omitempty"` // the reason for its new date, "" where Why has it
	ImpactReview   workbook.Date
	Flags          []string // in words: "29 days late", "Moved twice", "Not updated for 60 days"
	Problems       []string `json:",omitempty"` // what errors and warnings say of its row
	ReviewWords    string   `json:",omitempty"` // what follows the day of its impact review, where that has passed
	Withheld       bool     `json:",omitempty"` // evidence and who checked it are not in this edition
	More           []Cell   `json:",omitempty"` // what the table has beside
}

// WholeDate is every date that the action has had, and whether it lacks one to
// recover by.
func (a *Action) WholeDate() string {
	if a.DateWords == "" || a.RecoveryGap == "" {
		return a.DateWords
	}
	return a.DateWords + ". " + a.RecoveryGap
}

// Movement is what became better or worse since an earlier position.
type Movement struct {
	Heading             string        // "What changed since 17 January 2023"
	Sentence            string        // "" without an earlier plan
	ThenLabel, NowLabel string        // "17 January", "28 February"
	Rows                []Moved       // better first, then worse
	Groups              []ChangeGroup // what else matters, in words
	All                 []ChangeRow   // every change, for the tracker
	Then                ThenFigures   // the key figures as they were
	Compared            string        // what the earlier position is and where it comes from
}

// Moved is one action whose status has changed.
type Moved struct {
	Change    string // "Better", "Worse", "Added"
	Action    string // ref and name
	Then, Now Status
	Why       string // "" prints as "Not given"
}

// Exceptions is what is off track, overdue or at risk: worst first.
type Exceptions struct {
	Heading   string
	Sentence  string // "Nothing is off track or overdue.", and which actions have been reopened; "" for neither
	Cards     []*Action
	Rest      []*Action // past the first eight
	RestWords string    // how many more there are and where, "" if none

	RestRecover string // of how many of these the workbook says how they will recover, "" if there are none
}

// Measures is the section on whether it makes a difference.
type Measures struct {
	Heading  string
	Counts   string // how many stand where against their targets, in a sentence
	Brief    string `json:"-"` // the same, with one count of those of which nobody can tell
	Lines    string // explains the line styles used, or says that there are no measures
	Sentence string // both
	Items    []*Measure
	Worst    []*Measure `json:"-"` // the same, those that get worse first, then the furthest from their target
	// LatestTitle heads a column of the latest readings: their month where
	// they have one, else "Latest".
	LatestTitle string
}

// Measure is one measure as printed.
type Measure struct {
	Ref, Name, AreaRef  string
	Unit                string
	LatestWords         string   // "38%", "" without a reading
	latestUnit          string   // the same with its unit: "501 days"
	Finding             string   // the chart's title after the name: "fell from 41% to 38%; target 25% or less"
	DirectionWords      string   // "Better over 6 readings"
	DistanceWords       string   // "13 points to go, behind"
	BaselineWords       string   // "41%", "None"
	TargetWords         string   // "25%", "None"
	ToGoWords           string   // "Better, 13 points to go"
	NoReading           []string // sentences instead of a chart; the first is bold
	WordsOnly           bool     // too small a denominator for a chart
	Points              []Point
	Joined              bool // a line through the points: 3 readings or more
	Gap                 int  `json:",omitempty"` // days without a reading that the line is broken after; 0 where it is whole
	Baseline            *Point
	BaselineLabel       string // "Baseline 41%"
	Latest              *Point
	LatestLabel         string // "January 38%"
	Target              *float64
	TargetLabel         string
	TargetDate          workbook.Date
	England             *float64
	EnglandLabel        string
	Neighbours          *float64
	NeighboursLabel     string
	Low, High           float64 // the scale, and its two labels
	LowLabel, HighLabel string
	FromLabel, ToLabel  string // months under the plot's ends
	Alt                 string
	InDoubt             bool   `json:",omitempty"` // its figures contradict one another, so nothing is said of them
	Direction           string // better, worse, no clear change, too few readings
	Position            string // met, missed, on course, behind, cannot say
	Against             string // the same as papers judge it: "no reading since March 2026" of one that has stopped
	Began               string `json:",omitempty"` // "below where it began (78%)" of one that is not said to get worse
	BetterWhen          string
	Readings            []Reading
	Comparators         string // "England 82%, similar councils 84%, 2021–22"
	Note                string // data quality
	Unread              string `json:",omitempty"` // how many readings could not be read
	More                []Cell `json:",omitempty"` // what the table has beside
}

// Point is a value on a date.
type Point struct {
	Date  workbook.Date
	Value float64
}

// Reading is one row of the table of readings.
type Reading struct {
	PeriodEnd workbook.Date
	Words     string // "55%"
	Value     float64
	OutOf     string // "130 of 236", "" without
	Comment   string
}

// Timeline is when actions are due.
type Timeline struct {
	Heading    string
	Sentence   string
	From, To   workbook.Date // first day of the window, first day after it
	Ticks      []Tick
	Rows       []TimelineRow
	LeftOut    string // how many actions are not drawn, "" if none
	Today      workbook.Date
	TodayLabel string
	Board      workbook.Date // zero: not drawn
	BoardLabel string
}

// Tick is a month or a quarter of the timeline.
type Tick struct {
	From  workbook.Date
	Label string
	Year  string // where the year starts or the window does, else ""
}

// TimelineRow is one action of the timeline.
type TimelineRow struct {
	Action   *Action `json:"-"`
	Ref      string
	Name     string
	Status   Status
	Start    workbook.Date // zero: only the due date is known
	FirstDue workbook.Date // end of the block
	Now      workbook.Date // end of the dashed box; zero if the date has not moved
	Words    string        // "Moved twice", "11 days late", "No date"; "" for none
	// BeforeStart: it is due before it starts, so that no bar can be drawn but
	// only a marker on the date that it is due now.
	BeforeStart bool `json:",omitempty"`
	Late        bool // the words stand right of the lines
	NewArea     bool // first row of its area
	Alt         string
}

// Coverage is which finding is answered by what.
type Coverage struct {
	Heading  string
	Sentence string
	Answered int
	ByArea   int // mapped by area only: part of Needing, never of Answered
	Needing  int
	Rows     []Finding // those that need an answer; unanswered first, resolved last, then the latest letter first
	Others   string    // how many strengths and findings of progress are not listed
	All      []Finding // every finding in sheet order, for the tracker
	Matrix   Matrix
}

// Matrix counts findings that ask for improvement by area and visit.
type Matrix struct {
	Visits []string // refs, the earliest first; those before the last few are one column
	Rows   []MatrixRow
	Note   string // which visit is which, and how findings of several areas count
}

// MatrixRow is an area; the last is all findings, each once.
type MatrixRow struct {
	Name                                 string
	ByVisit                              []int // parallel to Matrix.Visits
	All, Again, Answered, Done, Resolved int
}

// Finding is one finding as printed.
type Finding struct {
	Ref, Kind, Text string
	Visit, VisitRef string
	Where           string
	AreaRefs        []string
	AreaStatus      []Status // of each area
	AreasTyped      string   `json:",omitempty"` // the cell as it stands, where not all of it could be read
	AreasSay        string   `json:",omitempty"` // "Not readable" of it, below the statuses that are known
	Actions         []string // refs that answer it
	ActionStatus    []Status // of each action
	Answered        bool
	ByArea          bool `json:",omitempty"` // no action names it; Actions are those of its areas
	NeedsAnswer     bool
	State           string `json:",omitempty"` // where it stands: "Under way"; "" of progress and strength
	FirstRaised     string // "November 2018"; "" of progress and strength
	RaisedShort     string `json:"-"`          // "Nov 2018", in tables
	RaisedBefore    bool   `json:",omitempty"` // by a visit earlier than its own
	Earlier         []string
	Resolved        string // "Resolved at …", "" if open
	Reopened        string `json:",omitempty"` // "Open again: resolved at …, raised again in …", or why Resolved by can't be right; "" otherwise
	More            []Cell `json:",omitempty"` // what the table has beside
}

// Risk is one open risk; highest score first.
type Risk struct {
	Ref, Text, AreaRef string
	Likelihood         string // "4 likely"
	Impact             string // "4 major"
	Score              string // "16 high"
	ScoreValue         int
	Mitigation, Owner  string
}

// ClockLine is one run of the statutory clock, in words.
type ClockLine struct {
	Sentence string
	Working  string
	Late     bool
}

// Quality is what a reader needs to trust the paper.
type Quality struct {
	File      string
	SHA256    string
	Errors    int
	Warnings  int
	Advice    int
	Sentences []string
	Problems  []ProblemLine // errors and warnings, for the tracker all
	Waived    []ProblemLine
}

// ProblemLine is one problem as printed.
type ProblemLine struct {
	Place, Sheet, Cell, Ref, Severity, Rule, Message, Hint string
	Of                                                     string `json:"-"` // the sheet as the schema calls it, "" for none of the plan's
	WaivedBy, WaivedWhy                                    string
	Waives                                                 string `json:",omitempty"` // how much, and until when; "" where that is not said
}

// Owner is one owner and what they own.
type Owner struct {
	Name      string  // "" prints as "No owner"
	Areas     []*Area `json:"-"`
	AreaRefs  []string
	Actions   []*Action `json:"-"`
	Refs      []string
	Open      int
	Late      int
	LateWords string // "1 (2.2, 11 days late)"
	DueSoon   int
	Later     int
	NoDate    int
	Done      int
}
