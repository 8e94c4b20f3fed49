"""Types words into a workbook's cells as staff do, and saves it.

type.py WORKBOOK FOLDER PROFILE reads {"name": {"Sheet": {"Heading": {"row":
"words"}}}} and writes FOLDER/name.xlsx for each, every time from the whole
workbook. Under the heading "insert a row" stand the rows that are inserted
first, from the top.
"""

import json
import sys

from office import column, kept, opened, running


def write(doc, sheets):
    doc.enableAutomaticCalculation(False)  # or each cell takes as long as somebody's own
    for name, columns in sheets.items():
        sheet = doc.Sheets.getByName(name)
        for row in sorted(map(int, columns.pop("insert a row", {}))):
            sheet.Rows.insertByIndex(row - 1, 1)
        for heading, words in columns.items():
            at = column(sheet, heading)
            for row, text in words.items():
                sheet.getCellByPosition(at, int(row) - 1).String = text
    doc.calculateAll()


def main(workbook, folder, profile):
    with running(profile) as desktop:
        for name, sheets in json.load(sys.stdin).items():
            doc = opened(desktop, workbook)
            write(doc, sheets)
            kept(doc, f"{folder}/{name}.xlsx")
            doc.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
