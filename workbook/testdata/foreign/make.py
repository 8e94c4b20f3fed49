"""Makes the workbooks in this folder: one small plan, and one thing in each
that staff do to theirs. No byte of them is written by this program.

They are kept, and the test that reads them needs neither this script nor
anything it uses. To make them anew, with openpyxl and LibreOffice at hand:

    python3 make.py

Those under `saved_by_libreoffice` are opened and saved again by LibreOffice,
so that they are its bytes and its habits, results of formulas included. The
two under `sheets_style` are put together here the way online spreadsheets
export: words inside the cells, no shared strings, no styles.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

HERE = pathlib.Path(__file__).resolve().parent
NBSP = "\u00a0"


def day(year, month, date):
    return datetime.datetime(year, month, date)


def plain_rows():
    """The plan, sheet by sheet. Every fixture starts from it."""
    return {
        "Plan": [
            ["Field", "Value"],
            ["Organisation", "Exampleshire Council"],
            ["Plan title", "Improvement plan"],
            ["Senior responsible owner", "Director of children's services"],
            ["Meeting date", day(2026, 10, 13)],
            ["Decisions asked", "Agree the new date"],
            ["Decisions asked", "Note the risk"],
        ],
        "Key": [
            ["Word", "Means"],
            ["Green", "on track"],
            ["Amber", "at risk"],
            ["Grey", "not started"],
        ],
        "Visits": [
            ["Ref", "Kind", "Title", "Letter dated"],
            ["V1", "Inspection", "The inspection", day(2026, 3, 13)],
        ],
        "Areas": [
            ["Ref", "Improvement area", "Visits", "Outcome for children", "Accountable owner"],
            ["1", "Records", "V1", "They know their own story", "Head of quality"],
            ["2", "Visits", "V1", "They're seen often enough", "Head of children's homes"],
        ],
        "Findings": [
            ["Ref", "Visit", "Kind", "Finding", "Areas"],
            ["F1", "V1", "Concern", "Records are late", "1"],
            ["F2", "V1", "Concern", "Records do not say why", "1"],
            ["F3", "V1", "Concern", "Visits are late", "2"],
            ["F4", "V1", "Progress", "Posts are filled", "1; 2"],
        ],
        "Actions": [
            ["Ref", "Area", "Findings", "Action", "Owner", "Start", "Due", "Revised due", "Status", "Success measure"],
            ["1.1", "1", "F1", "A summary on every record", "Head of quality", day(2026, 9, 1), day(2026, 11, 30), None, "Green", "M1"],
            ["1.2", "1", "F1; F2", "Check a sample of records each month", "Head of quality", day(2026, 9, 14), day(2026, 12, 31), day(2027, 1, 31), "Amber", "M1"],
            ["2.1", "2", "F3", "Reminders in the team's diary", "Head of children's homes", day(2027, 1, 4), day(2027, 3, 31), None, "Grey", "Children tell us so"],
        ],
        "Measures": [
            ["Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Baseline date", "Target", "Target date"],
            ["M1", "1", "Records on time", "%", "Higher", 48, day(2026, 9, 30), 95, day(2027, 9, 30)],
        ],
        "Readings": [
            ["Measure", "Period end", "Value"],
            ["M1", day(2026, 10, 31), 55],
            ["M1", day(2026, 11, 30), 60],
        ],
        "People": [
            ["Name"],
            ["Director of children's services"],
            ["Head of quality"],
            ["Head of children's homes"],
        ],
    }


def build(rows):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.is_date:
                    cell.number_format = "dd/mm/yyyy"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
    return book


FIXTURES = {}


def fixture(make):
    """Registers a fixture: make changes the book, or returns another one."""
    FIXTURES[make.__name__.replace("_", "-")] = make
    return make


def column(sheet, heading, row=1):
    return next(c.column for c in sheet[row] if c.value == heading)


def rebuilt(change):
    """A book of the rows after change, for what is easier before it is one."""
    rows = plain_rows()
    change(rows)
    return build(rows)


def typed(cell, words):
    """What was typed as text, in a cell without a date's format."""
    cell.number_format = "General"
    cell.value = words


