package paper

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook"
)

// twelve is a composer of twelve areas with names and owners of many lengths.
func twelve() *composer {
	c := &composer{brief: &report.Brief{}, layout: &report.Layout{}, ruler: newRuler()}
	name := strings.Fields("Permanent homes decided and put in place sooner for children in care and those on the edge of it")
	for i := range 12 {
		owner := "Head of service, care leavers"
		if i%3 == 0 {
			owner = "Assistant director, safeguarding, quality and people"
		}
		a := &report.Area{Ref: fmt.Sprintf("A%d", i+1), Name: strings.Join(name[:3+i], " "), Owner: owner, DoneWords: "7 of 21", MeasureWords: "M10 target met"}
		a.Status.Word = "Not started"
		a.Next.Date, a.Next.Overdue, a.Next.What = workbook.MustDate("2022-10-10"), true, "1.1"
		c.brief.Areas = append(c.brief.Areas, a)
	}
	return c
}

// Each way to write a strip of lines takes no more lines than it says, and cuts no
// less than the one before: the first nothing, and none the owners. Names are cut
// before the measures go, and every name keeps a word.
func TestStripIsCutLittleByLittle(t *testing.T) {
	c := twelve()
	c.now.Heading = "Areas"
	ways := c.stripWays()
	if len(ways) < 8 {
		t.Fatalf("%d ways", len(ways))
	}
	before, room := 0, ways[0].lines+1
	for n, way := range ways {
		strip := c.stripLines(way)
		lines, cut := 0, 0
		for i, row := range strip.Rows {
			a := c.brief.Areas[i]
			high := 1
			for j, cell := range row.Cells {
				p, is := cell.Blocks[0].(block.Para)
				if !is {
					continue // its status
				}
				high = max(high, c.linesOf(p.Runs, strip.Columns[j].Width-lineFree))
			}
			lines += high
			shown := cellText(row.Cells[0])
			if shown != a.Ref+" "+a.Name {
				cut++
			}
			if kept := strings.Fields(shown); len(kept) < 2 || !strings.HasPrefix(a.Ref+" "+a.Name, strings.TrimSuffix(shown, "…")) {
				t.Errorf("way %d: %q", n, shown)
			}
			if got := cellText(row.Cells[1]); got != a.Owner {
				t.Errorf("way %d: the owner is %q", n, got)
			}
		}
		if lines > way.lines || way.lines >= room {
			t.Errorf("way %d has %d lines, not %d", n, lines, way.lines)
		}
		if cut < before && !way.noMeasures || n == 0 && cut > 0 {
			t.Errorf("way %d cuts %d names", n, cut)
		}
		if way.noMeasures != (strip.index("measure") < 0) || n > 0 && ways[n-1].noMeasures && !way.noMeasures {
			t.Errorf("way %d is without measures: %v", n, way.noMeasures)
		}
		before, room = cut, way.lines
	}
	if before == 0 {
		t.Error("no way cuts a name")
	}
	if last := len(ways) - 1; ways[0].noMeasures || !ways[last].noMeasures {
		t.Error("the measures do not go last")
	}
}

// Before the measures go, the dates' column and the measures' own are tried at other
// widths: where every owner or measure takes two lines at the usual ones, the strip
// can still be closer. Without measures as much of the names stands as there are
// lines for.
func TestStripTriesOtherWidths(t *testing.T) {
	for _, test := range []struct{ about, owner, measure string }{
		{"owners of two lines", "Head of service for children in care, leaving care", "M3 no reading"},
		{"measures of two lines", "Head of service, care leavers", "M10 reading overdue"},
	} {
		c := twelve()
		for _, a := range c.brief.Areas {
			a.Owner, a.MeasureWords = test.owner, test.measure
			a.Next.Overdue = a.Ref == "A1"
		}
		usual := 0
		for i, split := range c.splitsBeside(usualSizes, false) {
			if _, least := split.lines(); i == 0 || least < usual {
				usual = least
			}
		}
		ways := c.stripWays()
		measured, bare := 0, 0
		for _, way := range ways {
			if way.noMeasures {
				bare++
			} else {
				measured = way.lines
			}
		}
		if usual != 24 || measured >= usual {
			t.Errorf("%s: %d lines at the usual widths, %d at others", test.about, usual, measured)
		}
		if last := ways[len(ways)-1]; bare == 0 || last.lines > measured {
			t.Errorf("%s: %d ways without measures, the last of %d lines", test.about, bare, last.lines)
		}
	}
}

func cellText(c block.Cell) string {
	var all strings.Builder
	for _, r := range c.Blocks[0].(block.Para).Runs {
		all.WriteString(r.Text)
	}
	return all.String()
}

// Words break at spaces and where they say, at either end of one too.
func TestLinesOf(t *testing.T) {
	c := &composer{ruler: newRuler()}
	runs := []block.Run{{Text: "16 Dec 2022"}, {Text: "\nOverdue by 46 days", Bold: true}, {Text: "\n"}, {Text: "moved\nonce"}}
	for width, want := range map[float64]int{100: 4, 20: 5, 15: 7} {
		if got := c.linesOf(runs, width); got != want {
			t.Errorf("%d lines in %.0f mm, want %d", got, width, want)
		}
	}
}
