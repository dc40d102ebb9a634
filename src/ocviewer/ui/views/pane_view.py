"""One country in one edition: head, figures and reader, beside or above each other."""

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ocviewer.presenter.page import Page, Pane, SectionView
from ocviewer.ui.views.figures_view import FiguresView
from ocviewer.ui.views.profile_header import ProfileHeader

if TYPE_CHECKING:
    from ocviewer.presenter.links import Link
    from ocviewer.ui.reader.measure import TextStyle
    from ocviewer.ui.reader.reader import Reader

WIDE = 760
"""From this width, in device-independent pixels, figures and reader stand side by side."""
WIDE_ARRANGEMENT = "wide"
STACKED = "stacked"
_ORIENTATIONS = {
    WIDE_ARRANGEMENT: Qt.Orientation.Horizontal,
    STACKED: Qt.Orientation.Vertical,
}
_LEAST_WIDTH = 400
"""Narrower, cards and bars would have to cut their numbers off."""
_READER_AT_MOST = 700
_FIGURES_AT_MOST = 660
_ROOMY = 900
_TIGHT_SHARE = 0.62
"""The figures' share below ``_ROOMY`` pixels, where numbers would be cut off otherwise."""
_FIGURES_SHARE = {WIDE_ARRANGEMENT: 0.56, STACKED: 0.75}
"""The usual share of the figures in the room of a pane."""


