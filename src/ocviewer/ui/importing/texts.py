"""What the report of an import says in the window: a file in its list, and the whole as text."""

from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ocviewer.domain.plain_text import plain
from ocviewer.domain.problem import Problem
from ocviewer.exporters.json_text import json_text
from ocviewer.importers.job import FileReport, Outcome
from ocviewer.importers.pages.held import Difference
from ocviewer.importers.telling import Teller
from ocviewer.importers.whole_report import file_lines, report_object
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.ui.importing.edition_row import UNCLEAR, UNNAMED
from ocviewer.ui.importing.results import Results


def _say(text: str) -> str:
    return QCoreApplication.translate("ImportTexts", text)


class FileRow(NamedTuple):
    """A file in the list: what it holds, where it is from or why it was refused, and its outcome.

    ``heading`` is the title with the edition, ``sign`` tells the outcome in a character,
    ``differing`` how many figures differ.
    """

    title: str
    heading: str
    below: str
    outcome: str
    sign: str
    differing: str
    is_refused: bool

    @property
    def spoken(self) -> str:
        """All of it in a line, for screen readers."""
        parts = (self.heading, self.outcome, self.differing, self.below)
        return ", ".join(filter(None, parts))


_SIGNS = {Outcome.IMPORTED: "✓", Outcome.UNCHANGED: "=", Outcome.REFUSED: "✕"}


class ImportTexts:
    """Words the results of an import with the library that the window shows."""

    def __init__(self, library: Library, words: Words) -> None:
        """Takes countries and nodes from the library."""
        self.library = library
        self.words = words
        self.teller = Teller(library, words)

    def row(self, report: FileReport, taken: Container[Difference] = frozenset()) -> FileRow:
        """A file in the list; ``taken`` are the differences whose figures are the page's now."""
        name = plain(Path(report.file).name)
        title = heading = name
        below = ""
        if report.held is not None:
            page = report.held.page
            title = self.library.countries[page.iso3].name
            heading, below = f"{title} · {page.edition}", f"{page.edition} · {name}"
        elif report.workbook is not None and report.workbook.sheets:
            years = [str(sheet.year) for sheet in report.workbook.sheets]
            below = _say("Scores of %1").replace("%1", self.words.joined(years))
        if report.problems:
            below = self._reason(report.problems[0])
        differences = report.held.differences if report.held is not None else ()
        came = sum(each in taken for each in differences)
        return FileRow(
            title=title,
            heading=heading,
            below=below,
            outcome=self.words.say(f"pages.{report.outcome}"),
            sign=_SIGNS[report.outcome],
            differing=self._differing(len(differences) - came, came),
            is_refused=report.outcome is Outcome.REFUSED,
        )

    @staticmethod
    def _differing(count: int, came: int) -> str:
        said = [
            text.replace("%1", str(number))
            for text, number in ((_say("%1 differ"), count), (_say("%1 taken"), came))
            if number
        ]
        return ", ".join(said)

    def _reason(self, problem: Problem) -> str:
        """What is wrong, without the file's own path, and with the way out that a window has."""
        if problem.key in (UNCLEAR, UNNAMED):
            return _say("It is not clear which edition this shows. Choose it below.")
        return self.words.problem(problem._replace(file=""))

    def about(self, report: FileReport) -> list[str]:
        """What is wrong with a file, and what was read of it; its differences have a table."""
        lines = [self._reason(problem) for problem in report.problems]
        if report.held is not None:
            lines += [line.strip() for line in self.teller.summary(report.held)]
        elif report.workbook is not None:
            lines += [
                line.strip() for line in list(file_lines(report, (), self.library, self.words))[1:]
            ]
        return lines

    def head(self, results: Results) -> list[str]:
        """How many files had which outcome, and what kept others from being imported."""
        reports = results.reports
        lines = [self.teller.counts(reports, dry=False, passed_over=results.passed_over)]
        if not reports and not results.left:
            lines = [_say("Nothing to import was found there.")]
            if results.passed_over:
                lines[0] += " " + self.words.say("pages.passed_over", count=results.passed_over)
        if results.left:
            stopped = _say(
                "Stopped; files that were not looked at: %1. What was imported before stays."
            )
            lines.append(stopped.replace("%1", self.words.number(results.left)))
        told = results.problems or tuple(filter(None, (results.storage_problem(),)))
        return lines + [self.words.problem(problem) for problem in told]

    def whole(self, results: Results) -> str:
        """The report as text."""
        lines = [*self.head(results), ""]
        for report in results.reports:
            lines += file_lines(report, results.taken, self.library, self.words)
            lines += [f"  {self.words.problem(problem)}" for problem in report.problems]
        return "\n".join(lines) + "\n"

    def json(self, results: Results) -> str:
        """The report as JSON, as ``ocviewer import --json`` writes it."""
        told = report_object(
            results.reports, results.taken, self.words, passed_over=results.passed_over
        )
        told["counts"]["not_looked_at"] = results.left
        return json_text({"dry_run": False, "take": "chosen"} | told, indent=1) + "\n"
