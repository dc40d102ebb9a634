"""An import of pages and a workbook is killed at 50 random points: nothing is lost, none half.

The import is ``ocviewer import`` itself, on a small bundle of invented countries. A process that
has loaded everything forks for each run, so that a run is all import and no start of Python.
"""

import json
import logging
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ocviewer.importers.job import Everything, FileReport, ImportJob
from ocviewer.library.durable import PART
from ocviewer.library.folder_lock import LOCK
from ocviewer.library.library import Library
from ocviewer.library.recovery import PENDING
from tests.fixtures import testland
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX forks"),
]

BUNDLE = testland.FOLDER / "library"
KILLS = 50
"""That hit during the run; those after its end are not counted."""
SEED = "OCVIEWER_KILL_SEED"
"""Set it to the seed that was printed to kill at the same points again."""

NURSERY = """
import io, json, os, signal, sys, time
from pathlib import Path
from ocviewer import paths
from ocviewer.cli import main
import ocviewer.cli.importing, ocviewer.cli.parser, ocviewer.library.check
import ocviewer.library.schema, ocviewer.library.notes.schema, pydantic, python_calamine
import ocviewer.importers.pages.html, selectolax.lexbor
paths.bundled_library = lambda: Path(sys.argv[1])
for line in sys.stdin:
    call = json.loads(line)
    start = time.monotonic()
    child = os.fork()
    if not child:
        os.environ["OCVIEWER_HOME"] = call["home"]
        handle = os.open(call["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        code = main(call["arguments"])
        sys.stdout.flush()
        os._exit(code)
    if call["delay"] is not None:
        time.sleep(call["delay"])
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps([code, time.monotonic() - start]), flush=True)
"""

Files = dict[str, bytes]


class Nursery:
    """Runs the program in a fork, to its end or until it is killed after a delay."""

    def __init__(self, folder: Path) -> None:
        """``folder`` takes what the program prints."""
        self._out = folder / "out"
        command = [sys.executable, "-c", NURSERY, str(BUNDLE)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def run(self, home: Path, *arguments: str, delay: float | None = None) -> tuple[int, float]:
        """The exit code, below 0 where it was killed, and how many seconds the run took."""
        call = {"home": str(home), "out": str(self._out), "arguments": arguments, "delay": delay}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(call) + "\n")
        self.process.stdin.flush()
        code, seconds = json.loads(self.process.stdout.readline())
        return code, seconds

    @property
    def told(self) -> str:
        """What the last run printed."""
        return self._out.read_text("utf-8")


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    made = Nursery(tmp_path)
    with made.process:
        yield made
        assert made.process.stdin is not None
        made.process.stdin.close()


def files(folder: Path) -> Files:
    """The files of a library that are whole, whenever their texts were imported."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): re.sub(
            rb'"imported": "\d{4}-\d\d-\d\d"', b'"imported": "TODAY"', path.read_bytes()
        )
        for path in found
        if path.name != LOCK and not path.name.endswith(PART)
    }


def page(library: Library, iso3: str, year: int, word: str = "") -> str:
    """A page; with another word in each paragraph and one score of its own where it is given."""
    text = testland.PageMaker(library, testland.Layout(year), iso3).text()
    if word:
        text = text.replace("invented", word).replace(f"({word})", "(invented)")
        head, _, tail = text.partition("Mafia-style groups\n\n    ")
        text = f"{head}Mafia-style groups\n\n    {9.5 if word == 'older' else 8.5:.2f}{tail[4:]}"
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine pages, two of which differ in a score, and a workbook with a new edition and 2025's."""
    library, folder = Library(BUNDLE), tmp_path / "to import"
    (folder / "deep/er").mkdir(parents=True)
    for number, (iso3, year) in enumerate((i, y) for y in library.years for i in library.countries):
        name = f"{iso3}-{year}.txt" if number % 2 else f"deep/er/{iso3}-{year}.txt"
        word = "newer" if iso3 == "XTL" and year > 2021 else ""
        (folder / name).write_text(page(library, iso3, year, word), "utf-8")
    names = [node.name for node in library.indicators]
    rows: Table = [["Country", *names]]
    for iso3, scores in library.edition(2025).scores.items():
        own = [scores[node.code] / 100 for node in library.indicators]
        if iso3 == "XTL":  # as its page says
            own[names.index("Mafia-style groups")] = 8.5
        rows.append([library.countries[iso3].name, *own])
    xlsx.write(folder / "book.xlsx", {"2027_dataset": rows, "2025_dataset": rows})
    return folder


