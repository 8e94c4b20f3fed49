package tagged

import (
	"bytes"
	"encoding/binary"
	"math"
)

// What PDF/A-2a (ISO 19005-2) asks of a document beyond its tags: the colours
// are tied to a colour space that does not depend on a screen, and the metadata
// name the standard and describe every property that XMP itself does not know.

// outputIntent says that all colours are sRGB.
func (f *objectFile) outputIntent() int {
	profile := f.add(flateStream("/N 3", srgbProfile()))
	return f.add([]byte("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC 61966-2-1) /DestOutputProfile " + ref(profile) + ">>"))
}

// archiveMetadata is the part of the XMP packet that names PDF/A-2a, and
// describes the property of PDF/UA.
const archiveMetadata = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
	`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>` + "\n" +
	`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>The part of ISO 14289 to which the document conforms</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>` + "\n"

// srgbProfile is the colour space sRGB (IEC 61966-2-1) as an ICC profile of
// version 4 (ISO 15076-1), in half a kilobyte: its primaries adapted to D50,
// and its transfer function as a formula rather than a table.
func srgbProfile() []byte {
	curve := profileTag("para", uint16(3), uint16(0), s15Fixed16(2.4), s15Fixed16(1/1.055), s15Fixed16(0.055/1.055), s15Fixed16(1/12.92), s15Fixed16(0.04045))
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", profileText("sRGB")},
		{"cprt", profileText("No copyright, use freely")},
		{"wtpt", profileTag("XYZ ", s15Fixed16(0.9642), s15Fixed16(1), s15Fixed16(0.8249))},
		{"rXYZ", profileTag("XYZ ", s15Fixed16(0.43607), s15Fixed16(0.22249), s15Fixed16(0.01392))},
		{"gXYZ", profileTag("XYZ ", s15Fixed16(0.38515), s15Fixed16(0.71687), s15Fixed16(0.09708))},
		{"bXYZ", profileTag("XYZ ", s15Fixed16(0.14307), s15Fixed16(0.06061), s15Fixed16(0.71410))},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
		{"chad", profileTag("sf32",
			s15Fixed16(1.04788), s15Fixed16(0.02292), s15Fixed16(-0.05022),
			s15Fixed16(0.02959), s15Fixed16(0.99048), s15Fixed16(-0.01707),
			s15Fixed16(-0.00925), s15Fixed16(0.01508), s15Fixed16(0.75168))},
	}
	const header = 128
	index := bigEndian(uint32(len(tags)))
	var data []byte
	from := header + 4 + 12*len(tags)
	for _, t := range tags {
		at := bytes.Index(data, t.data) // equal tags share their place
		if at < 0 {
			at = len(data)
			data = append(data, t.data...)
		}
		index = append(index, t.name...)
		index = append(index, bigEndian(uint32(from+at), uint32(len(t.data)))...)
	}
	return bytes.Join([][]byte{profileHeader(from + len(data)), index, data}, nil)
}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], []byte{4, 0x20, 0, 0})                                             // version 4.2
	copy(h[12:], "mntrRGB XYZ ")                                                   // a display, from RGB to XYZ
	copy(h[24:], bigEndian([]uint16{2000, 1, 1, 0, 0, 0}))                         // a date is required
	copy(h[36:], "acsp")                                                           // the signature of every profile
	copy(h[68:], bigEndian(s15Fixed16(0.9642), s15Fixed16(1), s15Fixed16(0.8249))) // D50
	return h
}

// profileTag is a typed tag, filled up to a multiple of four bytes.
func profileTag(kind string, values ...any) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	b = append(b, bigEndian(values...)...)
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

func profileText(s string) []byte {
	var units []uint16
	for _, c := range []byte(s) { // ASCII
		units = append(units, uint16(c))
	}
	const textAt = 28
	return profileTag("mluc", uint32(1), uint32(12), []byte("enUS"), uint32(2*len(units)), uint32(textAt), units)
}

// s15Fixed16 is a number as ICC keeps it: 16 bits before the point and 16 behind.
func s15Fixed16(v float64) int32 { return int32(math.Round(v * (1 << 16))) }

func bigEndian(values ...any) []byte {
	var b []byte
	for _, v := range values {
		b, _ = binary.Append(b, binary.BigEndian, v) // only sized values are given
	}
	return b
}
