package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// What Accept refuses. Each refusal's own text is one plain sentence for the
// user; these say which kind it is.
var (
	ErrNotWorkbook = errors.New("not an Excel workbook")
	ErrPassword    = errors.New("protected with a password")
	ErrLockFile    = errors.New("a lock file of Excel")
	ErrDamaged     = errors.New("damaged")
	ErrTooLarge    = errors.New("too large")
)

// Limits that keep a hostile file from taking the machine's time or memory.
// Real plans stay below a hundredth of each.
const (
	maxUnzipped = 200 << 20 // bytes of all parts together, unpacked
	maxPart     = 24 << 20  // bytes of a part that excelize reads as a whole
	maxParts    = 10_000
	maxCells    = 1_000_000 // filled cells of the sheets that are read
	maxLetters  = 16 << 20  // bytes of their texts
)

const saveAsXLSX = "open it in Excel and save it as an Excel Workbook (.xlsx)"

// Refuse is a refusal of some kind, with what to do instead.
func Refuse(kind error, hint, what string, args ...any) error {
	f := words.Fail(hint, what, args...)
	f.Kind = kind
	return f
}

var errDamaged = Refuse(ErrDamaged, "open it in Excel, let Excel repair it, and save it again as an Excel Workbook (.xlsx)", "the file is damaged and cannot be read")

var errTooLarge = Refuse(ErrTooLarge, "copy the plan's sheets into a new workbook and try that", "the file unpacks to far more than any plan holds, so it was not opened")

var errTooMuch = Refuse(ErrTooLarge, "delete what is no part of the plan, or keep what is closed in a workbook of its own", "its sheets hold more than any plan does, so it was not read: 1 million cells and 16 million letters can be")

// Accept looks at a file's name and first bytes and refuses, in plain words,
// everything that is not a workbook of the .xlsx family.
func Accept(name string, data []byte) error {
	switch {
	case strings.HasPrefix(name, "~$"):
		return Refuse(ErrLockFile, "give the name without ~$", "this is the small lock file that Excel keeps while %s is open", words.Quote(strings.TrimPrefix(name, "~$")))
	case len(data) == 0:
		return Refuse(ErrNotWorkbook, "save the workbook again in Excel and check that it was copied completely", "the file is empty")
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return refuseCompound(data)
	case bytes.HasPrefix(data, []byte("PK")):
		return acceptZip(data)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return Refuse(ErrNotWorkbook, "give the workbook that it was made from", "this is a PDF, not an Excel workbook")
	}
	return refuseText(data)
}

// refuseCompound names the old Office formats; a workbook with a password is
// kept in the same kind of container.
func refuseCompound(data []byte) error {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return Refuse(ErrPassword, "open it in Excel, remove the password under File, Info, Protect Workbook, Encrypt with Password, and save it", "the workbook is protected with a password")
	case bytes.Contains(data, wide("WordDocument")):
		return Refuse(ErrNotWorkbook, "give the workbook that holds the plan", "this is an old Word document (.doc), not an Excel workbook")
	case bytes.Contains(data, wide("PowerPoint Document")):
		return Refuse(ErrNotWorkbook, "give the workbook that holds the plan", "this is an old PowerPoint file (.ppt), not an Excel workbook")
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return Refuse(ErrNotWorkbook, saveAsXLSX, "this is a workbook in the old Excel format (.xls)")
	}
	return Refuse(ErrNotWorkbook, saveAsXLSX, "this is an old Microsoft Office file, not an Excel workbook (.xlsx)")
}

// wide is how names are spelled inside an old Office file.
func wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

func acceptZip(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return errDamaged
	}
	sized := acceptSize(z)
	parts := make(map[string]bool, len(z.File))
	folders := map[string]bool{}
	for _, f := range z.File {
		part := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		parts[part] = true
		if folder, _, ok := strings.Cut(part, "/"); ok {
			folders[folder] = true
		}
	}
	switch {
	case parts["xl/workbook.bin"]:
		return Refuse(ErrNotWorkbook, saveAsXLSX, "this is a binary workbook (.xlsb)")
	case folders["xl"], sized == nil && saysWorkbook(z):
		return sized
	case folders["word"]:
		return Refuse(ErrNotWorkbook, "give the workbook that holds the plan", "this is a Word document, not an Excel workbook, whatever its name says")
	case folders["ppt"]:
		return Refuse(ErrNotWorkbook, "give the workbook that holds the plan", "this is a PowerPoint file, not an Excel workbook, whatever its name says")
	case parts["mimetype"] && parts["content.xml"]:
		return Refuse(ErrNotWorkbook, "open it and save it as an Excel Workbook (.xlsx)", "this is an OpenDocument file (such as .ods), not an Excel workbook")
	case parts["index/document.iwa"]:
		return Refuse(ErrNotWorkbook, "open it in Numbers and export it as an Excel workbook (.xlsx)", "this is an Apple Numbers file")
	case sized != nil:
		return sized
	case parts["[content_types].xml"]:
		return errDamaged
	}
	return Refuse(ErrNotWorkbook, "unpack it and give the .xlsx file that is inside", "this is a zip archive, not an Excel workbook")
}

// acceptSize adds up the sizes that the archive states. Reading stops at the
// stated size of each part, so a false statement gains nothing.
func acceptSize(z *zip.Reader) error {
	if len(z.File) > maxParts {
		return errTooLarge
	}
	var total uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnzipped {
			return errTooLarge
		}
		if total += f.UncompressedSize64; total > maxUnzipped {
			return errTooLarge
		}
		if f.UncompressedSize64 > maxPart && readWhole(f.Name) {
			return errTooLarge
		}
		if f.Flags&1 != 0 {
			return Refuse(ErrPassword, "unpack it first and give the .xlsx file that is inside", "the file is a zip archive with a password")
		}
	}
	return nil
}

// readWhole is true of the parts that are read as a tree, which takes time
// and memory many times their size.
func readWhole(part string) bool {
	part = strings.ToLower(part)
	return !strings.Contains(part, "worksheets/") && !strings.Contains(part, "sharedstrings") && !strings.Contains(part, "media/") &&
		(strings.HasSuffix(part, ".xml") || strings.HasSuffix(part, ".rels"))
}

func refuseText(data []byte) error {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")))
	lower := bytes.ToLower(head)
	switch {
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return Refuse(ErrNotWorkbook, saveAsXLSX, "this is an XML spreadsheet of 2003")
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<table")):
		return Refuse(ErrNotWorkbook, saveAsXLSX, "this is a web page, not an Excel workbook")
	case looksLikeText(head):
		return Refuse(ErrNotWorkbook, saveAsXLSX, "this is a text or CSV file, not an Excel workbook")
	}
	return Refuse(ErrNotWorkbook, "open the plan in Excel and save it as an Excel Workbook (.xlsx)", "this is not an Excel workbook")
}

func looksLikeText(head []byte) bool {
	for i := 0; i < len(head); {
		r, n := utf8.DecodeRune(head[i:])
		if r == utf8.RuneError && n == 1 && len(head)-i >= utf8.UTFMax && head[i] < 0x80 {
			return false
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		i += n
	}
	return true
}