@fixture
def plain(book):
    pass


@fixture
def resaved(book):
    pass


# Columns and headings.


@fixture
def columns_reordered(book):
    def change(rows):
        order = [9, 3, 8, 0, 6, 1, 7, 2, 5, 4]
        rows["Actions"] = [[line[i] for i in order] for line in rows["Actions"]]
        rows["Areas"] = [line[::-1] for line in rows["Areas"]]

    return rebuilt(change)


@fixture
def columns_inserted(book):
    book["Actions"].insert_cols(1)
    book["Actions"].insert_cols(5, 2)
    book["Areas"].insert_cols(2)


@fixture
def columns_renamed(book):
    for sheet, names in {
        "Actions": {"Ref": "No.", "Area": "Priority area", "Action": "What we will do", "Owner": "Lead officer", "Due": "By when", "Revised due": "Revised date", "Status": "BRAG", "Success measure": "How will we know?"},
        "Areas": {"Improvement area": "Area for improvement", "Outcome for children": "What will be different for children", "Accountable owner": "Lead"},
        "Measures": {"Measure": "KPI", "Better when": "Polarity"},
    }.items():
        for cell in book[sheet][1]:
            cell.value = names.get(cell.value, cell.value)


@fixture
def heading_misspelt(book):
    book["Actions"]["G1"] = "Deu"


@fixture
def headings_wrapped(book):
    """As pasted from a table in a word processor."""
    wrapped = {"Improvement area": "Improvement\narea", "Outcome for children": "Outcome\nfor\nchildren", "Accountable owner": " ACCOUNTABLE\nOWNER ", "Revised due": "Revised\ndue *", "Success measure": "Success\n measure:"}
    for sheet in ("Areas", "Actions"):
        for cell in book[sheet][1]:
            cell.value = wrapped.get(cell.value, cell.value)
            cell.alignment = Alignment(wrap_text=True)


@fixture
def headings_in_two_rows(book):
    sheet = book["Actions"]
    sheet.insert_rows(1)
    sheet["A1"], sheet["F1"], sheet["I1"] = "What", "When", "How is it going"
    for block in ("A1:E1", "F1:H1", "I1:J1"):
        sheet.merge_cells(block)


@fixture
def headings_repeated(book):
    sheet = book["Actions"]
    sheet.insert_rows(4)
    for cell in sheet[1]:
        sheet.cell(4, cell.column, cell.value)


@fixture
def extra_columns(book):
    sheet = book["Actions"]
    for row, value in enumerate(["Budget code", "C77", "C78", "C79"], 1):
        sheet.cell(row, 11, value)
    for row, value in enumerate(["Our own reckoning", 3, 4, 5], 1):
        sheet.cell(row, 13, value)


@fixture
def table_starts_at_b3(book):
    sheet = book["Actions"]
    sheet.insert_cols(1)
    sheet.insert_rows(1, 2)


# Rows.


@fixture
def title_rows(book):
    for name in ("Areas", "Actions", "Measures"):
        book[name].insert_rows(1, 3)
        book[name]["A1"] = "Exampleshire improvement plan"
        book[name]["A2"] = "Kept by the programme office, last changed 28/09/2026"


@fixture
def title_row_merged(book):
    sheet = book["Actions"]
    sheet.insert_rows(1)
    sheet["A1"] = "ACTION PLAN 2026 to 2028"
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells("A1:J1")


@fixture
def blank_rows(book):
    book["Actions"].insert_rows(4, 3)
    book["Actions"].insert_rows(3)
    book["Actions"].insert_rows(2)
    book["Areas"].insert_rows(3)
    book["Readings"].insert_rows(3, 2)


