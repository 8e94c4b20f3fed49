package report

import (
	"errors"
	"fmt"
	"strings"
	"text/template/parse"

	"actionplan/workbook/files"
)

// Bounds of a template's words. A paper's longest text is a hundredth of
// mostWords, and no plan has so many records that a template could go over
// them in mostSteps.
const (
	mostSource = 1 << 20
	mostWords  = 1 << 20 // bytes
	mostSteps  = 1_000_000
)

var errEndless = errors.New("it would make more text than any paper holds")

// step is the name by which a template's loops and parts call wording.step.
const step = "Step_of_a_loop"

// step counts one turn of a loop, or one use of a part.
func (w *wording) step() (string, error) {
	if w.steps++; w.steps > mostSteps {
		return "", errEndless
	}
	return "", nil
}

// countSteps puts a step before whatever is done again and again: the body of
// each loop, and the part itself, which might use itself.
func countSteps(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.RangeNode:
			countSteps(n.List)
			countSteps(n.ElseList)
		case *parse.IfNode:
			countSteps(n.List)
			countSteps(n.ElseList)
		case *parse.WithNode:
			countSteps(n.List)
			countSteps(n.ElseList)
		}
	}
	list.Nodes = append([]parse.Node{stepNode()}, list.Nodes...)
}

// stepNode is what {{Step_of_a_loop}} reads as.
func stepNode() parse.Node {
	trees, err := parse.Parse("step", "{{"+step+"}}", "", "", map[string]any{step: true})
	if err != nil {
		panic(err) // the text is ours
	}
	return trees["step"].Root.Nodes[0]
}

// bounded takes words until they are more than any paper holds.
type bounded struct{ strings.Builder }

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > mostWords {
		return 0, errEndless
	}
	return b.Builder.Write(p)
}

// inUTF8 is a template in UTF-8, whatever editor wrote it.
func inUTF8(file string, source []byte) ([]byte, error) {
	if len(source) > mostSource {
		return nil, fmt.Errorf("%s is larger than any template", file)
	}
	return files.Text(file, source)
}
