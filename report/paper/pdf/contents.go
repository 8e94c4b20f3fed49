package pdf

import (
	"math"
	"strconv"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// listFrom is the number of pages from which the contents are a list on page 2
// and not a line at the foot of page 1.
const listFrom = 6

// listsContents says whether the contents are a list: in a long paper, unless
// there is too little to list, as where a table of page numbers stands on page 1.
func (w *writer) listsContents() bool {
	const least = 8
	return w.PageCount() >= listFrom && len(w.listed()) >= least
}

// fitsPageOne says whether blocks still fit on page 1 together with the
// contents, which stand at its foot.
func (w *writer) fitsPageOne(blocks []tagged.Block) bool {
	if w.Page() > 1 || len(blocks) == 0 {
		return w.Page() == 1
	}
	return w.roomOnPageOne(blocks) >= 0
}

// roomOnPageOne is what they leave of it, in mm, below 0 where they do not fit.
func (w *writer) roomOnPageOne(blocks []tagged.Block) float64 {
	all := blocks
	if !w.listsContents() {
		if line, ok := w.contentsLine(); ok {
			all = append(append([]tagged.Block{}, blocks...), line)
		}
	}
	const tolerance = 1e-6 // sums that differ in their last bits
	spaceBefore := 6.0
	if h, is := all[0].(tagged.Heading); is {
		spaceBefore = h.Before
	}
	return w.Room() + tolerance - w.Measure(textWidth, all...) - spaceBefore
}

// addContents ends page 1 with the contents line, or begins page 2 with the list.
func (w *writer) addContents() {
	w.contented = true
	w.contents = block.Contents{Before: w.at, List: w.listsContents()}
	if w.contents.List {
		w.NewPage()
		w.Add(w.contentsList()...)
		return
	}
	const least = 4 // above the line
	if line, ok := w.contentsLine(); ok {
		// Where something that may go on over pages has filled page 1, the line
		// would stand alone on the next.
		if spare := w.Room() - w.Measure(textWidth, line); spare >= least {
			line.Before = math.Max(least, spare-0.5)
			w.Add(line)
		}
	}
	w.NewPage()
}

// listed is what the pass before put after page 1. The first pass knows of
// none.
func (w *writer) listed() []block.Entry {
	var out []block.Entry
	for _, e := range w.paper.Contents {
		if w.PageOf(e.To) > 1 {
			out = append(out, e)
		}
	}
	return out
}

// contentsLine names what is on each page: "areas and exceptions, page 2; …".
func (w *writer) contentsLine() (tagged.Para, bool) {
	listed := w.listed()
	if len(listed) == 0 {
		return tagged.Para{}, false
	}
	runs := []tagged.Run{tagged.Bold("In this paper: ")}
	for len(listed) > 0 {
		n, first := 1, listed[0].To
		for n < len(listed) && w.PageOf(listed[n].To) == w.PageOf(first) {
			n++
		}
		names := together(listed[:n])
		runs = append(runs, tagged.Run{Text: names + ", "}, pageLink("page "+strconv.Itoa(w.PageOf(first)), w.PageOf(first), block.Link{To: first, Says: "Go to " + names}, false))
		end := "; "
		if listed = listed[n:]; len(listed) == 0 {
			end = "."
		}
		runs = append(runs, tagged.Run{Text: end})
	}
	return tagged.Para{Runs: runs, Style: dense, Before: 4, Width: 165}, true
}

func together(entries []block.Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Short)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// contentsList is the list of sections with their pages: in two columns, but
// for one that is longer than a page has room for beside other things.
func (w *writer) contentsList() []tagged.Block {
	const most = 30 // entries in columns
	listed := w.listed()
	heading := tagged.Heading{Level: 2, Runs: tagged.Text("In this paper"), Style: h2, Before: 6, After: 2}
	if len(listed) > most {
		return []tagged.Block{heading, contents(listed, 4)}
	}
	half := (len(listed) + 1) / 2
	return []tagged.Block{heading, tagged.Columns{Role: "TOC", Gap: panelGap, After: 4, Cells: []tagged.Col{
		{Width: panelWidth, Blocks: one(contents(listed[:half], 0))},
		{Width: panelWidth, Blocks: one(contents(listed[half:], 0))},
	}}}
}

func contents(entries []block.Entry, after float64) tagged.Contents {
	list := tagged.Contents{Style: table, Between: 0.4, After: after}
	for _, e := range entries {
		list.Entries = append(list.Entries, tagged.Entry{Text: e.Title, To: e.To})
	}
	return list
}
