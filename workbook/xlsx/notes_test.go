package xlsx

import "testing"

func TestClearedNoteKeepsWhatPeopleWrote(t *testing.T) {
	ours := NoteOpens + "\nError: no\n" + NoteCloses
	tests := []struct{ reason, note, want string }{
		{"a note of theirs alone", `<t>Ask HR</t>`, "Ask HR"},
		{"ours in a run of its own behind theirs", `<r><t>Ask HR</t></r><r><t>` + "\n\n" + `</t></r><r><t>` + ours + `</t></r>`, "Ask HR"},
		{"one run, as LibreOffice saves it, with an answer typed behind", `<t>Ask HR` + "\n\n" + ours + "\nDone" + `</t>`, "Ask HR\nDone"},
		{"an answer in a conversation", `<t>Comment:` + "\n    Why?\nReply:\n    " + ours + `</t>`, "Comment:\n    Why?"},
		{"split over runs in the middle of a word", `<r><t>Ask ` + ours[:9] + `</t></r><r><t>` + ours[9:] + ` HR</t></r>`, "Ask  HR"},
		{"ours alone", `<t>` + ours + `</t>`, ""},
	}
	for _, tt := range tests {
		part := []byte(`<comments><commentList><comment ref="A1"><text>` + tt.note + `</text></comment></commentList></comments>`)
		root, err := outline(part)
		if err != nil {
			t.Fatal(err)
		}
		edits, empty := clearedNote(part, root.Kid("commentList").Kids[0])
		got := ""
		if !empty {
			part = Spliced(part, edits...)
			root, _ = outline(part)
			pieces, _ := notePieces(root.Kid("commentList").Kids[0])
			for _, p := range pieces {
				got += p.Text(part)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q is left, want %q", tt.reason, got, tt.want)
		}
	}
}
