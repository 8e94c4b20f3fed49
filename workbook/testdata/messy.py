"""Makes messy-openpyxl.xlsx: a plan as staff leave it, all at once.

LibreOffice's copy is made from it with
    soffice --headless --convert-to xlsx --outdir OUT messy-openpyxl.xlsx
and kept as messy-libreoffice.xlsx; there the formulas have results.
"""

import datetime

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904  # counts its days from 1904

cover = book.active
cover.title = "Cover "
for row in [
    ["Exampleshire", None, None],
    [None, None, None],
    ["Field:", "What to put here", "VALUE"],
    ["Local authority", "the council", "Exampleshire Council"],
    ["Name of plan *", None, "Improvement plan"],
    ["SRO", None, "Director of children\u2019s services\u00a0"],
    ["Report received", None, datetime.datetime(2026, 3, 13, 9, 30)],
    ["Decisions asked", None, "Agree the new date"],
    [None, None, "Note the risk"],
    ["Board every (days)", None, 56],
]:
    cover.append(row)

key = book.create_sheet("RAG key")
for row in [["RAG", "Stands for"], ["Blue", "Delivered"], ["Green", "On track"], ["Amber", "At risk"], ["Red", "Off track"], ["Grey", "Not started"]]:
    key.append(row)

areas = book.create_sheet("Themes")
for row in [
    ["No.", "Theme", "Lead officer", "Intended outcome"],
    [1, "Records", "Head of quality", "They know their story"],
    [2, "Visits", "Head of care", "They are seen"],
]:
    areas.append(row)

plan = book.create_sheet("ACTION PLAN")
plan.append(["Exampleshire improvement plan"])
plan.append(["Updated monthly by the programme office"])
plan.append([])
plan.append([None, "What", None, None, "When", None, "How is it going", None, None, None])
plan.append(["No.", "Theme", "Budget code", "Action required", "By when", "Revised\ndate", "RAG", "Progress update", "Success criteria", "Lead\u00a0officer (post)"])
plan.merge_cells("A1:J1")
plan.merge_cells("B4:D4")
plan.merge_cells("E4:F4")
plan.merge_cells("G4:J4")
for row in [
    [1.8, 1, 77, "Summaries on every record", datetime.datetime(2026, 11, 30), None, "green", "On 212", "They tell us", "Head of quality"],
    [1.9, 1, 78, "Check a sample", "31/12/2026", "31 January 2027", "Amber ", None, "They tell us", "Head of quality"],
    [1.1, 1, 79, "Train the team", "end of March 2027", None, "Grey", None, "They tell us", "='Old leads'!A1"],
    [],
    ["Theme 2: visits"],
    ["2.1", 2, 80, "Diary reminders", "30/6/27", None, "Red", None, "They tell us", "Head of care"],
    ["2.2", None, 81, "Count them weekly", datetime.datetime(2027, 6, 1), None, "Red", None, "They tell us", "Head of care"],
    [],
    ["Total", None, "=SUM(C6:C12)"],
    [None, None, None, None, None, None, None, "x"],
]:
    plan.append(row)
plan.merge_cells("A10:J10")
plan.merge_cells("B11:B12")
plan["E6"].number_format = "dd/mm/yyyy"
plan["E12"].number_format = "mmm yyyy"
plan.row_dimensions[7].hidden = True
plan.column_dimensions["E"].hidden = True
plan["A5"].font = Font(bold=True)
plan.auto_filter.ref = "A5:J12"

book.create_sheet("Notes").append(["Anything"])
book.save("messy-openpyxl.xlsx")
