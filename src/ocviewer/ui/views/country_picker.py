"""The country selector: a filter, an order, and the countries below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from ocviewer.presenter.picker import PickerEntry, PickerSort, grouped_entries
from ocviewer.ui.views.country_model import CountryModel
from ocviewer.ui.views.country_tree import CountryTree
from ocviewer.ui.views.filter_edit import FilterEdit
from ocviewer.ui.views.focus_ring import FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ocviewer.library.matching import NameMatcher


SHORTCUT = "Ctrl+K"
"""What the window binds to ``focus_filter``, told in the empty filter."""


class CountryPicker(QWidget):
    """Lists the countries; tells which is picked, and keeps no more than how it lists them.

    ``picked`` and ``add_requested`` carry an ISO3 code, ``sort_changed`` a ``PickerSort``; only
    what the user does emits them.
    """

    picked = Signal(str)
    add_requested = Signal(str)
    sort_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until entries are set."""
        super().__init__(parent)
        self._entries: dict[str, PickerEntry] = {}
        self._make_matcher: Callable[[], NameMatcher] | None = None
        self._matcher: NameMatcher | None = None
        self._expanded: set[tuple[str, ...]] = set()
        self._is_tree = False
        self._model = CountryModel(self)
        self._tree = CountryTree(self._model, self)
        self._tree.setAccessibleName(self.tr("Countries"))
        self._filter = FilterEdit(self._tree, self)
        self._filter.setPlaceholderText(self._placeholder())
        self._filter.setAccessibleName(self.tr("Filter countries"))
        self._heading = QLabel(self)
        self._heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._sort_button = QToolButton(self)
        self._sort_actions: dict[PickerSort, QAction] = {}
        self._make_sort_button()
        self._lay_out()
        self._connect()
        self._show_sort()

    def _placeholder(self) -> str:
        keys = QKeySequence(SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("Filter countries…  %1").replace("%1", keys)

    def _make_sort_button(self) -> None:
        menu = QMenu(self._sort_button)
        group = QActionGroup(menu)
        texts = {
            PickerSort.NAME: self.tr("Name"),
            PickerSort.CRIMINALITY: self.tr("Criminality"),
            PickerSort.RESILIENCE: self.tr("Resilience"),
            PickerSort.CHANGE: self.tr("Change of criminality"),
        }
        for sort, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(sort)
            group.addAction(action)
            self._sort_actions[sort] = action
        group.triggered.connect(self._choose_sort)
        self._sort_button.setObjectName("sort")
        self._sort_button.setMenu(menu)
        self._sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort_button.setAutoRaise(True)
        self._sort_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        FocusRing(self._sort_button)
        self._sort_button.setToolTip(self.tr("Order of the countries"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 6, 0)
        line.addWidget(self._filter)
        column.addLayout(line)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 9, 0)
        head.addWidget(self._sort_button)
        head.addStretch(1)
        head.addWidget(self._heading)
        column.addLayout(head)
        column.addWidget(self._tree, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.confirmed.connect(lambda add: self._tree.open_current(add=add))
        self._filter.left.connect(self._tree.setFocus)
        self._tree.picked.connect(self.picked)
        self._tree.add_requested.connect(self.add_requested)
        self._tree.escaped.connect(self._filter.clear)
        self._tree.typed.connect(self._type_into_filter)
        self._tree.expanded.connect(lambda i: self._expanded.add(self._model.path_of(i)))
        self._tree.collapsed.connect(lambda i: self._expanded.discard(self._model.path_of(i)))
        self._tree.selectionModel().currentChanged.connect(self._speak_current)

    # what it shows

    def set_entries(
        self, entries: tuple[PickerEntry, ...], matcher: "Callable[[], NameMatcher]"
    ) -> None:
        """Shows the countries of an edition; ``matcher`` is called when the filter is first used.

        What is expanded, current and in sight stays so.
        """
        by_iso3 = {entry.iso3: entry for entry in entries}
        same = _placed(by_iso3) == _placed(self._entries)
        self._entries = by_iso3
        self._make_matcher = matcher
        if not same:
            self._matcher = None
        if same and (self._is_tree or self._filter.text().strip()):
            self._model.refresh(by_iso3)
        else:
            self._rebuild()
        if not same:
            self._reveal()

    def set_current(self, open_countries: "Mapping[str, int]") -> None:
        """Marks the countries that are open (ISO3) in their colours; a new first comes into sight.

        The colours are numbers of the theme's.
        """
        before = self._first_open()
        self._model.set_open(open_countries)
        if self._first_open() != before:
            self._reveal()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab."""
        return (self._filter, self._sort_button, self._tree)

    def focus_filter(self) -> None:
        """Puts the cursor into the filter, its text selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    @property
    def sort(self) -> str:
        """The order, as a ``PickerSort``."""
        return self._model.order

    def set_sort(self, sort: str) -> None:
        """Orders the countries; an order that does not exist is left aside."""
        if sort in set(PickerSort) and sort != self._model.order:
            self._model.order = PickerSort(sort)
            self._show_sort()
            self._rebuild()
            self._reveal()

    def _choose_sort(self, action: QAction) -> None:
        sort = PickerSort(action.data())
        if sort is not self._model.order:
            self.set_sort(sort)
            self.sort_changed.emit(sort)

    def _show_sort(self) -> None:
        sort = self._model.order
        self._sort_actions[sort].setChecked(True)
        texts = {
            PickerSort.NAME: self.tr("By name"),
            PickerSort.CRIMINALITY: self.tr("By criminality"),
            PickerSort.RESILIENCE: self.tr("By resilience"),
            PickerSort.CHANGE: self.tr("By change"),
        }
        self._sort_button.setText(texts[sort])
        text = self._sort_actions[sort].text()
        self._sort_button.setAccessibleName(
            self.tr("Order of the countries: %1").replace("%1", text)
        )
        headings = {
            PickerSort.RESILIENCE: self.tr("Resilience"),
            PickerSort.CHANGE: self.tr("Change"),
        }
        self._heading.setText(headings.get(sort, self.tr("Criminality")))

    # rows

    def _apply_filter(self) -> None:
        self._rebuild()
        if self._filter.text().strip():
            self._tree.set_current_row(self._model.first_country())
            self._tree.scrollToTop()
        else:
            self._reveal()

    def _rebuild(self) -> None:
        """Lists anew, with the same row current and the same part in sight."""
        current = self._model.row_of(self._tree.currentIndex())
        offset = self._tree.verticalScrollBar().value()
        query = self._filter.text().strip()
        self._is_tree = not query and self._model.order is PickerSort.NAME
        if query:
            self._show_matches(query)
        elif self._is_tree:
            self._model.show_tree(self._entries.values())
        else:
            self._model.show_list(grouped_entries(self._entries.values(), self._model.order))
        self._tree.setRootIsDecorated(self._is_tree)
        if self._is_tree:
            for path in sorted(self._expanded):
                self._tree.expand(self._model.index_of_group(path))
        if current is not None and current.entry is not None:
            index = self._model.index_of(current.entry.iso3)
            if self._in_reach(index):
                self._tree.setCurrentIndex(index)
        self._tree.executeDelayedItemsLayout()
        self._tree.verticalScrollBar().setValue(offset)

    def _in_reach(self, index: QModelIndex) -> bool:
        """Whether a row can be current without opening a group that the user has closed."""
        group = index.parent()
        while group.isValid() and self._tree.isExpanded(group):
            group = group.parent()
        return index.isValid() and not group.isValid()

    def _show_matches(self, query: str) -> None:
        if self._matcher is None and self._make_matcher is not None:
            self._matcher = self._make_matcher()
        matcher = self._matcher
        matches = [] if matcher is None else matcher.match(query)
        if matches or matcher is None:
            self._model.show_matches((self._entries[match.iso3], match) for match in matches)
            return
        closest = matcher.closest(query)
        notes = [self.tr("No country matches “%1”").replace("%1", query)]
        if closest is not None:
            notes.append(self.tr("Did you mean:"))
        self._model.show_none(notes, self._entries[closest] if closest else None)

    def _first_open(self) -> str:
        return next(iter(self._model.open), "")

    def _reveal(self) -> None:
        """Brings the first open country into sight, except over what a filter found."""
        first = self._first_open()
        if self._filter.text().strip() or not first:
            return
        index = self._model.index_of(first)
        if not index.isValid():
            return
        group = index.parent()
        while group.isValid():
            self._tree.expand(group)
            group = group.parent()
        self._tree.set_current_row(index)

    def _type_into_filter(self, text: str) -> None:
        self.focus_filter()
        self._filter.insert(text)

    def _speak_current(self, current: QModelIndex) -> None:
        """Lets a screen reader follow the list while the cursor is in the filter."""
        spoken = self._model.data(current, Qt.ItemDataRole.AccessibleTextRole)
        self._filter.setAccessibleDescription(str(spoken or ""))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known what is in sight."""
        super().showEvent(event)
        self._reveal()


def _placed(entries: dict[str, PickerEntry]) -> list[tuple[str, str, str, str]]:
    """What the rows of the tree are made of, without the figures."""
    return [(e.iso3, e.name, e.continent, e.region) for e in entries.values()]
