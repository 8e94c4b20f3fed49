// Package facts derives what follows from a plan on a date: what is late,
// what has slipped, an area's status from its actions, which finding is
// answered, where a measure stands and whither it moves, and the statutory
// clock. It is computed once and purely: check turns facts into problems,
// report orders, counts and words them, and nobody else computes them.
package facts

import "actionplan/workbook"

// Facts is everything that follows from Plan on AsOf. Slices stand in sheet
// order, one entry for each record of the plan.
type Facts struct {
	Plan *workbook.Plan
	AsOf workbook.Date

	BoardEvery int // days, from the Plan sheet or its default
	DueSoon    int // days

	Actions  []*Action
	Areas    []*Area
	Findings []*Finding
	Measures []*Measure
	Visits   []*Visit // in time order, see orderVisits
	Clocks   []Clock  // one for each letter received by AsOf that starts the statutory clock
	// NoReceipt are visits that start the clock but have no Letter received,
	// so that nothing can be computed.
	NoReceipt []*Visit
	// NotComputed are visits whose letter asks for a plan under another
	// framework (area SEND, CQC), which has times of its own.
	NotComputed []*Visit

	index    index
	calendar calendar
	withheld withheld
}

// Derive works out what follows from the plan on a date. The plan must be
// indexed (Plan.Index); it is not changed. The same plan and date always give
// the same facts. The work grows with the number of records, not with its
// square.
func Derive(p *workbook.Plan, asOf workbook.Date) *Facts { return DeriveSince(p, asOf, nil) }

// DeriveSince is Derive beside an earlier state of the plan: before is the
// revised dates that each action had in it, so that a move counts also where
// the plan's own log does not have it.
func DeriveSince(p *workbook.Plan, asOf workbook.Date, before map[*workbook.Action][]workbook.Date) *Facts {
	f := &Facts{
		Plan:       p,
		AsOf:       asOf,
		BoardEvery: orDefault(p.Info.BoardEvery, workbook.DefaultBoardEvery),
		DueSoon:    orDefault(p.Info.DueSoon, workbook.DefaultDueSoon),
		calendar:   newCalendar(),
	}
	f.withheld = findWithheld(p)
	f.enter()
	f.link()
	f.logUpdates()
	words := keyWords{key: p.Key, seen: map[string]*workbook.KeyWord{}}
	for _, a := range f.Actions {
		f.judgeAction(a, words)
		a.readDates(before[a.Action])
	}
	for _, a := range f.Areas {
		f.judgeArea(a, words)
	}
	f.Visits = orderVisits(f.Visits)
	f.answer()
	for _, x := range f.Findings {
		f.judgeFinding(x)
	}
	f.reopen()
	for _, x := range f.Findings {
		x.Standing = x.standing()
	}
	f.readMeasures()
	f.runClocks()
	return f
}

// orDefault is the threshold of the Plan sheet, or the default where it gives
// none that makes sense.
func orDefault(days, otherwise int) int {
	if days < 1 {
		return otherwise
	}
	return days
}

// Action is an action and its flags.
type Action struct {
	*workbook.Action
	Area     *Area              // nil where the ref leads nowhere
	Findings []*Finding         // that it names, in the order named
	Measures []*Measure         // that its success measure links to
	Updates  []*workbook.Update // by date, equal dates in sheet order; none after AsOf

	Meaning           workbook.Meaning
	Word              string        // as typed, with the key's spelling where the key has it; "" if blank
	EffectiveDue      workbook.Date // Revised due, else Due
	Open              bool
	Late              bool
	DaysLate          int // calendar days past EffectiveDue; 0 unless Late
	DueSoon           bool
	ShouldHaveStarted bool
	Slipped           int // days from Due to Revised due where that is later, else 0
	// Dates is every date it has had: Due first, then each new Revised due of
	// its updates, EffectiveDue last, also where it went back to an earlier one.
	Dates        []workbook.Date
	TimesMoved   int // distinct revised dates that differ from Due
	FinishedLate bool
	NoDate       bool // open and without any date
	Stale        bool // never without LastTouched: there is no day to count from
	Ahead        bool
	LastTouched  workbook.Date // the later of Updated and its last update, zero if it has neither
	Optimistic   bool
	ReviewDue    workbook.Date // Impact review of one that is done, where nobody has held it yet; else zero
	Restricted   bool
	Reopened     bool // open, though its log has it done on an earlier day
	Unchecked    bool // embedded, and nobody but its owner is named who has checked it
}

