"""What an import has come to so far: the report of each file, and which figures are taken."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from ocviewer.domain.problem import Problem
from ocviewer.importers.job import FileReport, Outcome
from ocviewer.importers.pages.held import Difference
from ocviewer.ui.importing.running import Choice, Ended


class Shelf(StrEnum):
    """Which files are listed."""

    ALL = "all"
    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    DIFFERING = "differing"
    REFUSED = "refused"

    def holds(self, report: FileReport) -> bool:
        """Whether a file belongs here."""
        if self is Shelf.DIFFERING:
            return differs(report)
        return self is Shelf.ALL or report.outcome == self.value


def differs(report: FileReport) -> bool:
    """Whether a page says other figures than the library."""
    return report.held is not None and bool(report.held.differences)


def takeable(report: FileReport) -> tuple[Difference, ...]:
    """The differences in which the page's figure can be taken."""
    if report.held is None:
        return ()
    return tuple(each for each in report.held.differences if each.can_be_taken)


class Results:
    """The library's figures stay in every difference that is not ``taken``.

    ``ticked`` are those to be taken next; ``missed`` counts those that could not be, for the
    library has changed since they were found.
    """

    def __init__(self, ended: Ended) -> None:
        """Begins with what an import has come to."""
        self._reports = {report.file: report for report in ended.reports}
        self.passed_over = ended.passed_over
        self.left = ended.left
        self.problems: tuple[Problem, ...] = ended.problems
        self.ticked: set[Difference] = set()
        self.taken: set[Difference] = set()
        self.missed = 0

    @property
    def reports(self) -> tuple[FileReport, ...]:
        """Every file's, in the order in which they were imported."""
        return tuple(self._reports.values())

    def on(self, shelf: Shelf) -> tuple[FileReport, ...]:
        """The files of a shelf."""
        return tuple(report for report in self._reports.values() if shelf.holds(report))

    def report(self, file: str) -> FileReport:
        """What became of a file; ``KeyError`` where it was not imported."""
        return self._reports[file]

    def storage_problem(self) -> Problem | None:
        """What keeps the user's folder from being written to, where that is so."""
        found = (p for report in self._reports.values() for p in report.problems)
        stored = ("not_stored", "folder_locked", "pending_stuck", "workbook_write_failed")
        return next((problem for problem in found if problem.key in stored), None)

    def tick(self, differences: Iterable[Difference], *, take: bool) -> None:
        """Chooses the page's figures, or the library's; what was taken before stays so."""
        wanted = set(differences) - self.taken
        self.ticked = self.ticked | wanted if take else self.ticked - wanted

    def choices(self) -> tuple[Choice, ...]:
        """What is ticked, by the page that says it."""
        found = []
        for report in self._reports.values():
            take = frozenset(takeable(report)) & self.ticked
            if report.held is not None and take:
                found.append(Choice(Path(report.file), report.held.page.edition, take))
        return tuple(found)

    def take(self, choices: Iterable[Choice], ended: Ended) -> None:
        """Notes which figures came in, and what was wrong with others, which stay ticked."""
        wanted = {str(choice.file): choice.take for choice in choices}
        self.problems = ended.problems
        for new in ended.reports:
            before, take = self._reports[new.file], wanted[new.file]
            if new.outcome is Outcome.REFUSED:
                self._reports[new.file] = before._replace(problems=new.problems)
                continue
            came = take & set(takeable(new))
            self.missed += len(take - came - self.taken)
            self.taken |= came
            outcome = (
                Outcome.IMPORTED
                if Outcome.IMPORTED in (before.outcome, new.outcome)
                else (new.outcome)
            )
            self._reports[new.file] = before._replace(outcome=outcome, problems=())
            self.ticked -= take

    def replace(self, ended: Ended) -> None:
        """Takes other reports of files that were imported once more."""
        self.problems = ended.problems
        self._reports |= {report.file: report for report in ended.reports}


def wrote(ended: Ended) -> bool:
    """Whether the library on the disk is another one now."""
    return any(report.outcome is Outcome.IMPORTED for report in ended.reports)
