"""What a refusal is, for the tests of what is refused."""

from pathlib import Path

from ocviewer.domain.problem import Problem
from ocviewer.importers.workbook import WorkbookImporter


def refused(importer: WorkbookImporter, path: Path) -> tuple[Problem, ...]:
    """The problems of a workbook of which nothing came."""
    found = importer.read(path)
    assert found.editions == ()
    assert found.report.problems
    assert {problem.file for problem in found.report.problems} == {str(path)}
    return found.report.problems
