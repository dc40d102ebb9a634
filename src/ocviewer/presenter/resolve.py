"""The one pure function from what is chosen to what is shown."""

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.library import Library
from ocviewer.presenter.facts import facts
from ocviewer.presenter.figures import GROUPS, Figures
from ocviewer.presenter.page import Page, Pane
from ocviewer.presenter.sections import section_view, tabs
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.parts import world_part


def resolve(state: ViewState, library: Library, words: Words) -> Page:
    """The page of a state.

    Raises ``BadCall`` for a country, edition or section that the library does not have.
    """
    panes = tuple(
        _pane(pane, colour, state, library, words)
        for pane, colour in zip(state.panes, state.colours, strict=False)
    )
    editions = {pane.edition for pane in panes}
    if len(editions) == 1:
        names = " · ".join(pane.name for pane in panes)
        title = words.say("profile.title", names=names, edition=panes[0].edition)
    else:
        title = " · ".join(
            words.say("profile.title_pane", name=pane.name, edition=pane.edition) for pane in panes
        )
    return Page(
        title=title,
        editions=library.years,
        tabs=tabs(library, words),
        section=state.section,
        order=state.order,
        panes=panes,
        view=state.view,
        world=world_part(state, library, words),
    )


def _pane(pane: PaneState, colour: int, state: ViewState, library: Library, words: Words) -> Pane:
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
        facts=facts(country, words),
        cards=figures.cards(),
        pyramid=figures.pyramid(),
        groups=tuple(figures.group(code, state.order) for code in GROUPS),
        legend=figures.legend(),
        section=section_view(library, words, pane, state.section),
    )
