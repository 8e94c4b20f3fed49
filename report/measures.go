package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// smallDenominator: a percentage of fewer than this is told in words; a line
// through it would show chance.
const smallDenominator = 10

// measures is the section on whether children's experience changes.
func measures(f *facts.Facts, exempt int) Measures {
	m := Measures{Heading: "Is it making a difference?"}
	if len(f.Measures) == 0 && exempt > 0 {
		m.Counts = "The plan's measures are in the exempt part, which is not published."
		m.Sentence, m.Lines = m.Counts, m.Counts
		return m
	}
	if len(f.Measures) == 0 {
		m.Counts = "This plan has no measures, so this paper can't show whether children's experience has changed."
		m.Sentence, m.Lines = m.Counts, m.Counts
		return m
	}
	columns := unknownOf(workbook.SheetMeasures)
	for i, x := range f.Measures {
		m.Items = append(m.Items, measure(x))
		m.Items[i].More = more(x.Measure, columns)
	}
	m.Worst = worstMeasures(f.Measures, m.Items)
	m.Counts, m.Brief = measureCounts(f.Measures, exempt, false), measureCounts(f.Measures, exempt, true)
	m.Lines = lineStyles(m.Items)
	m.Sentence = joinWords(m.Counts, m.Lines)
	m.LatestTitle = latestTitle(m.Items)
	return m
}

// worstMeasures are the measures of which a board has to know first: those that
// get worse, then those that have missed their target or are behind, then those
// of which nobody can say; within each the furthest from the target, in shares of it where the unit is no percentage.
func worstMeasures(from []*facts.Measure, printed []*Measure) []*Measure {
	type ranked struct {
		rank  int
		to    float64
		shown *Measure
	}
	list := make([]ranked, len(printed))
	for i, x := range from {
		r := ranked{rank: 3, shown: printed[i]}
		switch {
		case x.Direction == facts.Worse:
			r.rank = 0
		case x.Position == facts.Missed || x.Position == facts.Behind:
			r.rank = 1
		case x.Latest == nil || x.Position == facts.NoReadingSince || x.Doubt != facts.NoDoubt || x.Stopped():
			r.rank = 2 // nobody knows, which is no better than on course
		}
		if x.ToGo.Set {
			r.to = x.ToGo.Value
			if t := math.Abs(x.Target.Value); !x.Percent() && t > 0 {
				r.to *= 100 / t
			}
		}
		list[i] = r
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.to, a.to)) })
	worst := make([]*Measure, len(list))
	for i, r := range list {
		worst[i] = r.shown
	}
	return worst
}

func measure(x *facts.Measure) *Measure {
	m := &Measure{
		Ref: x.Ref, Name: measureName(x), AreaRef: x.Measure.Area, Unit: x.Unit,
		Direction: x.Direction.String(), Position: x.Position.String(), Against: against(x),
		TargetDate: x.TargetDate, Note: x.DataQualityNote, InDoubt: x.Doubt != facts.NoDoubt,
	}
	if x.BetterWhen != "" {
		m.BetterWhen = x.BetterWhen + " is better"
	}
	m.BaselineWords, m.TargetWords = wordsOr(x, x.Baseline, x.BaselineUnread), wordsOr(x, x.Target, x.TargetUnread)
	m.ToGoWords = "No reading yet"
	if n := x.ReadingsUnread; n > 0 {
		m.ToGoWords = notReadable
		m.Unread = "One reading could not be read and is left out."
		if n > 1 {
			m.Unread = words.Opening(n) + " readings could not be read and are left out."
		}
	}
	m.Readings = readings(x)
	m.Comparators = comparators(x)
	if x.Target.Set {
		m.Target = &x.Target.Value
		m.TargetLabel = "Target " + figure(x, x.Target.Value)
	}
	if x.England.Set {
		m.England = &x.England.Value
		m.EnglandLabel = "England " + figure(x, x.England.Value)
	}
	if x.Neighbours.Set {
		m.Neighbours = &x.Neighbours.Value
		m.NeighboursLabel = "Similar " + figure(x, x.Neighbours.Value)
	}
	if x.Latest == nil {
		m.NoReading = noReading(x)
		return m
	}
	m.LatestWords, m.latestUnit = figure(x, x.Latest.Value.Value), lowerOne(withUnit(x, x.Latest.Value.Value))
	m.DirectionWords = directionWords(x) + unreadWords(x)
	m.Began = beganWords(x)
	m.Finding = findingWords(x)
	m.DistanceWords = distanceWords(x)
	m.ToGoWords = toGoWords(x) + unreadWords(x)
	m.WordsOnly = tooSmall(x)
	plot(m, x)
	m.Alt = measureAlt(m, x)
	return m
}

