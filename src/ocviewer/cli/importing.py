"""`ocviewer import FILE|FOLDER…`: saved pages and workbooks into the user's own library."""

from argparse import Namespace
from pathlib import Path
from typing import Any, TextIO

from ocviewer import paths
from ocviewer.cli.import_report import sheet_lines
from ocviewer.exporters.json_text import json_text
from ocviewer.importers.found_files import Found, find_files
from ocviewer.importers.job import Everything, FileReport, ImportJob, Outcome
from ocviewer.importers.telling import Teller
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

FINE, BAD_DATA = 0, 1


def run(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Imports what was named and prints a report; 1 when a file was refused."""
    found = find_files(Path(name) for name in call.files)
    takes_page = call.take == "page"
    job = ImportJob(
        library,
        paths.user_library(),
        take=Everything() if takes_page else frozenset(),
        edition=call.edition,
        dry=call.dry_run,
    )
    teller = Teller(library, words)
    reports = []
    for step in job.run(found.files):
        if isinstance(step, FileReport):
            reports.append(step)
            if not call.json:
                _tell(step, teller, library, words, out, err, takes_page=takes_page)
    if call.json:
        print(json_text(_object(reports, found, call, teller), indent=1), file=out)
    else:
        print(teller.counts(reports, dry=call.dry_run, passed_over=found.passed_over), file=out)
    return BAD_DATA if any(r.outcome is Outcome.REFUSED for r in reports) else FINE


def _tell(
    report: FileReport,
    teller: Teller,
    library: Library,
    words: Words,
    out: TextIO,
    err: TextIO,
    *,
    takes_page: bool,
) -> None:
    print(teller.heading(report), file=out)
    if report.held is not None:
        for line in teller.lines(report.held, takes_page=takes_page):
            print(line, file=out)
    if report.workbook is not None:
        for sheet in report.workbook.sheets:
            for line in sheet_lines(sheet, library, words):
                print(f"  {line}", file=out)
    for problem in report.problems:
        print(words.problem(problem), file=err)


def _object(
    reports: list[FileReport], found: Found, call: Namespace, teller: Teller
) -> dict[str, Any]:
    return {
        "dry_run": call.dry_run,
        "take": call.take,
        "counts": {
            **{str(o): sum(r.outcome is o for r in reports) for o in Outcome},
            "differing": sum(bool(r.held and r.held.differences) for r in reports),
            "passed_over": found.passed_over,
        },
        "files": [teller.report_object(report) for report in reports],
    }
