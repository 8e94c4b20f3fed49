package tagged_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"time"

	"actionplan/report/tagged"
)

// The demo is a paper with everything in it: the tests and the outside readers
// look at it, and so should whoever changes the layout (run the tests with
// -demo=FILE).

var (
	ink   = tagged.Hex("#0b0c0c")
	grey  = tagged.Hex("#505a5f")
	rule  = tagged.Hex("#8a9297")
	link  = tagged.Hex("#1d4f91")
	white = tagged.Hex("#ffffff")
	teal  = tagged.Hex("#1f5f5f")
	amber = tagged.Hex("#ffd659")
	red   = tagged.Hex("#760b1a")

	h1       = tagged.Style{Size: 22, Leading: 26, Bold: true, Color: ink}
	h2       = tagged.Style{Size: 15, Leading: 19, Bold: true, Color: ink}
	h3       = tagged.Style{Size: 12, Leading: 15, Bold: true, Color: ink}
	headline = tagged.Style{Size: 15, Leading: 20, Bold: true, Color: ink}
	body     = tagged.Style{Size: 12, Leading: 16, Color: ink}
	lines    = tagged.Style{Size: 11, Leading: 14.5, Color: ink}
	table    = tagged.Style{Size: 10.5, Leading: 13.5, Color: ink}
	dense    = tagged.Style{Size: 10, Leading: 13, Color: ink}
	small    = tagged.Style{Size: 9.5, Leading: 12, Color: grey}
	word     = tagged.Style{Size: 10, Leading: 4.6 * 72 / 25.4, Bold: true, Color: ink}
)

func options(title string) tagged.Options {
	return tagged.Options{Title: title, Lang: "en-GB", Author: "South Gloucestershire Council", Creator: "a test",
		Subject: `Plans & "quotes" <tags>`, Date: time.Date(2023, 2, 28, 0, 0, 0, 0, time.UTC)}
}

func section(title, id string) tagged.Heading {
	return tagged.Heading{Level: 2, Runs: tagged.Text(title), Style: h2, Before: 6, After: 2, ID: id}
}

func para(s string) tagged.Para {
	return tagged.Para{Runs: tagged.Text(s), Style: body, After: 2, Width: 155}
}

func warning(c *tagged.Canvas, fg, bg tagged.Color) {
	c.FillPolygon(fg, []tagged.Point{{X: 5, Y: 0.4}, {X: 10, Y: 9.4}, {X: 0, Y: 9.4}})
	c.FillRect(4.4, 3.4, 1.2, 3, bg)
	c.FillRect(4.4, 7.1, 1.2, 1.2, bg)
}

func embedded(c *tagged.Canvas, fg, bg tagged.Color) {
	c.FillCircle(5, 5, 5, fg)
	c.Polyline(tagged.Stroke{Width: 1.4, Color: bg}, []tagged.Point{{X: 2.6, Y: 5.2}, {X: 4.4, Y: 7}, {X: 7.6, Y: 3.2}})
}

func tag(s string, fill, fg tagged.Color) tagged.Block {
	style := word
	style.Color = fg
	return tagged.Box{
		Blocks: []tagged.Block{tagged.Words(style, s)}, Fit: true, MinWidth: 28,
		Pad: tagged.Inset{Top: 0.73, Right: 1.6, Bottom: 0.67, Left: 6.6}, After: 1,
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.FillRect(0, 0, w, h, fill)
			c.StrokeRect(0.125, 0.125, w-0.25, h-0.25, tagged.Stroke{Width: 0.25, Color: ink})
			warning(c.Sub(1.6, 1.2, 0.36), fg, fill)
		},
	}
}

