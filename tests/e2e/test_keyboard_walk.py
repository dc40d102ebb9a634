"""Every view by the keyboard alone, on the real window: each key goes to what has the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.compare.pane_head import PaneHead
from ocviewer.ui.controller import Controller
from ocviewer.ui.reader.tab_button import TabButton
from ocviewer.ui.session import Session
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.country_table import CountryTableView
from ocviewer.ui.world.map_canvas import MapCanvas
from ocviewer.ui.world.option_box import OptionBox

KEY, MOD = Qt.Key, Qt.KeyboardModifier
DELETE = 52  # QEvent.Type.DeferredDelete
CTRL, SHIFT, ALT = MOD.ControlModifier, MOD.ShiftModifier, MOD.AltModifier


class Keyboard:
    """Presses keys as a person does; nothing else touches the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def focused(self) -> str:
        """Its class."""
        return type(self.focus).__name__

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
        """One key, with the keys that are held."""
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letter by letter."""
        for letter in text:
            QTest.keyClicks(self.focus, letter)
        QApplication.processEvents()

    def tab_to(self, kind: str) -> QWidget:
        """Presses Tab until something of a class has the focus."""
        for _ in range(60):
            self.press(KEY.Key_Tab)
            if self.focused == kind:
                return self.focus
        raise AssertionError(f"Tab does not reach a {kind}")

    def title(self) -> str:
        """What the window is called, without the program's name."""
        return self.window.windowTitle().removesuffix(" – ocviewer")

    def page(self) -> str:
        """The class of what is in front."""
        return type(self.window.stack.currentWidget()).__name__

    def section(self) -> str:
        """The tab that is open."""
        tabs = [tab for tab in self.window.findChildren(TabButton) if tab.isVisible()]
        (shown,) = (tab.accessibleName() for tab in tabs if tab.isChecked())
        return shown

    def chosen(self) -> list[str]:
        """What the choosers of a view of the world are set to."""
        boxes = self.window.stack.currentWidget().findChildren(OptionBox)
        return [box.currentText().strip() for box in boxes if box.isVisible()]

    def active(self) -> str:
        """The pane that the country list speaks to."""
        heads = self.window.findChildren(PaneHead)
        (shown,) = (head.accessibleName() for head in heads if head.active)
        return shown

    def spoken(self) -> str:
        """What a screen reader says of where the keyboard is."""
        return self.focus.accessibleDescription()

    def country(self) -> str:
        """The country that the keyboard is at in a table."""
        table = self.focus
        assert isinstance(table, CountryTableView)
        return table.current_country()


@pytest.fixture
def keyboard(qtbot: QtBot, library: Library, words: Words) -> Iterator[Keyboard]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    apply_theme(app, ThemeChoice.LIGHT)
    controller = Controller(library, words, ViewState((PaneState("AFG", 2025),)))
    window = MainWindow(controller, Session(theme="light"))
    window.resize(1280, 720)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.start()
    window.activateWindow()
    window.setFocus()
    yield Keyboard(window)
    window.close()
    window.deleteLater()
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, DELETE)


def open_by_name(keyboard: Keyboard, name: str, modifiers: Qt.KeyboardModifier) -> None:
    keyboard.press(KEY.Key_K, CTRL)
    assert keyboard.focused == "FilterEdit"
    keyboard.type(name)
    keyboard.press(KEY.Key_Return, modifiers)
    assert keyboard.focused == "FilterEdit", "who types goes on typing"


def close_dialog(keyboard: Keyboard) -> None:
    """Escape closes what is in front of the window, and the keyboard is back where it was."""
    assert isinstance(QApplication.activeWindow(), QDialog)
    keyboard.press(KEY.Key_Escape)
    QApplication.sendPostedEvents(None, DELETE)
    assert not any(isinstance(each, QDialog) for each in QApplication.topLevelWidgets())
    keyboard.window.activateWindow()  # a window manager would
    QApplication.processEvents()


def choose(keyboard: Keyboard, index: int) -> None:
    """Goes back to the first chooser of a view, takes another node, and returns."""
    main = keyboard.focus
    while keyboard.focused != "OptionBox" or keyboard.focus.x() > keyboard.focus.width():
        keyboard.press(KEY.Key_Backtab, SHIFT)
    keyboard.press(KEY.Key_Home)
    for _ in range(index):
        keyboard.press(KEY.Key_Down)
    while keyboard.focus is not main:
        keyboard.press(KEY.Key_Tab)


