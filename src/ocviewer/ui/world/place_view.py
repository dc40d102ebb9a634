"""The page of a continent or region: words and countries at the left, means at the right."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.state import View
from ocviewer.presenter.world.linked import CONTINENT, COUNTRY, NODE
from ocviewer.presenter.world.place import PlacePage
from ocviewer.presenter.world.table import table_tsv
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.views.figures_view import FiguresView
from ocviewer.ui.world.country_table import CountryTableView
from ocviewer.ui.world.linked_text import LinkedText
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView

WIDE = 760
"""From this width, in device-independent pixels, words and means stand side by side."""
_STACKED_HEIGHT = 1_000
"""What words, countries and means need one above the other; less is scrolled."""
_TITLE_SCALE = 1.5
_LEAST_TABLE = 150
_SHARES = {Qt.Orientation.Horizontal: (0.44, 0.56), Qt.Orientation.Vertical: (0.42, 0.58)}


class PlaceView(WorldView):
    """Paints a place; a country leads to its profile, a node to its ranking in the place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a part is set."""
        super().__init__(parent)
        self._part: PlacePage | None = None
        self._title = ElidedLabel(self)
        self._place = OptionBox(self.tr("Continent or region"), self)
        self.text = LinkedText(self)
        self.table = CountryTableView(self)
        self.table.setMinimumHeight(_LEAST_TABLE)
        self.table.setAccessibleName(self.tr("Countries"))
        self.figures = FiguresView(self)
        self.figures.bring_charts()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _TITLE_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        left = QWidget(self._splitter)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._place)
        column.addWidget(self.text)
        column.addWidget(self.table, 1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.figures)
        self._splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._splitter)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self._place.picked.connect(lambda value: self._go_to_place(*value))
        self.text.followed.connect(self._follow)
        self.table.picked.connect(self.country_picked)
        self.table.add_requested.connect(self.country_added)
        self.table.menu_requested.connect(self._show_country_menu)
        self.table.copy_requested.connect(self._copy)
        self.figures.indicator_activated.connect(self._rank)
        self.figures.ranking_requested.connect(self._rank)
        self.figures.menu_requested.connect(self._show_node_menu)

    def main_widget(self) -> QWidget:
        """The table of countries."""
        return self.table

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Place, sentences and countries, then the means: averages before indicators."""
        return (self._place, self.text, self.table, *self.figures.tab_stops())

    def set_part(self, part: WorldPart) -> None:
        """Shows a place; what is the same as before is left alone."""
        if not isinstance(part, PlacePage) or part == self._part:
            return
        before, self._part = self._part, part
        self._title.set_text(part.title)
        self._place.set_options(part.places, (part.scope, part.place))
        if before is None or before.sentences != part.sentences:
            self.text.set_sentences(part.sentences)
        self.figures.set_figures(part)
        if before is None or (before.table, before.marks) != (part.table, part.marks):
            self.table.show_table(part.table, {mark.iso3: mark.colour for mark in part.marks})
        if before is None or (before.place, before.first) != (part.place, part.first):
            self.table.reveal(part.first)

    # where links lead

    def _follow(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == COUNTRY:
            self.country_picked.emit(key)
        elif kind == NODE:
            self._rank(key)
        else:
            self._go_to_place(Scope.CONTINENT if kind == CONTINENT else Scope.REGION, key)

    def _rank(self, code: str) -> None:
        """Opens the ranking of a node within the place."""
        part = self._part
        if part is not None:
            changes = {"indicator": code, "scope": part.scope, "place": part.place}
            self.view_wanted.emit(View.RANKINGS, changes)

    def _go_to_place(self, scope: Scope, name: str) -> None:
        self.chosen.emit({"scope": scope, "place": name})

    def _copy(self) -> None:
        if self._part is not None:
            text = table_tsv(self._part.table, self.table.chosen_rows())
            QGuiApplication.clipboard().setText(text)

    def _show_country_menu(self, iso3: str, place: QPoint) -> None:
        menu = self._menu()
        menu.addAction(self.tr("Open"), lambda: self.country_picked.emit(iso3))
        menu.addAction(self.tr("Add to comparison"), lambda: self.country_added.emit(iso3))
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self._copy)
        self.table.add_sorting(menu.addMenu(self.tr("Sort by")))
        menu.popup(place)

    def _show_node_menu(self, code: str, place: QPoint) -> None:
        menu = self._menu()
        menu.addAction(self.tr("Show in ranking"), lambda: self._rank(code))
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side when wide, one above the other when narrow."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        self._splitter.setOrientation(way)
        self._splitter.setMinimumHeight(0 if wide else _STACKED_HEIGHT)
        whole = self.width() if wide else max(self.height(), _STACKED_HEIGHT)
        self._splitter.setSizes([round(whole * share) for share in _SHARES[way]])
