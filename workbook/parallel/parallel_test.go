package parallel

import (
	"fmt"
	"testing"
)

func TestEachIsCalledOnceForEveryNumber(t *testing.T) {
	for _, n := range []int{0, 1, 2, 63, 1000, 10_001} {
		calls := make([]int, n)
		Each(n, func(i int) { calls[i]++ })
		for i, c := range calls {
			if c != 1 {
				t.Fatalf("of %d, %d was done %d times", n, i, c)
			}
		}
	}
}

func TestAPanicOfOnePieceIsOneOfEach(t *testing.T) {
	defer func() {
		if recover() != "one" {
			t.Error("it was lost")
		}
	}()
	Each(100, func(i int) {
		if i == 50 {
			panic("one")
		}
	})
}

func TestMemoWorksATextOutOnce(t *testing.T) {
	var m Memo[int]
	worked := 0
	for range 3 {
		if got := m.Get("four", func(s string) int { worked++; return len(s) }); got != 4 {
			t.Fatal(got)
		}
	}
	if worked != 1 {
		t.Errorf("worked out %d times", worked)
	}
	Each(1000, func(i int) {
		s := fmt.Sprint(i % 10)
		if got := m.Get(s, func(s string) int { return int(s[0] - '0') }); got != i%10 {
			t.Error(s, got)
		}
	})
}
