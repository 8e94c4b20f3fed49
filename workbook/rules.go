package workbook

// RuleDoc is what a rule of the loader is called, how much it matters and
// what it is about, for the list of all rules.
type RuleDoc struct {
	Name     string
	Severity Severity
	Doc      string
}

// Rules of the loader: whether the workbook says something readable in every
// cell. What it says is judged elsewhere.
const (
	RuleSheetMissing        = "sheet-missing"
	RuleSheetUnknown        = "sheet-unknown"
	RuleSheetDuplicate      = "sheet-duplicate"
	RuleSheetEmpty          = "sheet-empty"
	RuleHeadingMissing      = "heading-missing"
	RuleHeadingUnknown      = "heading-unknown"
	RuleHeadingDuplicate    = "heading-duplicate"
	RuleFieldUnknown        = "field-unknown"
	RuleRequired            = "required"
	RuleRowStray            = "row-stray"
	RuleCellMerged          = "cell-merged"
	RuleHeadingBlank        = "heading-blank"
	RuleCellCovered         = "cell-covered"
	RuleCellStruck          = "cell-struck"
	RuleCellLong            = "cell-long"
	RuleCellTurned          = "cell-turned"
	RuleHiddenRead          = "hidden-read"
	RuleFormulaError        = "formula-error"
	RuleFormulaUncalculated = "formula-uncalculated"
	RuleDateReal            = "date-real"
	RuleDateMonthOnly       = "date-month-only"
	RuleNumberReal          = "number-real"
	RuleNumberRange         = "number-range"
	RulePercentFraction     = "percent-fraction"
	RulePercentMixed        = "percent-mixed"
	RuleListValue           = "list-value"
	RuleKeyMissing          = "key-missing"
	RuleStatusInKey         = "status-in-key"
	RuleRefFormat           = "ref-format"
	RuleRefDate             = "ref-date"
	RuleRefNumber           = "ref-number"
	RuleRefDuplicate        = "ref-duplicate"
	RuleRefDangling         = "ref-dangling"
	RuleRefRange            = "ref-range"
	RuleRefSingle           = "ref-single"
)

// LoadRules lists them in the order in which a reader would meet them.
var LoadRules = []RuleDoc{
	{RuleSheetMissing, Error, "The sheets Plan, Areas and Actions must be there, and any sheet that others refer to."},
	{RuleSheetUnknown, Warning, "A sheet's name is a letter or two from one of ours, so it is not read."},
	{RuleSheetDuplicate, Warning, "Two sheets look like the same one of ours; only one is read."},
	{RuleSheetEmpty, Error, "Areas and Actions must have at least one row each."},
	{RuleHeadingMissing, Error, "A required column must have its heading or one of the other names it goes by."},
	{RuleHeadingUnknown, Warning, "A heading is a letter or two from one of ours, so its column is not read."},
	{RuleHeadingDuplicate, Error, "Two columns have headings with the same meaning; only one is read."},
	{RuleFieldUnknown, Warning, "A field on the Plan sheet is a letter or two from one of ours, so it is not read."},
	{RuleRequired, Error, "A required cell of a row that has been started must be filled."},
	{RuleRowStray, Error, "A row that holds a single stray value is no record, and a row that looks like a total is not read."},
	{RuleHeadingBlank, Warning, "A column that holds something and has no heading is not read."},
	{RuleCellMerged, Advice, "A cell merged over several rows is read as the value of each of them."},
	{RuleCellCovered, Warning, "A value that lies under merged cells cannot be seen, and is not read."},
	{RuleCellStruck, Warning, "Text that is struck through is read like any other."},
	{RuleCellLong, Warning, "A text is longer than Excel lets a cell be, so only its beginning is read."},
	{RuleCellTurned, Warning, "A text holds invisible marks that make a part of it run backwards; they are left out."},
	{RuleHiddenRead, Advice, "Hidden rows, columns and sheets are read like the rest."},
	{RuleFormulaError, Error, "A formula gives an error such as #REF! instead of a value."},
	{RuleFormulaUncalculated, Error, "The result of a formula is not stored in the file."},
	{RuleDateReal, Error, "A date must be a day that exists, from 2000 to 2099."},
	{RuleDateMonthOnly, Advice, "A due date that shows only a month is stored as its 1st day; the end may be meant."},
	{RuleNumberReal, Error, "A figure must be a plain number."},
	{RuleNumberRange, Error, "A whole number must lie within its limits."},
	{RulePercentFraction, Advice, "A percentage whose values all lie from 0 to 1 is read as fractions."},
	{RulePercentMixed, Error, "A percentage's values must not be partly fractions and partly percentages."},
	{RuleListValue, Error, "A cell with a list must hold one of its values."},
	{RuleKeyMissing, Advice, "Without a Key sheet the seven meanings are the status words."},
	{RuleStatusInKey, Error, "A status must be a word of the Key sheet."},
	{RuleRefFormat, Error, "A ref is up to 20 letters, digits, full stops, underscores and hyphens."},
	{RuleRefDate, Error, "Excel has turned a ref into a date."},
	{RuleRefNumber, Error, "Excel has turned a ref such as 1.10 into the number 1.1."},
	{RuleRefDuplicate, Error, "A ref, a name, a term, a status word or a field stands there twice."},
	{RuleRefDangling, Error, "A ref leads to no row of the sheet that it refers to."},
	{RuleRefRange, Error, "A range of refs must be written out as a list."},
	{RuleRefSingle, Error, "A cell that takes one ref holds several."},
}