def profile(keyboard: Keyboard) -> None:
    """A country by its name, its sections and editions, and a bar's section."""
    open_by_name(keyboard, "peru", MOD.NoModifier)
    assert keyboard.title() == "Peru · 2025"
    keyboard.press(KEY.Key_1, ALT)
    assert keyboard.section() == "01 People"
    keyboard.press(KEY.Key_Tab, CTRL)
    assert keyboard.section() == "02 Trade"
    keyboard.press(KEY.Key_Tab, CTRL | SHIFT)
    assert keyboard.section() == "01 People"
    keyboard.press(KEY.Key_Left, ALT)
    assert keyboard.title() == "Peru · 2023"
    keyboard.press(KEY.Key_Right, ALT)
    assert keyboard.title() == "Peru · 2025"
    keyboard.tab_to("BarChart")
    keyboard.press(KEY.Key_End)
    keyboard.press(KEY.Key_Return)
    assert keyboard.section() == "06 Financial crimes"
    bars = keyboard.focus
    keyboard.press(KEY.Key_T, CTRL)
    close_dialog(keyboard)
    assert keyboard.focus is bars


def escape(keyboard: Keyboard) -> None:
    """Escape clears the filter, then leaves it for the list, from where letters lead back."""
    keyboard.press(KEY.Key_K, CTRL)
    line = keyboard.focus
    assert isinstance(line, QLineEdit)
    assert line.text() == "peru"
    keyboard.press(KEY.Key_Escape)
    assert not line.text()
    assert keyboard.focus is line
    keyboard.press(KEY.Key_Escape)
    assert keyboard.focused == "CountryTree"
    keyboard.type("bol")
    assert keyboard.focus is line
    assert line.text() == "bol"
    keyboard.press(KEY.Key_Escape)


def from_a_bar(keyboard: Keyboard) -> None:
    """One key leads from a bar to its ranking, and F2 back to the bar."""
    keyboard.tab_to("BarChart")
    bars = keyboard.focus
    keyboard.press(KEY.Key_Return, SHIFT)
    assert keyboard.page() == "RankingsView"
    assert keyboard.chosen()[0] == "Financial crimes"
    assert keyboard.country() == "PER"
    keyboard.press(KEY.Key_F2)
    assert keyboard.page() == "Panes"
    assert keyboard.focus is bars


def comparison(keyboard: Keyboard) -> None:
    """A second country beside the first, moved and swapped, its figures and its text."""
    open_by_name(keyboard, "colombia", CTRL)
    assert keyboard.title() == "Peru · Colombia · 2025"
    assert keyboard.active().startswith("Colombia")
    assert keyboard.section() == "Figures"
    keyboard.press(KEY.Key_4, ALT)
    assert keyboard.section() == "04 Drugs"
    keyboard.press(KEY.Key_M, CTRL)
    assert keyboard.section() == "Figures"
    matrix = keyboard.tab_to("Matrix")
    keyboard.press(KEY.Key_Left, CTRL | SHIFT)
    assert keyboard.title() == "Colombia · Peru · 2025"
    assert keyboard.active().startswith("Colombia")
    keyboard.press(KEY.Key_F6)
    assert keyboard.active().startswith("Peru")
    keyboard.press(KEY.Key_X, CTRL | SHIFT)
    assert keyboard.title() == "Peru · Colombia · 2025"
    keyboard.press(KEY.Key_End)
    keyboard.press(KEY.Key_Return)
    assert keyboard.section().startswith("11 Civil society")
    assert keyboard.focused == "AlignedView"
    keyboard.press(KEY.Key_M, CTRL)
    assert keyboard.focus is matrix


def world_map(keyboard: Keyboard) -> None:
    """From country to country, near and far, by name, and beside the others."""
    keyboard.press(KEY.Key_F3)
    canvas = keyboard.focus
    assert isinstance(canvas, MapCanvas)
    keyboard.press(KEY.Key_Right)
    assert keyboard.spoken().startswith("Brazil. Financial crimes: 8.00")
    far = canvas.frame.zoom
    keyboard.press(KEY.Key_Plus)
    near = canvas.frame.zoom
    keyboard.press(KEY.Key_Minus)
    assert near > canvas.frame.zoom == pytest.approx(far)
    keyboard.press(KEY.Key_Plus)
    keyboard.press(KEY.Key_Home)
    assert canvas.frame.zoom == far
    keyboard.type("tuv")
    assert keyboard.focused == "MapFinder"
    keyboard.press(KEY.Key_Return)
    assert keyboard.focus is canvas
    assert keyboard.spoken().startswith("Tuvalu. Financial crimes: ")
    keyboard.press(KEY.Key_Return, CTRL)
    assert keyboard.title() == "Peru · Colombia · Tuvalu · 2025"
    choose(keyboard, 2)
    assert keyboard.focus.accessibleName() == "Human trafficking, 2025"


