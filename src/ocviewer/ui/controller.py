"""The only owner of what is chosen. Takes intent, resolves it to a page, hands the page on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ocviewer.domain.problem import UserError
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.page import Page, RankView
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import MAX_PANES, Order, PaneState, View, ViewState
from ocviewer.presenter.words import Words

if TYPE_CHECKING:
    from ocviewer.presenter.picker import PickerEntry


class Controller(QObject):
    """Holds the ``ViewState``; ``page_changed`` carries the page of every new one."""

    page_changed = Signal(object)
    paragraph_wanted = Signal(str)
    """The code of an indicator whose paragraph should come into view."""
    told = Signal(str)
    """A sentence for the user, e.g. why something was not done."""

    def __init__(self, library: Library, words: Words, state: ViewState) -> None:
        """``state`` has to fit the library; ``BadCall`` otherwise."""
        super().__init__()
        self.library = library
        self.words = words
        self._state = state
        self._page = resolve(state, library, words)
        self._picker_entries: dict[int, tuple[PickerEntry, ...]] = {}

    @property
    def state(self) -> ViewState:
        """What is chosen."""
        return self._state

    @property
    def page(self) -> Page:
        """What is shown."""
        return self._page

    @property
    def edition(self) -> int:
        """The edition of the first pane, which the edition switch shows."""
        return self._state.panes[0].edition

    def _set(self, state: ViewState) -> None:
        if state == self._state:
            return
        try:
            page = resolve(state, self.library, self.words)
        except UserError as error:
            self.told.emit("\n".join(map(self.words.problem, error.problems)))
            return
        self._state, self._page = state, page
        self.page_changed.emit(page)

    def ranks(self, code: str, pane: int) -> tuple[RankView, ...]:
        """The ranks of an indicator in a pane's country and edition; none where it has no score."""
        return Figures(self.library, self.words, self._state.panes[pane]).ranks(code)

    def picker_entries(self, year: int) -> "tuple[PickerEntry, ...]":
        """What the country selector lists in an edition; made once for each."""
        from ocviewer.presenter.picker import picker_entries  # noqa: PLC0415 - after first paint

        if year not in self._picker_entries:
            self._picker_entries[year] = picker_entries(self.library, year, self.words)
        return self._picker_entries[year]

    def open_country(self, iso3: str, pane: int = 0) -> None:
        """Shows a country in a pane, in the pane's edition, with the same section open."""
        panes = list(self._state.panes)
        wanted = PaneState(iso3, panes[pane].edition)
        if wanted in panes[:pane] + panes[pane + 1 :]:
            name = self.library.countries[iso3].name
            self.told.emit(self.words.say("window.already_open", name=name))
            return
        panes[pane] = wanted
        self._set(self._state._replace(panes=tuple(panes), view=View.PROFILE))

    def add_country(self, iso3: str) -> None:
        """Puts a country beside the others, unless it is there or the window is full."""
        wanted = PaneState(iso3, self.edition)
        panes = self._state.panes
        name = self.library.countries[iso3].name
        if wanted in panes:
            self.told.emit(self.words.say("window.already_open", name=name))
        elif len(panes) == MAX_PANES:
            self.told.emit(self.words.say("window.full", most=MAX_PANES))
        else:
            used = self._state.colours[: len(panes)]
            free = next(number for number in range(MAX_PANES) if number not in used)
            self._set_panes((*panes, wanted), (*used, free))

    def remove_pane(self, index: int) -> None:
        """Takes a pane away; the last one stays."""
        panes, colours = self._state.panes, self._state.colours
        if len(panes) > 1:
            self._set_panes(
                panes[:index] + panes[index + 1 :], colours[:index] + colours[index + 1 :]
            )

    def move_pane(self, index: int, to: int) -> None:
        """Puts a pane into another's place; the others close up."""
        pairs = list(zip(self._state.panes, self._state.colours, strict=False))
        if 0 <= to < len(pairs):
            pairs.insert(to, pairs.pop(index))
            self._set_panes(tuple(p for p, _ in pairs), tuple(c for _, c in pairs))

    def keep_first(self) -> None:
        """Ends the comparison: only the first pane stays."""
        self._set_panes(self._state.panes[:1], self._state.colours[:1])

    def open_edition(self, year: int) -> None:
        """Shows every pane in an edition."""
        colours: dict[PaneState, int] = {}
        for pane, colour in zip(self._state.panes, self._state.colours, strict=False):
            colours.setdefault(pane._replace(edition=year), colour)
        self._set_panes(tuple(colours), tuple(colours.values()))

    def _set_panes(self, panes: tuple[PaneState, ...], colours: tuple[int, ...]) -> None:
        self._set(self._state._replace(panes=panes, colours=colours))

    def open_view(self, view: View, changes: Mapping[str, object] | None = None) -> None:
        """Shows the panes or a view of the world, with other choices (fields of ``Choice``)."""
        choice = self._state.choice._replace(**(changes or {}))  # type: ignore[arg-type]
        self._set(self._state._replace(view=view, choice=choice))

    def choose(self, changes: Mapping[str, object]) -> None:
        """Changes what the views of the world show, by fields of ``Choice``."""
        self.open_view(self._state.view, changes)

    def step_edition(self, step: int) -> None:
        """Shows the next (1) or previous (-1) edition; stays at the ends."""
        years = self.library.years
        index = years.index(self.edition) + step
        if 0 <= index < len(years):
            self.open_edition(years[index])

    def open_section(self, section_id: str) -> None:
        """Opens a section in every pane."""
        self._set(self._state._replace(section=section_id))

    def step_section(self, step: int) -> None:
        """Opens the next or previous section, round the ends."""
        ids = [tab.id for tab in self._page.tabs]
        self.open_section(ids[(ids.index(self._state.section) + step) % len(ids)])

    def open_section_number(self, number: int) -> None:
        """Opens the tab of a number: 0 is at a glance."""
        for tab in self._page.tabs:
            if tab.number == number:
                self.open_section(tab.id)

    def open_indicator(self, code: str) -> None:
        """Opens the section that treats an indicator, at its paragraph."""
        section = self.library.indicators[code].section
        if section is not None:
            self._set(self._state._replace(section=section, view=View.PROFILE))
            self.paragraph_wanted.emit(code)

    def sort_bars(self, order: str) -> None:
        """Orders the bars in every pane."""
        self._set(self._state._replace(order=Order(order)))
