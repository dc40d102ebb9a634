"""Workbooks in the window: a new edition, and a table that does not name its own."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.ui.window import MainWindow
from tests.ui.importing.conftest import FIXTURES, Import, dialog_of, report_of


def table(path: Path) -> Path:
    """The scores of 2025 as text, with one that is of no edition."""
    small = Library(FIXTURES / "library")
    names = [node.name for node in small.indicators]
    scores = {**small.edition(2025).scores["XTL"], "1.1.1": 100}
    row = [str(scores[node.code] / 100) for node in small.indicators]
    lines = ["\t".join(["Country", *names]), "\t".join(["Testland (invented)", *row])]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_new_edition_is_there_at_once(
    testland: MainWindow, bring: Import, tmp_path: Path
) -> None:
    page = bring(table(tmp_path / "scores-2027.tsv"))
    row = page.model.row(page.model.index(0))
    assert row is not None
    assert (row.title, row.below) == ("scores-2027.tsv", "Scores of 2027")
    assert "2027" in page.details.text.toPlainText()
    assert testland.controller.page.editions == (2021, 2023, 2025, 2027)
    testland.controller.open_edition(2027)
    assert testland.edition_switch._group.checkedId() == 2027


def test_a_table_is_given_an_edition_that_the_library_does_not_have(
    testland: MainWindow, bring: Import, tmp_path: Path, qtbot: QtBot
) -> None:
    page = bring(table(tmp_path / "scores.tsv"))
    years = page.details.edition.years
    assert years.isEditable()
    years.setEditText("20")
    qtbot.mouseClick(page.details.edition.button, Qt.MouseButton.LeftButton)
    assert not dialog_of(testland).is_working, "that is no year"
    years.setEditText("2027")
    qtbot.mouseClick(page.details.edition.button, Qt.MouseButton.LeftButton)
    page = report_of(dialog_of(testland), qtbot)
    assert page._head.text().startswith("1 imported, 0 unchanged, 0 refused;")
    assert 2027 in testland.controller.library.years
