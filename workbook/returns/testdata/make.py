"""Makes office.xlsm, a plan that other people have built: collect's copies of
it are compared with it part by part.

    /usr/bin/python3 make.py

It is XlsxWriter's, with macros, a title above the headings, columns of the
council's own, formulas, a table, colours, lists, a chart, a comment, a hidden
sheet, days shown in the council's own way, one cell of text in a column of
days, and two rows that share merged cells.
"""

import datetime
import io

import xlsxwriter

day = datetime.date
book = xlsxwriter.Workbook("office.xlsm")
book.set_properties({"created": datetime.datetime(2026, 1, 1)})
book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4), True)
book.set_vba_name("ThisWorkbook")
head = book.add_format({"bold": True, "bg_color": "#1F3A4D", "font_color": "white", "border": 1, "text_wrap": True})
date = book.add_format({"num_format": "d mmm yyyy", "bg_color": "#E2F0D9", "border": 2, "italic": True})
note = book.add_format({"text_wrap": True, "font_color": "#333366"})

for name, rows in [
    ("Plan", [["Field", "Value"], ["Organisation", "Exampleshire Council"], ["Plan title", "Improvement plan"], ["Senior responsible owner", "Director of children's services"], ["Report author", "Improvement lead"]]),
    ("Areas", [["Ref", "Improvement area", "Outcome for children", "Accountable owner"], ["A1", "Records", "They know their story", "Head of quality"], ["A2", "Supervision", "Steady work", "Head of service"]]),
    ("Key", [["Word", "Means"], ["White", "not started"], ["Green", "on track"], ["Amber", "at risk"], ["Red", "off track"], ["Blue", "delivered"]]),
]:
    sheet = book.add_worksheet(name)
    for y, row in enumerate(rows):
        sheet.write_row(y, 0, row, head if y == 0 else None)

sheet = book.add_worksheet("Action plan")
sheet.set_vba_name("Sheet4")
sheet.merge_range("A1:L1", "Exampleshire: the plan in detail", head)
headings = ["Ref", "Area", "Action", "Lead officer", "Due date", "Revised date", "RAG", "Progress", "Cost", "Days left", "Evidence", "Date completed"]
sheet.write_row(2, 0, headings, head)
rows = [
    ["1.1", "A1", "Write a summary for every child in care", "Head of quality", day(2026, 11, 30), None, "Amber", "Half are written", 1200, None, "", None],
    ["1.2", "A1", "Audit forty records each quarter", "head of  Quality", day(2026, 8, 31), "ongoing", "Red", "", 300, None, "", None],
    ["2.1", "A2", "Supervise every social worker monthly", "Head of service", day(2026, 12, 31), None, "Green", "Rota is agreed", 0, None, "", None],
    ["2.2", "A2", "Train all supervisors in the new form", "Head of service", day(2026, 12, 31), None, "Green", "=Booked", 0, None, "", None],
    ["2.3", "A2", "Publish the supervision standard", "Head of service", day(2026, 3, 31), None, "Blue", "On the intranet", 0, None, "Intranet page", day(2026, 3, 20)],
]
for y, row in enumerate(rows, 3):
    for x, value in enumerate(row):
        if x == 9:
            sheet.write_formula(y, x, f"=E{y + 1}-DATE(2026,9,30)", None, 61)
        elif isinstance(value, day):
            sheet.write_datetime(y, x, value, date)
        elif isinstance(value, str) and value:
            sheet.write_string(y, x, value, note if x == 7 else None)
        elif value is not None and value != "":
            sheet.write(y, x, value)
sheet.write_formula("G4", '=IF(I4>1000,"Amber","Green")', None, "Amber")  # 1.1: a status that is worked out
sheet.merge_range("K6:K7", "Rota, September 2026", note)  # 2.1 and 2.2 share their evidence
sheet.write("I12", "Costs are checked by finance")
sheet.write("I10", "=SUM(I4:I8)", None, 1500)
sheet.autofilter("A3:L8")
sheet.conditional_format("G4:G8", {"type": "cell", "criteria": "==", "value": '"Red"', "format": book.add_format({"bg_color": "#F4B6B6"})})
sheet.data_validation("G4:G8", {"validate": "list", "source": "=Key!$A$2:$A$6"})
sheet.write_comment("C4", "Asked for by the board in May")
sheet.set_row(4, None, None, {"hidden": True})
sheet.set_column("F:F", 14, date)

log = book.add_worksheet("Log")
log.add_table("B2:H4", {"name": "tblLog", "columns": [{"header": h} for h in ["Update date", "Action ref", "RAG", "New date", "Comment", "Who", "Board paper"]]})
for y, row in enumerate([[day(2026, 5, 1), "1.1", "Green", None, "Begun", "Head of quality", "May 4"], [day(2026, 7, 1), "1.1", "Amber", None, "Slower than hoped", "Head of quality", "July 6"]], 2):
    for x, value in enumerate(row, 1):
        if isinstance(value, day):
            log.write_datetime(y, x, value, date)
        elif value is not None:
            log.write(y, x, value)

chart = book.add_chart({"type": "column"})
chart.add_series({"categories": "='Action plan'!$A$4:$A$8", "values": "='Action plan'!$I$4:$I$8"})
extra = book.add_worksheet("Budget")
extra.write_formula("A1", "='Action plan'!I10*2", None, 3000)
extra.insert_chart("C3", chart)
book.add_worksheet("Old lists").hide()
book.define_name("Costs", "='Action plan'!$I$4:$I$8")
book.close()
