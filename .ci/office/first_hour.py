"""A manager's first hour with the blank workbook, played on a laptop's screen.

first_hour.py ACTIONPLAN FOLDER PROFILE makes a workbook with the program
ACTIONPLAN, types into it by keyboard, mistakes included, trims it, pastes into
it, sorts, prints and saves it, and asks `actionplan check`. It fails where the
screen does not say what is wrong, and leaves a picture of 1366 x 768 pixels of
each step in FOLDER. It needs Xvfb, xdotool, ImageMagick and LibreOffice Calc,
and one to two minutes:

    go build -o /tmp/actionplan . && /usr/bin/python3 .ci/office/first_hour.py /tmp/actionplan /tmp/hour /tmp/hour-profile
"""

import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import office  # brings uno
import uno
from com.sun.star.accessibility.AccessibleRole import ALERT, DIALOG, PUSH_BUTTON

SCREEN = 1366, 768
FILLS = {"red": (0xFD, 0xE3, 0xDF), "yellow": (0xFF, 0xF1, 0xC9)}
HEADING = 0x12, 0x43, 0x6D
MESSAGES = ALERT, DIALOG
LONGEST = 420  # seconds for a step, on a machine that does much other work: one that hangs ends
SLOW = 20.0  # seconds in which a busy machine has done what was asked
TODAY = datetime.date.today()

# A British manager's profile, without what a first start shows over the sheet.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-GB</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>"""


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).strftime("%d/%m/%Y")


def in_words(offset):
    return (TODAY + datetime.timedelta(days=offset)).strftime("%-d %B %Y")


def press(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def until(holds, seconds=6.0):
    """Waits until holds gives something true, and gives that back."""
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def within(context):
    """What stands in an accessible window, at any depth."""
    for i in range(context.AccessibleChildCount):
        child = context.getAccessibleChild(i).AccessibleContext
        yield child
        yield from within(child)


class Laptop:
    """The workbook on the screen."""

    def __init__(self, desktop, path, folder):
        self.folder, self.path, self.faults, self.steps = folder, path, [], 0
        self.doc = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, ())
        self.view = self.doc.CurrentController
        self.window = self.view.Frame.ContainerWindow
        self.window.setPosSize(0, 0, *SCREEN, 15)
        until(lambda: self.window.PosSize.Width == SCREEN[0])
        subprocess.run(["xdotool", "mousemove", "1200", "640"], check=True)

    def claim(self, holds, words):
        print("  " if holds else "  NOT TRUE:", words, flush=True)
        if not holds:
            self.faults.append(words)

    def cell(self, place):
        sheet, _, name = place.partition("!")
        return self.doc.Sheets.getByName(sheet).getCellRangeByName(name)

    def go(self, place):
        sheet = self.doc.Sheets.getByName(place.partition("!")[0])
        if self.view.ActiveSheet.Name != sheet.Name:
            self.view.setActiveSheet(sheet)
        self.view.select(self.cell(place))

    def message(self):
        """The message that stands over the sheet, as its accessible window, or
        None."""
        windows = self.window.Toolkit
        tops = (windows.getTopWindow(i) for i in range(windows.TopWindowCount))
        found = (top.AccessibleContext for top in tops if top is not None)  # it may close while they are counted
        return next((w for w in found if w is not None and w.AccessibleRole in MESSAGES), None)

    def type(self, place, words, picture=None):
        """Types into a cell. The title of what the sheet says against it is
        given back."""
        self.go(place)
        subprocess.run(["xdotool", "type", "--delay", "8", words], check=True)
        press("Return")
        cell = self.cell(place)
        until(lambda: cell.String != "" or self.message(), SLOW)
        message = self.message()
        if not message:
            if cell.String == "":
                self.stuck(f"{words!r} cannot be typed into {place}")
            return ""
        title = message.AccessibleName
        if picture:
            self.picture(picture)
        if self.answer(message):
            self.kept(place)
        return title

    def answer(self, message):
        """Presses a message's OK, as the keyboard's own helpers press it: no click
        can miss. True if the message lets the words stand."""
        buttons = {b.AccessibleName: b for b in within(message) if b.AccessibleRole == PUSH_BUTTON}
        buttons["OK"].doAccessibleAction(0)
        if not until(lambda: not self.message(), SLOW):
            self.stuck(f"the message {message.AccessibleName!r} does not go away")
        if "Cancel" in buttons:
            return True
        press("Escape")  # out of a cell whose words are refused
        return False

    def kept(self, place):
        """Waits for words that a message has let stand."""
        if not until(lambda: self.cell(place).String != "", SLOW):
            self.stuck(f"what a message let stand is not in {place}")

    def stuck(self, words):
        """Ends at once, with a picture of what stands in the way."""
        self.picture("stuck")
        raise RuntimeError(words)

    def row(self, sheet, row, words):
        """Types a row, one cell after the other."""
        for heading, word in words.items():
            said = self.type(f"{sheet}!{self.letter(sheet, heading)}{row}", word)
            if said and heading != "Ref":
                self.claim(False, f"{word!r} is taken under {heading}: {said}")

    def letter(self, sheet, heading):
        number = office.column(self.doc.Sheets.getByName(sheet), heading)
        return chr(65 + number)

    def headings(self, sheet):
        row = self.doc.Sheets.getByName(sheet).getCellRangeByName("A1:Z1").DataArray[0]
        return [str(h) for h in row if h]

    def check(self, sheet, row):
        return self.cell(f"{sheet}!B{row}").String

    def rows(self, sheet, last=40):
        """Ref and Check of each row that is filled."""
        cells = self.doc.Sheets.getByName(sheet).getCellRangeByName(f"A2:B{last}").DataArray
        return {i + 2: (office_text(ref).strip(), said) for i, (ref, said) in enumerate(cells) if office_text(ref).strip()}

    def picture(self, name):
        self.steps += 1
        time.sleep(0.6)
        path = f"{self.folder}/{self.steps:02d}-{name}.png"
        subprocess.run(["import", "-window", "root", path], check=True)
        return path

    def colour(self, place):
        """The colour of a cell as the screen shows it: red, yellow or plain."""
        self.go(f"{place.partition('!')[0]}!C1")
        time.sleep(0.5)
        at = self.pixels()
        top = next(y for y in range(90, 400) if at(60, y) == HEADING)
        left = next(x for x in range(20, 90) if at(x, top + 3) == HEADING)
        cell = self.cell(place)
        scale = 96 / 2540
        y = top + int((cell.Position.Y + cell.Size.Height / 2) * scale)
        x = left + int(cell.Position.X * scale)
        strip = {at(x + dx, min(y + dy, SCREEN[1] - 1)) for dx in range(8, 60) for dy in (-3, 0, 3)}
        return next((name for name, fill in FILLS.items() if fill in strip), "plain")

    def pixels(self):
        """What gives the colour of a place on the screen."""
        done = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True)
        return lambda x, y: tuple(done.stdout[3 * (y * SCREEN[0] + x):][:3])

    def drawn(self):
        """Whether the screen shows the sheet: an office that starts is grey."""
        at = self.pixels()
        return any(at(60, y) == HEADING for y in range(90, 400))

    def says(self, sheet, row, words, colour):
        """Claims what Check says in a row, and the colour beside it."""
        said, shown = self.check(sheet, row), self.colour(f"{sheet}!A{row}")
        self.claim(words in said, f"{sheet} row {row}: Check says {said!r}, wanted {words!r}")
        self.claim(shown == colour, f"{sheet} row {row}: the ref is {shown}, wanted {colour}")

    def shows(self, place, colour):
        """Claims the colour of the cell that is wrong."""
        shown = self.colour(place)
        self.claim(shown == colour, f"{place} is {shown}, wanted {colour}")


