// Package templates carries the files that the program hands out or fills in.
package templates

import "embed"

// Blank is the workbook that a new plan starts as. A test in the workbook
// package says when it no longer is what the schema gives.
//
//go:embed blank.xlsx
var Blank []byte

// Example is the content of the small plan that shows how the sheets are
// filled in, as workbook.ParseContent reads it.
//
//go:embed example.yaml
var Example []byte

// HTML draws the briefing as a web page: templates, style sheet and script.
//
//go:embed html
var HTML embed.FS
