"""Figures that differ are the library's until the page's are ticked and applied."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ocviewer.importers.job import Outcome
from ocviewer.importers.pages.held import Kind
from ocviewer.library.check import check_folder
from ocviewer.ui.importing.edition_row import UNCLEAR
from ocviewer.ui.importing.report_page import ReportPage
from ocviewer.ui.importing.results import Shelf
from ocviewer.ui.window import MainWindow
from tests.ui.importing.conftest import PAGE, PAGES, Import, dialog_of, report_of

SCORE, RANK, FACT = 0, 1, 2
"""The rows of the page that differs."""


def cells(page: ReportPage, row: int) -> list[str]:
    items = [page.details.table.item(row, column) for column in range(4)]
    return [item.text() for item in items if item is not None]


def apply(window: MainWindow, page: ReportPage, qtbot: QtBot) -> ReportPage:
    dialog = dialog_of(window)
    qtbot.mouseClick(page.apply, Qt.MouseButton.LeftButton)
    assert dialog._stack.currentWidget() is not page
    return report_of(dialog, qtbot)


def score(window: MainWindow) -> int | None:
    return window.controller.library.edition(2025).score("XTL", "1.2.1")


def population(window: MainWindow) -> int:
    fact = window.controller.library.country_in("XTL", 2025).population
    assert fact is not None
    return fact.value


def test_what_differs_is_listed_and_the_library_s_stays(
    testland: MainWindow, bring: Import, altered: Path
) -> None:
    before = score(testland)
    page = bring(altered)
    table = page.details.table
    assert [cells(page, row)[0] for row in range(3)] == [
        "Mafia-style groups",
        "Rank of Criminality in the world",
        "Population",
    ]
    assert cells(page, SCORE)[1:] == ["9.50", "1.50", "library’s"]
    assert cells(page, FACT)[1:] == ["35,000", "34,217", "library’s"]
    assert cells(page, RANK)[3] == "computed"
    first, rank = table.item(SCORE, 0), table.item(RANK, 0)
    assert first is not None
    assert rank is not None
    assert first.checkState() is Qt.CheckState.Unchecked
    assert rank.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not page.apply.isEnabled()
    assert (score(testland), population(testland)) == (before, 34_217)


def test_a_tick_by_key_and_apply(
    testland: MainWindow, bring: Import, altered: Path, qtbot: QtBot, user_library: Path
) -> None:
    page = bring(altered)
    table = page.details.table
    table.setFocus()
    table.setCurrentCell(SCORE, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert cells(page, SCORE)[3] == "page’s, to be applied"
    assert score(testland) != 950, "nothing is written by a tick"
    page = apply(testland, page, qtbot)
    assert (score(testland), population(testland)) == (950, 34_217)
    assert cells(page, SCORE)[3] == "page’s"
    assert cells(page, FACT)[3] == "library’s"
    item = page.details.table.item(SCORE, 0)
    assert item is not None
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert page._state.text() == "Taken from pages: 1."
    assert not page.apply.isEnabled()
    bars = {
        bar.code: bar.score_text
        for group in testland.controller.page.panes[0].groups
        for bar in group.bars
    }
    assert bars["1.2.1"] == "9.50"
    assert check_folder(user_library, testland.controller.library).problems == ()


def test_all_are_taken_and_kept_by_buttons(
    testland: MainWindow, bring: Import, altered: Path, qtbot: QtBot
) -> None:
    page = bring(altered)
    qtbot.mouseClick(page.details.take_all, Qt.MouseButton.LeftButton)
    assert {each.kind for each in page.results.ticked} == {Kind.SCORE, Kind.FACT}
    qtbot.mouseClick(page.details.keep_all, Qt.MouseButton.LeftButton)
    assert page.results.ticked == set()
    assert not page.apply.isEnabled()
    qtbot.mouseClick(page.details.take_all, Qt.MouseButton.LeftButton)
    apply(testland, page, qtbot)
    assert (score(testland), population(testland)) == (950, 35_000)
    facts = [fact.text for fact in testland.panes.pane.header._facts]
    assert "35,000 people" in facts, "the head shows it at once"


def test_several_pages_at_once(
    testland: MainWindow, bring: Import, altered: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "old.txt"
    text = (PAGES / "testland-2023.txt").read_text("utf-8")
    old.write_text(text.replace("34,217", "33,000"), "utf-8")
    page = bring(altered, old, PAGES / "testland-2021.txt")
    page.files.selectAll()
    assert page.details.take_all.text() == "Take &all from the 2 pages"
    qtbot.mouseClick(page.details.take_all, Qt.MouseButton.LeftButton)
    apply(testland, page, qtbot)
    assert (score(testland), population(testland)) == (950, 35_000)
    of_2023 = testland.controller.library.country_in("XTL", 2023).population
    assert of_2023 is not None
    assert of_2023.value == 33_000


def test_two_files_of_a_page_that_disagree(
    testland: MainWindow, bring: Import, altered: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Of two figures for one thing the first comes in; that the other did not is said."""
    other = tmp_path / "other.txt"
    other.write_text(altered.read_text("utf-8").replace("9.50", "8.00", 1), "utf-8")
    page = bring(altered, other)
    assert [r.outcome for r in page.results.reports] == [Outcome.IMPORTED, Outcome.UNCHANGED]
    page.files.selectAll()
    qtbot.mouseClick(page.details.take_all, Qt.MouseButton.LeftButton)
    page = apply(testland, page, qtbot)
    assert score(testland) == 950
    assert page.results.missed == 1
    assert "Not taken, as the library has changed: 1." in page._state.text()


