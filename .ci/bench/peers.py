"""What openpyxl and ReportLab need for the same plan.

peers.py make FILE ROWS    writes a plan of so many actions, with the columns that have to be there and a few more
peers.py fill FILE ROWS    writes a plan of so many actions with every column that people fill in, on the sample's sheets
peers.py read FILE         reads every cell of it
peers.py paper FILE OUT    reads the actions, and sets them as a table
"""

import re
import sys
from copy import copy
from pathlib import Path

import openpyxl

STATUSES = ["On track", "At risk", "Delivered", "Off track", "Not started"]


def make(path, rows):
    book = openpyxl.Workbook(write_only=True)

    def sheet(name, heading, lines):
        to = book.create_sheet(name)
        to.append(heading)
        for line in lines:
            to.append(line)

    sheet("Plan", ["Field", "Value"], [["Organisation", "Exampleshire Council"], ["Plan title", "Improvement plan"]])
    sheet("Visits", ["Ref", "Kind", "Title", "Started"], [["V1", "Focused visit", "Focused visit", "2026-01-12"]])
    sheet("Areas", ["Ref", "Improvement area", "Outcome for children", "Accountable owner"],
          ([f"A{i + 1}", f"Area of work number {i + 1}", "Children know whom to ask", f"Head of service {i % 40}"] for i in range((rows + 9) // 10)))
    sheet("Findings", ["Ref", "Visit", "Kind", "Finding", "Areas"],
          ([f"F{i + 1}", "V1", "Concern", f"What inspectors saw in sample {i + 1} was not good enough yet", f"A{i // 10 + 1}"] for i in range(rows)))
    sheet("Actions", ["Ref", "Area", "Findings", "Action", "Short name", "Owner", "Start", "Due", "Status", "Progress note", "Updated", "Success measure"],
          ([f"{i // 10 + 1}-{i % 10 + 1}", f"A{i // 10 + 1}", f"F{i + 1}", f"A standard on subject {i + 1} is signed off and in use in every team",
            f"Standard {i + 1}", f"Head of service {i % 40}", "2026-03-01", f"2026-{6 + i % 7:02}-28", STATUSES[i % 5],
            f"Drafted and tried in team {i + 1}", "2026-09-20", "Children say that they are heard"] for i in range(rows)))
    sheet("Updates", ["Date", "Action", "Status", "Note", "By"],
          (["2026-08-15", f"{i // 10 + 1}-{i % 10 + 1}", STATUSES[i % 5], f"Report {i} to the programme office", f"Head of service {i % 40}"] for i in range(rows)))
    book.save(path)


def fill(path, rows):
    """The sample again and again, each time with refs of its own. Formulas go: openpyxl would save them without results."""
    book = openpyxl.load_workbook(Path(__file__).parents[2] / "samples/south-gloucestershire.xlsx")
    grown = [book[name] for name in ("Findings", "Actions", "Updates")]
    filled = {sheet.title: [row for row in sheet.iter_rows(min_row=2) if row[0].value is not None] for sheet in grown}
    refs = {row[0].value for sheet in ("Findings", "Actions") for row in filled[sheet]}

    def again(value, n):
        parts = re.split(r"([;,\s]+)", value) if isinstance(value, str) else []
        if not parts or not refs.issuperset(parts[::2]):
            return value
        return "".join(part if i % 2 else f"{part}-{n}" for i, part in enumerate(parts))

    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=") or not isinstance(cell.value, (str, int, float, bool)) and hasattr(cell.value, "ref"):
                    cell.value = None
    for sheet in grown:
        at = filled[sheet.title][-1][0].row
        for n in range(1, -(-rows // len(filled["Actions"]))):
            for row in filled[sheet.title][: rows - n * len(filled["Actions"]) if sheet.title == "Actions" else None]:
                at += 1
                for cell in row:
                    to = sheet.cell(at, cell.column, again(cell.value, n))
                    to._style = copy(cell._style)
    book.save(path)


def rows_of(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def paper(path, out):
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    lines = [[Paragraph(str(row[i]), style) for i in (0, 3, 5, 7, 8)] for row in rows_of(path)["Actions"]]
    SimpleDocTemplate(out, pagesize=landscape(A4)).build([LongTable(lines, colWidths=[50, 380, 150, 70, 70], repeatRows=1)])


if sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1] == "fill":
    fill(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1] == "read":
    rows_of(sys.argv[2])
else:
    paper(sys.argv[2], sys.argv[3])
