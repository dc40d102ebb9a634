"""Drives a country selector as a user does."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.library.matching import NameMatcher
from ocviewer.presenter.picker import picker_entries
from ocviewer.presenter.words import Words
from ocviewer.ui.views.country_model import CountryModel
from ocviewer.ui.views.country_picker import CountryPicker
from ocviewer.ui.views.country_tree import CountryTree
from ocviewer.ui.views.filter_edit import FilterEdit

CONTROL = Qt.KeyboardModifier.ControlModifier


class Driver:
    """A shown selector with Peru open, its parts, and all that it has told."""

    def __init__(self, qtbot: QtBot, library: Library, words: Words) -> None:
        self.qtbot = qtbot
        self.library, self.words = library, words
        self.matchers_made = 0
        self.told: list[tuple[str, str]] = []
        self.picker = CountryPicker()
        qtbot.addWidget(self.picker)
        self.show_edition(2025)
        self.picker.set_current({"PER": 0})
        for name in ("picked", "add_requested", "sort_changed"):
            getattr(self.picker, name).connect(lambda what, n=name: self.told.append((n, what)))
        self.filter = self.picker.findChildren(FilterEdit)[0]
        self.tree = self.picker.findChildren(CountryTree)[0]
        model = self.tree.model()
        assert isinstance(model, CountryModel)
        self.model = model
        self.picker.resize(230, 640)
        with qtbot.waitExposed(self.picker):
            self.picker.show()
        self.picker.activateWindow()

    def show_edition(self, year: int) -> None:
        def make() -> NameMatcher:
            self.matchers_made += 1
            return NameMatcher(self.library.countries.values())

        self.picker.set_entries(picker_entries(self.library, year, self.words), make)

    def type(self, text: str) -> None:
        self.picker.focus_filter()
        self.qtbot.keyClicks(self.filter, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        widget = self.filter if self.filter.hasFocus() else self.tree
        self.qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def names(self) -> list[str]:
        """The rows of the first level."""
        return [str(self.model.index(row, 0).data()) for row in range(self.model.rowCount())]

    @property
    def current(self) -> str:
        row = self.model.row_of(self.tree.currentIndex())
        return row.text if row else ""

    def click(self, iso3: str, modifier: Qt.KeyboardModifier | None = None) -> None:
        place = self.tree.visualRect(self.model.index_of(iso3)).center()
        self.qtbot.mouseClick(
            self.tree.viewport(),
            Qt.MouseButton.LeftButton,
            modifier or Qt.KeyboardModifier.NoModifier,
            place,
        )