// Area is an improvement area, its actions, and the two statuses.
type Area struct {
	*workbook.Area
	Actions  []*Action // all of them, in sheet order
	Measures []*Measure
	Findings []*Finding

	NoActions bool
	Derived   workbook.Meaning // from its actions; MeaningUnknown if NoActions
	Stated    workbook.Meaning // of the Status column; MeaningUnknown if blank or not in the key
	// Meaning and Word are what is printed: the stated status where Status is
	// filled, else the derived one. Word is "" where there is neither.
	Meaning     workbook.Meaning
	Word        string
	FromActions bool   // Word is derived
	DerivedWord string // the key's word for Derived, "" if NoActions
	Differ      bool   // both statuses exist and have different meanings

	Done, Delivered, Embedded int
	Open                      int
	Total                     int // without withdrawn
	Late                      int
	NextDate                  workbook.Date // earliest due of open actions that are not late, else Target date
	NextAction                *Action       // whose date NextDate is; nil for the target date
	Overdue                   *Action       // the action that is late longest, nil if none
	Restricted                bool

	running       []*Action // not withdrawn
	namesFindings bool      // any of its actions names a finding
}

// Finding is a finding, what answers it, and its history over the visits.
type Finding struct {
	*workbook.Finding
	Visit *Visit // nil where the ref leads nowhere
	Areas []*Area
	// AreasUnread is the Areas cell as typed, where it names something that
	// could not be read; "" otherwise.
	AreasUnread string
	// Actions are those not withdrawn that name it. If there is none and no
	// action of its areas names any finding, they are those of its areas that
	// are not withdrawn, and it is ByArea.
	Actions     []*Action
	Answered    bool       // an action that is not withdrawn names it
	ByArea      bool       // mapped by area only; never with Answered
	Earlier     []*Finding // its Repeats, directly
	FirstRaised *Visit     // the earliest visit along Repeats that did not praise, its own if none
	Lineage     []*Finding // all earlier findings on the matter, earliest visit first, without itself
	ResolvedBy  *Visit
	// ResolvedTooEarly is true where ResolvedBy is the visit that raised it, or
	// surely one before that: it can't have resolved it.
	ResolvedTooEarly bool
	// Reopened is true where the matter was raised again by the visit that is
	// said to have resolved it, or by a later one, and that is not resolved:
	// the finding is open again. ReopenedBy is what raised it last.
	Reopened   bool
	ReopenedBy *Finding
	Restricted bool
	Standing   Standing // of one that asks for an answer

	nth int // in sheet order, from 0
}

// Visit is a visit in time order.
type Visit struct {
	*workbook.Visit
	Order       int // 1 for the earliest
	Findings    []*Finding
	Unpublished bool // Published is No: its findings are restricted
}

// Position says where a measure stands against its target at its latest
// reading.
type Position int

const (
	CannotSay Position = iota
	Met
	Missed
	OnCourse
	Behind
	// NoReadingSince: the target date has passed, and no reading is of that
	// date or later, so that nobody knows whether it was met.
	NoReadingSince
)

func (p Position) String() string {
	return [...]string{"cannot say", "met", "missed", "on course", "behind", "target date passed, no reading since"}[p]
}

// Direction is the direction of travel over the last readings.
type Direction int

const (
	TooFew Direction = iota // fewer than 4
	NoClearChange
	Better
	Worse
	UnknownDirection // enough readings, but Better when is not filled in or the figures are in doubt
)

func (d Direction) String() string {
	return [...]string{"too few readings", "no clear change", "better", "worse", "cannot say"}[d]
}

// Measure is a measure and its readings up to AsOf.
type Measure struct {
	*workbook.Measure
	Area     *Area
	Readings []*workbook.Reading // with a value, distinct Period end up to AsOf, oldest first
	Latest   *workbook.Reading   // nil without a reading
	// ReadingsUnread counts readings up to AsOf whose value or period end
	// stands in its cell and could not be read; Readings is without them.
	ReadingsUnread               int
	BaselineUnread, TargetUnread bool // the same of these cells

	Doubt    Doubt
	Position Position
	// Expected is the value on the straight line to the target at the latest
	// reading, level before the baseline date and after the target date; not
	// set without a reading, both values and both dates.
	Expected  workbook.Number
	Direction Direction
	Window    []*workbook.Reading // the readings, at most 6, that Direction rests on
	// ToGo is the distance from the latest reading to the target, 0 or less
	// when met; not set without a reading, a target and Better when, nor of
	// figures in doubt.
	ToGo       workbook.Number
	Restricted bool
	Silence    Silence
	MetOn      *workbook.Reading // of one that misses its target: the first reading of the target date or later that met it, else nil
}
