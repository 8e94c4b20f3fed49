package portfolio

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"actionplan/samples/madeup"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
)

// BenchmarkPlans reads, judges and compares the country's plans, of 500 actions
// each, on one processor and on all: B/kept-plan is the memory that is in use
// for each plan once all of them are summarised, which must not grow with the
// plans' size.
func BenchmarkPlans(b *testing.B) {
	dir := b.TempDir()
	var paths []string
	for i := range madeup.Most() {
		data, err := madeup.Workbook(i, 500, 0)
		if err != nil {
			b.Fatal(err)
		}
		paths = append(paths, filepath.Join(dir, madeup.Name(i)))
		if err := os.WriteFile(paths[i], data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	all := runtime.GOMAXPROCS(0)
	for _, processors := range []int{1, all} {
		b.Run(fmt.Sprintf("processors=%d", processors), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
			for b.Loop() {
				var before, after runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				var kept []*Summary
				err := files.Each(paths, summarised, func(_ int, s *Summary) error {
					kept = append(kept, s)
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
				if c := Compare(kept, nil, madeup.AsOf, false); len(c.Rows) != len(paths) {
					b.Fatalf("%d rows", len(c.Rows))
				}
				b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/float64(len(paths)), "B/kept-plan")
			}
		})
	}
}

func summarised(path string) *Summary {
	data, err := files.Read(path)
	if err != nil {
		panic(err)
	}
	p, problems, err := workbook.Load(filepath.Base(path), data)
	if err != nil {
		panic(err)
	}
	f := facts.Derive(p, madeup.AsOf)
	return Summarise(f, check.Run(p, f, problems, check.Options{}), false)
}
