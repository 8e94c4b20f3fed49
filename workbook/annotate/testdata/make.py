"""Makes the workbooks whose annotated copies are compared part by part.

    /usr/bin/python3 make.py
    soffice --headless --convert-to xlsx --outdir OUT macros.xlsm   → libreoffice.xlsx

macros.xlsm is XlsxWriter's, with parts added by hand that it cannot write:
a conversation with its people, a list of the newer kind, custom XML, a
sensitivity label and a slicer. pivot.xlsx is openpyxl's, with a pivot table
added by hand. The problems in both are what staff really leave in.
"""

import io
import re
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

PLAN = [["Field", "Value"], ["Organisation", "Exampleshire Council"], ["Plan title", "Improvement plan"], ["Senior responsible owner", "Director of children's services"]]
AREAS = [["Ref", "Improvement area", "Outcome for children", "Accountable owner"], ["A1", "Records", "They know their story", "Head of quality"], ["A2", "Supervision", "", "Head of service"]]
ACTIONS = [
    ["Ref", "Area", "Action", "Owner", "Due", "Status", "Success measure"],
    ["1.1", "A1", "Write summaries", "Head of quality", "31/02/2026", "On track", "Children know why"],
    ["1.2", "A9", "Audit records", "", "ongoing", "Green-ish", "Fewer gaps"],
    ["1.3", "A2", "Supervise monthly", "Head of service", 46000, "Delivered", "Steady work"],
]


def entry(part, find, add):
    """Puts add before the first find of a part."""
    text = part.decode("utf-8")
    assert find in text, (find, text[:400])
    return text.replace(find, add + find, 1).encode("utf-8")


def rezip(path, change):
    with zipfile.ZipFile(path) as z:
        parts = [(i.filename, z.read(i)) for i in z.infolist()]
    parts = change(dict(parts))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def macros():
    book = xlsxwriter.Workbook("macros.xlsm")
    book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4), True)
    book.set_vba_name("ThisWorkbook")
    head = book.add_format({"bold": True, "bg_color": "#1F3A4D", "font_color": "white", "border": 1, "text_wrap": True})
    date = book.add_format({"num_format": "d mmm yyyy", "bg_color": "#E2F0D9", "border": 2, "italic": True, "align": "center"})
    for name, rows in [("Plan", PLAN), ("Areas", AREAS), ("Actions", ACTIONS)]:
        sheet = book.add_worksheet(name)
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                if value != "":
                    sheet.write(y, x, value, head if y == 0 else date if x == 4 else None)
        sheet.set_column(0, 8, 18)
        if name == "Actions":
            sheet.write_comment("D3", "Ask HR who this is now", {"author": "A manager"})
            sheet.write_comment("F4", "Agreed at the board", {"author": "Chair"})
            sheet.add_sparkline("I2", {"range": "Numbers!A1:E1"})
            sheet.conditional_format("E2:E50", {"type": "cell", "criteria": "<", "value": 40000, "format": book.add_format({"font_color": "red"})})
            sheet.conditional_format("H2:H50", {"type": "data_bar", "data_bar_2010": True})
            sheet.data_validation("F2:F50", {"validate": "list", "source": ["On track", "Delivered"]})
            sheet.write_formula("H2", "=SUM(Numbers!A1:E1)", None, 15)
            sheet.write_url("K2", "internal:'Plan'!A1", string="Plan")
            sheet.set_row(3, None, None, {"hidden": True})
            sheet.protect()
    numbers = book.add_worksheet("Numbers")
    numbers.write_row(0, 0, [1, 2, 3, 4, 5])
    numbers.hide()
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Numbers!$A$1:$E$1", "trendline": {"type": "linear"}})
    book.get_worksheet_by_name("Plan").insert_chart("D2", chart)
    book.get_worksheet_by_name("Plan").insert_textbox("D20", "How to read this plan")
    extra = book.add_worksheet("Notes to self")
    extra.write(0, 0, "Not part of the plan")
    extra.very_hidden = True
    book.define_name("Statuses", "=Numbers!$A$1:$E$1")
    book.set_custom_property("Board", "Improvement board")
    book.close()
    rezip("macros.xlsm", add_to_macros)


THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
REL = '<Relationship Id="%s" Type="%s" Target="%s"/>'
OVERRIDE = '<Override PartName="%s" ContentType="%s"/>'


def add_to_macros(parts):
    sheet = "xl/worksheets/sheet3.xml"
    rels = "xl/worksheets/_rels/sheet3.xml.rels"
    parts["xl/threadedComments/threadedComment1.xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ThreadedComments xmlns="%s">'
        '<threadedComment ref="F3" dT="2026-01-05T09:00:00.00" personId="{11111111-1111-4111-8111-111111111111}" id="{22222222-2222-4222-8222-222222222222}"><text>Is this word right?</text></threadedComment>'
        '<threadedComment ref="F3" dT="2026-01-06T09:00:00.00" personId="{11111111-1111-4111-8111-111111111111}" id="{33333333-3333-4333-8333-333333333333}" parentId="{22222222-2222-4222-8222-222222222222}"><text>I will ask.</text></threadedComment>'
        "</ThreadedComments>" % THREADS
    ).encode()
    parts["xl/persons/person.xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="%s"><person displayName="A Manager" id="{11111111-1111-4111-8111-111111111111}" userId="S::a.manager@example.org" providerId="AD"/></personList>' % THREADS
    ).encode()
    legacy = (
        '<comment ref="F3" authorId="0" shapeId="0"><text><t>[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment.\n\n'
        "Comment:\n    Is this word right?\nReply:\n    I will ask.</t></text></comment>"
    )
    comments = next(n for n in parts if re.match(r"xl/comments\d+\.xml", n))
    parts[comments] = entry(parts[comments], "</commentList>", legacy)
    drawing = next(n for n in parts if n.endswith(".vml"))
    parts[drawing] = entry(
        parts[drawing], "</xml>",
        '<v:shape id="_x0000_s3999" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>6, 15, 2, 2, 8, 15, 6, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>2</x:Row><x:Column>5</x:Column></x:ClientData></v:shape>')
    x14 = (
        '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
        '<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Areas!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>B2:B50</xm:sqref></x14:dataValidation></x14:dataValidations></ext>'
    )
    parts[sheet] = entry(parts[sheet], "</extLst>", x14)
    parts[rels] = entry(parts[rels], "</Relationships>", REL % ("rIdThread", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
                        + REL % ("rIdSlicer", "http://schemas.microsoft.com/office/2007/relationships/slicer", "../slicers/slicer1.xml"))
    parts["xl/slicers/slicer1.xml"] = b'<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="Status" cache="Slicer_Status" caption="Status" rowHeight="241300"/></slicers>'
    parts["xl/_rels/workbook.xml.rels"] = entry(
        parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
        REL % ("rIdPerson", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml")
        + REL % ("rIdCustom", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml", "../customXml/item1.xml"))
    parts["customXml/item1.xml"] = b'<?xml version="1.0"?>\n<board xmlns="urn:example:board">Every six weeks</board>'
    parts["docMetadata/LabelInfo.xml"] = b'<?xml version="1.0" encoding="utf-8"?><clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{44444444-4444-4444-8444-444444444444}" enabled="1" method="Privileged" siteId="{55555555-5555-4555-8555-555555555555}" removed="0"/></clbl:labelList>'
    parts["_rels/.rels"] = entry(parts["_rels/.rels"], "</Relationships>", REL % ("rIdLabel", "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"))
    parts["[Content_Types].xml"] = entry(
        parts["[Content_Types].xml"], "</Types>",
        OVERRIDE % ("/xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml")
        + OVERRIDE % ("/xl/persons/person.xml", "application/vnd.ms-excel.person+xml")
        + OVERRIDE % ("/xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml")
        + OVERRIDE % ("/docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml"))
    return parts


def pivot():
    book = openpyxl.Workbook()
    plan = book.active
    plan.title = "Plan"
    for row in PLAN:
        plan.append(row)
    areas = book.create_sheet("Areas")
    areas.append(["Improvement areas for the board"])
    areas.merge_cells("A1:D1")
    for row in AREAS:
        areas.append(row)
    areas.merge_cells("D3:D4")
    actions = book.create_sheet("Actions")
    for row in ACTIONS:
        actions.append(row)
    actions["E2"].fill = PatternFill("solid", fgColor="FFD9EAD3")
    actions["E2"].font = Font(name="Georgia", bold=True, color="FF7030A0")
    actions["E2"].border = Border(left=Side("double"), bottom=Side("thick"))
    actions["E2"].alignment = Alignment(horizontal="right", wrap_text=True)
    actions["E4"].number_format = "dd/mm/yyyy"
    actions["H2"] = "=LEN(C2)"
    actions["A2"].comment = Comment("First one to finish", "Chair")
    actions.conditional_formatting.add("F2:F9", CellIsRule(operator="equal", formula=['"Delivered"'], fill=PatternFill(bgColor="FF99CCFF", fill_type="solid")))
    check = DataValidation(type="list", formula1='"On track,At risk,Delivered"')
    check.add("F2:F20")
    actions.add_data_validation(check)
    actions.add_table(Table(displayName="ActionTable", ref="A1:G4"))
    actions.freeze_panes = "B2"
    problems = book.create_sheet("Problems")  # somebody's own
    problems["A1"] = "Problems with the photocopier"
    pivots = book.create_sheet("By status")
    chart = BarChart()
    chart.add_data(Reference(actions, min_col=8, min_row=1, max_row=4), titles_from_data=True)
    pivots.add_chart(chart, "F2")
    book.save("pivot.xlsx")
    rezip("pivot.xlsx", add_to_pivot)


def add_to_pivot(parts):
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        '<pivotCacheDefinition %s r:id="rId1" refreshOnLoad="1" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="F1:F4" sheet="Actions"/></cacheSource>'
        '<cacheFields count="1"><cacheField name="Status"><sharedItems count="2"><s v="On track"/><s v="Delivered"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>' % main).encode()
    parts["xl/pivotCache/pivotCacheRecords1.xml"] = ('<pivotCacheRecords %s count="0"/>' % main).encode()
    parts["xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
        % (REL % ("rId1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheRecords", "pivotCacheRecords1.xml"))).encode()
    parts["xl/pivotTables/pivotTable1.xml"] = (
        '<pivotTableDefinition %s name="ByStatus" cacheId="1" dataCaption="Values"><location ref="A3:B6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
        '<pivotFields count="1"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField></pivotFields></pivotTableDefinition>' % main).encode()
    parts["xl/pivotTables/_rels/pivotTable1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
        % (REL % ("rId1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"))).encode()
    rels = "xl/worksheets/_rels/sheet5.xml.rels"
    parts[rels] = entry(parts[rels], "</Relationships>", REL % ("rIdPivot", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable", "../pivotTables/pivotTable1.xml"))
    parts["xl/_rels/workbook.xml.rels"] = entry(
        parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
        REL % ("rIdCache", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"))
    book = parts["xl/workbook.xml"].decode()
    book = book.replace("</workbook>", '<pivotCaches><pivotCache xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" cacheId="1" r:id="rIdCache"/></pivotCaches></workbook>')
    parts["xl/workbook.xml"] = book.encode()
    parts["[Content_Types].xml"] = entry(
        parts["[Content_Types].xml"], "</Types>",
        OVERRIDE % ("/xl/pivotCache/pivotCacheDefinition1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml")
        + OVERRIDE % ("/xl/pivotCache/pivotCacheRecords1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml")
        + OVERRIDE % ("/xl/pivotTables/pivotTable1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml"))
    return parts


macros()
pivot()
