"""The reader on a text of real length: another section, and finding in the page."""

import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from bench.generated import write_page
from bench.stage import FRAME, Stage, p95, settle, timed
from bench.table import Row

TYPED = ("cocaine trade", "organized crime", "the state of", "peru", "trafficking networks")
"""Typed letter by letter; each letter is a question."""


def rows(rounds: int) -> list[Row]:
    """The 95th percentiles, median of the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        from ocviewer import paths
        from ocviewer.library.library import Library

        write_page(Path(folder), Library(paths.bundled_library()), "PER")
        stage = Stage("PER", user=Path(folder))
        sections = [tab.id for tab in stage.controller.page.tabs]
        switches = [_switches(stage, sections) for _ in range(rounds)]
        stage.window.finder.open()
        settle()
        keystrokes = [_keystrokes(stage) for _ in range(rounds)]
        stage.close()
    return [
        Row.plain("reader, section switch until painted, p95", median(switches), FRAME, "ms"),
        Row.plain("find in page, keystroke until painted, p95", median(keystrokes), FRAME, "ms"),
    ]


def _switches(stage: Stage, sections: list[str]) -> float:
    """Through all sections in every edition, each as it is shown for the first time in it."""
    controller, times = stage.controller, []
    for year in stage.library.years:
        controller.open_edition(year)
        settle()
        times += [timed(partial(controller.open_section, section)) for section in sections]
    return p95(times)


def _keystrokes(stage: Stage) -> float:
    field, times = stage.window.finder.bar.field, []
    for query in TYPED:
        times += [timed(partial(field.setText, query[:end])) for end in range(1, len(query) + 1)]
        field.clear()
        settle()
    return p95(times)
