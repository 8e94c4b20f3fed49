// Package chart places bars, lines and timelines, free of units, and knows
// what each status looks like. What it places lies between 0 at the left or top
// and 1 at the right or bottom; a writer scales that to its own paper and
// strokes it. Days are counted from any day, as long as it is the same one.
package chart

// Point is a place on a chart, or a value on a day before it is placed.
type Point struct{ X, Y float64 }
