"""The search on a library of real size: building its index, keystrokes, updates, and the start."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.generated import write_profiles
from bench.processes import measure
from bench.stage import FRAME, Stage, p95, settle
from bench.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocviewer.ui.search.desk import Desk

KEYSTROKE = 30.0
UPDATE = 100.0
"""Milliseconds that these may take."""
BUILDING = 15.0
"""Seconds."""
SAME = 1.1
"""Start and memory with an index, as a ratio to those without."""
MANY = 9
"""Starts at least: two medians of the same take that many to be so near each other."""

TYPED = (
    "cocaine trafficking ports",
    "the state of the police",
    '"organized crime" government',
    "peru drugs corruption",
    "mining -illegal networks",
    'cocaine region:"South America"',
    "border edition:2023 section:drugs",
    'cocaine > 8 region:"South America"',
    "resilience < 4 change < 0",
    "criminality >= 7 edition:2023",
    "ivory coast",
    "cote d'ivoire smuggling",
)
"""Typed letter by letter; each letter is a question."""


def rows(rounds: int) -> list[Row]:
    """Building once, the rest as medians of the rounds."""
    with tempfile.TemporaryDirectory() as folder, _home(Path(folder)) as home:
        from ocviewer import paths
        from ocviewer.library.library import Library

        write_profiles(home / "library", Library(paths.bundled_library()))
        start = _starts(home, rounds)
        return [*_in_the_window(home, rounds), _update(home, rounds), *start]


@contextmanager
def _home(folder: Path) -> "Iterator[Path]":
    before = os.environ.get("OCVIEWER_HOME")
    os.environ["OCVIEWER_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["OCVIEWER_HOME"]
    else:
        os.environ["OCVIEWER_HOME"] = before


def _wait(desk: "Desk") -> None:
    """Runs the event loop until the answer is shown and painted."""
    from PySide6.QtCore import QEventLoop

    if not desk.is_settled:
        loop = QEventLoop()
        desk.settled.connect(loop.quit)
        loop.exec()
        desk.settled.disconnect(loop.quit)
    settle()


def _in_the_window(home: Path, rounds: int) -> list[Row]:
    from ocviewer.presenter.state import View

    stage = Stage("PER", user=home / "library")
    controller = stage.controller
    start = time.perf_counter()
    controller.open_view(View.SEARCH)
    desk = stage.window.commands.desk
    assert desk is not None
    turns = _turns_until(lambda: desk.is_settled)
    built = time.perf_counter() - start

    def keystroke(text: str) -> float:
        begun = time.perf_counter()
        controller.choose({"query": text})
        _wait(desk)
        return (time.perf_counter() - begun) * 1000

    def keystrokes() -> float:
        times = []
        for query in TYPED:
            times += [keystroke(query[:end]) for end in range(1, len(query) + 1)]
            keystroke("")
        return p95(times)

    pressed = median(keystrokes() for _ in range(rounds))
    stage.close()
    return [
        Row.plain("search, index of 579 texts, in the background", built, BUILDING, "s"),
        Row.plain("search, a turn of the window meanwhile, p95", p95(turns), FRAME, "ms"),
        Row.plain("search, a keystroke until painted, p95", pressed, KEYSTROKE, "ms"),
    ]


def _turns_until(done: Callable[[], bool]) -> list[float]:
    """Milliseconds of each turn of the event loop, the window painting itself all the while."""
    from PySide6.QtWidgets import QApplication

    turns = []
    while not done():
        begun = time.perf_counter()
        for window in QApplication.topLevelWidgets():
            window.update()
        QApplication.processEvents()
        turns.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.004)
    return turns


def _update(home: Path, rounds: int) -> Row:
    """A changed text of one country, from looking through all hashes on."""
    from ocviewer import paths
    from ocviewer.library.library import Library
    from ocviewer.library.search.index import update
    from ocviewer.library.search.store import Store

    store = Store(paths.cache_folder())
    file = home / "library" / "profiles" / "2023" / "FRA.json"
    times = []
    for number in range(max(rounds, 5)):
        profile = json.loads(file.read_text("utf-8"))
        profile["sections"][0]["paragraphs"][0]["text"] += f" changed{number}"
        file.write_text(json.dumps(profile), "utf-8")
        library = Library(paths.bundled_library(), home / "library")
        assert library.countries  # as in a program that runs
        begun = time.perf_counter()
        assert update(store, library)
        times.append((time.perf_counter() - begun) * 1000)
    store.close()
    return Row.plain("search, update of one country", median(times), UPDATE, "ms")


def _starts(home: Path, rounds: int) -> list[Row]:
    """Whole processes with an index and without, in turn."""
    from ocviewer import paths
    from ocviewer.library.library import Library
    from ocviewer.library.search.index import update
    from ocviewer.library.search.store import Store

    indexed = home / "indexed"
    indexed.mkdir()
    (indexed / "library").symlink_to(home / "library", target_is_directory=True)
    store = Store(indexed / "cache")
    update(store, Library(paths.bundled_library(), home / "library"))
    store.close()
    commands = {name: _start(folder) for name, folder in (("without", home), ("with", indexed))}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = measure(commands, environment, max(rounds, MANY))
    found, floor = runs["with"], runs["without"]
    return [
        Row.of("ready with an index : without, time", found.seconds, floor.seconds, SAME, "s"),
        Row.of(
            "ready with an index : without, peak memory",
            found.mebibytes,
            floor.mebibytes,
            SAME,
            "MiB",
        ),
    ]


def _start(home: Path) -> tuple[str, ...]:
    code = (
        "import os, sys; os.environ['OCVIEWER_HOME'] = sys.argv[1];"
        "from ocviewer.cli import main; sys.exit(main(['PER', '--exit-after', 'ready']))"
    )
    return (sys.executable, "-c", code, str(home))