// measureName names the unit where the name does not.
func measureName(x *facts.Measure) string {
	if x.Percent() || x.Unit == "" || x.Unit == words.Pounds || strings.Contains(strings.ToLower(x.Name), strings.ToLower(x.Unit)) {
		return x.Name
	}
	return x.Name + " (" + x.Unit + ")"
}

// figure prints a value in the measure's unit: "38%", "£12,500", "4.5".
func figure(x *facts.Measure, v float64) string {
	if x.Percent() {
		return words.Measured(v, "%")
	}
	return words.Measured(v, x.Unit)
}

// directionWords says which way the readings go. How far is in the finding.
func directionWords(x *facts.Measure) string {
	over := " over " + strconv.Itoa(len(x.Window)) + " readings"
	switch x.Direction {
	case facts.Better, facts.Worse, facts.NoClearChange:
		return words.Capital(x.Direction.String()) + over
	case facts.UnknownDirection:
		return "Can't say" + unlessDoubted(x, ": which way is better is not given")
	}
	return "Too few readings (" + strconv.Itoa(len(x.Window)) + ")" + fewSay(x)
}

// unlessDoubted is a text of a measure whose figures are not in doubt, for those
// say so themselves.
func unlessDoubted(x *facts.Measure, text string) string {
	if x.Doubt != facts.NoDoubt {
		return ""
	}
	return text
}

// doubtWords are why a measure's figures say nothing: "" where they do.
func doubtWords(d facts.Doubt) string {
	switch d {
	case facts.TargetWorse:
		return "Direction or target in doubt"
	case facts.FigureImpossible:
		return "Figures in doubt"
	}
	return ""
}

// findingWords is what a measure's chart shows, as its title: from where to
// where the readings that the direction rests on went, and the target with the
// way that is better.
func findingWords(x *facts.Measure) string {
	said := ""
	if x.Latest != nil {
		said = wentWords(x)
	}
	if target := targetFinding(x); said == "" || target != "" {
		return strings.TrimPrefix(said+"; "+target, "; ")
	}
	return said
}

// wentWords name two ends only where there are enough readings to tell of.
func wentWords(x *facts.Measure) string {
	last := figure(x, x.Latest.Value.Value)
	now, since := "now "+last, ""
	if x.Silence != facts.NotSilent { // nobody knows what it is now
		now = last + " in " + x.Latest.PeriodEnd.MonthYear()
		since = ", nothing since"
	}
	if began := beganWords(x); began != "" {
		since = ", " + began + since
	}
	if len(x.Window) < 2 && since == "" {
		return last
	}
	first := figure(x, x.Window[0].Value.Value) + sinceWhen(x)
	switch {
	case x.Direction == facts.NoClearChange:
		return "no clear change, from " + first + " to " + strings.TrimPrefix(now, "now ") + since
	case x.Direction != facts.Better && x.Direction != facts.Worse:
		return now + since
	case x.Latest.Value.Value < x.Window[0].Value.Value:
		return "fell from " + first + " to " + strings.TrimPrefix(now, "now ") + since
	}
	return "rose from " + first + " to " + strings.TrimPrefix(now, "now ") + since
}

// sinceWhen is the month of the first of the readings that a direction rests on, which
// need not be the baseline that the chart begins with.
func sinceWhen(x *facts.Measure) string {
	switch first, last := x.Window[0].PeriodEnd, x.Latest.PeriodEnd; {
	case first.IsZero():
		return ""
	case first.Year() == last.Year():
		return " in " + first.Month().String()
	default:
		return " in " + first.MonthYear()
	}
}

// beganWords say of a measure that is not said to get worse that it is worse than where
// it began: "below where it began (78%)"; "" of any other.
func beganWords(x *facts.Measure) string {
	if x.Latest == nil || !x.Baseline.Set || x.Doubt != facts.NoDoubt || x.Direction == facts.Worse || x.ComeFrom(x.Baseline.Value) >= 0 {
		return ""
	}
	where := "below"
	if x.Latest.Value.Value > x.Baseline.Value {
		where = "above"
	}
	began := figure(x, x.Baseline.Value)
	if began == figure(x, x.Latest.Value.Value) {
		return ""
	}
	return where + " where it began (" + began + ")"
}

