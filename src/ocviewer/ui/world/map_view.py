"""The view of the world map: choosers above, one map or two below that move as one."""

import math
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.world.map_part import MapCountry, WorldMap
from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.world.map_finder import MapFinder
from ocviewer.ui.world.map_frame import MapFrame
from ocviewer.ui.world.map_panel import MapPanel
from ocviewer.ui.world.map_shapes import shapes
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView

_SHARE = 12.0
"""A search comes so near that a country takes one part in so many of the world's width."""
_FARTHEST, _NEAREST = 2.0, 6.0
"""But no nearer than this, so that what is around a tiny country can be seen."""


class MapView(WorldView):
    """Shows a part; what is under the pointer or the keys of one map is marked in both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with one map, empty."""
        super().__init__(parent)
        self._part: WorldMap | None = None
        self._countries: dict[str, MapCountry] = {}
        self.frame = MapFrame(shapes().bounds, self)
        self.node = OptionBox(self.tr("What the map shows"), self)
        self.versus = OptionBox(self.tr("What the second map shows"), self)
        self.since = OptionBox(self.tr("Scores, or a change of them"), self)
        self.two_maps = CheckButton(self)
        self.two_maps.setText(self.tr("Two maps"))
        self.two_maps.setCheckable(True)
        self.finder = MapFinder(self)
        self.panels: list[MapPanel] = []
        self._maps = QHBoxLayout()
        self._lay_out()
        self._add_panel()
        self.node.picked.connect(lambda code: self.chosen.emit({"indicator": code}))
        self.versus.picked.connect(lambda code: self.chosen.emit({"versus": code}))
        self.since.picked.connect(lambda year: self.chosen.emit({"since": year}))
        self.two_maps.clicked.connect(lambda on: self.chosen.emit({"two_maps": on}))
        self.finder.found.connect(self._find)
        self.finder.missed.connect(self._tell_of_none)
        self.finder.left.connect(self.panels[0].canvas.setFocus)

    def set_part(self, part: WorldPart) -> None:
        """Shows a part."""
        assert isinstance(part, WorldMap)
        if part == self._part:
            return
        before, self._part = self._part, part
        self._countries = {country.numeric: country for country in part.sides[0].countries}
        self.node.set_options(part.nodes, part.indicator)
        self.versus.set_options(part.nodes, part.versus)
        self.since.set_options(part.sinces, part.since)
        self.two_maps.setChecked(part.two_maps)
        self.versus.setVisible(part.two_maps)
        self.finder.set_find(part.find)
        while len(self.panels) < len(part.sides):
            self._add_panel()
        for number, panel in enumerate(self.panels):
            panel.setVisible(number < len(part.sides))
            if number < len(part.sides):
                panel.set_side(part.sides[number], part)
        if before is None or before.marks[:1] != part.marks[:1]:
            first = part.marks[0].iso3 if part.marks else part.sides[0].countries[0].iso3
            self._set_current(self.panels[0].canvas.drawing.key_of(first))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 2)
        row.setSpacing(8)
        for widget, share in (
            (self.node, 4),
            (self.versus, 4),
            (self.since, 3),
            (self.two_maps, 0),
            (self.finder, 3),
        ):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self._maps, 1)
        self._maps.setSpacing(1)

    def _add_panel(self) -> None:
        panel = MapPanel(self.frame, self)
        canvas = panel.canvas
        canvas.pointed.connect(self._point)
        canvas.current_moved.connect(self._set_current)
        canvas.activated.connect(self._activate)
        canvas.menu_wanted.connect(partial(self._show_menu, panel))
        canvas.typed.connect(self._type)
        canvas.focus_changed.connect(self._show_cursor)
        self._maps.addWidget(panel, 1)
        self.panels.append(panel)
        if len(self.panels) > 1:
            canvas.set_current(self.panels[0].canvas.current, shown=False)
            self.order_tab()

    def main_widget(self) -> QWidget:
        """The first map."""
        return self.panels[0].canvas

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The choosers, the finder, and the maps."""
        choosers = (self.node, self.versus, self.since, self.two_maps, self.finder)
        return (*choosers, *(panel.canvas for panel in self.panels))

    def _point(self, key: str, pointer: QPointF) -> None:
        for panel in self.panels:
            panel.canvas.point(key, pointer)

    def _set_current(self, key: str, *, shown: bool | None = None) -> None:
        seen = self._has_focus() if shown is None else shown
        for panel in self.panels:
            panel.canvas.set_current(key, shown=seen)

    def _show_cursor(self) -> None:
        self._set_current(self.panels[0].canvas.current)

    def _has_focus(self) -> bool:
        return any(panel.canvas.hasFocus() for panel in self.panels)

    def _activate(self, key: str, add: bool) -> None:
        """Opens a country, or puts it beside the others."""
        iso3 = self._countries[key].iso3
        if add:
            self.country_added.emit(iso3)
        else:
            self.country_picked.emit(iso3)

    def _type(self, text: str) -> None:
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finder.clear()
        self.finder.insert(text)

    def _find(self, name: str) -> None:
        """Brings the country of a name into the middle, near enough to be seen."""
        key = next(key for key, country in self._countries.items() if country.name == name)
        area = shapes().areas[key]
        zoom = shapes().bounds.width() / _SHARE / math.sqrt(area.size)
        zoom = min(_NEAREST, max(_FARTHEST, zoom))
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        self._set_current(key, shown=True)
        self.panels[0].canvas.show_country(key, zoom)
        self.panels[0].canvas.say(self._countries[key].spoken)

    def _tell_of_none(self, text: str) -> None:
        self.told.emit(self.tr("No country matches “%1”.").replace("%1", text))

    def _show_menu(self, panel: MapPanel, key: str, place: QPoint) -> None:
        """What can be done with a country of a map."""
        country = self._countries[key]
        assert self._part is not None
        code = self._part.sides[self.panels.index(panel)].code
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = country.name.replace("&", "&&")
        opening = menu.addAction(self.tr("Open %1").replace("%1", name))
        opening.triggered.connect(lambda: self._activate(key, add=False))
        adding = menu.addAction(self.tr("Add to comparison"))
        adding.triggered.connect(lambda: self._activate(key, add=True))
        ranking = menu.addAction(self.tr("Show in ranking"))
        ranking.triggered.connect(lambda: self.ranking_wanted.emit(code, country.iso3))
        menu.popup(place)
