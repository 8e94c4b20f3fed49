package contrast

import (
	"math"
	"testing"
)

func TestContrast(t *testing.T) {
	// The figures of WCAG's own examples, as contrast checkers give them.
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"#000", "#ffffff", 21}, {"767676", "FFFFFF", 4.54}, {"#0000ff", "#fff", 8.59}, {"fff", "ffffff", 1}} {
		if got := Of(tt.a, tt.b); math.Abs(got-tt.want) > 0.01 {
			t.Errorf("%s on %s is %.2f to 1, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestOnWhite(t *testing.T) {
	for _, hex := range []string{"#ffff00", "#ffffff", "#00ff00", "#808080", "#123456", "#777777"} {
		dark := OnWhite(hex)
		if c := Of(dark, "#fff"); c < Least {
			t.Errorf("%s becomes %s, with %.2f to 1", hex, dark, c)
		}
		if Of(hex, "#fff") >= Least && dark != hex {
			t.Errorf("%s can be read and became %s", hex, dark)
		}
	}
}