class PaneView(QWidget):
    """Paints one pane."""

    indicator_activated = Signal(str)
    ranking_requested = Signal(str)
    ranking_menu_requested = Signal(str, QPoint)
    place_requested = Signal()
    section_picked = Signal(str)
    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    country_picked = Signal(str)
    country_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes head and cards; text and charts come with ``bring_reader`` and ``bring_charts``."""
        super().__init__(parent)
        self._pane: Pane | None = None
        self._head: tuple[object, ...] = ()
        self._shown: SectionView | None = None
        self._complete = False
        self._contents: QWidget | None = None
        self._text_style: TextStyle | None = None
        self.links_of: Callable[[Pane], tuple[Link, ...]] = lambda _: ()
        """Finds the countries that the open section of a pane names."""
        self.setMinimumWidth(_LEAST_WIDTH)
        self.header = ProfileHeader(self)
        self.figures = FiguresView(self)
        self._reader_place = QWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.figures)
        self.splitter.addWidget(self._reader_place)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._remember_sizes)
        self._sizes: dict[str, list[int]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.splitter, 1)
        layout.addLayout(self._body, 1)
        self.header.place_clicked.connect(self.place_requested)
        self.figures.ranking_requested.connect(self.ranking_requested)
        self.figures.indicator_activated.connect(self.indicator_activated)
        self.figures.menu_requested.connect(self.ranking_menu_requested)

    @cached_property
    def reader(self) -> "Reader":
        """The reader, made when it is first asked for: after the first paint."""
        from ocviewer.ui.reader.reader import Reader  # noqa: PLC0415 - after the first paint

        reader = Reader(self)
        if self._text_style is not None:
            reader.set_text_style(self._text_style)
        reader.section_picked.connect(self.section_picked)
        reader.indicator_picked.connect(self.indicator_activated)
        reader.zoom_changed.connect(self.zoom_changed)
        reader.link_clicked.connect(self.link_clicked)
        reader.country_picked.connect(self.country_picked)
        reader.country_added.connect(self.country_added)
        reader.figure_picked.connect(self.ranking_menu_requested)
        sizes = self.splitter.sizes()
        self.splitter.replaceWidget(1, reader)
        self._reader_place.deleteLater()
        self.splitter.setSizes(sizes)
        return reader

    def bring_reader(self, page: Page, zoom: int) -> None:
        """Shows the text, after the first paint."""
        self.reader.set_zoom(zoom)
        self._complete = True
        if self._pane is not None:
            self._show_section(page, self._pane)

    def bring_charts(self) -> None:
        """Makes the charts, after the first paint."""
        if self.figures.charts:
            return
        self.figures.bring_charts()
        self._mark()
        stops = (*self.figures.tab_stops(), *self.reader.tab_stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def set_pane(self, page: Page, pane: Pane) -> None:
        """Shows a pane; parts that are the same as before are left alone."""
        self._pane = pane
        head = (pane.name, pane.place, pane.edition_text, pane.facts)
        if head != self._head:  # facts change alone, too: when they are taken from a page
            self._head = head
            self.header.set_profile(*head)
            self.setAccessibleName(f"{pane.name}, {pane.edition_text}")
        self.figures.set_figures(pane)
        if self._complete:
            self._show_section(page, pane)
        self._mark()

    def _show_section(self, page: Page, pane: Pane) -> None:
        self.reader.set_tabs(page.tabs)
        if pane.section != self._shown:
            self._shown = pane.section
            self.reader.set_section(pane.section, self.links_of(pane))

    def first_widgets(self) -> list[QWidget]:
        """What has to be painted before name, facts, scores, changes and ranks are there."""
        return [self.header, *self.figures.cards.values()]

    def text_widgets(self) -> list[QWidget]:
        """What has to be painted before the text is there."""
        return [self.reader.view().viewport()]

    def main_widget(self) -> QWidget:
        """The text: the keyboard scrolls it."""
        return self.reader.view()

    def chart_widgets(self) -> list[QWidget]:
        """What has to be painted before the charts are there."""
        return self.figures.chart_widgets()

    def set_text_alone(self, contents: QWidget | None) -> None:
        """Shows the text alone beside its contents; with ``None``, the figures again."""
        self.figures.setVisible(contents is None)
        self.reader.set_text_alone(contents is not None)
        if contents is not None:
            self._body.insertWidget(0, contents)
            contents.show()
        elif self._contents is not None:
            self._contents.hide()
        self._contents = contents

    def set_text_style(self, style: "TextStyle") -> None:
        """Sets the text in another font, measure or line height."""
        self._text_style = style
        if "reader" in self.__dict__:
            self.reader.set_text_style(style)

    def place_bar(self, bar: QWidget) -> None:
        """Puts a bar below the text."""
        self.reader.place_bar(bar)

    def show_indicator(self, code: str) -> None:
        """Brings the paragraph of an indicator into view."""
        self.reader.show_indicator(code)

    @property
    def pane(self) -> Pane | None:
        """What is shown."""
        return self._pane

    def _mark(self) -> None:
        if self._pane is not None:
            self.figures.mark(tuple(chip.code for chip in self._pane.section.chips))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side when wide, figures above the reader when narrow."""
        super().resizeEvent(event)
        arrangement = WIDE_ARRANGEMENT if self.width() >= WIDE else STACKED
        self.splitter.setOrientation(_ORIENTATIONS[arrangement])
        self._arrange(arrangement)

    def _arrange(self, arrangement: str) -> None:
        """Parts the room as the user did, else as the arrangement usually is."""
        whole = self.width() if arrangement == WIDE_ARRANGEMENT else self.splitter.height()
        share = _FIGURES_SHARE[arrangement]
        if arrangement == WIDE_ARRANGEMENT and self.width() < _ROOMY:
            share = _TIGHT_SHARE
        usual = round(whole * share)
        if arrangement == WIDE_ARRANGEMENT:
            usual = max(usual, whole - _READER_AT_MOST)
        else:
            usual = min(usual, _FIGURES_AT_MOST)
        figures, reader = self._sizes.get(arrangement, [usual, whole - usual])
        share = figures / max(1, figures + reader)
        self.splitter.setSizes([round(whole * share), round(whole * (1 - share))])

    def _remember_sizes(self) -> None:
        wide = self.splitter.orientation() is Qt.Orientation.Horizontal
        self._sizes[WIDE_ARRANGEMENT if wide else STACKED] = self.splitter.sizes()

    def sizes(self) -> dict[str, list[int]]:
        """How the user parted figures and reader, in pixels by arrangement."""
        return dict(self._sizes)

    def set_sizes(self, sizes: Mapping[str, list[int]]) -> None:
        """Parts figures and reader as remembered; pairs that are none are left out."""
        self._sizes = {name: pair for name, pair in sizes.items() if len(pair) == 2}