def office_text(content):
    """A cell's content as people see it: refs such as 1 are numbers to Calc."""
    return f"{content:g}" if isinstance(content, float) else content


def starts(desk):
    """Who, which visit, which areas and what was found."""
    desk.claim(until(desk.drawn, SLOW), "Start here is on the screen")
    desk.picture("start-here")
    for row, words in {2: "Exampleshire Council", 3: "Improvement plan", 5: "Director of children's services"}.items():
        desk.type(f"Plan!B{row}", words)
    desk.row("People", 2, {"Name": "Director of children's services", "Role": "Leads the service"})
    desk.row("People", 3, {"Name": "Head of help and protection", "Role": "Leads help and protection"})
    desk.row("People", 4, {"Name": "Principal social worker", "Role": "Leads practice"})
    desk.row("Visits", 2, {"Ref": "V1", "Kind": "Focused visit", "Title": "Focused visit to the front door", "Started": day(-60), "Letter dated": day(-30)})
    desk.row("Areas", 2, {"Ref": "A1", "Improvement area": "Timely decisions", "Outcome for children": "Children are seen sooner", "Accountable owner": "Head of help and protection", "Visits": "V1"})
    desk.row("Areas", 3, {"Ref": "A2", "Improvement area": "Supervision", "Outcome for children": "Plans do not drift", "Accountable owner": "Principal social worker"})
    desk.says("Areas", 2, "No action belongs to this area", "red")
    desk.picture("areas")
    desk.row("Findings", 2, {"Ref": "F1", "Finding": "Decisions take too long at the front door", "Kind": "Improvement needed", "Visit": "V1", "Areas": "A1"})
    desk.row("Findings", 3, {"Ref": "F2", "Finding": "Supervision is not regular", "Kind": "Improvement needed", "Visit": "V1"})
    desk.says("Findings", 3, "has no area", "red")
    desk.picture("findings")
    desk.row("Findings", 3, {"Areas": "A2"})


