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
		if lines > way.lines || way.lines >= room && !way.noMeasures {
			t.Errorf("way %d has %d lines, not %d", n, lines, way.lines)
		}
		if cut < before && !way.noMeasures || n == 0 && cut > 0 {
			t.Errorf("way %d cuts %d names", n, cut)
		}
		if way.noMeasures != (n == len(ways)-1) || way.noMeasures != (strip.index("measure") < 0) {
			t.Errorf("way %d is without measures: %v", n, way.noMeasures)
		}
		before, room = cut, way.lines
	}
	if before == 0 {
		t.Error("no way cuts a name")
	}
}

func cellText(c block.Cell) string {
	var all strings.Builder
	for _, r := range c.Blocks[0].(block.Para).Runs {
		all.WriteString(r.Text)
	}
	return all.String()
}
