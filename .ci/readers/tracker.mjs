// Prints what SheetJS or exceljs reads of a tracker's actions, a line each:
// ref|owner|status|days late|due now.
//
//   node tracker.mjs sheetjs|exceljs TRACKER.xlsx
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const headingRow = 4;
const wanted = ["Ref", "Owner", "Status", "Days late", "Due now"];

// Each reader gives rows of plain values; a day is yyyy-mm-dd.
const readers = {
  sheetjs(file) {
    const sheet = XLSX.read(readFileSync(file), { cellDates: false }).Sheets.Actions;
    return XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, range: headingRow - 1, defval: "" });
  },
  async exceljs(file) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet("Actions");
    const rows = [];
    for (let r = headingRow; r <= sheet.rowCount; r++) {
      const row = [];
      for (let c = 1; c <= sheet.columnCount; c++) row.push(plain(sheet.getRow(r).getCell(c)));
      rows.push(row);
    }
    return rows;
  },
};

// The library gives a formula's result apart, because its value leaves out a
// result of 0.
function plain(cell) {
  const value = cell.formula ? cell.result : cell.value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value?.text ?? value ?? "";
}

function day(value) {
  if (typeof value !== "number") return value;
  const d = XLSX.SSF.parse_date_code(value);
  return [d.y, String(d.m).padStart(2, "0"), String(d.d).padStart(2, "0")].join("-");
}

const [reader, file] = process.argv.slice(2);
const [headings, ...rows] = await readers[reader](file);
const columns = wanted.map((heading) => {
  const at = headings.indexOf(heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return at;
});
for (const row of rows) {
  const values = columns.map((c) => row[c]);
  values.push(day(values.pop()));
  console.log(values.join("|"));
}
