"""Every view by the keyboard alone, on the real window: each key goes to what has the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.session import Session
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow

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
        """What the window is called."""
        return self.window.windowTitle()

    def spoken(self) -> str:
        """What a screen reader says of where the keyboard is."""
        return self.focus.accessibleDescription()

    def panes(self) -> list[str]:
        """The countries that are open."""
        return [pane.iso3 for pane in self.window.controller.state.panes]


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


def profile(keyboard: Keyboard) -> None:
    """A country by its name, its sections and editions, a bar, and the way to its ranking."""
    open_by_name(keyboard, "peru", MOD.NoModifier)
    assert keyboard.title() == "Peru · 2025 – ocviewer"
    keyboard.press(KEY.Key_4, ALT)
    assert keyboard.window.controller.page.section == "drugs"
    keyboard.press(KEY.Key_Tab, CTRL)
    assert keyboard.window.controller.page.section == "cyber_crimes"
    keyboard.press(KEY.Key_Left, ALT)
    assert keyboard.title() == "Peru · 2023 – ocviewer"
    keyboard.press(KEY.Key_Right, ALT)
    keyboard.tab_to("BarChart")
    keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Return)
    assert keyboard.window.controller.page.section == "people"
    keyboard.press(KEY.Key_T, CTRL)
    table = QApplication.activeWindow()
    assert isinstance(table, QDialog)
    QTest.keyClick(table, KEY.Key_Escape)
    assert not table.isVisible()
    QApplication.sendPostedEvents(None, DELETE)
    keyboard.window.activateWindow()  # a window manager would
    QApplication.processEvents()


def comparison(keyboard: Keyboard) -> None:
    """A second country beside the first, moved and swapped, its figures and its text."""
    open_by_name(keyboard, "colombia", CTRL)
    assert keyboard.panes() == ["PER", "COL"]
    assert keyboard.title() == "Peru · Colombia · 2025 – ocviewer"
    matrix = keyboard.tab_to("Matrix")
    keyboard.press(KEY.Key_Left, CTRL | SHIFT)
    assert keyboard.panes() == ["COL", "PER"]
    keyboard.press(KEY.Key_F6)
    assert keyboard.window.active == 1
    keyboard.press(KEY.Key_X, CTRL | SHIFT)
    assert keyboard.panes() == ["PER", "COL"]
    keyboard.press(KEY.Key_End)
    keyboard.press(KEY.Key_Return)
    assert keyboard.window.controller.page.section == "civil_society_and_social_protection"
    assert keyboard.focused == "AlignedView"
    keyboard.press(KEY.Key_M, CTRL)
    assert keyboard.focus is matrix


def world_map(keyboard: Keyboard) -> None:
    """From country to country, near and far, by name, and beside the others."""
    keyboard.press(KEY.Key_F3)
    assert keyboard.focused == "MapCanvas"
    keyboard.press(KEY.Key_Right)
    assert keyboard.spoken().startswith("Brazil. Criminality: 7.07")
    keyboard.press(KEY.Key_Plus)
    keyboard.press(KEY.Key_Home)
    keyboard.type("tuv")
    assert keyboard.focused == "MapFinder"
    keyboard.press(KEY.Key_Return)
    assert keyboard.spoken().startswith("Tuvalu. Criminality: 1.53")
    keyboard.press(KEY.Key_Return, CTRL)
    assert keyboard.panes() == ["PER", "COL", "TUV"]
    choose(keyboard, 2)
    assert keyboard.focus.accessibleName() == "Human trafficking, 2025"


def choose(keyboard: Keyboard, index: int) -> None:
    """Goes back to the first chooser of a view, takes another node, and returns."""
    main = keyboard.focus
    while keyboard.focused != "OptionBox" or keyboard.focus.x() > keyboard.focus.width():
        keyboard.press(KEY.Key_Backtab, SHIFT)
    box = keyboard.focus
    assert isinstance(box, QComboBox)
    keyboard.press(KEY.Key_Home)
    for _ in range(index):
        keyboard.press(KEY.Key_Down)
    assert box.currentIndex() == index
    while keyboard.focus is not main:
        keyboard.press(KEY.Key_Tab)


def rankings(keyboard: Keyboard) -> None:
    """The same node; letters jump, Ctrl+C copies, Enter opens."""
    keyboard.press(KEY.Key_F4)
    assert keyboard.focused == "CountryTableView"
    keyboard.press(KEY.Key_C, CTRL)
    heading, first, *_ = QApplication.clipboard().text().splitlines()
    assert "Human trafficking" in heading
    assert first.startswith("1\t")
    keyboard.type("norw")
    keyboard.press(KEY.Key_Return)
    assert keyboard.panes() == ["NOR", "COL", "TUV"]
    assert keyboard.focused == "Matrix"


def region(keyboard: Keyboard) -> None:
    """The page of the region of the country that was added last, and a country from its table."""
    keyboard.press(KEY.Key_R, CTRL)
    assert keyboard.focused == "CountryTableView"
    keyboard.type("sam")
    keyboard.press(KEY.Key_Return)
    assert keyboard.panes() == ["NOR", "COL", "WSM"]


def trends(keyboard: Keyboard) -> None:
    """From chart to chart, and to a node's ranking."""
    keyboard.press(KEY.Key_F5)
    assert keyboard.focused == "TrendsChart"
    keyboard.press(KEY.Key_Home)
    keyboard.press(KEY.Key_Right)
    assert keyboard.spoken().startswith("Criminal markets. ")
    keyboard.press(KEY.Key_Return)
    assert keyboard.focused == "CountryTableView"
    assert keyboard.window.controller.state.choice.indicator == "1.1"


def relations(keyboard: Keyboard) -> None:
    """From point to point; a country beside the others."""
    keyboard.press(KEY.Key_F7)
    assert keyboard.focused == "ScatterChart"
    before = keyboard.panes()
    keyboard.press(KEY.Key_Left)
    keyboard.press(KEY.Key_Return, CTRL)
    assert len(keyboard.panes()) == len(before) + 1


def heat_table(keyboard: Keyboard) -> None:
    """From cell to cell; another edition, and a country that opens."""
    keyboard.press(KEY.Key_F8)
    assert keyboard.focused == "HeatChart"
    keyboard.press(KEY.Key_Home, CTRL)
    at_first = keyboard.spoken()
    keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Right)
    assert keyboard.spoken() != at_first
    keyboard.press(KEY.Key_Left, ALT)
    assert " · 2023 – ocviewer" in keyboard.title()
    before = keyboard.panes()
    keyboard.press(KEY.Key_Return)
    assert keyboard.focused == "Matrix"
    assert len(set(keyboard.panes()) - set(before)) == 1


def the_end(keyboard: Keyboard) -> None:
    """One country again, and the list of all keys."""
    keyboard.press(KEY.Key_W, CTRL)
    assert len(keyboard.panes()) == 3
    keyboard.press(KEY.Key_W, CTRL | SHIFT)
    assert len(keyboard.panes()) == 1
    keyboard.press(KEY.Key_F1)
    shortcuts = QApplication.activeWindow()
    assert isinstance(shortcuts, QDialog)
    QTest.keyClick(shortcuts, KEY.Key_Escape)
    assert not shortcuts.isVisible()


def test_everything_is_reached_without_a_mouse(keyboard: Keyboard) -> None:
    for part in (
        *(profile, comparison, world_map, rankings, region),
        *(trends, relations, heat_table, the_end),
    ):
        part(keyboard)