func logo() tagged.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, 80, 28))
	for y := range 28 {
		for x := range 80 {
			picture.Set(x, y, color.NRGBA{31, 95, 95, uint8(3 * x)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		panic(err)
	}
	img, err := tagged.DecodeImage(b.Bytes())
	if err != nil {
		panic(err)
	}
	return img
}

const longReason = "Children still change social worker too often: 38% had two or more changes in a year, against a target of 25%. " +
	"Interviews are offered to all. Evidence: www.example.org/quality/returninterviews2023q1finalversion.xlsx, not yet checked by anybody outside the team. "

func areas() tagged.Table {
	t := tagged.Table{
		Style: dense, HeadRule: tagged.Stroke{Width: 0.3, Color: ink}, RowRule: tagged.Stroke{Width: 0.2, Color: rule},
		Columns: []tagged.Column{
			{Width: 43, Title: tagged.Text("Improvement area"), RowHeader: true},
			{Width: 33, Title: tagged.Text("Accountable owner")},
			{Width: 51, Title: tagged.Text("Status and reason")},
			{Width: 19, Title: tagged.Text("Done"), Right: true},
			{Width: 24, Title: tagged.Text("Next date")},
		},
	}
	bold := dense
	bold.Bold = true
	for i := 1; i <= 24; i++ {
		reason := longReason
		if i == 3 || i == 11 {
			reason = strings.Repeat(longReason, 9)
		}
		t.Rows = append(t.Rows, tagged.Row{
			ID: fmt.Sprintf("a%d", i), Continued: fmt.Sprintf("A%d, continued", i),
			Cells: [][]tagged.Block{
				{tagged.Words(bold, fmt.Sprintf("A%d Stability of the workforce", i))},
				{tagged.Words(dense, "Assistant director, people and workforce")},
				{tag("At risk", amber, ink), tagged.Words(dense, reason)},
				{tagged.Words(dense, "1 of 3"), tagged.Figure{Alt: "1.1 embedded, 1.2 at risk", W: 10, H: 5, Before: 1.2, Draw: func(c *tagged.Canvas) {
					embedded(c.Sub(0, 0.5, 0.4), ink, white)
					warning(c.Sub(5.6, 0.5, 0.4), ink, white)
				}}},
				{tagged.Para{Style: dense, Runs: []tagged.Run{tagged.Bold("Overdue"), {Text: "\n17 Feb 2023\n2.2 IRO checks"}}}},
			},
		})
	}
	return t
}

func card() tagged.Block {
	terms := tagged.List{Style: lines, LabelWidth: 26, Gap: 3, Between: 0.8}
	for _, f := range [][2]string{
		{"Owner", "Service director, children’s social care"},
		{"Date", "30 Nov 2022, then 31 Jan 2023, now 28 Apr 2023: 149 days later in all"},
		{"Why", "The first draft had no time limits. IROs asked for it to be rewritten."},
	} {
		terms.Items = append(terms.Items, tagged.Item{Label: []tagged.Run{tagged.Bold(f[0])}, Body: []tagged.Block{tagged.Words(lines, f[1])}})
	}
	return tagged.Box{
		Pad: tagged.Inset{Top: 2.5, Right: 4, Bottom: 2, Left: 6.4}, After: 3.5,
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.125, 0.125, w-0.25, h-0.25, tagged.Stroke{Width: 0.25, Color: ink})
			c.FillRect(0, 0, 2.4, h, ink)
		},
		Blocks: []tagged.Block{
			tagged.Columns{After: 1, Cells: []tagged.Col{
				{Width: 131.6, Blocks: []tagged.Block{tagged.Heading{Level: 3, Runs: tagged.Text("2.1 IRO escalation process in use"), Style: h3}}},
				{Width: 28, Blocks: []tagged.Block{tag("Off track", red, white)}},
			}},
			terms,
		},
	}
}

