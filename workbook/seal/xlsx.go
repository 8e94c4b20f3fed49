package seal

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"strings"
)

const (
	customType        = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
	customContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	customSpace       = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	valueSpace        = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
	customPart        = "docProps/custom.xml"
	// customFormat is the format ID that user-defined properties have.
	customFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
	propertyName = "actionplan"
)

// PrefixCore gives the elements of the document's properties, as excelize
// writes them, the usual prefix, without which some readers do not know them.
// Other parts stay as they are.
func PrefixCore(part string, content []byte) []byte {
	if part != "docProps/core.xml" {
		return content
	}
	return []byte(coreNames.Replace(string(content)))
}

var coreNames = strings.NewReplacer(
	`<coreProperties xmlns=`, `<cp:coreProperties xmlns:cp=`, `</coreProperties>`, `</cp:coreProperties>`,
	`<lastModifiedBy>`, `<cp:lastModifiedBy>`, `</lastModifiedBy>`, `</cp:lastModifiedBy>`,
	`<revision>`, `<cp:revision>`, `</revision>`, `</cp:revision>`,
)

// Parts zips the parts of a finished workbook, so that the same content gives
// the same bytes, and keeps in it, as a custom document property, the kind and
// the hash of its other parts. kind is lower-case words joined by single
// hyphens. The slice is left as it is.
func Parts(parts []Part, kind string) ([]byte, error) {
	if !goodKind(kind) {
		return nil, fmt.Errorf("seal: %q is no kind", kind)
	}
	parts, custom, err := placeCustom(slices.Clone(parts))
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	i := slices.IndexFunc(parts, func(p Part) bool { return p.Name == custom })
	parts[i].Content, err = setProperty(parts[i].Content, mark(kind, hashParts(parts, custom)))
	if err != nil {
		return nil, fmt.Errorf("seal: %s: %w", custom, err)
	}
	return writePackage(parts)
}

// placeCustom makes sure that the package has a part for custom properties,
// and brings the content types into order.
func placeCustom(parts []Part) (all []Part, custom string, err error) {
	typesAt, relsAt := -1, -1
	for i, p := range parts {
		switch p.Name {
		case contentTypesPart:
			typesAt = i
		case rootRelsPart:
			relsAt = i
		}
	}
	if typesAt < 0 || relsAt < 0 {
		return nil, "", errors.New("not a workbook")
	}
	var rels relationships
	if err := decode(parts[relsAt].Content, &rels); err != nil {
		return nil, "", err
	}
	custom, ok := rels.find(customType)
	if !ok {
		custom = customPart
		rels.Relationship = append(rels.Relationship, relationship{ID: rels.freeID(), Type: customType, Target: customPart})
		parts[relsAt].Content = rels.encode()
	}
	if !slices.ContainsFunc(parts, func(p Part) bool { return p.Name == custom }) {
		parts = append(parts, Part{custom, []byte(xmlHead + `<Properties xmlns="` + customSpace + `" xmlns:vt="` + valueSpace + `"></Properties>`)})
	}
	parts[typesAt].Content, err = sortedContentTypes(parts[typesAt].Content, custom, customContentType)
	return parts, custom, err
}

// hashParts is the hash of every part but one: each part's name and the hash
// of its content, in the order of their names.
func hashParts(parts []Part, without string) [sha256.Size]byte {
	sorted := slices.Clone(parts)
	slices.SortStableFunc(sorted, func(a, b Part) int { return strings.Compare(a.Name, b.Name) })
	h := sha256.New()
	for _, p := range sorted {
		if p.Name != without {
			addHash(h, p.Name, sha256.Sum256(p.Content))
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

func addHash(h hash.Hash, name string, sum [sha256.Size]byte) {
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(name))))
	h.Write([]byte(name))
	h.Write(sum[:])
}

