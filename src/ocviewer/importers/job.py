"""Imports many files and folders, one after the other, and tells what became of each.

``ImportJob.run`` is a generator: whoever drives it (a command, or a window's worker thread) may
stop between any two steps, and what was imported until then stays, each file whole.
"""

from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.edition_store import Stored, edition_origin, store_edition
from ocviewer.importers.pages.held import Difference, Held, hold
from ocviewer.importers.pages.reader import PageReader
from ocviewer.importers.pages.sniffing import is_table
from ocviewer.importers.pages.store import PageStore
from ocviewer.importers.report import ImportReport
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.files import read_bytes
from ocviewer.library.library import Library


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Progress(NamedTuple):
    """How many files are done, of how many, and the one at hand."""

    done: int
    total: int
    file: str


class FileReport(NamedTuple):
    """What became of one file, and why.

    ``held`` is there for a page that could be read, ``workbook`` for a workbook.
    """

    file: str
    outcome: Outcome
    held: Held | None = None
    workbook: ImportReport | None = None
    problems: tuple[Problem, ...] = ()


class Everything:
    """Holds whatever is asked for: every difference is taken from the page."""

    def __contains__(self, _: object) -> bool:
        """Always."""
        return True


class ImportJob:
    """Imports files into a user's library folder.

    ``take`` holds the differences (of ``FileReport.held`` in an earlier, dry run) in which the
    page's figure is taken; ``edition`` is the user's word on what all pages show. ``dry`` writes
    nothing and reports the same.
    """

    def __init__(
        self,
        library: Library,
        folder: Path,
        *,
        take: Container[Difference] = frozenset(),
        edition: int | None = None,
        dry: bool = False,
    ) -> None:
        """``library`` reads ``folder``; make it anew when the job is over."""
        self._folder = folder
        self._take = take
        self._edition = edition
        self._dry = dry
        self._seen: dict[tuple[str, int], Held] = {}
        self._open(library)

    def _open(self, library: Library) -> None:
        self._library = library
        self._reader = PageReader(library)
        self._store = PageStore(library, self._folder, self._take)

    def run(self, files: Sequence[Path]) -> Iterator[Progress | FileReport]:
        """A ``Progress`` before each file and its ``FileReport`` after; lastly a ``Progress``."""
        for number, path in enumerate(files):
            yield Progress(number, len(files), str(path))
            yield self._file(path)
        yield Progress(len(files), len(files), "")

    def _file(self, path: Path) -> FileReport:
        try:
            content = read_bytes(path)
            if is_table(content, path):
                return self._workbook(path)
            held = hold(self._reader.read(content, path, self._edition), self._library)
            return self._page(held)
        except BadData as error:
            problems = tuple(
                problem._replace(key=f"page_{problem.key}")
                if problem.key in ("not_found", "no_permission", "unreadable", "too_large")
                else problem
                for problem in error.problems
            )
            return FileReport(str(path), Outcome.REFUSED, problems=problems)

    def _page(self, held: Held) -> FileReport:
        page = held.page
        first = self._seen.setdefault((page.iso3, page.edition), held).page
        if first is not page:
            if first.sections == page.sections:
                return FileReport(page.file, Outcome.UNCHANGED, held)
            values = {"first": first.file}
            raise BadData(Problem("page_twice", page.file, values=values))
        changed = self._store.put(held, dry=self._dry)
        return FileReport(page.file, Outcome.IMPORTED if changed else Outcome.UNCHANGED, held)

    def _workbook(self, path: Path) -> FileReport:
        found = WorkbookImporter(self._library.indicators, self._library.lookup).read(
            path, self._edition
        )
        report = found.report
        if report.problems:
            return FileReport(str(path), Outcome.REFUSED, None, report, report.problems)
        sheets = {sheet.year: sheet for sheet in report.sheets}
        stored = [
            store_edition(
                edition,
                edition_origin(report, sheets[edition.year], self._library),
                self._library,
                self._folder,
                dry=self._dry,
            )[0]
            for edition in found.editions
        ]
        changed = {Stored.WRITTEN, Stored.BUNDLED_AGAIN} & set(stored)
        if changed and not self._dry:
            self._open(self._library.again())  # pages that follow are held against it
        outcome = Outcome.IMPORTED if changed else Outcome.UNCHANGED
        return FileReport(str(path), outcome, None, report)
