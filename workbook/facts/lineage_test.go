package facts

import (
	"fmt"
	"testing"

	"actionplan/workbook"
)

// A chain of findings that each repeat the one before is followed no further
// than any matter was ever raised: the work grows with the length of the chain.
func TestLongChainOfRepeats(t *testing.T) {
	const links = 20_000
	p := &workbook.Plan{Key: sevenWords()}
	for i := range links {
		x := &workbook.Finding{Ref: fmt.Sprintf("F%d", i), Kind: workbook.KindConcern}
		if i > 0 {
			x.Repeats = []string{fmt.Sprintf("F%d", i-1)}
		}
		p.Findings = append(p.Findings, x)
	}
	f := derive(p)
	followed := 0
	for _, x := range f.Findings {
		followed += len(x.Lineage)
	}
	if followed > links*(mostRaised+1) {
		t.Errorf("%d findings were followed from %d links", followed, links)
	}
	if last := f.Findings[50]; len(last.Lineage) != 50 {
		t.Errorf("%d of the 50 earlier findings are told", len(last.Lineage))
	}
}
