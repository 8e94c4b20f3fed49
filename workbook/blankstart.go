package workbook

func (b *blankBook) fillStart() {}
