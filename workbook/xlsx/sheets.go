package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// PackageSheet is one sheet of a workbook that is being edited.
type PackageSheet struct {
	Name  string
	Part  string // of its cells; "" of a sheet that holds only a chart
	id    string // of the workbook's relation to it
	State string // "hidden", "veryHidden" or ""
}

// Orders of children that the format fixes: ECMA-376 part 1, 18.2.27 and
// 18.3.1.99.
var (
	workbookOrder  = []string{"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches"}
	WorksheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)

// Sheets lists the workbook's sheets in the order of their tabs.
func (p *Package) Sheets() ([]PackageSheet, error) {
	_, root, err := p.Open(p.main)
	if err != nil {
		return nil, err
	}
	byID := map[string]relation{}
	for _, r := range p.relations(p.main) {
		byID[r.ID] = r
	}
	var list []PackageSheet
	for _, k := range root.Kid("sheets").KidsOf() {
		s := PackageSheet{Name: k.Attr("name"), id: k.Attr("id"), State: k.Attr("state")}
		if r := byID[s.id]; strings.HasSuffix(r.Type, "/worksheet") && p.get(r.Target) != nil {
			s.Part = r.Target
		}
		if s.State == "visible" {
			s.State = ""
		}
		list = append(list, s)
	}
	if len(list) == 0 {
		return nil, errDamaged
	}
	return list, nil
}

// KidsOf is the children of an element, none of a nil one.
func (e *Element) KidsOf() []*Element {
	if e == nil {
		return nil
	}
	return e.Kids
}

// addSheet puts a sheet behind the others.
func (p *Package) addSheet(name string, markup string) error {
	part := p.freeName("xl/worksheets/sheet%d.xml")
	if err := p.add(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", markup); err != nil {
		return err
	}
	id, err := p.relate(p.main, p.relSpace+"/worksheet", part)
	if err != nil {
		return err
	}
	content, root, err := p.Open(p.main)
	if err != nil {
		return err
	}
	highest := 0
	list := root.Kid("sheets")
	for _, k := range list.KidsOf() {
		n, _ := strconv.Atoi(k.Attr("sheetId"))
		highest = max(highest, n)
	}
	one := fmt.Sprintf(`<sheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`, p.relSpace, AttrText(name), highest+1, id)
	p.Set(p.main, Spliced(content, list.push(WithPrefix(one, root.Prefix()))))
	return nil
}

// DropSheet takes a sheet out, with the names that belong to it.
func (p *Package) DropSheet(index int) error {
	sheets, err := p.Sheets()
	if err != nil {
		return err
	}
	content, root, err := p.Open(p.main)
	if err != nil {
		return err
	}
	edits := []Splice{root.Kid("sheets").Kids[index].Remove()}
	for _, k := range root.Kid("definedNames").KidsOf() {
		local, err := strconv.Atoi(k.Attr("localSheetId"))
		switch {
		case err != nil:
		case local == index:
			edits = append(edits, k.Remove())
		case local > index:
			edits = append(edits, k.SetStart("localSheetId", strconv.Itoa(local-1)))
		}
	}
	p.Set(p.main, Spliced(content, edits...))
	if err := p.unrelate(p.main, sheets[index].id); err != nil || sheets[index].Part == "" {
		return err
	}
	return p.drop(sheets[index].Part)
}

// SetName defines a name in the workbook; local is the index of the sheet it
// belongs to, -1 for the whole workbook.
func (p *Package) SetName(name, refersTo string, local int, hidden bool) error {
	content, root, err := p.Open(p.main)
	if err != nil {
		return err
	}
	attrs := ` name="` + AttrText(name) + `"`
	if local >= 0 {
		attrs += fmt.Sprintf(` localSheetId="%d"`, local)
	}
	if hidden {
		attrs += ` hidden="1"`
	}
	one := WithPrefix("<definedName"+attrs+">"+AttrText(refersTo)+"</definedName>", root.Prefix())
	if list := root.Kid("definedNames"); list != nil {
		p.Set(p.main, Spliced(content, list.push(one)))
		return nil
	}
	at := root.InsertBy(workbookOrder, "definedNames", false)
	p.Set(p.main, Spliced(content, Splice{at, at, WithPrefix("<definedNames>", root.Prefix()) + one + WithPrefix("</definedNames>", root.Prefix())}))
	return nil
}