// targetFinding is the target and which way is better; only the way where there
// is no target.
func targetFinding(x *facts.Measure) string {
	switch {
	case !x.Target.Set && x.BetterWhen != "":
		return strings.ToLower(x.BetterWhen) + " is better"
	case !x.Target.Set:
		return ""
	case x.BetterWhen == workbook.HigherBetter:
		return "target " + figure(x, x.Target.Value) + " or more"
	case x.BetterWhen == workbook.LowerBetter:
		return "target " + figure(x, x.Target.Value) + " or less"
	}
	return "target " + figure(x, x.Target.Value)
}

// fewSay is what three readings did, which is too little to be called a
// direction.
func fewSay(x *facts.Measure) string {
	if len(x.Window) != 3 {
		return ""
	}
	values := make([]string, len(x.Window))
	for i, r := range x.Window {
		values[i] = figure(x, r.Value.Value)
	}
	return ": " + strings.Join(values, ", ")
}

// unreadWords follow a count or a direction that had to leave readings out.
func unreadWords(x *facts.Measure) string {
	if x.ReadingsUnread == 0 {
		return ""
	}
	return "; " + words.Count(x.ReadingsUnread, "reading", "readings") + " not readable"
}

// distanceWords is how far the latest reading is from the target and what that
// means: a figure above its target is good or bad by which way is better. A
// difference of percentages is in points.
func distanceWords(x *facts.Measure) string {
	switch {
	case x.TargetUnread:
		return "Target not readable"
	case !x.Target.Set:
		return "No target"
	case x.Doubt != facts.NoDoubt:
		return doubtWords(x.Doubt)
	}
	d := x.Latest.Value.Value - x.Target.Value
	far := pointsWords(x, math.Abs(d))
	switch {
	case !x.ToGo.Set && far == "":
		return "At its target"
	case !x.ToGo.Set && d > 0:
		return far + " above target"
	case !x.ToGo.Set:
		return far + " below target"
	case far == "" && x.Position != facts.NoReadingSince && !x.Stopped():
		return "Target met"
	case x.Position == facts.NoReadingSince && x.ToGo.Value <= 0:
		return "Target met before its date, no reading since"
	case x.MetOn != nil:
		return "Met on " + x.MetOn.PeriodEnd.Long() + " (" + figure(x, x.MetOn.Value.Value) + "), not held; " + lowerOne(far) + " to go"
	case x.Stopped() && x.ToGo.Value <= 0:
		return "Target met then, " + against(x)
	case x.ToGo.Value <= 0:
		return "Target met, " + lowerOne(far) + " to spare"
	}
	return far + " to go" + byPosition(x)
}

// byPosition is a measure's position after how far it has to go. A few readings
// are too few to be called on course.
func byPosition(x *facts.Measure) string {
	switch {
	case x.Stopped():
		return " then, " + against(x)
	case x.MetOn != nil:
		return ", met but not held"
	case x.Position == facts.Missed:
		return ", target missed"
	case against(x) == noBaseline:
		return ", " + noBaseline
	case x.Position == facts.CannotSay, x.Position == facts.Met, courseUnproven(x):
		return ""
	}
	return ", " + x.Position.String()
}

// noBaseline is why nobody can say whether a measure is on course.
const noBaseline = "no baseline"

// notHeld is of a measure that met its target on its date and is short of it now.
const notHeld = "met, not held"

// against is where a measure stands against its target in a word or two, the same in
// every paper and the tracker: none where nobody can say.
func against(x *facts.Measure) string {
	switch {
	case x.Latest == nil:
		return "no reading yet"
	case x.Position == facts.NoReadingSince:
		return x.Position.String()
	case x.Doubt != facts.NoDoubt:
		return "in doubt"
	case x.Stopped():
		return "no reading since " + x.Latest.PeriodEnd.MonthYear()
	case x.MetOn != nil:
		return notHeld
	case courseUnproven(x):
		return "too few readings"
	case x.Position == facts.CannotSay && x.Target.Set && !x.Baseline.Set:
		return noBaseline
	case x.Position == facts.CannotSay && !x.Target.Set && !x.TargetUnread:
		return "no target"
	}
	return x.Position.String()
}

// courseUnproven is true of a measure that is on course by its latest reading
// alone: there are too few to say which way it goes.
func courseUnproven(x *facts.Measure) bool {
	return x.Position == facts.OnCourse && x.Direction == facts.TooFew
}

// pointsWords is a distance in words: "13 points", "One point", "0.4"; "" for
// none.
func pointsWords(x *facts.Measure, d float64) string {
	switch far := words.Decimal(d); {
	case far == "0":
		return ""
	case !x.Percent():
		return withUnit(x, d)
	case far == "1":
		return "One point"
	default:
		return far + " points"
	}
}