func keyFigures() tagged.Block {
	strip := tagged.Columns{Gap: 4, Role: "L", Before: 4}
	large := tagged.Style{Size: 22, Leading: 25, Bold: true, Color: ink}
	for _, f := range [][2]string{{"3 of 14", "actions done (21%): two delivered, one embedded"}, {"2", "off track"}, {"1", "overdue, by 11 days"}, {"5 of 5", "findings covered"}} {
		strip.Cells = append(strip.Cells, tagged.Col{Width: 39.5, Blocks: []tagged.Block{tagged.Box{
			Role: "LI", Pad: tagged.Inset{Top: 1.5},
			Behind: func(c *tagged.Canvas, w, h float64) { c.Line(0, 0.35, w, 0.35, tagged.Stroke{Width: 0.7, Color: ink}) },
			Blocks: []tagged.Block{
				tagged.Para{Role: "Lbl", Runs: tagged.Text(f[0] + " "), Style: large},
				tagged.Para{Role: "LBody", Runs: tagged.Text(f[1]), Style: table},
			},
		}}})
	}
	return strip
}

func bars() tagged.Block {
	count := tagged.Style{Size: 12.5, Leading: 15, Bold: true, Color: ink}
	return tagged.Figure{Alt: "Actions by status now: 3 at risk, 2 off track.", W: 170, H: 11, After: 3, Draw: func(c *tagged.Canvas) {
		c.FillRect(0, 0, 60, 11, amber)
		c.Diagonals(0, 0, 60, 11, 2, tagged.Stroke{Width: 0.4, Color: tagged.Hex("#c98f00")})
		c.FillRect(25, 3, 10, 5.2, amber)
		c.Text(30, 7, "3", count, tagged.Centre)
		c.Artifact(func() {
			c.StrokeRect(0.125, 0.125, 59.75, 10.75, tagged.Stroke{Width: 0.25, Color: ink})
		})
		c.FillRect(60.6, 0, 40, 11, tagged.Hex("#8f9499"))
		c.Horizontals(60.6, 0, 40, 11, 0.9, 1.2, tagged.Stroke{Width: 0.35, Color: white})
		c.StrokePolygon(tagged.Stroke{Width: 0.3, Color: ink, Dash: []float64{1, 0.8}}, []tagged.Point{{X: 110, Y: 1}, {X: 160, Y: 1}, {X: 163, Y: 5}, {X: 160, Y: 10}, {X: 110, Y: 10}})
		c.StrokeCircle(120, 5, 2, tagged.Stroke{Width: 0.5, Color: ink})
	}}
}