def mistakes(desk):
    """Actions, with the mistakes that managers make."""
    good = {"Action": "Every contact is screened within one working day", "Owner": "Head of help and protection", "Due": day(90), "Status": "On track", "Area": "A1", "Success measure": "Nine in ten on time"}
    put = lambda row, ref, **change: desk.row("Actions", row, {"Ref": ref} | {h: w for h, w in (good | change).items() if w})
    put(2, "X1")
    desk.says("Actions", 2, "OK", "plain")

    put(3, "X2", Owner="", Action="A duty rota is published every month", Due=day(60))
    desk.says("Actions", 3, "Owner missing", "red")
    said = desk.type("Actions!D3", "Head of Nowhere", "owner-unknown")
    desk.claim(said == "Not on the People sheet", f"an unknown owner is asked about: {said!r}")
    desk.says("Actions", 3, "Owner is not on the People sheet", "red")
    desk.shows("Actions!D3", "red")
    desk.shows("Actions!E3", "plain")

    put(4, "X3", Due="", Action="Managers sign off each assessment", Area="A2")
    said = desk.type("Actions!E4", "end of March", picture="due-as-words")
    desk.claim(said == "Not a date", f"a due date in words is refused: {said!r}")
    desk.says("Actions", 4, "Due missing", "red")

    put(5, "X4", Status="", Action="Supervision takes place each month", Area="A2", Due=day(30))
    said = desk.type("Actions!F5", "On trak", picture="status-misspelt")
    desk.claim(said == "Not a word of the key", f"a misspelt status is refused: {said!r}")
    desk.says("Actions", 5, "Status missing", "red")

    put(6, "X5", Owner="", Action="A trainer is in post", Due=day(20))
    desk.says("Actions", 6, "Owner missing", "red")

    put(7, "X6", Due=day(-10), Action="Templates are in use by all teams")
    desk.says("Actions", 7, "Due date has passed", "red")

    put(8, "X6", Due=day(45), Action="Audits are read by the board")
    desk.says("Actions", 8, "stands on more than one row", "red")
    desk.says("Actions", 7, "stands on more than one row", "red")
    desk.picture("actions-with-mistakes")
    shown = desk.view.VisibleRange
    status = office.column(desk.doc.Sheets.getByName("Actions"), "Status")
    desk.claim(shown.EndColumn >= status, "ref, check, action, owner, due and status stand on the screen without scrolling")
    desk.go("Start here!A1")
    desk.picture("left-to-fix")


def trim(desk):
    """Eight optional columns and two optional sheets go, as staff delete them."""
    before = {s: desk.rows(s) for s in ("Areas", "Findings", "Actions")}
    desk.doc.enableAutomaticCalculation(False)  # once at the end, not after each
    for sheet, headings in TRIMMED.items():
        for heading in headings:
            where = desk.doc.Sheets.getByName(sheet)
            where.Columns.removeByIndex(office.column(where, heading), 1)
    for sheet in ("Waivers", "Glossary"):
        desk.doc.Sheets.removeByName(sheet)
    desk.doc.enableAutomaticCalculation(True)
    desk.doc.calculateAll()
    for sheet, rows in before.items():
        desk.claim(desk.rows(sheet) == rows, f"{sheet}: Check says the same after the trimming")
    desk.says("Actions", 4, "Due missing", "red")
    desk.picture("trimmed")


TRIMMED = {
    "Actions": ["Short name", "Partner body", "Impact for children", "Impact review", "Publish"],
    "Areas": ["Partner bodies", "Priority"],
    "Findings": ["Where in letter"],
}


def paste(desk):
    """A block out of an e-mail: dates as words, curly quotes, line breaks and
    spaces that do not break."""
    row = lambda ref, action, owner, due, status: (ref, action, owner, due, status, "A1", "Nine in ten on time")
    block = [
        row("X7", "Leaflets for families are in each team’s area\n", "Director of children’s services", in_words(120), "On track"),
        row("X8", "“Voice of the child” is recorded on each visit", "Principal\u00a0social\u00a0worker", "end of March", "On track"),
        row("X9", "Case files are checked each month", "Principal social worker\n", day(75), "On trak"),
        row("X10 ", "Health assessments are on time", "head of help and protection", in_words(-20), "On\u00a0track"),
    ]
    # A paste asks no dropdown and no rule of a cell, as setting a text does not.
    for at, cells in enumerate(block, 9):
        for letter, words in zip("ACDEFGH", cells):
            desk.cell(f"Actions!{letter}{at}").String = words
    desk.doc.calculateAll()
    desk.says("Actions", 9, "OK", "plain")
    desk.says("Actions", 10, "Due is not a real date", "red")
    desk.shows("Actions!E10", "red")
    desk.says("Actions", 11, "On trak is not a word of the Key sheet", "red")
    desk.shows("Actions!F11", "red")
    desk.says("Actions", 12, "Due date has passed, but Status is On track", "red")
    desk.picture("pasted")