@fixture
def group_headings(book):
    sheet = book["Actions"]
    for row, words in ((4, "Priority 2: visits"), (2, "Priority 1: records")):
        sheet.insert_rows(row)
        sheet.cell(row, 1, words)
    for row in (2, 5):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=10)


@fixture
def rows_hidden(book):
    book["Actions"].row_dimensions[3].hidden = True
    book["Readings"].row_dimensions[2].hidden = True


@fixture
def columns_hidden(book):
    for letter in "BG":
        book["Actions"].column_dimensions[letter].hidden = True
    book["Areas"].column_dimensions["E"].hidden = True


@fixture
def sheets_hidden(book):
    book["Key"].sheet_state = "hidden"
    book["People"].sheet_state = "veryHidden"


@fixture
def autofilter(book):
    sheet = book["Actions"]
    sheet.auto_filter.ref = "A1:J4"
    sheet.auto_filter.add_filter_column(8, ["Green"])
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = True


@fixture
def rows_grouped(book):
    book["Actions"].row_dimensions.group(2, 3, outline_level=1, hidden=True)
    book["Actions"].column_dimensions.group("F", "H", outline_level=1, hidden=True)


@fixture
def area_merged_down(book):
    book["Actions"]["B3"] = None
    book["Actions"].merge_cells("B2:B3")


@fixture
def totals_row(book):
    sheet = book["Measures"]
    sheet["C4"], sheet["F4"], sheet["H4"] = "Average", "=AVERAGE(F2:F2)", "=AVERAGE(H2:H2)"
    book["Actions"]["A6"], book["Actions"]["G6"] = "Total", "=COUNT(G2:G4)"


@fixture
def rows_formatted_ahead(book):
    for row in book["Actions"].iter_rows(min_row=5, max_row=60, max_col=10):
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="EEEEEE")


# Sheets.


@fixture
def sheets_extra(book):
    book.create_sheet("Budget", 0).append(["Code", "Pounds"])
    for name in ("Sheet1", "Minutes of 14 July"):
        book.create_sheet(name)
    book["Minutes of 14 July"].append(["Present", "Apologies"])


@fixture
def sheets_reordered(book):
    book._sheets.reverse()


@fixture
def sheets_renamed(book):
    for old, new in {"Plan": "About the plan", "Key": "RAG key", "Visits": "Inspections", "Areas": "Priorities", "Findings": "Ofsted findings", "Actions": "Action Plan ", "Measures": "KPIs", "Readings": "KPI data", "People": "Leads"}.items():
        book[old].title = new


@fixture
def sheets_missing(book):
    for name in ("Visits", "Findings", "Measures", "Readings", "People"):
        book.remove(book[name])
    book["Actions"].delete_cols(3)
    book["Areas"].delete_cols(3)
    for row in (2, 3):
        book["Actions"].cell(row, 9, "Children tell us so")


@fixture
def sheets_protected(book):
    sheet = book["Actions"]
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    for row in sheet["D2:J4"]:
        for cell in row:
            cell.protection = Protection(locked=False)


@fixture
def excel_table(book):
    book["Actions"].add_table(Table(displayName="Actions_table", ref="A1:J4"))


@fixture
def plan_fields_moved(book):
    def change(rows):
        head, *fields = rows["Plan"]
        fields.insert(2, ["Cost centre", "C4711"])
        rows["Plan"] = [["Our details", None, None], [None, None, None], [head[0], "Help", head[1]]]
        rows["Plan"] += [[name, "what to put here", value] for name, value in fields[::-1]]
        rows["Plan"][-4:] = rows["Plan"][-1:-5:-1]
        decisions = [line for line in rows["Plan"] if line[0] == "Decisions asked"]
        decisions[0][2], decisions[1][2] = decisions[1][2], decisions[0][2]

    return rebuilt(change)


@fixture
def key_own_words(book):
    words = {"Green": "Going well", "Amber": "Needs a push", "Grey": "Yet to begin"}
    for row in range(2, 5):
        for sheet, col in (("Key", 1), ("Actions", 9)):
            cell = book[sheet].cell(row, col)
            cell.value = words[cell.value]


