"""Makes the older plans that are moved onto the workbook.

    /usr/bin/python3 make.py
    soffice --headless --convert-to xlsx --outdir OUT paired.xlsx   → paired-libreoffice.xlsx

flat.xlsx is laid out like a plan of 2014, paired.xlsx like one of 2018,
word.xlsx as a table pasted from a Word file, own.xlsx as a council's own
workbook with areas and actions apart.
"""

import datetime

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

HEAD = ["No", "Ofsted para no.", "Ofsted area for improvement", "Lead", "Action", "By when", "Progress", "R/A/G", "Monitoring and evaluation"]


def save(book, name):
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    book.save(name)


def flat():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ofsted Improvement Plan v9"
    sheet.append(["Exampleshire Council"])
    sheet.append(["Ofsted inspection May 2014: improvement plan", None, None, None, None, None, None, None, "Version 9"])
    sheet.append([])
    sheet.append(HEAD)
    rows = [
        [1, "17 (57, 138)", "Ensure that all children have an up-to-date assessment", "Head of Safeguarding", "Audit every open case", datetime.datetime(2014, 9, 30), "All 212 cases audited", "G", "Audit report to board"],
        [None, None, None, "Head of Safeguarding", "Train all managers in the assessment framework", "31/12/14", "Two of three sessions held", "A", "Training log"],
        [None, None, None, "Principal Social Worker and HR", "Publish a revised assessment protocol", "ongoing", None, "R", None],
        [2, "21", "Improve the quality of supervision", "Principal Social Worker", "Introduce a supervision template", "end of March", "Template in use", "B", "Dip sample in June"],
        [None, "22", None, "Assistant Director", "Report supervision rates each month", datetime.datetime(2015, 3, 31), "Reported since May", "Green", None],
        [3, "33", "Strengthen the voice of the child", "Participation Lead", "Set up a children in care council", "31 March 2015", "Council meets each month", "G", "Minutes"],
        ["Total", None, None, None, None, None, None, 6, None],
    ]
    for r in rows:
        sheet.append(r)
    for cells in ["A5:A7", "B5:B7", "C5:C7", "A8:A9", "C8:C9"]:
        sheet.merge_cells(cells)
    sheet["B2"].font = Font(bold=True)
    sheet["K5"] = "Chase HR about this"
    sheet["A14"] = "R = off track, A = some slippage, G = on track, B = complete and evidenced"
    risk = book.create_sheet("Evidence library")
    for r in [["Folder", "Held by"], ["EV-01 Audit reports", "Business support"], ["EV-02 Training log", "HR"]]:
        risk.append(r)
    save(book, "flat.xlsx")


def paired():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet.append(["Exampleshire Council children's services improvement plan 2018-19"])
    sheet.append(["Ref", "What we will do", "Lead officer", "Timescale", "Progress report Nov 2018", "BRAG", "Progress report Jan 2019", "BRAG Jan"])
    sheet.append(["Priority 1: Leadership and governance"])
    sheet.append([1.1, "Weekly meeting of senior leaders", "Director", datetime.datetime(2018, 9, 30), "Meeting since June", "Green", "Meets each week", "Blue"])
    sheet.append([1.2, "Board every four weeks with an independent chair", "Director", datetime.datetime(2018, 12, 31), "Chair appointed", "Amber", "Four boards held", "Green"])
    for i in range(3, 10):
        sheet.append([round(1 + i / 10, 1), "Step %d of the leadership programme" % i, "Head of Quality", datetime.datetime(2019, 1, i), "Planned", "Amber", "Under way", "Green"])
    sheet.append([1.1, "Tenth step of the leadership programme", "Head of Quality", datetime.datetime(2019, 2, 1), "Planned", "Amber", "Under way", "In hand"])
    sheet.append(["Priority 2: Staying put"])
    sheet.append([2.1, "Write the staying put policy", "Head of Care", "Q3", "Drafted", "Red", "Agreed by cabinet", "Complete"])
    for row in (3, 14):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8)
    save(book, "paired.xlsx")


def word():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet["A1"] = "Action plan following the focused visit"
    head = ["Recommendation", "Key actions", "By whom", "Timescale", "Progress to date", "RAG status"]
    for x, h in enumerate(head):
        sheet.cell(3, x + 1, h).alignment = Alignment(wrap_text=True)
    rows = [
        ["1. Supervision is regular and reflective", "Agree a\u00a0standard", "Service manager / HR", "30th June 2023", "Standard agreed\nand sent out", "Green \u2013 on target"],
        [None, None, None, None, "Second round of comments closed", None],
        [None, "Sample ten records a month", "Team", "Monthly", "Started", "Amber E"],
        head,
        ["2. Care leavers know their rights", "Publish the local offer", "Care leavers lead", datetime.datetime(2023, 7, 31), None, "n/k"],
        ["3. Nothing planned yet", None, "Head of care", None, None, None],
    ]
    for y, r in enumerate(rows):
        for x, v in enumerate(r):
            if v is not None:
                sheet.cell(4 + y, x + 1, v)
    save(book, "word.xlsx")


def own():
    book = openpyxl.Workbook()
    plan = book.active
    plan.title = "Cover"
    for r in [["Field", "Value"], ["Council", "Exampleshire Council"], ["Plan name", "Improvement plan"], ["SRO", "Director"], ["Decisions asked", "Agree the plan"], [None, "Note the risks"], ["Cost centre", "CC-1234"]]:
        plan.append(r)
    areas = book.create_sheet("Themes")
    for r in [["Ref", "Theme", "Outcome", "Lead officer", "Budget"], ["A", "Records", "They know their story", "Head of quality", 12500], ["B", "Supervision", "Steady workers", "Head of service", None]]:
        areas.append(r)
    actions = book.create_sheet("Acton log")
    for r in [
        ["Ref", "Theme", "Action required", "Lead", "Deadlines", "RAG rating", "Success criteria", "Work package"],
        ["A1", "Records", "Write summaries", "Head of quality", datetime.datetime(2026, 5, 31), "On track", "All records", "WP7"],
        ["B1", "B", "Supervise monthly", "Head of service", "15/6/26", "Delivered", "Fewer gaps", None],
    ]:
        actions.append(r)
    extra = book.create_sheet("Attendance")
    for r in [["Meeting", "Present"], [datetime.datetime(2026, 2, 3), 14]]:
        extra.append(r)
    extra.sheet_state = "hidden"
    save(book, "own.xlsx")


def tabs():
    book = openpyxl.Workbook()
    colours = {"G": "FF00B050", "R": "FFFF0000", "A": "FFFFC000"}
    for name, rows in [
        ("Priority 1 Front door", [["Screen every contact in a day", "Front door manager", datetime.datetime(2024, 3, 31), "G"], ["Answer referrers", "Front door manager", datetime.datetime(2024, 4, 30), "R"]]),
        ("Priority 2 Care", [["Visit on time", "Head of care", datetime.datetime(2024, 5, 31), "A"], ["Write plans with children", "Head of care", datetime.datetime(2024, 6, 30), None]]),
    ]:
        sheet = book.create_sheet(name)
        sheet.append(["Action", "Lead", "By when", "RAG", "Latest progress"])
        for y, (action, lead, due, colour) in enumerate(rows):
            sheet.append([action, lead, due, None, "As planned"])
            if colour:
                sheet.cell(y + 2, 4).fill = PatternFill("solid", fgColor=colours[colour])
    book.remove(book.worksheets[0])
    save(book, "tabs.xlsx")


flat()
tabs()
paired()
word()
own()
