package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var repeatsLoop = Rule{
	Name: "repeats-loop", Severity: workbook.Error, Doc: doc("repeats-loop"),
	Run: func(p *Pass) {
		loops := findLoops(p.Facts.Findings)
		for _, f := range p.Facts.Findings {
			if !loops[f] && !repeatsItself(f) {
				continue
			}
			p.report(f.Source, workbook.ColRepeats, f.Ref,
				"Following the earlier findings from here leads back to this finding.",
				"Repeats holds earlier findings only. Clear it on the finding that came first.")
		}
	},
}

// repeatsItself is true of a finding that names its own ref.
func repeatsItself(f *facts.Finding) bool {
	for _, ref := range f.Repeats {
		if words.Same(ref, f.Ref) {
			return true
		}
	}
	return false
}

// findLoops finds the findings that stand on a loop of Repeats: those in a
// strongly connected group of several (Tarjan 1972, without recursion so that
// a long chain can't exhaust the stack).
func findLoops(findings []*facts.Finding) map[*facts.Finding]bool {
	type frame struct {
		f    *facts.Finding
		next int
	}
	index, low := make(map[*facts.Finding]int), make(map[*facts.Finding]int)
	onStack, loops := make(map[*facts.Finding]bool), make(map[*facts.Finding]bool)
	var stack []*facts.Finding
	for _, root := range findings {
		if index[root] > 0 {
			continue
		}
		frames := []frame{{f: root}}
		for len(frames) > 0 {
			top := &frames[len(frames)-1]
			f := top.f
			if top.next == 0 {
				index[f] = len(index) + 1
				low[f] = index[f]
				stack, onStack[f] = append(stack, f), true
			}
			if top.next < len(f.Earlier) {
				earlier := f.Earlier[top.next]
				top.next++
				switch {
				case index[earlier] == 0:
					frames = append(frames, frame{f: earlier})
				case onStack[earlier]:
					low[f] = min(low[f], index[earlier])
				}
				continue
			}
			frames = frames[:len(frames)-1]
			if len(frames) > 0 {
				parent := frames[len(frames)-1].f
				low[parent] = min(low[parent], low[f])
			}
			if low[f] == index[f] {
				stack = popGroup(stack, f, onStack, loops)
			}
		}
	}
	return loops
}

// popGroup takes one connected group off the stack; of several all are on a
// loop.
func popGroup(stack []*facts.Finding, f *facts.Finding, onStack, loops map[*facts.Finding]bool) []*facts.Finding {
	start := len(stack) - 1
	for stack[start] != f {
		start--
	}
	for _, member := range stack[start:] {
		onStack[member] = false
		loops[member] = loops[member] || len(stack)-start > 1
	}
	return stack[:start]
}