# Words.


@fixture
def spaces(book):
    for name in ("Areas", "Actions", "Findings", "Key", "People", "Readings"):
        for row in book[name].iter_rows():
            for n, cell in enumerate(row):
                if isinstance(cell.value, str):
                    cell.value = [cell.value + "  ", NBSP + cell.value + NBSP, " " + cell.value, cell.value + "\u202f"][n % 4]
    book["Actions"]["E2"] = "Head" + NBSP + "of" + NBSP + "quality"


@fixture
def curly_quotes(book):
    for name in ("Plan", "Areas", "Actions"):
        for row in book[name].iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("'", "\u2019")
    book["Actions"]["D2"] = "A \u201csummary\u201d on every record"


@fixture
def names_in_another_case(book):
    book["Actions"]["E2"] = "HEAD OF QUALITY"
    book["Actions"]["E3"] = "head  of Quality"
    book["Areas"]["E3"] = "Head of Children's Homes"
    book["Actions"]["I2"] = "GREEN"
    book["Actions"]["J2"] = "m1"
    book["Findings"]["C2"] = "CONCERN"


@fixture
def long_text(book):
    book["Actions"]["D2"] = "All of it. " * 2900  # 31,900 characters; a cell holds 32,767
    book["Findings"]["D2"] = "One line\n" * 120 + "and the last"


@fixture
def other_scripts(book):
    book["Areas"]["B2"] = "Cofnodion \u2013 t\u0177 a d\u0175r"
    book["Areas"]["D2"] = "They know their story \U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467"
    book["Actions"]["D2"] = "\u0645\u0644\u062e\u0635 \u0641\u064a \u0643\u0644 \u0633\u062c\u0644"
    book["Actions"]["D3"] = "\u05ea\u05d5\u05db\u05e0\u05d9\u05ea \u2014 caf\u00e9, cafe\u0301"
    book["Actions"].sheet_view.rightToLeft = True


@fixture
def rich_text(book):
    """One word in bold: the parts are set in the saved file, see embolden."""


@fixture
def comments(book):
    book["Actions"]["G2"].comment = Comment("Is this date still right?", "Programme office")
    book["Actions"]["K9"].comment = Comment("Nothing here", "Programme office")


@fixture
def own_rules_and_colours(book):
    sheet = book["Actions"]
    choice = DataValidation(type="list", formula1='"Green,Amber,Grey"')
    choice.add("I2:I200")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add("I2:I200", CellIsRule(operator="equal", formula=['"Green"'], fill=PatternFill("solid", bgColor="00AA00")))


@fixture
def hyperlinks(book):
    book["Actions"]["D2"].hyperlink = "https://www.example.org/letter"
    book["Actions"]["B2"].hyperlink = "#Areas!A2"


# Dates.


@fixture
def dates_short(book):
    for cell, words in {"F2": "1/9/26", "G2": "30/11/26", "G3": "31/12/2026", "H3": "31/1/27", "G4": " 31/3/27"}.items():
        typed(book["Actions"][cell], words)


@fixture
def dates_in_words(book):
    for cell, words in {"F2": "1st September 2026", "G2": "30 November 2026", "G3": "31 Dec 2026", "H3": "31 january 27", "G4": "31" + NBSP + "March" + NBSP + "2027"}.items():
        typed(book["Actions"][cell], words)


@fixture
def dates_iso(book):
    for cell, words in {"F2": "2026-09-01", "G2": "2026-11-30", "G3": "2026-12-31", "H3": "2027-01-31", "G4": "2027-03-31"}.items():
        typed(book["Actions"][cell], words)


@fixture
def dates_with_time(book):
    book["Actions"]["G2"] = datetime.datetime(2026, 11, 30, 17, 30)
    book["Actions"]["G2"].number_format = "dd/mm/yyyy hh:mm"
    book["Actions"]["G3"].number_format = "[$-809]dddd, d mmmm yyyy"
    book["Actions"]["G4"].number_format = "d-mmm-yy"


