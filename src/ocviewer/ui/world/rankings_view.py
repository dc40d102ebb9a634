"""The rankings: a table of the countries of a place, by a node, with what can be done with it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.state import View
from ocviewer.presenter.world.rankings import Rankings
from ocviewer.presenter.world.ranks import RankedCountry
from ocviewer.presenter.world.table import CountryRow
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.views.filter_edit import FilterEdit
from ocviewer.ui.world.country_table import CountryTableView
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView

if TYPE_CHECKING:
    from ocviewer.presenter.world.finder import CountryFinder


class RankingsView(WorldView):
    """Chooses node and place, filters, sorts, copies and saves; a row is a door to its country."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a part is set."""
        super().__init__(parent)
        self._part: Rankings | None = None
        self._finder: CountryFinder | None = None
        self._node = OptionBox(self.tr("Indicator"), self)
        self._place = OptionBox(self.tr("Countries ranked"), self)
        self.table = CountryTableView(self)
        self.table.setAccessibleName(self.tr("Ranking"))
        self.filter = FilterEdit(self.table, self)
        self.filter.setPlaceholderText(self.tr("Filter countries…"))
        self.filter.setAccessibleName(self.tr("Filter the ranking"))
        self._region = QPushButton(self.tr("Region page"), self)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setToolTip(self.tr("Copies the selected rows, or all, for a spreadsheet"))
        self._save = QPushButton(self.tr("Save as CSV…"), self)
        self._summary = ElidedLabel(self)
        self.status = ElidedLabel(self)
        for quiet in (self._summary, self.status):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._node, 5)
        line.addWidget(self._place, 4)
        line.addWidget(self._region)
        line.addWidget(self.filter, 4)
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self._copy)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._summary)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._node.picked.connect(lambda code: self.chosen.emit({"indicator": code}))
        self._place.picked.connect(self._choose_place)
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.confirmed.connect(lambda add: self.table.open_current(add=add))
        self.filter.left.connect(self.table.setFocus)
        self.table.picked.connect(self.country_picked)
        self.table.add_requested.connect(self.country_added)
        self.table.menu_requested.connect(self._show_menu)
        self.table.copy_requested.connect(self.copy)
        self._region.clicked.connect(lambda: self.view_wanted.emit(View.PLACE, {}))
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self.save)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    def main_widget(self) -> QWidget:
        """The table."""
        return self.table

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The choosers, the table, and what can be done with it."""
        choosers = (self._node, self._place, self._region, self.filter)
        return (*choosers, self.table, self._copy, self._save)

    def set_part(self, part: WorldPart) -> None:
        """Shows a ranking; the current country stays where it is on the screen."""
        if not isinstance(part, Rankings) or part == self._part:
            return
        before, self._part = self._part, part
        if before is None or before.countries != part.countries:
            self._finder = None
        self._node.set_options(part.nodes, part.indicator.code)
        self._place.set_options(part.places, (part.scope, part.place))
        self._region.setEnabled(part.scope is not Scope.WORLD)
        self._summary.set_text(part.summary)
        self._show_rows()
        if before is None or before.first != part.first:
            self.reveal(part.first)

    def _choose_place(self, value: tuple[Scope, str]) -> None:
        scope, name = value
        self.chosen.emit({"scope": scope, "place": name})

    def reveal(self, iso3: str) -> None:
        """Brings a country's row into view."""
        self.table.reveal(iso3)

    def showEvent(self, event: QShowEvent) -> None:
        """The first pane's country is in view whenever the view opens."""
        super().showEvent(event)
        if self._part is not None:
            self.reveal(self._part.first)

    # rows

    def _apply_filter(self) -> None:
        found = self._show_rows()
        self.table.scrollToTop()
        if found:  # Enter opens what was meant
            self.table.reveal(found[0])

    def _show_rows(self) -> tuple[str, ...]:
        """Shows what the filter leaves, and returns what it found, the best match first."""
        part = self._part
        found: tuple[str, ...] = ()
        if part is None:
            return found
        query, closest = self.filter.text().strip(), ""
        if query:
            if self._finder is None:
                from ocviewer.presenter.world.finder import CountryFinder  # noqa: PLC0415

                self._finder = CountryFinder(part.countries)
            found = self._finder.found(query)
            closest = "" if found else self._finder.closest(query)
        colours = {mark.iso3: mark.colour for mark in part.marks}
        self.table.show_table(part.table, colours, frozenset(found) if query else None)
        self._tell_count(query, closest)
        return found

    def _tell_count(self, query: str, closest: str) -> None:
        """How many rows are shown or, of none, what may have been meant."""
        shown, part = len(self.table.rows_model.rows), self._part
        if query and not shown:
            text = self.tr("No country here matches “%1”.").replace("%1", query)
            if closest:
                text += " " + self.tr("Did you mean %1?").replace("%1", closest)
        else:
            of = 0 if part is None else len(part.ranked)
            text = self.tr("%1 of %2 countries").replace("%1", str(shown)).replace("%2", str(of))
        self.status.set_text(text)

    def chosen_countries(self) -> list[RankedCountry]:
        """The selected countries, or all that are shown, in the order of the table."""
        return self._ranked(self.table.chosen_rows())

    def _ranked(self, rows: Sequence[CountryRow]) -> list[RankedCountry]:
        part = self._part
        by_iso3 = {} if part is None else {one.country.iso3: one for one in part.ranked}
        return [by_iso3[row.iso3] for row in rows]

    # what can be done

    def copy(self) -> None:
        """Puts the selected rows, or all that are shown, on the clipboard."""
        self._copy_rows(self.chosen_countries())

    def _copy_rows(self, rows: Sequence[RankedCountry]) -> None:
        from ocviewer.exporters.ranking_csv import ranking_tsv  # noqa: PLC0415 - when asked for

        if self._part is not None:
            QGuiApplication.clipboard().setText(ranking_tsv(self._part, rows))
            self.status.set_text(self.tr("%1 rows copied").replace("%1", str(len(rows))))

    def save(self) -> None:
        """Asks for a file and writes the rows that are shown, in their order."""
        from ocviewer.ui.world.save_ranking import ask_where_to_save  # noqa: PLC0415

        if self._part is not None:
            rows = self._ranked(self.table.rows_model.rows)
            ask_where_to_save(self, self._part, rows, self.status.set_text, self.told.emit)

    def _show_menu(self, iso3: str, place: QPoint) -> None:
        """What can be done with a country and with the table."""
        part = self._part
        if part is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.country_picked.emit(iso3))
        menu.addAction(self.tr("Add to comparison"), lambda: self.country_added.emit(iso3))
        region = next(one.country.region for one in part.ranked if one.country.iso3 == iso3)
        choice = {"scope": Scope.REGION, "place": region}
        text = self.tr("Region page: %1").replace("%1", region.replace("&", "&&"))
        menu.addAction(text, lambda: self.view_wanted.emit(View.PLACE, choice))
        menu.addSeparator()
        selected = self.table.selected_countries()
        if selected:
            menu.addAction(self.tr("Copy the selected rows"), self.copy)
        shown = self._ranked(self.table.rows_model.rows)
        menu.addAction(self.tr("Copy all rows"), partial(self._copy_rows, shown))
        menu.addAction(self.tr("Save as CSV…"), self.save)
        menu.addSeparator()
        self.table.add_sorting(menu.addMenu(self.tr("Sort by")))
        menu.popup(place)