// oursXLSX looks for the property first, so that little is read of a file
// that does not have it, and then holds none of the parts in memory.
func oursXLSX(data []byte) (kind string, ok bool) {
	z, custom, said := markXLSX(data)
	if said == "" {
		return "", false
	}
	sum, err := hashFiles(z, custom)
	if err != nil {
		return "", false
	}
	return kindOf(said, sum)
}

// WasXLSX is the kind of workbook that the file was when this program wrote
// it, also where somebody has saved it since; "" of any other file.
func WasXLSX(data []byte) string {
	_, _, said := markXLSX(data)
	kind, _, ok := strings.Cut(said, " ")
	if !ok || !goodKind(kind) {
		return ""
	}
	return kind
}

// markXLSX is the mark that a workbook carries, "" without one, and the part
// in which it stands.
func markXLSX(data []byte) (z *zip.Reader, custom, said string) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > mostParts {
		return nil, "", ""
	}
	var rels relationships
	if decode(contentOf(z, rootRelsPart), &rels) != nil {
		return nil, "", ""
	}
	custom, ok := rels.find(customType)
	if !ok {
		return nil, "", ""
	}
	props, err := readProperties(contentOf(z, custom))
	if err != nil {
		return nil, "", ""
	}
	return z, custom, props.value
}

// contentOf is the content of a small part, nil without it.
func contentOf(z *zip.Reader, name string) []byte {
	for _, f := range z.File {
		if f.Name == name {
			content, err := readPart(f, mostMarkup)
			if err != nil {
				return nil
			}
			return content
		}
	}
	return nil
}

// hashFiles is hashParts for parts that are still in their zip.
func hashFiles(z *zip.Reader, without string) (sum [sha256.Size]byte, err error) {
	files := slices.Clone(z.File)
	slices.SortStableFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	all, left := sha256.New(), int64(mostInflated)
	for _, f := range files {
		if f.Name == without {
			continue
		}
		one := sha256.New()
		n, err := copyPart(one, f, left)
		if err != nil {
			return sum, err
		}
		left -= n
		addHash(all, f.Name, [sha256.Size]byte(one.Sum(nil)))
	}
	return [sha256.Size]byte(all.Sum(nil)), nil
}

// properties is where things stand in a part with custom properties.
type properties struct {
	value    string // of our property, "" without it
	from, to int    // our property's bytes; 0 without it
	end      int    // start of the root's end tag
	highest  int    // number of a property
}

// readProperties finds our property among the others. Offsets into the text
// let the others stay exactly as they are.
func readProperties(content []byte) (properties, error) {
	var props properties
	if len(content) > mostMarkup {
		return props, errors.New("too large")
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	depth, inOurs := 0, false
	for {
		at := int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF {
			return props, nil
		}
		if err != nil {
			return props, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if depth == 2 {
				pid, _ := strconv.Atoi(attribute(t, "pid"))
				props.highest = max(props.highest, min(pid, 1<<30))
				if inOurs = attribute(t, "name") == propertyName; inOurs {
					props.from, props.value = at, ""
				}
			}
		case xml.CharData:
			if inOurs {
				props.value += string(t)
			}
		case xml.EndElement:
			depth--
			if depth == 1 && inOurs {
				props.to, inOurs = int(d.InputOffset()), false
			}
			if depth == 0 {
				props.end = at
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// setProperty gives our property a value, in the place of an earlier one.
func setProperty(content []byte, value string) ([]byte, error) {
	props, err := readProperties(content)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(content[props.end:], []byte("</")) {
		return nil, errors.New("no room for a property")
	}
	ours := fmt.Sprintf(`<property xmlns="%s" xmlns:vt="%s" fmtid="%s" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`,
		customSpace, valueSpace, customFormat, max(props.highest, 1)+1, propertyName, escape(value))
	others := slices.Concat(content[:props.from], content[props.to:props.end])
	return slices.Concat(others, []byte(ours), content[props.end:]), nil
}
