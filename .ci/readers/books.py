"""Opens workbooks with programs that others wrote: each has to open every one
without a complaint and find the same sheets.

books.py WORKBOOK.xlsx... asks openpyxl and calamine here, and SheetJS and
exceljs through books.mjs beside it.
"""

import json
import os
import subprocess
import sys
import warnings

import openpyxl
import python_calamine

warnings.simplefilter("error")
warnings.filterwarnings("ignore", "Sparkline Group extension is not supported")  # openpyxl keeps none


def by_openpyxl(path):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            pass
    return book.sheetnames


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
    return book.sheet_names


def said(read, path):
    try:
        return read(path)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def main(paths):
    here = os.path.dirname(os.path.abspath(__file__))
    found = json.loads(subprocess.run(["node", f"{here}/books.mjs", *paths], check=True, stdout=subprocess.PIPE).stdout)
    odd = 0
    for path in paths:
        answers = {"openpyxl": said(by_openpyxl, path), "calamine": said(by_calamine, path), **found[path]}
        if len({json.dumps(a) for a in answers.values()}) > 1 or not isinstance(answers["openpyxl"], list):
            odd += 1
            print(path, *(f"\n  {name}: {answer}" for name, answer in answers.items()))
    print(f"{len(paths)} workbooks, 4 readers, {odd} read otherwise by one")
    return odd > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
