package words

import "fmt"

// Failure is why a job could not be done, in the user's words. Both parts are
// written as they stand inside a sentence, without a capital or a full stop,
// since a file's name may come before them. Nobody takes them apart again.
type Failure struct {
	What string // went wrong: "this is a PDF, not an Excel workbook"
	Hint string // what to do about it: "give the workbook that it was made from"; may be ""
	Kind error  // which kind of failure it is, for errors.Is; may be nil
}

// Fail is a failure with a hint. Both stand inside a sentence; what is a
// format for args.
func Fail(hint, what string, args ...any) *Failure {
	return &Failure{What: fmt.Sprintf(what, args...), Hint: hint}
}

// Error is both in one line: what went wrong; what to do.
func (f *Failure) Error() string {
	if f.Hint == "" {
		return f.What
	}
	return f.What + "; " + f.Hint
}

// Unwrap is the kind.
func (f *Failure) Unwrap() error { return f.Kind }