@fixture
def dates_1904(book):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    for name, lines in plain_rows().items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return book


@fixture
def dates_1904_resaved(book):
    return dates_1904(book)


def due_says(name, words):
    def make(book):
        typed(book["Actions"]["G3"], words)

    make.__name__ = name
    fixture(make)


due_says("due_end_of_march", "end of March")
due_says("due_ongoing", "ongoing")
due_says("due_tbc", "TBC")
due_says("due_q3", "Q3")
due_says("due_31_february", "31/02/2026")
due_says("due_american", "03/31/2026")


@fixture
def due_shows_a_month(book):
    book["Actions"]["G3"] = day(2026, 12, 1)
    book["Actions"]["G3"].number_format = "mmm-yy"


# Figures.


@fixture
def percent_format(book):
    for sheet, cell, value in (("Measures", "F2", 0.48), ("Measures", "H2", 0.95), ("Readings", "C2", 0.55), ("Readings", "C3", 0.6)):
        book[sheet][cell] = value
        book[sheet][cell].number_format = "0%"


@fixture
def percent_text(book):
    for sheet, cell, value in (("Measures", "F2", "48%"), ("Measures", "H2", "95 %"), ("Readings", "C2", "55%"), ("Readings", "C3", "60%")):
        book[sheet][cell] = value


@fixture
def percent_fractions(book):
    for sheet, cell, value in (("Measures", "F2", 0.48), ("Measures", "H2", 0.95), ("Readings", "C2", 0.55), ("Readings", "C3", 0.6)):
        book[sheet][cell] = value


@fixture
def percent_every_way(book):
    book["Readings"]["C2"] = 0.55
    book["Readings"]["C2"].number_format = "0%"
    book["Readings"]["C3"] = "60%"


@fixture
def percent_mixture(book):
    book["Readings"]["C3"] = 0.6


@fixture
def figures_as_text(book):
    for sheet, cell, value in (("Measures", "F2", "48"), ("Readings", "C2", " 55"), ("Readings", "C3", "60" + NBSP)):
        book[sheet][cell] = value
        book[sheet][cell].quotePrefix = True


# Formulas.


def with_formulas(book):
    book["Actions"]["E2"] = "=People!A3"
    book["Actions"]["B3"] = "=B2"
    book["Actions"]["G2"] = "=DATE(2026,11,30)"
    book["Actions"]["G3"] = "=EDATE(G2,1)+1"
    book["Actions"]["I4"] = '=IF(F4>G4,"Green","Grey")'
    book["Readings"]["C3"] = "=C2+5"


@fixture
def formulas(book):
    with_formulas(book)


@fixture
def formulas_without_results(book):
    with_formulas(book)


@fixture
def formula_with_ref_error(book):
    book["Actions"]["E3"] = "=#REF!"


@fixture
def formulas_copied_down(book):
    for row in range(5, 30):
        book["Actions"].cell(row, 9, f'=IF(G{row}="","Grey","Green")')


# Refs.


@fixture
def refs_as_numbers(book):
    for sheet, cells in {"Areas": ("A2", "A3"), "Actions": ("A2", "A3", "A4", "B2", "B3", "B4"), "Findings": ("E2", "E3", "E4"), "Measures": ("B2",)}.items():
        for cell in cells:
            book[sheet][cell] = float(book[sheet][cell].value)


@fixture
def ref_lost_its_zero(book):
    book["Actions"]["A2"], book["Actions"]["A3"] = 1.9, 1.1


@fixture
def ref_became_a_date(book):
    book["Actions"]["A3"] = day(2026, 2, 1)
    book["Actions"]["A3"].number_format = "d-mmm"


