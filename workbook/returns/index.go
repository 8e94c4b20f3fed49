package returns

import (
	"bytes"
	"html/template"
	"net/url"
	"sync"

	"actionplan/workbook/facts"
	"actionplan/workbook/seal"
)

// IndexFile is the name of the page that lists the requests of a folder.
const IndexFile = "index.html"

// kindIndex is the kind that the page is sealed with: it may be replaced
// until somebody has changed it.
const kindIndex = "index"

// Index is a page of its own that lists every owner with open actions, how
// many are late, and leads to their workbooks: those just made, and those for
// which there says that the folder has them. The same input gives the same
// bytes.
func Index(f *facts.Facts, x *Extract, there func(file string) bool) ([]byte, error) {
	page := indexPage{Organisation: f.Plan.Info.Organisation, Title: f.Plan.Info.Title, File: f.Plan.File, AsOf: f.AsOf.Long(), DueSoonDays: f.DueSoon}
	if page.Title == "" {
		page.Title = f.Plan.File
	}
	for _, r := range x.Requests {
		row := indexRow{Request: r}
		if r.Data != nil || there(r.File) {
			// Behind ./ no name can be taken for an address of another kind.
			row.Link = template.URL("./" + url.PathEscape(r.File))
		}
		page.Rows = append(page.Rows, row)
		page.Open, page.Late, page.DueSoon = page.Open+r.Open, page.Late+r.Late, page.DueSoon+r.DueSoon
	}
	for _, a := range x.Unowned {
		page.Unowned = append(page.Unowned, nameOf(a))
	}
	var out bytes.Buffer
	if err := indexTemplate().Execute(&out, page); err != nil {
		return nil, err
	}
	return seal.HTML(out.Bytes(), kindIndex), nil
}

type indexPage struct {
	Organisation, Title, File, AsOf string
	DueSoonDays                     int
	Rows                            []indexRow
	Open, Late, DueSoon             int
	Unowned                         []string
}

type indexRow struct {
	*Request
	Link template.URL // "" without a workbook
}

// nameOf is an action's ref, or its cell where it has none.
func nameOf(a *facts.Action) string {
	if a.Ref != "" {
		return a.Ref
	}
	return a.At("Ref").String()
}

var indexTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New(IndexFile).Parse(`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Open actions by owner: {{.Title}}</title>
<style>
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: #0b0c0c; background: #fff; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
p { margin: .5rem 0; max-width: 45rem; }
.lead { color: #3d4347; }
.wide { overflow-x: auto; }
table { width: 100%; margin: 1.5rem 0; border-collapse: collapse; }
caption { padding-bottom: .5rem; text-align: left; color: #3d4347; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #b1b4b6; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #12436d; }
tfoot th, tfoot td { border-bottom: 0; font-weight: bold; }
th.n, td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody th { font-weight: normal; }
.late { color: #942514; font-weight: bold; }
a { color: #1a4f8b; }
a:focus { outline: 3px solid #ffd659; color: #0b0c0c; }
@media print { body { max-width: none; padding: 0; } }
</style>
</head>
<body>
<main>
<h1>Open actions by owner</h1>
<p>{{with .Organisation}}{{.}}: {{end}}{{.Title}}</p>
<p class="lead">The position is at {{.AsOf}}, from {{.File}}. Each workbook asks one owner about their open actions. When they come back, collect them with <code>actionplan collect</code>.</p>
{{if .Rows}}<div class="wide">
<table>
<caption>Due soon is in the next {{.DueSoonDays}} days.</caption>
<thead><tr><th scope="col">Owner</th><th scope="col" class="n">Open</th><th scope="col" class="n">Late</th><th scope="col" class="n">Due soon</th><th scope="col">Workbook</th></tr></thead>
<tbody>
{{range .Rows}}<tr><th scope="row">{{.Owner}}</th><td class="n">{{.Open}}</td><td class="n">{{if .Late}}<span class="late">{{.Late}}</span>{{else}}0{{end}}</td><td class="n">{{.DueSoon}}</td><td>{{if .Link}}<a href="{{.Link}}">{{.File}}</a>{{else}}none made{{end}}</td></tr>
{{end}}</tbody>
<tfoot><tr><th scope="row">All owners</th><td class="n">{{.Open}}</td><td class="n">{{.Late}}</td><td class="n">{{.DueSoon}}</td><td></td></tr></tfoot>
</table>
</div>{{else}}<p>No owner has an open action.</p>{{end}}
{{if .Unowned}}<h2>Open actions without an owner</h2>
<p>Nobody is asked about these: {{range $i, $a := .Unowned}}{{if $i}}, {{end}}{{$a}}{{end}}.</p>
{{end}}</main>
</body>
</html>
`))
})