// TakeName removes a name of the whole workbook and says what it stood for.
func (p *Package) TakeName(name string) (refersTo string, err error) {
	content, root, err := p.Open(p.main)
	if err != nil {
		return "", err
	}
	list := root.Kid("definedNames")
	for _, k := range list.KidsOf() {
		if k.Attr("name") != name {
			continue
		}
		refersTo = k.Text(content)
		cut := k.Remove()
		if len(list.Kids) == 1 {
			cut = list.Remove()
		}
		p.Set(p.main, Spliced(content, cut))
		return refersTo, nil
	}
	return "", nil
}

// DropNamed takes out the sheet that a name of the whole workbook leads to,
// whatever somebody has called it since, and the name. The only sheet of a
// workbook stays.
func (p *Package) DropNamed(name string) error {
	refersTo, err := p.TakeName(name)
	if err != nil {
		return err
	}
	sheets, err := p.Sheets()
	if err != nil || len(sheets) < 2 {
		return err
	}
	sheet := sheetOf(refersTo)
	i := slices.IndexFunc(sheets, func(s PackageSheet) bool { return s.Name == sheet })
	if i < 0 {
		return nil
	}
	return p.DropSheet(i)
}

// sheetOf is the sheet of a reference such as 'Action plan'!$A$1.
func sheetOf(reference string) string {
	i := strings.LastIndexByte(reference, '!')
	if i < 0 {
		return ""
	}
	name := reference[:i]
	if len(name) >= 2 && name[0] == '\'' && name[len(name)-1] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	return name
}

// FreeSheetName is a name for a new sheet: the one given, or with a number
// where it is taken.
func (p *Package) FreeSheetName(name string) (string, error) {
	sheets, err := p.Sheets()
	if err != nil {
		return "", err
	}
	free := name
	for n := 2; slices.ContainsFunc(sheets, func(s PackageSheet) bool { return strings.EqualFold(s.Name, free) }); n++ {
		free = name + " " + strconv.Itoa(n)
	}
	return free, nil
}

// ShowSheet makes the workbook open on a sheet, and on it alone: of sheets
// that are selected together each would take what is typed into one.
func (p *Package) ShowSheet(index int) error {
	content, root, err := p.Open(p.main)
	if err != nil {
		return err
	}
	view := root.Kid("bookViews").Kid("workbookView")
	if view != nil {
		content = Spliced(content, view.SetStart("activeTab", strconv.Itoa(index)))
	} else {
		at := root.InsertBy(workbookOrder, "bookViews", false)
		views := fmt.Sprintf(`<bookViews><workbookView activeTab="%d"/></bookViews>`, index)
		content = Spliced(content, Splice{at, at, WithPrefix(views, root.Prefix())})
	}
	p.Set(p.main, content)
	for i, r := range p.relations(p.main) {
		if kind := r.Type[strings.LastIndexByte(r.Type, '/')+1:]; slices.Contains([]string{"worksheet", "chartsheet", "dialogsheet"}, kind) && p.get(r.Target) != nil {
			if err := p.unselect(p.relations(p.main)[i].Target); err != nil {
				return err
			}
		}
	}
	sheets, err := p.Sheets()
	if err != nil || sheets[index].Part == "" {
		return err
	}
	return p.editViews(sheets[index].Part, func(view *Element) Splice { return view.SetStart("tabSelected", "1") })
}

func (p *Package) unselect(part string) error {
	return p.editViews(part, func(view *Element) Splice {
		if view.Attr("tabSelected") == "" {
			return Splice{view.from, view.from, ""}
		}
		return view.SetStart("tabSelected", "")
	})
}

func (p *Package) editViews(part string, edit func(*Element) Splice) error {
	content, root, err := p.Open(part, "sheetData")
	if err != nil {
		return err
	}
	var edits []Splice
	for _, view := range root.Kid("sheetViews").KidsOf() {
		if view.Name == "sheetView" {
			edits = append(edits, edit(view))
		}
	}
	p.Set(part, Spliced(content, edits...))
	return nil
}