def sort(desk):
    """By status and ref, from the menu, with the headings kept."""
    before = sorted(desk.rows("Actions").values())
    rows = desk.doc.Sheets.getByName("Actions").getCellRangeByName("A1:P12")
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = office.column(desk.doc.Sheets.getByName("Actions"), "Status"), True
    desk.view.select(rows)
    rows.sort((office.value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))), office.value("ContainsHeader", True)))
    desk.doc.calculateAll()
    words = [desk.cell(f"Actions!{desk.letter('Actions', 'Status')}{row}").String for row in range(2, 13)]
    filled = [w.replace("\u00a0", " ") for w in words if w]
    desk.claim(filled == sorted(filled) and words[len(filled):] == [""] * (11 - len(filled)), "the actions stand by status")
    desk.claim(sorted(desk.rows("Actions").values()) == before, "each ref keeps what Check says of it")
    desk.go("Actions!C1")  # what is selected hides the colours
    desk.picture("sorted")


def printed(desk):
    """Each sheet as the printer would have it."""
    path = f"{desk.folder}/printed.pdf"
    desk.doc.storeToURL(f"file://{path}", (office.value("FilterName", "calc_pdf_Export"),))
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    desk.claim(len(pages) <= MOST_PAGES, f"all of it prints on {len(pages)} pages")
    subprocess.run(["pdftoppm", "-r", "50", "-png", path, f"{desk.folder}/page"], check=True)


MOST_PAGES = 24  # the sheets that hold nothing print their headings


def agrees(desk, program):
    """Check and `actionplan check` about the same file."""
    shown = {sheet: desk.rows(sheet) for sheet in ("Areas", "Findings", "Actions")}
    office.kept(desk.doc, desk.path)  # by the menu Calc asks first whether to keep Excel's form
    done = subprocess.run([program, "check", "--format", "json", desk.path], capture_output=True, text=True)
    desk.claim(done.returncode == 1, f"check finds what is wrong (it ended with {done.returncode} {done.stderr[:200]})")
    problems = json.loads(done.stdout)["problems"]
    for sheet, rows in shown.items():
        for row, (ref, said) in rows.items():
            here = lambda p: p["row"] == row or p["ref"] == ref or any(re.fullmatch(rf"{sheet}![A-Z]+{row}", r) for r in p["related"])
            found = {p["rule"]: p["severity"] for p in problems if p["sheet"] == sheet and here(p)}
            bad = [r for r, s in found.items() if s != "advice"]
            errors = [r for r, s in found.items() if s == "error"]
            holds = not errors if said.startswith("OK") else bad
            if not holds:
                desk.claim(False, f"{sheet} {ref}: Check {said!r}, check {' '.join(found) or 'nothing'}")
    desk.claim(True, f"Check and check agree on {sum(map(len, shown.values()))} rows")


@contextlib.contextmanager
def screen():
    """A screen of a laptop's size."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-dpi", "96", "-nolisten", "tcp"], pass_fds=[write])
    try:
        os.environ["DISPLAY"] = f":{os.read(read, 20).decode().strip()}"
        yield
    finally:
        server.terminate()
        server.wait(10)


def too_long(*_):
    raise TimeoutError(f"a step has not ended after {LONGEST} s")


signal.signal(signal.SIGALRM, too_long)


def main(program, folder, profile):
    signal.alarm(LONGEST)  # ends with an exception, so that the office ends too
    settings = pathlib.Path(profile, "user", "registrymodifications.xcu")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(os.path.abspath(folder), "plan.xlsx")
    subprocess.run([program, "new", "--force", "--quiet", path], check=True)
    with screen(), office.running(profile, seen=True) as desktop:
        desk = Laptop(desktop, path, os.path.abspath(folder))
        for step in (starts, mistakes, trim, paste, sort, printed):
            began = time.monotonic()
            signal.alarm(LONGEST)
            print(step.__doc__.split("\n")[0], flush=True)
            step(desk)
            if step not in (starts, printed):
                agrees(desk, program)
            print(f"    {time.monotonic() - began:.0f} s", flush=True)
        desk.doc.setModified(False)
        desk.doc.close(True)
    print(f"{len(desk.faults)} not true", *desk.faults, sep="\n  ")
    return bool(desk.faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
