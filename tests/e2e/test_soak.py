"""Two thousand switches: no crash, and no growth after the first two hundred."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import os, resource
from ocviewer import app, paths
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.session import Session
from ocviewer.ui.window import MainWindow
from PySide6.QtCore import QEventLoop

qt = app.application()
library = Library(paths.bundled_library())
words = Words(paths.resources() / "messages" / "en")
controller = Controller(library, words, ViewState((PaneState("PER", 2025),)))
window = MainWindow(controller, Session(theme="light"))
loop = QEventLoop()
window.ready.connect(loop.quit)
window.resize(1280, 720)
window.start()
loop.exec()

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024

countries, sections = list(library.countries), [tab.id for tab in controller.page.tabs]
for iso3 in countries:  # the caches of every country and edition, which are to stay
    for year in library.years:
        controller.open_edition(year)
        controller.open_country(iso3)
        qt.processEvents()
for number in range(2000):
    if number == 200:
        before = resident()
    controller.open_country(countries[(number * 7) % len(countries)])
    if number % 5 == 0:
        controller.open_edition(library.years[number // 5 % 3])
    if number % 3 == 0:
        controller.open_section(sections[number // 3 % len(sections)])
    qt.processEvents()
print(before, resident())
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads memory from /proc")
def test_two_thousand_switches_do_not_grow(home: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore", "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=600,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    before, after = map(int, done.stdout.split())
    # kilobytes: the allocator moves by a page or two, 1,800 pages that leak are many times this
    assert after - before < 4_000, (before, after)
