"""Deletes columns and sheets of a workbook as staff do, and saves what is left.

delete.py WORKBOOK FOLDER PROFILE reads lines of "name|Sheet!Heading|Sheet|…" and
writes FOLDER/name.xlsx for each, every time from the whole workbook.
"""

import sys

from office import column, kept, opened, running


def delete(doc, place):
    name, _, heading = place.partition("!")
    if not heading:
        doc.Sheets.removeByName(name)
        return
    sheet = doc.Sheets.getByName(name)
    sheet.Columns.removeByIndex(column(sheet, heading), 1)


def main(workbook, folder, profile):
    with running(profile) as desktop:
        for line in sys.stdin.read().splitlines():
            name, *places = line.split("|")
            doc = opened(desktop, workbook)
            for place in places:
                delete(doc, place)
            doc.calculateAll()
            kept(doc, f"{folder}/{name}.xlsx")
            doc.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
