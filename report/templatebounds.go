package report

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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

// inUTF8 is a template as Notepad, PowerShell and older editors write it, in
// UTF-8: with or without a mark, UTF-16 by its mark, else Windows-1252.
func inUTF8(file string, source []byte) ([]byte, error) {
	if len(source) > mostSource {
		return nil, fmt.Errorf("%s is larger than any template", file)
	}
	switch {
	case bytes.HasPrefix(source, []byte("\xEF\xBB\xBF")):
		source = source[3:]
	case bytes.HasPrefix(source, []byte("\xFF\xFE")), bytes.HasPrefix(source, []byte("\xFE\xFF")):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(source)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return nil, fmt.Errorf("%s says that it is in UTF-16, and is not; save it again as UTF-8", file)
		}
		return decoded, nil
	}
	if bytes.IndexByte(source, 0) >= 0 {
		return nil, fmt.Errorf("%s is not a text file, and a template is one", file)
	}
	if utf8.Valid(source) {
		return source, nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(source)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return nil, fmt.Errorf("%s is in an encoding that cannot be read; save it again as UTF-8", file)
	}
	return decoded, nil
}
