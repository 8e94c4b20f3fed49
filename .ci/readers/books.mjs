// Opens workbooks with SheetJS and exceljs and walks over every cell. Prints a
// JSON object: by file and reader the names of the sheets, or what it says.
//
//   node books.mjs WORKBOOK.xlsx…
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const readers = {
  sheetjs(file) {
    const book = XLSX.read(readFileSync(file), { cellFormula: true, cellStyles: true });
    for (const name of book.SheetNames) XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 });
    return book.SheetNames;
  },
  async exceljs(file) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cell.text)));
    return book.worksheets.map((sheet) => sheet.name);
  },
};

const found = {};
for (const file of process.argv.slice(2)) {
  found[file] = {};
  for (const [name, read] of Object.entries(readers)) {
    try {
      found[file][name] = await read(file);
    } catch (e) {
      found[file][name] = String(e);
    }
  }
}
console.log(JSON.stringify(found));
