package weigh

import (
	"fmt"
	"os"
	"strings"
)

// Kept are the files in which weights are kept: their lines, for people, and the
// table packed from these, by which the program weighs.
type Kept struct{ Lines, Table string }

// Write keeps weights that were learned from a corpus, of which a number stands for
// all that it says.
func (k Kept) Write(corpus uint64, lines string) error {
	lines = mark(corpus) + "\n" + lines
	table, err := Table(lines)
	if err != nil {
		return err
	}
	if err := os.WriteFile(k.Lines, []byte(lines), 0o644); err != nil {
		return err
	}
	return os.WriteFile(k.Table, []byte(table), 0o644)
}

// Stale says what of the files is not of the corpus, or not of the other, nil where
// all is.
func (k Kept) Stale(corpus uint64) error {
	lines, err := os.ReadFile(k.Lines)
	if err != nil {
		return err
	}
	if first, _, _ := strings.Cut(string(lines), "\n"); first != mark(corpus) {
		return fmt.Errorf("%s was %s; it is now %s", k.Lines, first, mark(corpus))
	}
	packed, err := Table(string(lines))
	if err != nil {
		return err
	}
	table, err := os.ReadFile(k.Table)
	if err == nil && string(table) != packed {
		err = fmt.Errorf("%s is not of %s", k.Table, k.Lines)
	}
	return err
}

func mark(corpus uint64) string { return fmt.Sprintf("learned from %016x", corpus) }
