package portfolio

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook/words"
)

// Compared is a measure that several plans have under one name.
type Compared struct {
	Name   string
	Alt    string
	Says   string // how to read it
	Points []Reading
	Levels []Line // England, statistical neighbours
	// England is the national figure where all plans agree on it.
	England   *float64
	Low, High float64 // of the scale
}

// Reading is one plan's latest reading of it.
type Reading struct {
	Name, Words, Sure, Period string
	Value, From, To           float64 // From and To are the interval, both Value where it is not known
	Known                     bool    // the interval is
}

const mostMeasures = 8

// measures are those that at least two plans have by the same name and unit,
// in the order of how many have them.
func measures(rows []Row) []Compared {
	type group struct {
		name, unit string
		of         []Measure
		by         []string
	}
	groups := map[string]*group{}
	for _, r := range rows {
		seen := map[string]bool{}
		for _, m := range r.Measures {
			key := words.Fold(m.Name) + "\x00" + words.Fold(m.Unit)
			if seen[key] {
				continue
			}
			seen[key] = true
			if groups[key] == nil {
				groups[key] = &group{name: m.Name, unit: m.Unit}
			}
			groups[key].of = append(groups[key].of, m)
			groups[key].by = append(groups[key].by, r.Name)
		}
	}
	var list []*group
	for _, g := range groups {
		if len(g.of) > 1 {
			list = append(list, g)
		}
	}
	slices.SortFunc(list, func(a, b *group) int {
		return cmp.Or(cmp.Compare(len(b.of), len(a.of)), strings.Compare(words.Fold(a.name), words.Fold(b.name)))
	})
	var all []Compared
	for _, g := range list[:min(len(list), mostMeasures)] {
		all = append(all, compared(g.name, g.of, g.by))
	}
	return all
}

func compared(name string, of []Measure, by []string) Compared {
	c := Compared{Name: name, Low: math.Inf(1), High: math.Inf(-1)}
	england, same := of[0].England, true
	low, high := math.Inf(1), math.Inf(-1) // of the neighbours
	unsure := 0
	for i, m := range of {
		r := Reading{Name: by[i], Value: m.Value, From: m.Value, To: m.Value, Words: figure(m, m.Value), Period: "No date"}
		if !m.PeriodEnd.IsZero() {
			r.Period = m.PeriodEnd.Short()
		}
		if m.Percent && m.Numerator.Set && m.Denominator.Set && m.Denominator.Value > 0 && m.Numerator.Value >= 0 && m.Numerator.Value <= m.Denominator.Value {
			r.From, r.To = wilson(m.Numerator.Value, m.Denominator.Value)
			r.Known = true
			r.Sure = fmt.Sprintf("%s to %s, of %s", figure(m, r.From), figure(m, r.To), words.Number(int(m.Denominator.Value)))
		} else {
			r.Sure = "Not known: no numbers given"
			unsure++
		}
		c.Points = append(c.Points, r)
		same = same && m.England == england
		if m.Neighbours.Set {
			low, high = min(low, m.Neighbours.Value), max(high, m.Neighbours.Value)
		}
		c.Low, c.High = min(c.Low, r.From, m.Value), max(c.High, r.To, m.Value)
	}
	slices.SortStableFunc(c.Points, func(a, b Reading) int { return strings.Compare(a.Name, b.Name) })
	if england.Set && same {
		v := england.Value
		c.England = &v
		c.Levels = append(c.Levels, Line{"England", figure(of[0], v)})
		c.Low, c.High = min(c.Low, v), max(c.High, v)
	}
	if !math.IsInf(low, 0) {
		text := figure(of[0], low)
		if low != high {
			text += " to " + figure(of[0], high)
		}
		c.Levels = append(c.Levels, Line{"Statistical neighbours", text})
	}
	c.Says = "In the order of the alphabet, because most differences are smaller than what chance makes: where two bars overlap, the figures do not say which is higher. " +
		"A bar is the 95% interval of a share (Wilson's)."
	if unsure > 0 {
		c.Says += " " + words.OpeningCount(unsure, "plan gives", "plans give") + " no numbers, so how sure the figure is can't be said."
	}
	c.Alt = fmt.Sprintf("%s: %s from %s to %s.", name, words.Count(len(of), "plan", "plans"), figure(of[0], minValue(of)), figure(of[0], maxValue(of)))
	return c
}

func minValue(of []Measure) float64 {
	return slices.MinFunc(of, func(a, b Measure) int { return cmp.Compare(a.Value, b.Value) }).Value
}

func maxValue(of []Measure) float64 {
	return slices.MaxFunc(of, func(a, b Measure) int { return cmp.Compare(a.Value, b.Value) }).Value
}

func figure(m Measure, v float64) string {
	text := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	if m.Percent {
		return text + "%"
	}
	return strings.TrimSpace(text + " " + m.Unit)
}

// wilson is the 95 % interval of a share in per cent (Wilson 1927), which
// stays between 0 and 100 for small numbers too.
func wilson(n, of float64) (from, to float64) {
	const z = 1.959964
	p := n / of
	middle := (p + z*z/(2*of)) / (1 + z*z/of)
	half := z / (1 + z*z/of) * math.Sqrt(p*(1-p)/of+z*z/(4*of*of))
	return 100 * max(0, middle-half), 100 * min(1, middle+half)
}
