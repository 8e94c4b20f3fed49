// Runs axe-core over HTML files in headless Chromium, at phone and desktop
// width, in forced colours, in print and without scripts, and fails on any
// violation of WCAG 2.2 A or AA or of a best practice, on any request that
// leaves the file, on any message of the browser, on any text cut off at the
// side and on any control that is too small to hit.
//
//   node run.mjs [--pictures DIR] FILE.html...
//
// CHROMIUM names the browser; otherwise chromium, chromium-browser and
// google-chrome are looked for in PATH.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const phone = { width: 375, height: 812, deviceScaleFactor: 1 };
const desktop = { width: 1280, height: 900, deviceScaleFactor: 1 };
const ways = [
  { name: "phone", viewport: phone },
  { name: "small-phone", viewport: { ...phone, width: 320 } },
  { name: "tablet", viewport: { ...phone, width: 768 } },
  { name: "desktop", viewport: desktop },
  { name: "phone-forced-colours", viewport: phone, forced: true },
  { name: "desktop-forced-colours", viewport: desktop, forced: true },
  { name: "desktop-more-contrast", viewport: desktop, contrast: true },
  { name: "print", viewport: { width: 643, height: 971, deviceScaleFactor: 1 }, media: "print" },
];

// What Chromium draws at most in one picture, px.
const mostPicture = 16000;

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const dir of process.env.PATH.split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      if (existsSync(join(dir, name))) return join(dir, name);
    }
  }
  throw new Error("no Chromium in PATH; name one in CHROMIUM");
}

