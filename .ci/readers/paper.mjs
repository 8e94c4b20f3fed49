// Prints what pdf.js reads of a paper: whether it is marked, its title and
// language, then page by page the structure tree, a line an element: its
// depth, its role and what it says.
//
//   node paper.mjs PAPER.pdf
import { readFileSync } from "node:fs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const paper = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), useSystemFonts: false, verbosity: VerbosityLevel.ERRORS }).promise;
const { info } = await paper.getMetadata();
const mark = await paper.getMarkInfo();
console.log(`marked ${mark?.Marked}, title ${info.Title}, language ${info.Language}`);
for (let n = 1; n <= paper.numPages; n++) {
  const page = await paper.getPage(n);
  const tree = await page.getStructTree();
  if (!tree) throw new Error(`page ${n} has no structure tree`);
  print(tree, 0, await said(page));
}

// What stands in each marked piece of a page.
async function said(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const pieces = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "endMarkedContent") open.pop();
    else if (item.type) open.push(item.id);
    else {
      const gap = item.hasEOL && !item.str.endsWith("-") ? " " : ""; // a line may end after a hyphen
      for (const id of open) if (id) pieces.set(id, (pieces.get(id) ?? "") + item.str + gap);
    }
  }
  return pieces;
}

function print(node, depth, pieces) {
  const text = node.children?.filter((c) => c.type === "content").map((c) => pieces.get(c.id) ?? "").join(" ") ?? "";
  console.log(`${depth} ${node.role}${node.alt ? ` alt ${node.alt}` : ""}: ${text.replace(/\s+/g, " ").trim()}`);
  for (const child of node.children ?? []) if (child.role) print(child, depth + 1, pieces);
}
