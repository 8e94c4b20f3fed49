package letter

// SentenceVerdicts is for measuring: every judged sentence with its kind.
type SentenceVerdict struct {
	Text     string
	Kind     Kind
	Doubtful bool
	Cues     []string
	Passage  int
}

func (l *Letter) SentenceVerdicts() []SentenceVerdict {
	var out []SentenceVerdict
	listed := map[int]bool{}
	for _, f := range l.Findings {
		if f.Listed {
			for i := f.Passage; i <= f.Last; i++ {
				listed[i] = true
			}
		}
	}
	for i, p := range l.Passages {
		if listed[i] || !p.tells() {
			continue
		}
		var before verdict
		for _, s := range sentences(p.Text) {
			v := judge(s.text, before, p.role)
			before = v
			out = append(out, SentenceVerdict{s.text, v.kind, v.doubtful, v.cues, i})
		}
	}
	return out
}