// withUnit is a figure with its unit: "75 days", "One child", "£400". A unit that only
// says that something is counted is left out.
func withUnit(x *facts.Measure, v float64) string {
	unit, said := strings.TrimSpace(x.Unit), figure(x, v)
	switch words.Fold(unit) {
	case "", "number", "numbers", "no", "no.", "count", "counts", "score", "ratio", "rate", "index", "total", "figure", "value", strings.ToLower(words.Pounds), "%":
		return said
	}
	if x.Percent() {
		return said
	}
	if said == "1" && !strings.Contains(unit, " ") {
		return "One " + cmp.Or(onlyOne[words.Fold(unit)], strings.TrimSuffix(unit, "s"))
	}
	return said + " " + unit
}

// onlyOne are the units whose singular is not theirs without an s.
var onlyOne = map[string]string{"children": "child", "people": "person", "cases": "case", "families": "family", "vacancies": "vacancy", "enquiries": "enquiry"}

func lowerOne(far string) string { return strings.Replace(far, "One", "one", 1) }

func tooSmall(x *facts.Measure) bool {
	d := x.Latest.Denominator
	return d.Set && d.Value < smallDenominator
}

// noReading is what is printed instead of a chart; the first sentence is bold.
func noReading(x *facts.Measure) []string {
	lines := []string{"No reading yet."}
	if x.ReadingsUnread > 0 {
		lines = []string{"No reading that can be read."}
	}
	if x.Target.Set {
		t := "Target: " + figure(x, x.Target.Value)
		if !x.TargetDate.IsZero() {
			t += " by " + x.TargetDate.MonthYear()
		}
		lines = append(lines, t+".")
	} else if x.TargetUnread {
		lines = append(lines, "The target can't be read.")
	} else {
		lines = append(lines, "No target was set.")
	}
	if x.BaselineUnread {
		return append(lines, "The baseline can't be read.")
	}
	if x.Baseline.Set {
		b := "Baseline: " + figure(x, x.Baseline.Value)
		if !x.BaselineDate.IsZero() {
			b += " in " + x.BaselineDate.MonthYear()
		}
		return append(lines, b+".")
	}
	return append(lines, "No baseline was taken.")
}

// plot fills what the chart draws.
func plot(m *Measure, x *facts.Measure) {
	for _, r := range x.Readings {
		m.Points = append(m.Points, Point{r.PeriodEnd, r.Value.Value})
	}
	m.Joined = len(m.Points) >= 3
	if m.Joined {
		m.Gap = broken(m.Points, longGap(x))
	}
	m.Latest = &m.Points[len(m.Points)-1]
	m.LatestLabel = m.Latest.Date.Month().String() + " " + figure(x, m.Latest.Value)
	from := m.Points[0].Date
	if x.Baseline.Set {
		date := x.BaselineDate
		if date.IsZero() {
			date = from
		}
		m.Baseline = &Point{date, x.Baseline.Value}
		m.BaselineLabel = "Baseline " + figure(x, x.Baseline.Value)
		if date.Before(from) {
			from = date
		}
	}
	m.FromLabel, m.ToLabel = from.Time().Format("Jan 2006"), m.Latest.Date.Time().Format("Jan 2006")
	m.Low, m.High = scale(m, x.Percent())
	m.LowLabel, m.HighLabel = figure(x, m.Low), figure(x, m.High)
}

// broken is that many days where any two points that follow each other are further
// apart, 0 where the line is whole.
func broken(points []Point, gap int) int {
	for i := 1; i < len(points) && gap > 0; i++ {
		if points[i].Date.Sub(points[i-1].Date) > gap {
			return gap
		}
	}
	return 0
}

// longGap is how many days without a reading leave a gap in the line: more than
// three times what is usual between two, the baseline among them, and more than
// half a year. 0 where no gap is so long.
func longGap(x *facts.Measure) int {
	const least = 183
	days := make([]int, 0, len(x.Readings))
	last := x.BaselineDate
	for _, r := range x.Readings {
		if !last.IsZero() && last.Before(r.PeriodEnd) {
			days = append(days, r.PeriodEnd.Sub(last))
		}
		last = r.PeriodEnd
	}
	if len(days) == 0 {
		return 0
	}
	slices.Sort(days)
	gap := max(least, 3*days[len(days)/2])
	if days[len(days)-1] <= gap {
		return 0
	}
	return gap
}

