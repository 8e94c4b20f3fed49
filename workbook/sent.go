package workbook

import (
	"errors"

	"actionplan/workbook/xlsx"
)

// A workbook that was sent to an owner has the owner's actions on a sheet like
// the plan's, and on a hidden one what was sent.
const (
	SheetSent = "As sent"           // the hidden sheet
	SentMark  = "actionplan return" // in its first cell
	SentOwner = 6                   // the row that names the owner, in the second column
)

// ErrSent is the kind of refusal of a workbook that was sent to an owner where
// the plan is asked for.
var ErrSent = errors.New("a workbook that was sent to an owner")

// refuseSent refuses what was sent to that owner.
func refuseSent(owner string) error {
	return xlsx.Refuse(ErrSent, "read it into the plan with: actionplan collect PLAN.xlsx RETURN.xlsx -o NEW.xlsx", "this is what was sent to %s to fill in, and not the plan", owner)
}

// refuseSent is an error where the book was sent to an owner. One that also
// holds areas is a plan, whatever else somebody has copied into it.
func (m *sheetMatch) refuseSent(b *xlsx.Book) error {
	if m.has(SheetAreas) {
		return nil
	}
	for _, s := range b.Sheets {
		if s.Name != SheetSent {
			continue
		}
		g, err := b.Grid(s, SentOwner)
		if err != nil {
			return err
		}
		if g.Cell(1, 1).Text == SentMark {
			return refuseSent(g.Cell(2, SentOwner).Text)
		}
	}
	return nil
}

// RefuseSent is an error where the workbook was sent to an owner to fill in,
// and is not the plan.
func (s *Survey) RefuseSent() error {
	for _, sheet := range s.Sheets {
		if sheet.Sheet != nil && sheet.Sheet.Name == SheetAreas {
			return nil
		}
	}
	for _, sheet := range s.Sheets {
		if sheet.Name == SheetSent && sheet.At(1, 1).Text == SentMark {
			return refuseSent(sheet.At(2, SentOwner).Text)
		}
	}
	return nil
}