@fixture
def refs_in_one_cell(book):
    book["Actions"]["C2"] = "F1, F2; F3"
    book["Actions"]["C3"] = "F1\nF2\n"
    book["Actions"]["C4"] = " f3 ;f4;"


@fixture
def refs_as_a_range(book):
    book["Actions"]["C3"] = "F1\u2013F4"


@fixture
def area_by_its_name(book):
    book["Actions"]["B3"] = "Records"


# How each of them is saved.

saved_by_libreoffice = {
    "resaved", "columns-inserted", "headings-wrapped", "headings-in-two-rows", "title-row-merged", "group-headings", "rows-hidden",
    "autofilter", "rows-grouped", "totals-row", "rows-formatted-ahead", "sheets-hidden", "sheets-renamed", "spaces", "other-scripts",
    "rich-text", "comments", "own-rules-and-colours", "dates-in-words", "dates-with-time", "dates-1904-resaved", "percent-format",
    "formulas", "formula-with-ref-error", "formulas-copied-down", "ref-became-a-date", "refs-in-one-cell", "due-shows-a-month",
}


def save_all():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name, make in FIXTURES.items():
            book = build(plain_rows())
            book = make(book) or book
            folder = scratch if name in saved_by_libreoffice else HERE
            book.save(folder / f"{name}.xlsx")
        embolden(scratch / "rich-text.xlsx", ("A ", "summary", " on every record"), ("Gr", "ee", "n"))
        build(plain_rows()).save(scratch / "macros.xlsx")
        resave(scratch, sorted(saved_by_libreoffice), "xlsx")
        resave(scratch, ["macros"], "xlsm:Calc MS Excel 2007 VBA XML")
    sheets_style("online-sheets", addresses=True)
    sheets_style("online-sheets-bare", addresses=False)


def embolden(path, *texts):
    """Makes the middle of each text bold, which openpyxl cannot."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    keep = 'xml:space="preserve"'
    for before, bold, after in texts:
        plain_text = f"<is><t>{before}{bold}{after}</t></is>".encode()
        in_parts = f"<is><r><t {keep}>{before}</t></r><r><rPr><b/></rPr><t>{bold}</t></r><r><t {keep}>{after}</t></r></is>".encode()
        for name in parts:
            parts[name] = parts[name].replace(plain_text, in_parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def resave(scratch, names, form):
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless", "--convert-to", form, "--outdir", str(HERE)] + [str(scratch / f"{n}.xlsx") for n in names],
        check=True,
    )


PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sheets_style(name, addresses):
    """A workbook of nothing but its sheets; without addresses every row and
    cell stands where it is counted to, as the format allows."""
    rows = plain_rows()
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for n in range(1, len(rows) + 1))
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="{sheet}" sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(rows, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}relationships">'
        + "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet{n}.xml"/>' for n in range(1, len(rows) + 1))
        + "</Relationships>",
    }
    for n, lines in enumerate(rows.values(), 1):
        body = "".join(row_markup(r, line, addresses) for r, line in enumerate(lines, 1))
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    with zipfile.ZipFile(HERE / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part, (2026, 9, 28, 0, 0, 0)), HEAD + content, zipfile.ZIP_DEFLATED)


def row_markup(number, line, addresses):
    cells = ""
    for col, value in enumerate(line, 1):
        place = f' r="{openpyxl.utils.get_column_letter(col)}{number}"' if addresses else ""
        if value is None:
            cells += "" if addresses else "<c/>"
        elif isinstance(value, str):
            cells += f'<c{place} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        else:
            number_of = to_excel(value) if isinstance(value, datetime.datetime) else value
            cells += f"<c{place}><v>{number_of:g}</v></c>" if number_of < 1000 else f"<c{place}><v>{number_of:.0f}</v></c>"
    return f'<row r="{number}">{cells}</row>' if addresses else f"<row>{cells}</row>"


if __name__ == "__main__":
    if shutil.which("soffice") is None:
        raise SystemExit("LibreOffice (soffice) is needed.")
    save_all()
