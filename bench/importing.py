"""The import of the real page, where it is beside the project: told, without a limit."""

import tempfile
import time
from pathlib import Path
from statistics import median

from bench.table import Row

PAGE = Path(__file__).resolve().parents[2] / "shared/sources/000_17467de0ae79f826.txt"


def rows(rounds: int) -> list[Row]:
    """From the file to the library's own on the disk; nothing where the page is not there."""
    from ocviewer import paths
    from ocviewer.importers.job import ImportJob, Outcome
    from ocviewer.library.library import Library

    if not PAGE.exists():
        return []
    times = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            library = Library(paths.bundled_library(), Path(folder))
            assert library.countries  # as in a program that runs
            begun = time.perf_counter()
            steps = list(ImportJob(library, Path(folder)).run([PAGE]))
            times.append((time.perf_counter() - begun) * 1000)
            outcomes = [getattr(step, "outcome", None) for step in steps]
            assert Outcome.IMPORTED in outcomes, outcomes
    return [Row.told("import of a page", median(times), "ms")]