@pytest.fixture
def before(tmp_path: Path, folder: Path) -> Path:
    """What the user has: older texts of Testland, an edition of 2025 with a score taken, a note."""
    library, home = Library(BUNDLE), tmp_path / "before"
    for year in (2023, 2025):
        (tmp_path / f"{year}.txt").write_text(page(library, "XTL", year, "older"), "utf-8")
    pages = [tmp_path / "2023.txt", tmp_path / "2025.txt"]
    job = ImportJob(Library(BUNDLE, home / "library"), home / "library", take=Everything())
    reports = [step for step in job.run(pages) if isinstance(step, FileReport)]
    assert [report.problems for report in reports] == [(), ()]
    (home / "library/notes").mkdir()
    note = {"schema_version": 1, "kind": "notes", "country": "XTL", "notes": []}
    (home / "library/notes/XTL.json").write_text(json.dumps(note), "utf-8")
    return home


def whole(before: Path, folder: Path, home: Path) -> tuple[dict[str, set[bytes]], Files]:
    """Every content that a file may have on the way of an import, and the files at its end."""
    shutil.copytree(before, home)
    library = home / "library"
    seen: dict[str, set[bytes]] = {}
    found = sorted(folder.rglob("*.txt"), key=lambda path: (path.parent != folder, path))
    found = [folder / "book.xlsx", *found]
    for step in ImportJob(Library(BUNDLE, library), library, take=Everything()).run(found):
        assert not (isinstance(step, FileReport) and step.problems), step
        for name, content in files(library).items():
            seen.setdefault(name, set()).add(content)
    return seen, files(library)


def counts(told: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told)["counts"]
    return found


def test_killed_while_pages_and_a_workbook_are_imported(
    tmp_path: Path, nursery: Nursery, before: Path, folder: Path
) -> None:
    """Each file is old or new, nothing that was there is gone, and a second import completes it."""
    seed = int(os.environ.get(SEED, random.randrange(10**6)))
    logging.getLogger(__name__).info("%s=%s", SEED, seed)  # shown where the test fails, too
    chance = random.Random(seed)
    seen, end = whole(before, folder, tmp_path / "whole")
    old, home = files(before / "library"), tmp_path / "home"
    library = home / "library"
    command = ("import", str(folder), "--take", "page", "--json")
    lasts = []
    for _ in range(3):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(before, home)
        code, seconds = nursery.run(home, *command)
        assert code == 0, nursery.told
        assert files(library) == end
        lasts.append(seconds)
    last = sorted(lasts)[1]
    outcomes: Counter[str] = Counter()
    while outcomes["killed"] < KILLS:
        assert outcomes["ended before"] < KILLS, "it always ends before it is killed"
        shutil.rmtree(home)
        shutil.copytree(before, home)
        code, _ = nursery.run(home, *command, delay=chance.uniform(0, last))
        last *= 1.02 if code < 0 else 0.9  # the machine may be slower or faster by now
        if code >= 0:
            outcomes["ended before"] += 1
            continue
        outcomes["killed"] += 1
        outcomes["lock left"] += (library / LOCK).exists()
        outcomes["pending left"] += (library / PENDING).exists()
        code, _ = nursery.run(home, "check", str(library))
        assert (code, "all fine" in nursery.told) == (0, True), nursery.told
        assert not (library / PENDING).exists()
        found = files(library)
        outcomes["before" if found == old else "after" if found == end else "between"] += 1
        for name, content in found.items():
            assert content in seen[name], name
        assert {*old.values()} <= {*found.values()}
        code, _ = nursery.run(home, *command)
        assert code == 0, nursery.told
        second = files(library)
        for name, content in end.items():
            assert name.startswith("removed/") or second[name] == content, name
        assert {*old.values()} <= {*second.values()}
        code, _ = nursery.run(home, *command)
        assert (code, counts(nursery.told)["unchanged"]) == (0, 10)
        assert files(library) == second
        left = [path.name for path in library.rglob(".*")]
        assert left == [], "no lock, no part of a file, nothing pending"
    logging.getLogger(__name__).info("an import of %.2f s: %s", last, dict(outcomes))
    assert outcomes["between"] > 0
