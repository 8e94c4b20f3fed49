package files

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWorkbooks(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"plans/b.xlsx", "plans/a.XLSM", "plans/~$b.xlsx", "plans/notes.txt", "plans/old/c.xlsx", "odd[1].xlsx", "empty/notes.txt"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	slash := filepath.FromSlash
	for _, test := range []struct {
		given, want []string
		fails       bool
	}{
		{[]string{"plans"}, []string{slash("plans/a.XLSM"), slash("plans/b.xlsx")}, false},
		{[]string{"plans/*.xlsx"}, []string{slash("plans/b.xlsx")}, false},
		{[]string{"plans/b.xlsx", "plans"}, []string{"plans/b.xlsx", slash("plans/a.XLSM")}, false},
		{[]string{"odd[1].xlsx"}, []string{"odd[1].xlsx"}, false}, // a name is a name before it is a pattern
		{[]string{"gone.xlsx"}, []string{"gone.xlsx"}, false},     // said when it is read
		{[]string{"nothing*.xlsx"}, nil, true},
		{[]string{"empty"}, nil, true},
	} {
		got, err := Workbooks(test.given)
		if diff := cmp.Diff(test.want, got); diff != "" || (err != nil) != test.fails {
			t.Errorf("%v: error %v, %s", test.given, err, diff)
		}
	}
}

// TestEach: every result comes once, in the order of the files, and no more
// of them wait than there are processors.
func TestEach(t *testing.T) {
	paths := make([]string, 200)
	var begun, taken atomic.Int32
	most := int32(0)
	err := Each(paths, func(string) int32 {
		n := begun.Add(1)
		return n - taken.Load()
	}, func(i int, ahead int32) error {
		if int(taken.Load()) != i {
			t.Errorf("result %d came after %d", i, taken.Load())
		}
		taken.Add(1)
		most = max(most, ahead)
		return nil
	})
	if err != nil || taken.Load() != 200 {
		t.Errorf("%d of 200 taken, error %v", taken.Load(), err)
	}
	if limit := int32(2*runtime.GOMAXPROCS(0) + 2); most > limit {
		t.Errorf("%d were begun ahead, more than %d", most, limit)
	}
}

// TestEachStops: little is begun after the first error, which is the end.
func TestEachStops(t *testing.T) {
	paths := make([]string, 200)
	full := errors.New("full")
	var begun, taken atomic.Int32
	err := Each(paths, func(string) int { begun.Add(1); return 0 }, func(i, _ int) error { taken.Add(1); return full })
	if !errors.Is(err, full) || taken.Load() != 1 || begun.Load() > int32(2*runtime.GOMAXPROCS(0)+2) {
		t.Errorf("error %v after %d begun and %d taken", err, begun.Load(), taken.Load())
	}
}