def test_what_cannot_be_written_stays_ticked(
    testland: MainWindow,
    bring: Import,
    altered: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = bring(altered)
    qtbot.mouseClick(page.details.take_all, Qt.MouseButton.LeftButton)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        page = apply(testland, page, qtbot)
    assert "No space left on device" in page._head.text()
    assert "No space left on device" in page.details.text.toPlainText()
    assert len(page.results.ticked) == 2
    assert score(testland) != 950
    page = apply(testland, page, qtbot)
    assert score(testland) == 950
    assert "No space left on device" not in page._head.text()


def test_a_page_of_no_clear_edition_is_given_one(
    testland: MainWindow, bring: Import, tmp_path: Path, qtbot: QtBot
) -> None:
    """Scores of no edition, in a file that names no year."""
    lines = PAGE.read_text("utf-8").split("\n")
    unclear = [
        line if not line.strip()[:1].isdigit() or "of 3" in line else _other(line) for line in lines
    ]
    file = tmp_path / "unclear.txt"
    file.write_text("\n".join(unclear), "utf-8")
    page = bring(file, PAGES / "testland-2021.txt")
    refused = page.results.report(str(file))
    assert [p.key for p in refused.problems] == [UNCLEAR]
    assert page.details.edition.isVisible()
    assert page.details.text.toPlainText().endswith("Choose it below.")
    page.details.edition.years.setCurrentText("2023")
    qtbot.mouseClick(page.details.edition.button, Qt.MouseButton.LeftButton)
    page = report_of(dialog_of(testland), qtbot)
    assert page._head.text().startswith("2 imported, 0 unchanged, 0 refused;")
    assert testland.controller.library.profile("XTL", 2023) is not None
    assert not page.details.edition.isVisible()


def _other(line: str) -> str:
    text = line.strip()
    return "    9.99-3.33" if text[1:2] == "." else line


def test_the_report_is_copied_and_saved(
    bring: Import, altered: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = bring(altered, tmp_path / "altered.txt", PAGES / "testland-2021.txt")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("2 imported, 0 unchanged, 0 refused; 1 with differences.")
    assert "Population is 35,000" not in text
    assert "population is 35,000 on the page, 34,217 in the library; the library’s is kept" in text
    for name in ("report.json", "report.txt"):
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
        asking = page.findChild(QFileDialog)
        assert asking is not None
        asking.fileSelected.emit(str(tmp_path / name))
        asking.close()
        asking.deleteLater()
        QApplication.sendPostedEvents(asking, 52)
        assert page._state.text() == f"Saved: {tmp_path / name}"
    assert (tmp_path / "report.txt").read_text("utf-8") == text
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["counts"]["imported"] == 2
    assert [d["taken"] for d in report["files"][0]["differences"]] == [False, False, False]


def test_a_report_that_cannot_be_saved(bring: Import, tmp_path: Path) -> None:
    page = bring(PAGE)
    page.ask_where()
    asking = page.findChild(QFileDialog)
    assert asking is not None
    (tmp_path / "file").touch()
    asking.fileSelected.emit(str(tmp_path / "file" / "report.txt"))
    asking.close()
    assert page._state.text().startswith("The report could not be saved")


def test_only_what_differs_is_listed(bring: Import, altered: Path) -> None:
    page = bring(altered, PAGES / "testland-2021.txt")
    page.shelf.setCurrentIndex(list(Shelf).index(Shelf.DIFFERING))
    assert page.shelf.currentText() == "With differences (1)"
    assert page.model.rowCount() == 1
    row = page.model.row(page.model.index(0))
    assert row is not None
    assert row.differing == "3 differ"
    assert row.spoken == "Testland (invented) · 2025, imported, 3 differ, 2025 · altered.txt"