// scale is the round numbers that enclose everything drawn with at least a
// tenth of its height clear above and below: tens, or for small or large
// figures the power of ten that suits. A percentage stays within 0 to 100.
func scale(m *Measure, percent bool) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	take := func(v float64) { low, high = math.Min(low, v), math.Max(high, v) }
	for _, p := range m.Points {
		take(p.Value)
	}
	for _, v := range []*float64{m.Target, m.England, m.Neighbours} {
		if v != nil {
			take(*v)
		}
	}
	if m.Baseline != nil {
		take(m.Baseline.Value)
	}
	lowest := low
	step := 10.0
	if !percent {
		step = math.Pow(10, math.Floor(math.Log10(math.Max(high-low, math.Max(math.Abs(high)/10, 1e-6)))))
	}
	clear := (high - low) / 8
	low = math.Floor((low-clear)/step) * step
	high = math.Ceil((high+clear)/step) * step
	if high == low {
		low, high = low-step, high+step
	}
	if lowest >= 0 {
		low = math.Max(low, 0)
	}
	if percent {
		high = math.Min(high, math.Max(100, math.Ceil((high-step)/step)*step))
	}
	return low, high
}

// measureAlt says in words what the chart shows: the same position and
// direction as the page beside it, and between which values the readings lie.
func measureAlt(m *Measure, x *facts.Measure) string {
	text := "Chart of " + words.Count(len(m.Points), "reading", "readings") + ". " + x.Name + ": " + m.LatestWords + " in " + m.Latest.Date.MonthYear() + "."
	add := func(said string) {
		if said != "" {
			text += " " + words.Stop(said)
		}
	}
	add(m.DirectionWords)
	add(betweenWords(m, x))
	add(m.Unread)
	if m.Baseline != nil {
		add(m.BaselineLabel + " in " + m.Baseline.Date.MonthYear())
	}
	if m.Target != nil {
		target := "Target " + figure(x, *m.Target)
		if !x.TargetDate.IsZero() {
			target += " by " + x.TargetDate.MonthYear()
		}
		add(target)
		add(m.DistanceWords)
	}
	add(m.Comparators)
	add(m.BetterWhen)
	return text
}

// betweenWords are the lowest and the highest reading with their months, where
// there are more than the first and the last of the line.
func betweenWords(m *Measure, x *facts.Measure) string {
	if len(m.Points) < 3 {
		return ""
	}
	low, high := m.Points[0], m.Points[0]
	for _, p := range m.Points {
		if p.Value < low.Value {
			low = p
		}
		if p.Value > high.Value {
			high = p
		}
	}
	if low == high {
		return ""
	}
	return "Lowest " + figure(x, low.Value) + " in " + low.Date.MonthYear() + ", highest " + figure(x, high.Value) + " in " + high.Date.MonthYear()
}

func readings(x *facts.Measure) []Reading {
	list := make([]Reading, len(x.Readings))
	for i, r := range x.Readings {
		list[i] = Reading{PeriodEnd: r.PeriodEnd, Words: figure(x, r.Value.Value), Value: r.Value.Value, Comment: r.Comment}
		if r.Numerator.Set && r.Denominator.Set {
			list[i].OutOf = words.Decimal(r.Numerator.Value) + " of " + words.Decimal(r.Denominator.Value)
		}
	}
	return list
}

func comparators(x *facts.Measure) string {
	var parts []string
	if x.England.Set {
		parts = append(parts, "England "+figure(x, x.England.Value))
	}
	if x.Neighbours.Set {
		parts = append(parts, "similar councils "+figure(x, x.Neighbours.Value))
	}
	if len(parts) > 0 && x.ComparatorYear != "" {
		parts = append(parts, x.ComparatorYear)
	}
	return words.Capital(strings.Join(parts, ", "))
}

// lineStyles explains the line styles that the charts use, and no others.
func lineStyles(items []*Measure) string {
	var solid, dots, gap, open, target, england, similar bool
	for _, m := range items {
		if m.WordsOnly || len(m.NoReading) > 0 {
			continue
		}
		solid, dots = solid || m.Joined, dots || !m.Joined
		gap = gap || m.Gap > 0
		open = open || m.Baseline != nil
		target = target || m.Target != nil
		england, similar = england || m.England != nil, similar || m.Neighbours != nil
	}
	var parts []string
	add := func(is bool, said string) {
		if is {
			parts = append(parts, said)
		}
	}
	add(solid, "Solid line: this plan.")
	add(dots, "Dots alone: fewer than 3 readings.")
	add(gap, "Gap in the line: no readings for a long time.")
	add(open, "Open circle: baseline.")
	add(target, "Dashed line: target.")
	add(england, "Dash-dot line: England.")
	add(similar, "Dotted line: similar councils.")
	return strings.Join(parts, " ")
}

// monthsLater is the first day of the month n months after d's.
func monthsLater(d workbook.Date, n int) workbook.Date {
	return workbook.DateOf(d.Time().AddDate(0, n, 1-d.Day()))
}
