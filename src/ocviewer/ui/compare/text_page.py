"""The same section of every pane side by side, paragraph beside paragraph, scrolled together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ocviewer.presenter.compare.compared import Comparison
from ocviewer.presenter.links import Link
from ocviewer.presenter.page import Pane
from ocviewer.ui.compare.aligned_view import AlignedView
from ocviewer.ui.compare.leads import leads
from ocviewer.ui.reader.chips import ChipBar
from ocviewer.ui.reader.marks import Mark, MarkKind
from ocviewer.ui.reader.measure import TextStyle

_LOW = 260
"""Below this height, in device-independent pixels, chips would leave few lines of text."""


class TextPage(QWidget):
    """A reader for each pane, below the indicators of the section."""

    indicator_activated = Signal(str)
    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    country_picked = Signal(str, int)
    country_added = Signal(str)
    menu_requested = Signal(str, QPoint, int)

    def __init__(
        self, links_of: Callable[[Pane], tuple[Link, ...]], parent: QWidget | None = None
    ) -> None:
        """No readers yet; ``links_of`` finds the countries that the text of a pane names."""
        super().__init__(parent)
        self._links_of = links_of
        self._comparison: Comparison | None = None
        self._chips: list[ChipBar] = []
        self._views: list[AlignedView] = []
        self._zoom = 0
        self._style_of_text = TextStyle()
        self._linked = True
        self._changes_shown = True
        self._busy = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setRowStretch(1, 1)

    def views(self) -> list[AlignedView]:
        """The readers from left to right."""
        return list(self._views)

    def columns(self) -> list[QWidget]:
        """What belongs to one pane alone: all chips, then all readers."""
        return [*self._chips, *self._views]

    def set_panes(self, comparison: Comparison, panes: Sequence[Pane]) -> None:
        """Shows the open section of these panes."""
        self._fit(len(panes))
        self._comparison = comparison
        self._busy = True
        for pane, chips, view in zip(panes, self._chips, self._views, strict=True):
            chips.set_chips(pane.section.chips)
            view.setAccessibleName(f"{pane.name}, {pane.edition_text}")
            if view.section() != pane.section:
                view.set_section(pane.section, self._links_of(pane))
        self._busy = False
        self._mark_changes()
        self._align()

    def set_changes_shown(self, shown: bool) -> None:
        """Whether the words that differ between editions of a country are marked."""
        self._changes_shown = shown
        self._mark_changes()

    def _mark_changes(self) -> None:
        changed = self._comparison.changed if self._comparison and self._changes_shown else ()
        for pane, view in enumerate(self._views):
            words = changed[pane] if changed else ()
            view.set_marks("changes", [Mark(*each, MarkKind.CHANGED) for each in words])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low page the room is for the text."""
        for chips in self._chips:
            chips.set_room(event.size().height() >= _LOW)
        super().resizeEvent(event)

    def set_zoom(self, steps: int) -> None:
        """Sets the text of every reader to one size."""
        self._zoom = steps
        self._busy = True
        for view in self._views:
            view.set_zoom(steps)
        self._busy = False
        self._align()

    def set_text_style(self, style: TextStyle) -> None:
        """Sets the text of every reader in another font, measure or line height."""
        self._style_of_text = style
        self._busy = True
        for view in self._views:
            view.set_text_style(style)
        self._busy = False
        self._align()

    def set_linked(self, linked: bool) -> None:
        """Whether one reader that is scrolled takes the others along."""
        self._linked = linked
        if linked and self._views:
            self._follow(self._views[0])

    def show_indicator(self, code: str) -> None:
        """Brings the paragraph of an indicator into view wherever there is one."""
        for view in self._views:
            view.show_paragraph(code)

    def _fit(self, count: int) -> None:
        while len(self._views) < count:
            self._add()
        while len(self._views) > count:
            for gone in (self._chips.pop(), self._views.pop()):
                self._grid.removeWidget(gone)
                gone.setParent(None)
                gone.deleteLater()
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < count else 0)

    def _add(self) -> None:
        chips, view = ChipBar(self), AlignedView(self)
        view.set_zoom(self._zoom)
        view.set_text_style(self._style_of_text)
        chips.set_room(self.height() >= _LOW)
        chips.indicator_picked.connect(self.indicator_activated)
        view.zoom_changed.connect(self.zoom_changed)
        view.link_clicked.connect(self.link_clicked)
        view.laid_out.connect(self._align)
        view.verticalScrollBar().valueChanged.connect(lambda: self._follow(view))
        column = len(self._views)
        view.country_picked.connect(lambda iso3: self.country_picked.emit(iso3, column))
        view.country_added.connect(self.country_added)
        view.figure_picked.connect(lambda code, at: self.menu_requested.emit(code, at, column))
        self._grid.addWidget(chips, 0, column)
        self._grid.addWidget(view, 1, column)
        self._chips.append(chips)
        self._views.append(view)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab: pane by pane."""
        pairs = zip(self._chips, self._views, strict=True)
        return tuple(stop for chips, view in pairs for stop in (*chips.tab_stops(), view))

    def _align(self) -> None:
        """Pushes paragraphs down until partners stand at one height."""
        if self._busy or self._comparison is None:
            return
        tops = [view.tops() for view in self._views]
        known = [each for each in tops if each is not None]
        if len(known) < len(tops):
            return
        self._busy = True
        pushed, end = leads(self._comparison.alignment, known)
        for view, each in zip(self._views, pushed, strict=True):
            view.set_leads(each, end)
        self._busy = False
        if self._linked and self._views:
            self._follow(self._views[0])

    def _follow(self, leader: AlignedView) -> None:
        """Scrolls the others to where one is."""
        if self._busy or not self._linked:
            return
        self._busy = True
        for view in self._views:
            if view is not leader:
                view.verticalScrollBar().setValue(leader.verticalScrollBar().value())
        self._busy = False
