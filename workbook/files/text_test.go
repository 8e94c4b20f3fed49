package files

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for given, want := range map[string]string{
		"Lead = £":                   "Lead = £",
		"\xEF\xBB\xBFLead = £":       "Lead = £",
		"\xFF\xFEL\x00=\x00\xA3\x00": "L=£",
		"\xFE\xFF\x00L\x00=\x00\xA3": "L=£",
		"Lead\x92s = \xA3":           "Lead’s = £",
		"":                           "",
	} {
		if got, err := Text("map.txt", []byte(given)); err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", given, got, err)
		}
	}
	for given, want := range map[string]string{
		"PK\x03\x04\x00": "map.txt is not a text file",
		"\xFF\xFEt":      "map.txt says that it is in UTF-16, and is not",
		"\x81":           "map.txt is in an encoding that cannot be read",
	} {
		if _, err := Text("map.txt", []byte(given)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", given, err)
		}
	}
}
