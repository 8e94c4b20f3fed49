package workbook

func (b *blankBook) fillSummary() {}
