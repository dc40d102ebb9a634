"""The one pure function from what is chosen to what is shown."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.presenter.facts import facts
from ocviewer.presenter.figures import GROUPS, Figures
from ocviewer.presenter.page import Page, Pane
from ocviewer.presenter.sections import section_view, tabs
from ocviewer.presenter.state import MAX_PANES, Order, PaneState, View, ViewState
from ocviewer.presenter.subject import subject_name
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.parts import world_part

if TYPE_CHECKING:  # imported when there is more than one pane
    from ocviewer.presenter.compare.compared import Comparison


def resolve(state: ViewState, library: Library, words: Words) -> Page:
    """The page of a state.

    Raises ``BadCall`` for a country, edition or section that the library does not have.
    """
    panes = _panes(state, library, words) if state.view is View.PROFILE else ()
    return Page(
        title=_title(state, library, words),
        editions=library.years,
        tabs=tabs(library, words),
        section=state.section,
        order=state.order,
        panes=panes,
        view=state.view,
        world=world_part(state, library, words),
        comparison=_comparison(state, panes, library, words),
    )


def _title(state: ViewState, library: Library, words: Words) -> str:
    names = [subject_name(library, words, pane.iso3) for pane in state.panes]
    editions = [pane.edition for pane in state.panes]
    if len(set(editions)) == 1:
        return words.say("profile.title", names=" · ".join(names), edition=editions[0])
    return " · ".join(
        words.say("profile.title_pane", name=name, edition=edition)
        for name, edition in zip(names, editions, strict=True)
    )


def _panes(state: ViewState, library: Library, words: Words) -> tuple[Pane, ...]:
    return tuple(
        _pane(pane, colour, state.order, state.section, state.wording, library, words)
        for pane, colour in zip(state.panes, state.colours, strict=False)
    )


def _comparison(
    state: ViewState, panes: tuple[Pane, ...], library: Library, words: Words
) -> "Comparison | None":
    """How several panes compare; nothing where they are one, or not in sight."""
    if len(panes) < 2:
        return None
    from ocviewer.presenter.compare.comparison import comparison  # noqa: PLC0415 - not at the start

    return comparison(state, panes, library, words)


# Of several panes mostly one changes; and coming back from a view of the world changes none.
@lru_cache(2 * MAX_PANES)
def _pane(
    pane: PaneState,
    colour: int,
    order: Order,
    section: str,
    wording: Wording | None,
    library: Library,
    words: Words,
) -> Pane:
    if pane.place is not None:
        from ocviewer.presenter.compare.mean_pane import mean_pane  # noqa: PLC0415 - seldom

        return mean_pane(pane, pane.place, colour, order, section, library, words)
    country = library.countries.get(pane.iso3)
    if country is None:
        raise BadCall(Problem("unknown_country", values={"name": pane.iso3}))
    figures = Figures(library, words, pane)
    place = words.say("profile.place", region=country.region, continent=country.continent)
    return Pane(
        iso3=pane.iso3,
        colour=colour,
        name=country.name,
        edition=pane.edition,
        edition_text=words.say("profile.edition", edition=pane.edition),
        place=place,
        facts=facts(library.country_in(pane.iso3, pane.edition), words),
        cards=figures.cards(),
        pyramid=figures.pyramid(),
        groups=tuple(figures.group(code, order) for code in GROUPS),
        legend=figures.legend(),
        section=section_view(library, words, pane, section, wording),
    )
