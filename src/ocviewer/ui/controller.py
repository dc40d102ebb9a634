"""The only owner of what is chosen. Takes intent, resolves it to a page, hands the page on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ocviewer.domain.problem import UserError
from ocviewer.library.library import Library
from ocviewer.presenter.page import Page, Pane, RankView
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import MAX_PANES, Order, PaneState, View, ViewState
from ocviewer.presenter.subject import figures_of, subject_name
from ocviewer.presenter.words import Words

if TYPE_CHECKING:
    from ocviewer.presenter.links import Link
    from ocviewer.presenter.passage import Passage
    from ocviewer.presenter.picker import PickerEntry


class Controller(QObject):
    """Holds the ``ViewState``; ``page_changed`` carries the page of every new one."""

    page_changed = Signal(object)
    paragraph_wanted = Signal(str)
    """The code of an indicator whose paragraph should come into view."""
    pane_wanted = Signal(int)
    """The pane that has to be turned to, as what was asked for is there already."""
    library_changed = Signal()
    """Another library is shown from now on; ``page_changed`` follows."""
    passage_wanted = Signal(int, object)
    """The pane that shows it, and a ``Passage`` of the open section that should come into view."""
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

    def set_library(self, library: Library) -> None:
        """Shows another library, as after an import: what is chosen stays where it is still there.

        ``library`` has to have the bundled files; an edition that it lacks gives way to its newest.
        """
        self.library = library
        self._picker_entries.clear()
        known = library.years
        panes = (
            pane if pane.edition in known else pane._replace(edition=library.newest)
            for pane in self._state.panes
        )
        unique = tuple(dict.fromkeys(panes))
        choice = self._state.choice
        if choice.since not in known:
            choice = choice._replace(since=None)
        self._state = self._state._replace(panes=unique, choice=choice)
        self._page = resolve(self._state, library, self.words)
        self.library_changed.emit()
        self.page_changed.emit(self._page)

    def switch_wording(self, pane: int = 0) -> None:
        """Shows texts in the other wording that the library has of a pane's section."""
        panes = self._page.panes
        other = panes[pane].section.other if pane < len(panes) else None
        if other is None:
            self.told.emit(self.words.say("window.one_wording"))
        else:
            self._set(self._state._replace(wording=other))

    def ranks(self, code: str, pane: int) -> tuple[RankView, ...]:
        """The ranks of an indicator in a pane's country and edition; none where it has no score."""
        return figures_of(self.library, self.words, self._state.panes[pane]).ranks(code)

    def links_of(self, pane: Pane) -> "tuple[Link, ...]":
        """The countries that the open section of a pane names."""
        from ocviewer.presenter.links import links  # noqa: PLC0415 - after the first paint

        return links(self.library, self.words, pane)

    def picker_entries(self, year: int) -> "tuple[PickerEntry, ...]":
        """What the country selector lists in an edition; made once for each."""
        from ocviewer.presenter.picker import picker_entries  # noqa: PLC0415 - after first paint

        if year not in self._picker_entries:
            self._picker_entries[year] = picker_entries(self.library, year, self.words)
        return self._picker_entries[year]

    def open_country(self, iso3: str, pane: int = 0) -> None:
        """Shows a country, or a place's mean, in a pane, in its edition and with its section.

        Where another pane shows it, the panes come into sight, and that one is turned to.
        """
        panes = list(self._state.panes)
        wanted = PaneState(iso3, panes[pane].edition)
        if wanted in panes and panes.index(wanted) != pane:
            self._set(self._state._replace(view=View.PROFILE))
            self.pane_wanted.emit(panes.index(wanted))
            return
        panes[pane] = wanted
        self._set(self._state._replace(panes=tuple(panes), view=View.PROFILE))

    def add_country(self, iso3: str) -> None:
        """Puts a country, or a place's mean, beside the others, in the edition of the first.

        Not one that is there already, and none when the window is full. The second pane shows the
        figures of both.
        """
        wanted = PaneState(iso3, self.edition)
        panes = self._state.panes
        if wanted in panes:
            self._tell_open(wanted)
        elif len(panes) == MAX_PANES:
            self.told.emit(self.words.say("window.full", most=MAX_PANES))
        else:
            used = self._state.colours[: len(panes)]
            free = next(number for number in range(MAX_PANES) if number not in used)
            reading = self._state.reading and len(panes) > 1
            self._set_panes((*panes, wanted), (*used, free), reading=reading)

    def _tell_open(self, pane: PaneState) -> None:
        name = subject_name(self.library, self.words, pane.iso3)
        self.told.emit(self.words.say("window.already_open", name=name))

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

    def swap_panes(self, index: int, with_: int) -> None:
        """Lets two panes change places; each keeps its colour."""
        panes, colours = list(self._state.panes), list(self._state.colours)
        if max(index, with_) < len(panes):
            panes[index], panes[with_] = panes[with_], panes[index]
            colours[index], colours[with_] = colours[with_], colours[index]
            self._set_panes(tuple(panes), tuple(colours))

    def keep_first(self) -> None:
        """Ends the comparison: only the first pane stays."""
        self._set_panes(self._state.panes[:1], self._state.colours[:1])

    def open_edition(self, year: int, active: int = 0) -> None:
        """Shows every pane in an edition; panes of several editions are left to be compared.

        Those differ on purpose, so that only the pane ``active`` goes to the edition, or, behind
        a view of the world, the first pane, whose edition that view shows.
        """
        panes = self._state.panes
        if len({pane.edition for pane in panes}) == 1:
            wanted = tuple(pane._replace(edition=year) for pane in panes)
            self._set_panes(wanted, self._state.colours)
        else:
            self.set_edition(active if self._state.view is View.PROFILE else 0, year)

    def set_edition(self, index: int, year: int) -> None:
        """Shows one pane in an edition; one that shows just that takes the pane's own instead."""
        panes = list(self._state.panes)
        before, wanted = panes[index], panes[index]._replace(edition=year)
        if wanted in panes:
            panes[panes.index(wanted)] = before
        panes[index] = wanted
        self._set_panes(tuple(panes), self._state.colours)

    def _set_panes(
        self,
        panes: tuple[PaneState, ...],
        colours: tuple[int, ...],
        *,
        reading: bool | None = None,
    ) -> None:
        reading = self._state.reading if reading is None else reading
        choice = self._state.choice
        if choice.since is not None and choice.since >= panes[0].edition:
            choice = choice._replace(since=None)  # no change leads to it: its scores are shown
        self._set(
            self._state._replace(panes=panes, colours=colours, choice=choice, reading=reading)
        )

    def open_view(self, view: View, changes: Mapping[str, object] | None = None) -> None:
        """Shows the panes or a view of the world, with other choices (fields of ``Choice``)."""
        choice = self._state.choice._replace(**(changes or {}))  # type: ignore[arg-type]
        self._set(self._state._replace(view=view, choice=choice))

    def choose(self, changes: Mapping[str, object]) -> None:
        """Changes what the views of the world show, by fields of ``Choice``."""
        self.open_view(self._state.view, changes)

    def step_edition(self, step: int, active: int = 0) -> None:
        """Shows the next (1) or previous (-1) edition; stays at the ends."""
        years, panes = self.library.years, self._state.panes
        shown = panes[active if self._state.view is View.PROFILE else 0].edition
        index = years.index(shown) + step
        if 0 <= index < len(years):
            self.open_edition(years[index], active)

    def open_section(self, section_id: str) -> None:
        """Opens a section in every pane; several panes show its text."""
        self._set(self._state._replace(section=section_id, reading=True))

    def show_figures(self) -> None:
        """Lets several panes show their figures, not the text of the section."""
        self._set(self._state._replace(reading=False))

    def step_section(self, step: int) -> None:
        """Opens the next or previous section, round the ends; several panes have figures first."""
        ids: list[str | None] = [tab.id for tab in self._page.tabs]
        here: str | None = self._state.section
        if self._page.comparison is not None:
            ids.insert(0, None)
            here = here if self._state.reading else None
        goal = ids[(ids.index(here) + step) % len(ids)]
        if goal is None:
            self.show_figures()
        else:
            self.open_section(goal)

    def open_section_number(self, number: int) -> None:
        """Opens the tab of a number: 0 is at a glance."""
        for tab in self._page.tabs:
            if tab.number == number:
                self.open_section(tab.id)

    def open_indicator(self, code: str) -> None:
        """Opens the section that treats an indicator, at its paragraph."""
        section = self.library.indicators[code].section
        if section is not None:
            self._set(self._state._replace(section=section, view=View.PROFILE, reading=True))
            self.paragraph_wanted.emit(code)

    def open_passage(self, passage: "Passage") -> None:
        """Shows a country at a passage, in the words that it is of, as far as there is one.

        A pane that shows the country in that edition already is kept as it is; otherwise the
        country stands alone.
        """
        state, library, code = self._state, self.library, passage.indicator
        wanted = PaneState(passage.iso3, passage.edition or self.edition)
        if wanted not in state.panes:
            state = state._replace(panes=(wanted,), colours=state.colours[:1])
        section = passage.section
        if code is not None and code in library.indicators:
            section = library.indicators[code].section or section
        if section not in {tab.id for tab in self._page.tabs}:  # of a newer version, or none
            section = state.section
        shown = library.profile(*wanted, state.wording)
        if passage.wording and shown is not None and shown.wording is not passage.wording:
            state = state._replace(wording=passage.wording)
        self._set(state._replace(section=section, view=View.PROFILE, reading=True))
        if wanted not in self._state.panes:
            return
        if code is not None:
            self.paragraph_wanted.emit(code)
        if passage.paragraph is not None:
            self.passage_wanted.emit(self._state.panes.index(wanted), passage)

    def sort_bars(self, order: str) -> None:
        """Orders the bars in every pane."""
        self._set(self._state._replace(order=Order(order)))
