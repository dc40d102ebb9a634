"""The rows of the country selector: a tree by continent and region, or a flat list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ocviewer.presenter.picker import PickerEntry, PickerGroup, PickerSort

if TYPE_CHECKING:
    from ocviewer.library.matching import Match

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_NO_ROW = -1
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_COUNTRY_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren


class RowKind(Enum):
    """What a row shows."""

    CONTINENT = auto()
    REGION = auto()
    COUNTRY = auto()
    NOTE = auto()
    """A heading or a message within a flat list; it cannot be picked."""


@dataclass(slots=True, eq=False)
class Row:
    """One row. ``count`` is how many countries a group or heading has, 0 for the others."""

    kind: RowKind
    text: str
    position: int
    parent: int = _NO_ROW
    entry: PickerEntry | None = None
    match: "Match | None" = None
    count: int = 0
    children: list[int] = field(default_factory=list)


class CountryModel(QAbstractItemModel):
    """The rows by number; an index carries the number of its row."""

    refreshed = Signal()
    """All rows are the same and show other figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until something is shown."""
        super().__init__(parent)
        self._rows: list[Row] = []
        self._roots: list[int] = []
        self._parents: list[QModelIndex] = []  # of each row, made once: views ask all the time
        self._numbers: dict[str, int] = {}
        self._groups: dict[tuple[str, ...], int] = {}
        self.order = PickerSort.NAME
        self.open: Mapping[str, int] = {}
        """The countries that the window shows (ISO3)."""

    # what is shown

    def show_tree(self, entries: Iterable[PickerEntry]) -> None:
        """Shows continents and regions by name, and in them the entries as they come."""
        self.beginResetModel()
        self._clear()
        regions: dict[str, dict[str, list[PickerEntry]]] = {}
        for entry in entries:
            regions.setdefault(entry.continent, {}).setdefault(entry.region, []).append(entry)
        for continent in sorted(regions):
            count = sum(map(len, regions[continent].values()))
            top = self._add(RowKind.CONTINENT, continent, count=count)
            self._groups[(continent,)] = top
            for region in sorted(regions[continent]):
                members = regions[continent][region]
                group = self._add(RowKind.REGION, region, top, count=len(members))
                self._groups[continent, region] = group
                for entry in members:
                    self._add_entry(entry, group)
        self.endResetModel()

    def show_list(self, groups: Sequence[PickerGroup]) -> None:
        """Shows a flat list, each group below its heading."""
        self.beginResetModel()
        self._clear()
        for group in groups:
            if group.heading:
                self._add(RowKind.NOTE, group.heading, count=len(group.entries))
            for entry in group.entries:
                self._add_entry(entry)
        self.endResetModel()

    def show_matches(self, found: Iterable[tuple[PickerEntry, "Match | None"]]) -> None:
        """Shows what a filter found, in its order, with what to highlight."""
        self.beginResetModel()
        self._clear()
        for entry, match in found:
            self._add_entry(entry, match=match)
        self.endResetModel()

    def show_none(self, notes: Iterable[str], suggestion: PickerEntry | None) -> None:
        """Shows messages in place of countries, and below them perhaps one."""
        self.beginResetModel()
        self._clear()
        for note in notes:
            self._add(RowKind.NOTE, note)
        if suggestion is not None:
            self._add_entry(suggestion)
        self.endResetModel()

    def refresh(self, entries: Mapping[str, PickerEntry]) -> None:
        """Gives the same rows the figures of other entries (by ISO3); ``refreshed`` follows.

        No ``dataChanged`` of all rows: a tree view answers it by looking into every one of them.
        """
        for iso3, number in self._numbers.items():
            self._rows[number].entry = entries[iso3]
        self.refreshed.emit()

    def set_open(self, open_countries: Mapping[str, int]) -> None:
        """Marks the countries that the window shows (ISO3), each with the number of its colour."""
        changed = {iso3 for iso3, _ in set(self.open.items()) ^ set(open_countries.items())}
        self.open = dict(open_countries)
        for iso3 in changed & self._numbers.keys():
            index = self.index_of(iso3)
            self.dataChanged.emit(index, index)

    def _clear(self) -> None:
        self._rows = []
        self._roots = []
        self._parents = []
        self._numbers = {}
        self._groups = {}

    def _add(self, kind: RowKind, text: str, parent: int = _NO_ROW, count: int = 0) -> int:
        siblings = self._roots if parent == _NO_ROW else self._rows[parent].children
        number = len(self._rows)
        self._rows.append(Row(kind, text, len(siblings), parent, count=count))
        self._parents.append(_ROOT if parent == _NO_ROW else self._index(parent))
        siblings.append(number)
        return number

    def _add_entry(
        self, entry: PickerEntry, parent: int = _NO_ROW, match: "Match | None" = None
    ) -> None:
        number = self._add(RowKind.COUNTRY, entry.name, parent)
        self._rows[number].entry = entry
        self._rows[number].match = match
        self._numbers[entry.iso3] = number

    # finding rows

    def row_of(self, index: Index) -> Row | None:
        """The row of an index; ``None`` for no index."""
        return self._rows[index.internalId()] if index.isValid() else None

    def level_of(self, row: Row) -> int:
        """How many groups a row is in."""
        return 0 if row.parent == _NO_ROW else 1 + self.level_of(self._rows[row.parent])

    def index_of(self, iso3: str) -> QModelIndex:
        """Where a country is; no index when it is not shown."""
        number = self._numbers.get(iso3)
        return _ROOT if number is None else self._index(number)

    def index_of_group(self, path: tuple[str, ...]) -> QModelIndex:
        """Where a continent, or a continent's region, is; no index when it is not shown."""
        number = self._groups.get(path)
        return _ROOT if number is None else self._index(number)

    def path_of(self, index: Index) -> tuple[str, ...]:
        """The continent, or continent and region, of a group's index."""
        row = self.row_of(index)
        names: list[str] = []
        while row is not None:
            names.append(row.text)
            row = None if row.parent == _NO_ROW else self._rows[row.parent]
        return tuple(reversed(names))

    def first_country(self) -> QModelIndex:
        """The first country of a flat list; no index when there is none."""
        for number in self._roots:
            if self._rows[number].entry is not None:
                return self._index(number)
        return _ROOT

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._rows[number].position, 0, number)

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of a row below a parent."""
        numbers = self._rows[parent.internalId()].children if parent.isValid() else self._roots
        if column != 0 or not 0 <= row < len(numbers):
            return _ROOT
        return self.createIndex(row, 0, numbers[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """The group of a row."""
        return self._parents[index.internalId()] if index.isValid() else _ROOT

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are below a parent."""
        if not parent.isValid():
            return len(self._roots)
        return len(self._rows[parent.internalId()].children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Always one."""
        return 1

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        """Whether there are rows below a parent."""
        return self.rowCount(parent) > 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes cannot be reached."""
        row = self.row_of(index)
        if row is None or row.kind is RowKind.NOTE:
            return _NO_FLAGS
        return _COUNTRY_FLAGS if row.kind is RowKind.COUNTRY else _GROUP_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row, and what a screen reader and a tooltip say of it."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.tr("open") if row.entry and row.entry.iso3 in self.open else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(self._spoken(row))}</p>"
        return None

    def _spoken(self, row: Row) -> str:
        if row.entry is not None:
            return row.entry.spoken
        return f"{row.text}, {row.count}" if row.count else row.text
