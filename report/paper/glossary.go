package paper

import (
	"reflect"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// glossary is the terms that this paper uses and a member may not know.
func (c *composer) glossary() []block.Block {
	if len(c.brief.Glossary) == 0 {
		return nil
	}
	used := report.TermsIn(c.brief.Glossary, c.words)
	if len(used) == 0 {
		return nil
	}
	return []block.Block{terms(block.Glossary, used)}
}

// otherWords is every word of a paper but those of its glossary; "" where it has
// none. An annex in a file of its own explains the words of the whole paper.
func otherWords(b *report.Brief, l *report.Layout, r *ruler) string {
	if len(b.Glossary) == 0 || !l.Has("glossary") {
		return ""
	}
	whole := *l
	if l.Whole != nil {
		whole = *l.Whole
	}
	whole.Sections = slices.DeleteFunc(slices.Clone(whole.Sections), func(s report.Section) bool { return s.Kind == "glossary" })
	var text strings.Builder
	c := &composer{brief: b, layout: &whole, ruler: r}
	writeWords(&text, reflect.ValueOf(c.compose()))
	writeWords(&text, reflect.ValueOf(c.front(nil)))
	return text.String()
}

// writeWords writes every text that stands in a value, a line each.
func writeWords(to *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		to.WriteString(v.String())
		to.WriteByte('\n')
	case reflect.Slice:
		for i := range v.Len() {
			writeWords(to, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			writeWords(to, v.Field(i))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			writeWords(to, v.Elem())
		}
	}
}
