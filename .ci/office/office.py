"""LibreOffice spoken to in its own way, most often without a screen."""

import contextlib
import os
import signal
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    one = PropertyValue()
    one.Name, one.Value = name, content
    return one


@contextlib.contextmanager
def running(profile, seen=False):
    """LibreOffice's desktop, with a profile of its own; seen: on a screen."""
    pipe = f"actionplan{os.getpid()}"
    office = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{profile}", *([] if seen else ["--headless"]), "--norestore", f"--accept=pipe,name={pipe};urp;"], start_new_session=True)
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    desktop = None
    try:
        while desktop is None:
            try:
                there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
            except NoConnectException:
                if office.poll() not in (None, 0):
                    raise
                time.sleep(0.2)
        yield desktop
    except BaseException:
        os.killpg(office.pid, signal.SIGKILL)  # one that shows a message does not end when asked to
        desktop = None
        raise
    finally:
        if desktop is not None:
            with contextlib.suppress(Exception):  # the answer is lost as the office ends
                desktop.terminate()
        office.wait(60)


def opened(desktop, path):
    return desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (value("Hidden", True),))


def kept(doc, path, form="Calc MS Excel 2007 XML"):
    doc.storeToURL(f"file://{path}", (value("FilterName", form),))


def column(sheet, heading):
    """Where a heading stands, from 0."""
    return [sheet.getCellByPosition(i, 0).String for i in range(80)].index(heading)