def rankings(keyboard: Keyboard) -> None:
    """The same node; letters jump, Ctrl+C copies, Enter opens."""
    keyboard.press(KEY.Key_F4)
    assert keyboard.focused == "CountryTableView"
    assert keyboard.chosen()[0] == "Human trafficking"
    keyboard.press(KEY.Key_C, CTRL)
    heading, first, *_ = QApplication.clipboard().text().splitlines()
    assert "Human trafficking" in heading
    assert first.startswith("1\t")
    keyboard.type("norw")
    assert keyboard.country() == "NOR"
    keyboard.press(KEY.Key_Return)
    assert keyboard.title() == "Norway · Colombia · Tuvalu · 2025"
    assert keyboard.focused == "Matrix"


def region(keyboard: Keyboard) -> None:
    """The page of the region of the country that was added last, and a country from its table."""
    assert keyboard.active().startswith("Tuvalu")
    keyboard.press(KEY.Key_R, CTRL)
    assert keyboard.page() == "PlaceView"
    assert keyboard.chosen()[0].startswith("Polynesia")
    assert keyboard.focused == "CountryTableView"
    keyboard.type("sam")
    keyboard.press(KEY.Key_Return)
    assert keyboard.title() == "Norway · Colombia · Samoa · 2025"


def trends(keyboard: Keyboard) -> None:
    """From chart to chart, and to a node's ranking."""
    keyboard.press(KEY.Key_F5)
    assert keyboard.focused == "TrendsChart"
    keyboard.press(KEY.Key_Home)
    keyboard.press(KEY.Key_Right)
    assert keyboard.spoken().startswith("Criminal markets. ")
    keyboard.press(KEY.Key_Return)
    assert keyboard.focused == "CountryTableView"
    assert keyboard.chosen()[0] == "Criminal markets"


def relations(keyboard: Keyboard) -> None:
    """From point to point; a country beside the others."""
    keyboard.press(KEY.Key_F7)
    assert keyboard.focused == "ScatterChart"
    before = keyboard.title().removesuffix(" · 2025")
    keyboard.press(KEY.Key_Left)
    keyboard.press(KEY.Key_Return, CTRL)
    after = keyboard.title().removesuffix(" · 2025")
    assert after.startswith(f"{before} · ")
    assert after.count(" · ") == 3


def heat_table(keyboard: Keyboard) -> None:
    """From cell to cell; another edition, and a country that opens."""
    keyboard.press(KEY.Key_F8)
    assert keyboard.focused == "HeatChart"
    keyboard.press(KEY.Key_Home, CTRL)
    at_first = keyboard.spoken()
    keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Right)
    country, node = (part.strip() for part in keyboard.spoken().split(",")[:2])
    assert not at_first.startswith(country)
    assert node not in at_first
    keyboard.press(KEY.Key_Left, ALT)
    assert keyboard.title().endswith(" · 2023")
    assert country not in keyboard.title()
    keyboard.press(KEY.Key_Return)
    assert keyboard.focused == "Matrix"
    assert country in keyboard.title()


def the_end(keyboard: Keyboard) -> None:
    """One country again, and the list of all keys."""
    before = keyboard.title()
    keyboard.press(KEY.Key_W, CTRL)
    assert keyboard.title().count(" · ") == before.count(" · ") - 1
    keyboard.press(KEY.Key_W, CTRL | SHIFT)
    assert keyboard.title() == f"{before.split(' · ')[0]} · 2023"
    keyboard.press(KEY.Key_F1)
    close_dialog(keyboard)


def test_everything_is_reached_without_a_mouse(keyboard: Keyboard) -> None:
    for part in (
        *(profile, escape, from_a_bar, comparison, world_map, rankings, region),
        *(trends, relations, heat_table, the_end),
    ):
        part(keyboard)
