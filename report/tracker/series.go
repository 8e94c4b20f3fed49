package tracker

import (
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// The library writes every chart's series alike, and the axis of dates below a
// chart to scale as one of names; the schemas of ECMA-376 give each its own
// elements, in one order. Excel forgives what it
// finds elsewhere and other readers need not.
var (
	chartOfKind  = words.MustCompile(`(?s)<(bar|line|scatter)Chart>.*?</(?:bar|line|scatter)Chart>`)
	chartSeries  = words.MustCompile(`(?s)<ser>(.*?)</ser>`)
	valueAxis    = words.MustCompile(`(?s)<valAx>(.*?)</valAx>`)
	axisElements = []string{"axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr",
		"crossAx", "crosses", "crossesAt", "crossBetween", "majorUnit", "minorUnit", "dispUnits"} // CT_ValAx
	seriesElements = map[string][]string{ // by kind, CT_BarSer, CT_LineSer and CT_ScatterSer
		"bar":     {"idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "shape"},
		"line":    {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth"},
		"scatter": {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "xVal", "yVal", "smooth"},
	}
)

func orderAxes(chart string) string {
	return valueAxis.ReplaceAllStringFunc(chart, func(a string) string {
		return "<valAx>" + inOrder(strings.TrimSuffix(strings.TrimPrefix(a, "<valAx>"), "</valAx>"), axisElements) + "</valAx>"
	})
}

func orderSeries(chart string) string {
	return chartOfKind.ReplaceAllStringFunc(chart, func(c string) string {
		elements := seriesElements[chartOfKind.FindStringSubmatch(c)[1]]
		return chartSeries.ReplaceAllStringFunc(c, func(s string) string {
			return "<ser>" + inOrder(strings.TrimSuffix(strings.TrimPrefix(s, "<ser>"), "</ser>"), elements) + "</ser>"
		})
	})
}

// inOrder sorts the elements that stand side by side in s, and leaves out
// those that are not among the names.
func inOrder(s string, names []string) string {
	parts := make([]string, len(names))
	for s != "" {
		name := s[1:strings.IndexAny(s, " />")]
		end := strings.Index(s, "</"+name+">") // none of them holds its like
		if end < 0 {
			return s + strings.Join(parts, "")
		}
		end += len("</" + name + ">")
		if i := slices.Index(names, name); i >= 0 {
			parts[i] += s[:end]
		}
		s = s[end:]
	}
	return strings.Join(parts, "")
}
