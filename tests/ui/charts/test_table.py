import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.ui.charts.table import FigureTable, open_figures
from tests.ui.charts import samples

GROUP = samples.group(
    samples.bar(1, 650, 700, 512), samples.bar(2, None, None, None), samples.bar(3, 400, 400)
)


@pytest.fixture
def table(qtbot: QtBot) -> FigureTable:
    made = FigureTable()
    qtbot.addWidget(made)
    made.set_groups([GROUP])
    return made


def cells(table: FigureTable) -> list[list[str]]:
    return [line.split("\t") for line in table.as_tsv().splitlines()]


def test_every_figure_of_the_chart_is_in_the_table(table: FigureTable) -> None:
    assert cells(table) == [
        ["Indicator", "Score", "Change", "Meaning", "Previous edition", "Region mean"],
        ["Test group", "6.00", "+1.00", "worse", "", ""],
        [GROUP.bars[0].name, "6.50", "-0.50", "better", "7.00", "5.12"],
        [GROUP.bars[1].name, "–", "–", "not scored in 2023", "–", "–"],
        [GROUP.bars[2].name, "4.00", "0.00", "unchanged", "4.00", "–"],
    ]


def test_groups_follow_one_another_and_are_replaced(table: FigureTable) -> None:
    table.set_groups([GROUP, samples.rows(5)])
    assert [row[0] for row in cells(table)].count("Test group") == 2
    assert table.rowCount() == 4 + 6
    table.set_groups([])
    assert table.rowCount() == 0


def test_ctrl_c_copies_the_selected_cells(table: FigureTable, qtbot: QtBot) -> None:
    table.setCurrentCell(1, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.setCurrentCell(1, 1, QItemSelectionModel.SelectionFlag.Select)
    table.setCurrentCell(2, 1, QItemSelectionModel.SelectionFlag.Select)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{GROUP.bars[0].name}\t6.50\n\t–\n"


def test_arrows_move_in_the_table(table: FigureTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentRow() == 1


def test_a_name_cannot_break_the_lines(table: FigureTable) -> None:
    table.set_groups([samples.group(samples.renamed(samples.bar(1), "Test\tname\nof two lines"))])
    assert cells(table)[2][0] == "Test name of two lines"


def test_the_table_cannot_be_written_to(table: FigureTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.state() is FigureTable.State.NoState


def test_the_window_copies_all_and_closes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = open_figures(parent, [GROUP], "Testland 1999")
    assert dialog.windowTitle() == "Testland 1999"
    table = dialog.findChild(FigureTable)
    assert isinstance(table, FigureTable)
    copy = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Copy all"
    )
    copy.click()
    assert QGuiApplication.clipboard().text() == table.as_tsv()
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    with qtbot.waitSignal(dialog.destroyed):
        buttons.button(QDialogButtonBox.StandardButton.Close).click()
