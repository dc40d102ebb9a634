"""`ocviewer import FILE|FOLDER…`: saved pages and workbooks into the user's own library."""

from argparse import Namespace
from collections.abc import Container
from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.exporters.json_text import json_text
from ocviewer.importers.found_files import find_files
from ocviewer.importers.job import Everything, FileReport, ImportJob, Outcome
from ocviewer.importers.pages.held import Difference
from ocviewer.importers.telling import Teller
from ocviewer.importers.whole_report import file_lines, report_object
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

FINE, BAD_DATA = 0, 1


def run(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Imports what was named and prints a report; 1 when a file was refused."""
    found = find_files(Path(name) for name in call.files)
    take: Container[Difference] = Everything() if call.take == "page" else frozenset()
    job = ImportJob(
        library, paths.user_library(), take=take, edition=call.edition, dry=call.dry_run
    )
    reports = []
    for step in job.run(found.files):
        if isinstance(step, FileReport):
            reports.append(step)
            if not call.json:
                for line in file_lines(step, take, library, words):
                    print(line, file=out)
                for problem in step.problems:
                    print(words.problem(problem), file=err)
    if call.json:
        called = {"dry_run": call.dry_run, "take": call.take}
        told = report_object(reports, take, words, passed_over=found.passed_over)
        print(json_text(called | told, indent=1), file=out)
    else:
        teller = Teller(library, words)
        print(teller.counts(reports, dry=call.dry_run, passed_over=found.passed_over), file=out)
    return BAD_DATA if any(r.outcome is Outcome.REFUSED for r in reports) else FINE