func demo(d *tagged.Doc) {
	d.Furniture(func(c *tagged.Canvas, page, of int) {
		if page > 1 {
			c.Text(20, 12, "Children’s services improvement board, 14 March 2023", small, tagged.Left)
			c.Text(190, 12, "Position at 28 February 2023", small, tagged.Right)
			c.Line(20, 15, 190, 15, tagged.Stroke{Width: 0.2, Color: rule})
		} else {
			c.FillRect(20, 12, 170, 2.4, teal)
		}
		c.Line(20, 278, 190, 278, tagged.Stroke{Width: 0.2, Color: rule})
		c.Text(20, 283, "South Gloucestershire Council improvement plan", small, tagged.Left)
		c.Text(190, 283, fmt.Sprintf("Page %d of %d", page, of), small, tagged.Right)
	})
	organisation := tagged.Style{Size: 12, Leading: 16, Bold: true, Color: teal}
	terms := tagged.List{Style: lines, LabelWidth: 26, Gap: 2, Between: 0.6, After: 2}
	for _, f := range [][2]string{{"For", "Children’s services improvement board, 14 March 2023"}, {"Position at", "28 February 2023"}} {
		terms.Items = append(terms.Items, tagged.Item{Label: []tagged.Run{tagged.Bold(f[0])}, Body: []tagged.Block{tagged.Words(lines, f[1])}})
	}
	asks := tagged.List{Numbering: "Decimal", Style: body, LabelWidth: 5, Gap: 1.5, LabelRight: true, Between: 1}
	for i, s := range []string{"agree the recovery dates for actions 2.1 and 2.2 ", "ask for an independent audit of reviews before its meeting on 9 May 2023", "note that three actions are due by 28 March 2023"} {
		runs := tagged.Text(s)
		if i == 0 {
			runs = append(runs, tagged.Run{Text: fmt.Sprintf("(page %d)", d.PageOf("a11")), To: "a11", Color: &link, Underline: true,
				Says: fmt.Sprintf("Go to actions 2.1 and 2.2, page %d", d.PageOf("a11"))})
		}
		asks.Items = append(asks.Items, tagged.Item{Label: tagged.Text(fmt.Sprintf("%d.", i+1)), Body: []tagged.Block{tagged.Para{Runs: runs, Style: body}}})
	}
	d.Add(
		tagged.Columns{Cells: []tagged.Col{
			{Width: 130, Blocks: []tagged.Block{
				tagged.Words(organisation, "South Gloucestershire Council"),
				tagged.Heading{Level: 1, Runs: tagged.Text("Improvement plan: briefing for the board"), Style: h1},
			}},
			{Width: 40, Blocks: []tagged.Block{tagged.Figure{Alt: "South Gloucestershire Council logo", W: 40, H: 14, Draw: func(c *tagged.Canvas) { c.Image(0, 0, 40, 14, logo()) }}}},
		}},
		terms,
		tagged.Para{Runs: tagged.Text("Eight of 14 actions are done or on track. Three are at risk, one is not due to start yet, and two are off track, both about management oversight."), Style: headline, Before: 5, After: 4, Width: 165},
		tagged.Box{
			Pad:    tagged.Inset{Top: 3, Right: 4, Bottom: 2, Left: 4},
			Behind: func(c *tagged.Canvas, w, h float64) { c.StrokeRect(0, 0, w, h, tagged.Stroke{Width: 0.5, Color: ink}) },
			Blocks: []tagged.Block{tagged.Heading{Level: 2, Runs: tagged.Text("The board is asked to"), Style: tagged.Style{Size: 13, Leading: 16, Bold: true, Color: ink}, After: 1, ID: "asks"}, asks},
		},
		keyFigures(),
		section("Actions by status", "status"),
		para("Since 17 January three got better, three got worse and eight stayed the same. Croeso i Gymru: ŵŷ Ŵ Ŷ é, cafe\u0301, q\u0303; ticks ✓ and ✗; an emoji 😀 and 漢字."),
		para("שלום (עולם) and مرحبا."),
		bars(),
		tagged.Para{Style: dense, Runs: []tagged.Run{{Text: "One shape for each action: "},
			{Shape: &tagged.Shape{W: 3.4, H: 3.4, Draw: func(c *tagged.Canvas) { embedded(c.Sub(0, 0, 0.34), ink, white) }}}, {Text: " embedded  "},
			{Shape: &tagged.Shape{W: 3.4, H: 3.4, Draw: func(c *tagged.Canvas) { warning(c.Sub(0, 0, 0.34), ink, white) }}}, {Text: " at risk."},
			{Text: " More at "}, {Text: "www.example.org/é", URI: "https://www.example.org/é?a=(1)", Color: &link, Underline: true}}},
		tagged.Contents{Style: body, Before: 3, Entries: []tagged.Entry{{Text: "Actions by status", To: "status"}, {Text: "Improvement areas, owners and status", To: "areas"}, {Text: "Off track", To: "off"}}},
		section("Improvement areas, owners and status", "areas"),
		areas(),
		section("Off track: what the board needs to know", "off"),
		card(), card(), card(), card(), card(), card(),
	)
	d.NewPage()
	d.Add(section("Long text", ""))
	for range 9 {
		d.Add(para(strings.Repeat("Children in care see the same social worker for longer, and their plans say so. ", 9)))
	}
	d.Add(
		tagged.Drawn{H: 1, Before: 2, Draw: func(c *tagged.Canvas) { c.Line(0, 0.5, 170, 0.5, tagged.Stroke{Width: 0.5, Color: ink}) }},
		para(strings.Repeat("x", 400)+" a\u00a0no-break\u00a0space"),
	)
}
