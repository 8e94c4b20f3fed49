"""Opens workbooks in LibreOffice and works all of them out.

opens.py PROFILE WORKBOOK... fails where one does not open, or where a cell
that people see shows an error.
"""

import sys

from office import opened, running  # brings uno, which the next import needs
from com.sun.star.sheet.FormulaResult import ERROR


def errors(doc):
    for sheet in doc.Sheets:
        if sheet.IsVisible:
            for cell in sheet.queryFormulaCells(ERROR).Cells:
                if "#REF!" not in cell.Formula.upper():  # somebody's own reference that was broken before
                    yield cell.AbsoluteName


def main(profile, *paths):
    odd = 0
    with running(profile) as desktop:
        for path in paths:
            doc = opened(desktop, path)
            if doc is None:
                found = ["does not open"]
            else:
                doc.calculateAll()
                found = list(errors(doc))
                doc.close(True)
            odd += bool(found)
            if found:
                print(path, *found[:5], sep="\n  ")
    print(f"{len(paths)} workbooks in LibreOffice, {odd} with an error")
    return odd > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
