"""Fills in the blank workbook as a person would: fill.py BLANK OUT.

Types into the cells under the headings, in the order of the first sheet.
"""

import datetime
import sys

import openpyxl

day = datetime.datetime
book = openpyxl.load_workbook(sys.argv[1])

plan = book["Plan"]
typed = {
    "Plan title": "Children's services improvement plan",
    "Senior responsible owner": "Director of children's services",
    "Meeting date": day(2026, 10, 13),
    "Plan ends": day(2027, 12, 31),
}
for row in plan.iter_rows(min_row=2):
    if row[0].value in typed:
        row[1].value = typed[row[0].value]

records = {
    "Visits": [{"Ref": "V1", "Kind": "Focused visit", "Title": "Focused visit to children in care", "Started": day(2026, 3, 3), "Ended": day(2026, 3, 4), "Letter dated": day(2026, 3, 31), "Letter received": day(2026, 3, 24), "Published": "Yes"}],
    "Areas": [{"Ref": "1", "Improvement area": "Records", "Visits": "V1", "Outcome for children": "Anyone helping a child can see what matters and why", "Accountable owner": "Head of quality", "Priority": "Improvement", "Target date": day(2027, 9, 30), "Publish": "Public"}],
    "Findings": [{"Ref": "F1", "Visit": "V1", "Kind": "Improvement needed", "Finding": "Records are not always updated before a review", "Where in letter": "Main findings, paragraph 9", "Areas": "1"}],
    "Actions": [
        {"Ref": "1.1", "Area": "1", "Findings": "F1", "Action": "A one-page summary stands on the record of every child in care", "Short name": "Summaries", "Owner": "Head of quality", "Start": day(2026, 4, 1), "Due": day(2026, 11, 30), "Status": "On track", "Progress note": "Summaries are on 212 of 236 records", "Updated": day(2026, 9, 28), "Success measure": "M1"},
        {"Ref": "1.2", "Area": "1", "Findings": "F1", "Action": "Every record is updated in the week before its review", "Short name": "Updated records", "Owner": "Head of service, children in care", "Start": day(2026, 5, 1), "Due": day(2027, 3, 31), "Status": "On track", "Progress note": "Two teams of five have begun", "Updated": day(2026, 9, 28), "Success measure": "M1"},
    ],
    "Measures": [{"Ref": "M1", "Area": "1", "Measure": "Records updated before a review", "Unit": "%", "Better when": "Higher", "Baseline": 55, "Baseline date": day(2026, 3, 31), "Target": 95, "Target date": day(2027, 9, 30), "Tolerance": 5}],
    "Readings": [{"Measure": "M1", "Period end": day(2026, 6, 30), "Value": 62, "Numerator": 146, "Denominator": 236}, {"Measure": "M1", "Period end": day(2026, 8, 31), "Value": 70, "Numerator": 165, "Denominator": 236}],
    "People": [{"Name": n, "Role": n} for n in ("Director of children's services", "Head of quality", "Head of service, children in care")],
}
for name, rows in records.items():
    sheet = book[name]
    column = {c.value: c.column for c in sheet[1]}
    for y, row in enumerate(rows):
        for heading, value in row.items():
            sheet.cell(2 + y, column[heading]).value = value
book.save(sys.argv[2])
