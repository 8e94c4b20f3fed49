package xlsx

import "testing"

func TestMarkupWithPrefix(t *testing.T) {
	part := []byte(`<?xml version="1.0"?><x:worksheet xmlns:x="urn:m"><x:sheetData/><x:pageMargins left="1"/></x:worksheet>`)
	root, err := outline(part)
	if err != nil {
		t.Fatal(err)
	}
	at := root.InsertBy(WorksheetOrder, "conditionalFormatting", false)
	got := string(Spliced(part, Splice{at, at, WithPrefix(`<conditionalFormatting sqref="A1"><cfRule/></conditionalFormatting>`, root.Prefix())}))
	want := `<?xml version="1.0"?><x:worksheet xmlns:x="urn:m"><x:sheetData/><x:conditionalFormatting sqref="A1"><x:cfRule/></x:conditionalFormatting><x:pageMargins left="1"/></x:worksheet>`
	if got != want {
		t.Errorf("got %s", got)
	}
}
