package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// packageSheet is one sheet of a workbook that is being edited.
type packageSheet struct {
	name  string
	part  string // of its cells; "" of a sheet that holds only a chart
	id    string // of the workbook's relation to it
	state string // "hidden", "veryHidden" or ""
}

// Orders of children that the format fixes: ECMA-376 part 1, 18.2.27 and
// 18.3.1.99.
var (
	workbookOrder  = []string{"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches"}
	worksheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)

// sheets lists the workbook's sheets in the order of their tabs.
func (p *packageFile) sheets() ([]packageSheet, error) {
	_, root, err := p.open(p.main)
	if err != nil {
		return nil, err
	}
	byID := map[string]relation{}
	for _, r := range p.relations(p.main) {
		byID[r.ID] = r
	}
	var list []packageSheet
	for _, k := range root.kid("sheets").kidsOf() {
		s := packageSheet{name: k.attr("name"), id: k.attr("id"), state: k.attr("state")}
		if r := byID[s.id]; strings.HasSuffix(r.Type, "/worksheet") && p.get(r.Target) != nil {
			s.part = r.Target
		}
		if s.state == "visible" {
			s.state = ""
		}
		list = append(list, s)
	}
	if len(list) == 0 {
		return nil, errDamaged
	}
	return list, nil
}

func (e *element) kidsOf() []*element {
	if e == nil {
		return nil
	}
	return e.kids
}

// addSheet puts a sheet behind the others.
func (p *packageFile) addSheet(name string, markup string) error {
	part := p.freeName("xl/worksheets/sheet%d.xml")
	if err := p.add(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", markup); err != nil {
		return err
	}
	id, err := p.relate(p.main, p.relSpace+"/worksheet", part)
	if err != nil {
		return err
	}
	content, root, err := p.open(p.main)
	if err != nil {
		return err
	}
	highest := 0
	list := root.kid("sheets")
	for _, k := range list.kidsOf() {
		n, _ := strconv.Atoi(k.attr("sheetId"))
		highest = max(highest, n)
	}
	one := fmt.Sprintf(`<sheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`, p.relSpace, attrText(name), highest+1, id)
	p.set(p.main, spliced(content, list.push(withPrefix(one, root.prefix()))))
	return nil
}

// dropSheet takes a sheet out, with the names that belong to it.
func (p *packageFile) dropSheet(index int) error {
	sheets, err := p.sheets()
	if err != nil {
		return err
	}
	content, root, err := p.open(p.main)
	if err != nil {
		return err
	}
	edits := []splice{root.kid("sheets").kids[index].remove()}
	for _, k := range root.kid("definedNames").kidsOf() {
		local, err := strconv.Atoi(k.attr("localSheetId"))
		switch {
		case err != nil:
		case local == index:
			edits = append(edits, k.remove())
		case local > index:
			edits = append(edits, k.setStart("localSheetId", strconv.Itoa(local-1)))
		}
	}
	p.set(p.main, spliced(content, edits...))
	if err := p.unrelate(p.main, sheets[index].id); err != nil || sheets[index].part == "" {
		return err
	}
	return p.drop(sheets[index].part)
}

// setName defines a name in the workbook; local is the index of the sheet it
// belongs to, -1 for the whole workbook.
func (p *packageFile) setName(name, refersTo string, local int, hidden bool) error {
	content, root, err := p.open(p.main)
	if err != nil {
		return err
	}
	attrs := ` name="` + attrText(name) + `"`
	if local >= 0 {
		attrs += fmt.Sprintf(` localSheetId="%d"`, local)
	}
	if hidden {
		attrs += ` hidden="1"`
	}
	one := withPrefix("<definedName"+attrs+">"+attrText(refersTo)+"</definedName>", root.prefix())
	if list := root.kid("definedNames"); list != nil {
		p.set(p.main, spliced(content, list.push(one)))
		return nil
	}
	at := root.insertBy(workbookOrder, "definedNames", false)
	p.set(p.main, spliced(content, splice{at, at, withPrefix("<definedNames>", root.prefix()) + one + withPrefix("</definedNames>", root.prefix())}))
	return nil
}

// takeName removes a name of the whole workbook and says what it stood for.
func (p *packageFile) takeName(name string) (refersTo string, err error) {
	content, root, err := p.open(p.main)
	if err != nil {
		return "", err
	}
	list := root.kid("definedNames")
	for _, k := range list.kidsOf() {
		if k.attr("name") != name {
			continue
		}
		refersTo = k.text(content)
		cut := k.remove()
		if len(list.kids) == 1 {
			cut = list.remove()
		}
		p.set(p.main, spliced(content, cut))
		return refersTo, nil
	}
	return "", nil
}

// showSheet makes the workbook open on a sheet, and on it alone: of sheets
// that are selected together each would take what is typed into one.
func (p *packageFile) showSheet(index int) error {
	content, root, err := p.open(p.main)
	if err != nil {
		return err
	}
	view := root.kid("bookViews").kid("workbookView")
	if view != nil {
		content = spliced(content, view.setStart("activeTab", strconv.Itoa(index)))
	} else {
		at := root.insertBy(workbookOrder, "bookViews", false)
		views := fmt.Sprintf(`<bookViews><workbookView activeTab="%d"/></bookViews>`, index)
		content = spliced(content, splice{at, at, withPrefix(views, root.prefix())})
	}
	p.set(p.main, content)
	for i, r := range p.relations(p.main) {
		if kind := r.Type[strings.LastIndexByte(r.Type, '/')+1:]; slices.Contains([]string{"worksheet", "chartsheet", "dialogsheet"}, kind) && p.get(r.Target) != nil {
			if err := p.unselect(p.relations(p.main)[i].Target); err != nil {
				return err
			}
		}
	}
	sheets, err := p.sheets()
	if err != nil || sheets[index].part == "" {
		return err
	}
	return p.editViews(sheets[index].part, func(view *element) splice { return view.setStart("tabSelected", "1") })
}

func (p *packageFile) unselect(part string) error {
	return p.editViews(part, func(view *element) splice {
		if view.attr("tabSelected") == "" {
			return splice{view.from, view.from, ""}
		}
		return view.setStart("tabSelected", "")
	})
}

func (p *packageFile) editViews(part string, edit func(*element) splice) error {
	content, root, err := p.open(part, "sheetData")
	if err != nil {
		return err
	}
	var edits []splice
	for _, view := range root.kid("sheetViews").kidsOf() {
		if view.name == "sheetView" {
			edits = append(edits, edit(view))
		}
	}
	p.set(part, spliced(content, edits...))
	return nil
}
