package history

import (
	"encoding/json"
	"io"
)

// changeJSON is a Change in the stable interface for other programs.
type changeJSON struct {
	Kind  Kind   `json:"kind"`
	Sheet string `json:"sheet"`
	Ref   string `json:"ref"`
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Days  int    `json:"days"`
}

type changesJSON struct {
	Old     string       `json:"old"`
	New     string       `json:"new"`
	Changes []changeJSON `json:"changes"`
	Counts  map[Kind]int `json:"counts"`
}

// WriteJSON writes the changes for other programs, as
// templates/schema/compare.json says: dates as yyyy-mm-dd, every kind under
// counts, also those at 0. The same changes always give the same bytes.
func WriteJSON(w io.Writer, c Changes) error {
	out := changesJSON{Old: c.Old, New: c.New, Changes: make([]changeJSON, len(c.List)), Counts: c.Counts()}
	for i, x := range c.List {
		out.Changes[i] = changeJSON{x.Kind, x.Sheet, x.Ref, x.Field, x.Old, x.New, x.Days}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
