"""Writes a plan as a council might keep it: council.py PLAN.xlsx OUT.xlsx.

Sheets and columns are moved and renamed, title rows stand above the headings,
and nothing of the original's look is left. It must make the same briefing.
"""
import random
import sys

import openpyxl

SHEETS = {"Areas": "Improvement areas", "Actions": "Action plan", "Findings": "Ofsted findings", "People": "Staff"}
HEADINGS = {
    "Actions": {"Ref": "Action no", "Owner": "Lead officer", "Due": "By when", "Status": "BRAG", "Progress note": "Progress report",
                "Action": "What we will do", "If it slips": "Contingency", "Area": "Improvement area"},
    "Areas": {"Accountable owner": "Lead", "Improvement area": "Ofsted area for improvement", "Status": "RAG"},
    "Findings": {"Where in letter": "Ofsted para no."},
    "Measures": {"Better when": "Polarity"},
    "Readings": {"Period end": "Month"},
}
NOT_THEIRS = ("Start here", "Summary", "Lists")

random.seed(5)
source = openpyxl.load_workbook(sys.argv[1])
out = openpyxl.Workbook()
out.remove(out.active)
names = [n for n in source.sheetnames if n not in NOT_THEIRS]
random.shuffle(names)
for name in names:
    sheet = out.create_sheet(SHEETS.get(name, name))
    rows = [[c.value for c in row] for row in source[name].iter_rows()]
    rows = [r for r in rows if any(v not in (None, "") for v in r)]
    if name == "Plan":
        for row in rows:
            sheet.append(row[:2])
        continue
    headings = rows[0]
    keep = [i for i, h in enumerate(headings) if h and h != "Check"]
    random.shuffle(keep)
    sheet.append(["Our plan: " + name])
    sheet.append([])
    sheet.append([HEADINGS.get(name, {}).get(headings[i], headings[i].upper()) for i in keep])
    for row in rows[1:]:
        values = [row[i] for i in keep]
        if any(v is not None and not str(v).startswith("=") for v in values):
            sheet.append(values)
out.save(sys.argv[2])