async function open(browser, file, way, found) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // for axe itself; the page's own policy is checked apart
  page.on("request", (r) => {
    if (!r.url().startsWith("data:") && r.url() !== pathToFileURL(file).href) found.push(`asks for ${r.url()}`);
  });
  page.on("console", (m) => found.push(`the browser says: ${m.text()}`));
  page.on("pageerror", (e) => found.push(`the script fails: ${e.message}`));
  await page.setViewport(way.viewport);
  const session = await page.createCDPSession();
  const features = [];
  if (way.forced) features.push({ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" });
  if (way.contrast) features.push({ name: "prefers-contrast", value: "more" });
  await session.send("Emulation.setEmulatedMedia", { media: way.media ?? "", features });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  return page;
}

// What axe does not see: sideways scrolling, and words that leave their cell.
function measure() {
  const out = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) {
    const past = [...document.querySelectorAll("main *,header *,footer *,nav *")].find((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
    out.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}, from ${past?.outerHTML.slice(0, 120)}`);
  }
  for (const e of document.querySelectorAll("th,td,dd,dt,p,li,h1,h2,h3")) {
    if (e.closest(".unseen") || e.matches(".unseen,.skip")) continue;
    if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 2 && !e.querySelector("svg,.unseen")) out.push(`too wide: ${e.textContent.trim().slice(0, 60)}`);
  }
  for (const e of document.querySelectorAll("button,summary,nav a")) {
    const box = e.getBoundingClientRect();
    if (box.width > 0 && (box.width < 24 || box.height < 24)) out.push(`too small to hit: ${e.textContent.trim()}`);
  }
  return out;
}

// What axe does not see, on a screen and on paper: words broken in two, a shape
// that touches its word, a frame that runs through a count, and an offer to
// sort what has one row.
function compose() {
  const out = [];
  const range = document.createRange();
  const boxes = (node, from, to) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter((r) => r.width > 0);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.parentElement.closest("script,style,svg,.unseen,.skip,.long,.readings")) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}’']{2,}/gu)) {
      const lines = new Set(boxes(node, word.index, word.index + word[0].length).map((r) => Math.round(r.top)));
      if (lines.size > 1) out.push(`a word is broken: ${word[0]}, in ${node.parentElement.textContent.slice(0, 60)}`);
    }
  }
  for (const shape of document.querySelectorAll("svg.shape")) {
    const node = shape.nextSibling;
    const at = node?.nodeType === Node.TEXT_NODE ? node.data.search(/\S/) : -1;
    if (at < 0) continue;
    const [mark, [word]] = [shape.getBoundingClientRect(), boxes(node, at, at + 1)];
    if (mark.width > 0 && word && word.top < mark.bottom && word.left - mark.right < 2) out.push(`a shape touches its word: ${node.data.slice(0, 40)}`);
  }
  for (const frame of document.querySelectorAll(".bar .frame")) {
    const around = frame.getBoundingClientRect();
    if (around.width === 0) continue; // too narrow for one
    for (const count of frame.parentElement.querySelectorAll(".count>g")) {
      const box = count.getBoundingClientRect();
      if (box.width > 0 && (box.left < around.left + 1 || box.right > around.right - 1)) out.push(`a frame runs through a count: ${count.textContent}`);
    }
  }
  for (const table of document.querySelectorAll("table")) {
    if (table.matches(".sortable") && table.tBodies[0].rows.length < 2) out.push(`one row is to be sorted: ${table.caption.textContent}`);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) out.push("wider than the page");
  return out;
}

async function look(browser, file, way, pictures) {
  const found = [];
  const page = await open(browser, file, way, found);
  const problems = await page.evaluate(measure);
  if (way.media === "print") problems.splice(0);
  found.push(...problems);
  if (way.name !== "small-phone") found.push(...(await page.evaluate(compose)));
  await page.evaluate(axe);
  const result = await page.evaluate(
    (values, pressed) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, rules: { "target-size": { enabled: pressed } } }),
    tags, way.media !== "print"); // nobody presses what is on paper
  for (const v of result.violations) {
    for (const n of v.nodes) found.push(`${v.id}: ${v.help}: ${n.target.join(" ")}: ${n.html.slice(0, 160)}`);
  }
  if (pictures) {
    const name = join(pictures, `${basename(file, ".html")}-${way.name}`);
    if (way.media === "print") await page.pdf({ path: `${name}.pdf`, preferCSSPageSize: true, printBackground: false });
    else {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: way.viewport.width, height: Math.min(height, mostPicture) };
      await page.screenshot({ path: `${name}.png`, clip, captureBeyondViewport: true });
    }
  }
  await page.close();
  return { found, checked: result.passes.length };
}

// The page's own policy holds, its script runs under it, and sorting works
// from the keyboard.
async function use(browser, file) {
  const found = [];
  const page = await browser.newPage();
  page.on("console", (m) => found.push(`under its own policy the browser says: ${m.text()}`));
  page.on("pageerror", (e) => found.push(`under its own policy the script fails: ${e.message}`));
  await page.setViewport(desktop);
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const table = await page.$("table.sortable:has(button)");
  if (table) {
    const order = () => table.$$eval("tbody tr", (rows) => rows.map((r) => r.cells[0].textContent));
    const before = await order();
    const button = await table.$("thead button");
    await button.focus();
    let changed = false;
    for (const want of ["ascending", "descending", null]) {
      await page.keyboard.press("Enter");
      const is = await table.$eval("thead th", (th) => th.getAttribute("aria-sort"));
      if (is !== want) found.push(`sorting says ${is}, not ${want}`);
      if (!(await page.$eval("#said", (e) => e.textContent))) found.push("sorting is not announced");
      const now = await order();
      if (now.length !== before.length || [...now].sort().join() !== [...before].sort().join()) found.push("sorting loses rows");
      if (want === null && now.join() !== before.join()) found.push("the third press does not restore the paper's order");
      changed ||= now.join() !== before.join();
    }
    if (!changed && new Set(before).size > 1) found.push("sorting changes nothing");
  }
  await page.close();
  return found;
}

async function main() {
  const files = process.argv.slice(2);
  let pictures = "";
  if (files[0] === "--pictures") {
    pictures = resolve(files[1]);
    mkdirSync(pictures, { recursive: true });
    files.splice(0, 2);
  }
  if (files.length === 0) throw new Error("name the HTML files to look at");
  const profile = mkdtempSync(join(tmpdir(), "axe-"));
  const browser = await puppeteer.launch({
    executablePath: browserPath(),
    userDataDir: profile,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  let bad = 0;
  try {
    for (const file of files.map((f) => resolve(f))) {
      for (const way of ways) {
        const { found, checked } = await look(browser, file, way, pictures);
        console.log(`${basename(file)} ${way.name}: ${found.length} violations (${checked} rules passed)`);
        for (const f of found) console.log(`  ${f}`);
        bad += found.length;
      }
      const found = await use(browser, file);
      for (const f of found) console.log(`  ${f}`);
      bad += found.length;
    }
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
  if (bad > 0) process.exitCode = 1;
}

await main();
