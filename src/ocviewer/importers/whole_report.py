"""The whole report of an import: as lines of text for people, or as an object for machines."""

from collections.abc import Container, Iterator, Sequence
from typing import Any

from ocviewer.domain.problem import Problem
from ocviewer.domain.score import to_number
from ocviewer.importers.job import FileReport, Outcome
from ocviewer.importers.pages.held import Difference, Held, Kind, Value
from ocviewer.importers.sheet_telling import sheet_lines
from ocviewer.importers.telling import Teller
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


def file_lines(
    report: FileReport, taken: Container[Difference], library: Library, words: Words
) -> Iterator[str]:
    """What came of one file, without what was wrong with it."""
    teller = Teller(library, words)
    yield teller.heading(report)
    if report.held is not None:
        yield from teller.lines(report.held, taken)
    if report.workbook is not None:
        for sheet in report.workbook.sheets:
            for line in sheet_lines(sheet, library, words):
                yield f"  {line}"


def report_object(
    reports: Sequence[FileReport],
    taken: Container[Difference],
    words: Words,
    *,
    passed_over: int,
) -> dict[str, Any]:
    """The counts and every file; scores and changes are decimal numbers."""
    return {
        "counts": {
            **{str(o): sum(r.outcome is o for r in reports) for o in Outcome},
            "differing": sum(bool(r.held and r.held.differences) for r in reports),
            "passed_over": passed_over,
        },
        "files": [_file_object(report, taken, words) for report in reports],
    }


def _file_object(report: FileReport, taken: Container[Difference], words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {"file": report.file, "outcome": str(report.outcome)}
    if report.held is not None:
        found |= _page_object(report.held, taken)
    if report.workbook is not None:
        found["editions"] = [sheet.year for sheet in report.workbook.sheets]
    found["problems"] = [_problem_object(problem, words) for problem in report.problems]
    return found


def _page_object(held: Held, taken: Container[Difference]) -> dict[str, Any]:
    page = held.page
    return {
        "country": page.iso3,
        "edition": page.edition,
        "format": str(page.format),
        "url": page.url or None,
        "sha256": page.sha256,
        "sections": {name: len(texts) for name, texts in page.sections.items()},
        "facts": [{"label": label, "text": text} for label, text in page.facts.stated],
        "scores": len(page.scores),
        "equal": {str(kind): count for kind, count in held.equal.items()},
        "lacking": list(held.lacking),
        "differences": [
            {
                "kind": str(each.kind),
                "key": each.key,
                "page": _plain(each, each.page),
                "library": _plain(each, each.library),
                "can_be_taken": each.can_be_taken,
                "taken": each.can_be_taken and each in taken,
            }
            for each in held.differences
        ],
    }


def _problem_object(problem: Problem, words: Words) -> dict[str, str]:
    return {"key": problem.key, "text": words.problem(problem)}


def _plain(difference: Difference, value: Value) -> Any:
    if isinstance(value, int) and difference.kind in (Kind.SCORE, Kind.CHANGE):
        return to_number(value)
    return list(value) if isinstance(value, tuple) else value
