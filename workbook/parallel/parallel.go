// Package parallel does work of many independent pieces on all processors. It
// knows nothing of plans.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do with every number below n, once, side by side and in no order:
// what do writes for one number nobody else may read before Each is over. A
// panic of do is one of Each.
func Each(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	const most = 64 // pieces that are taken at once, so that small ones are not counted out singly
	batch := max(1, min(most, n/(8*workers)))
	var next atomic.Int64
	var all sync.WaitGroup
	var once sync.Once
	var fault any
	for range workers {
		all.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					once.Do(func() { fault = r })
				}
			}()
			for {
				from := int(next.Add(int64(batch))) - batch
				if from >= n {
					return
				}
				for i := from; i < min(from+batch, n); i++ {
					do(i)
				}
			}
		})
	}
	all.Wait()
	if fault != nil {
		panic(fault)
	}
}

// Memo keeps what was worked out for a text, for all who ask at once. Its zero
// value is empty.
type Memo[T any] struct {
	mu sync.Mutex
	of map[string]T
}

// Expect takes room for so many texts beforehand.
func (m *Memo[T]) Expect(texts int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.of == nil {
		m.of = make(map[string]T, texts)
	}
}

// Get is what work gives for the text. Two who ask for it first at the same
// moment may both work it out.
func (m *Memo[T]) Get(text string, work func(string) T) T {
	m.mu.Lock()
	known, ok := m.of[text]
	m.mu.Unlock()
	if ok {
		return known
	}
	known = work(text)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.of == nil {
		m.of = make(map[string]T)
	}
	m.of[text] = known
	return known
}
