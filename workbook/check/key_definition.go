package check

import "actionplan/workbook"

var keyDefinition = Rule{
	Name: "key-definition", Severity: workbook.Advice, Doc: doc("key-definition"),
	Run: func(p *Pass) {
		if p.Plan.Key.Default {
			return
		}
		for _, w := range p.Plan.Key.Words {
			if blank(w.Definition) && !w.Bad(workbook.ColDefinition) {
				p.report(w.Source, workbook.ColDefinition, w.Word,
					"The key does not say when "+quote(w.Word)+" is used.",
					"Add a sentence; the tracker prints it beside the word, and so does every paper that has room.")
			}
		}
	},
}
