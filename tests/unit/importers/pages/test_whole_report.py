"""The report of an import as text and as an object, with what is taken of a page."""

from collections.abc import Container
from pathlib import Path

import pytest

from ocviewer.importers.found_files import find_files, may_be_imported
from ocviewer.importers.job import Everything, FileReport, ImportJob
from ocviewer.importers.pages.held import Difference
from ocviewer.importers.whole_report import file_lines, report_object
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


@pytest.fixture
def reports(small: Library, pages: Path, tmp_path: Path) -> tuple[FileReport, ...]:
    """A page of which population and a rank differ, and a file that is no page."""
    text = (pages / "testland-2025.txt").read_text("utf-8").replace("34,217", "35,000")
    page, other = tmp_path / "page.txt", tmp_path / "other.txt"
    page.write_text(text.replace("of 3 countries", "of 4 countries", 1), "utf-8")
    other.write_text("milk, eggs", "utf-8")
    job = ImportJob(small, tmp_path / "user", dry=True)
    steps = job.run([page, other])
    return tuple(step for step in steps if isinstance(step, FileReport))


@pytest.mark.parametrize(("taken", "used"), [((), "library"), (Everything(), "page")])
def test_whose_figure_is_used(
    reports: tuple[FileReport, ...],
    small: Library,
    words: Words,
    taken: Container[Difference],
    used: str,
) -> None:
    told = report_object(reports, taken, words, passed_over=3)
    assert told["counts"] == {
        "imported": 1,
        "unchanged": 0,
        "refused": 1,
        "differing": 1,
        "passed_over": 3,
    }
    found = [(d["kind"], d["taken"]) for d in told["files"][0]["differences"]]
    assert found == [("rank", False), ("fact", used == "page")], "a rank is never taken"
    assert [p["key"] for p in told["files"][1]["problems"]] == ["page_not_a_page"]
    text = "\n".join(file_lines(reports[0], taken, small, words))
    assert ("the page’s is taken" in text) == (used == "page")
    assert ("the library’s is kept" in text) == (used == "library")


def test_a_search_of_folders_can_be_ended(pages: Path) -> None:
    seen: list[str] = []

    def enough(place: str) -> None:
        seen.append(place)
        raise StopIteration

    with pytest.raises(StopIteration):
        find_files([pages], enough)
    assert seen == [str(pages)]


def test_what_may_be_imported(tmp_path: Path) -> None:
    assert may_be_imported(tmp_path)
    assert may_be_imported(Path("Peru.MHTML"))
    assert not may_be_imported(tmp_path / "picture.png")
