"""The mean of a place as a pane of its own: scores like a country's, without ranks and text."""

from ocviewer.domain.indicator import Indicator
from ocviewer.domain.place import Place
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS
from ocviewer.presenter.page import ChangeView, Pane, RankView, SectionView
from ocviewer.presenter.sections import tabs
from ocviewer.presenter.state import AT_A_GLANCE, Order, PaneState
from ocviewer.presenter.subject import subject_name
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.means import Means


class MeanFigures(Means):
    """Words the mean scores of the countries of a place, as a country's beside it.

    Where there would be ranks, there is nothing: a mean is not ranked among countries.
    """

    def ranks(self, code: str) -> tuple[RankView, ...]:  # noqa: ARG002 - as of any figures
        """None."""
        return ()

    def legend(self) -> str:
        """What the ticks on the bars mean; no other mean stands beside them."""
        if self._before is None:
            return self._words.say("compare.legend_first")
        return self._words.say("compare.legend_mean", edition=self._before.year)

    def _region_mean(self, code: str) -> None:  # noqa: ARG002 - as of any figures
        return None

    def _spoken(self, indicator: Indicator, change: ChangeView) -> str:
        return self.spoken(indicator, change)


def mean_pane(
    pane: PaneState,
    place: Place,
    colour: int,
    order: Order,
    section: str,
    library: Library,
    words: Words,
) -> Pane:
    """The pane of a place's mean; ``BadCall`` for a place that the library does not have."""
    members = library.scopes.members(*place)
    if not members:
        known = ", ".join(library.scopes.names(place.scope))
        values = {"scope": str(place.scope), "name": place.name, "known": known}
        raise BadCall(Problem("unknown_place", values=values))
    figures = MeanFigures(library, words, place.scope, place.name, pane.edition)
    return Pane(
        iso3=pane.iso3,
        colour=colour,
        name=subject_name(library, words, pane.iso3),
        edition=pane.edition,
        edition_text=words.say("profile.edition", edition=pane.edition),
        place=words.say("compare.mean_of", count=len(members)),
        facts=(),
        cards=figures.cards(),
        pyramid=figures.pyramid(),
        groups=tuple(figures.group(code, order) for code in GROUPS),
        legend=figures.legend(),
        section=_section(library, words, figures, pane, section),
    )


def _section(
    library: Library, words: Words, figures: MeanFigures, pane: PaneState, section_id: str
) -> SectionView:
    """A section with its indicators and the word that a mean has no text."""
    tab = next(tab for tab in tabs(library, words) if tab.id == section_id)
    heading = tab.title
    if section_id != AT_A_GLANCE:
        heading = words.say("profile.heading", number=tab.number, title=tab.title)
    nodes = library.indicators.in_section(section_id)
    scope = pane.place.scope if pane.place else Scope.WORLD
    return SectionView(
        number=tab.number,
        id=section_id,
        title=tab.title,
        heading=heading,
        chips=tuple(figures.chip(node) for node in nodes),
        paragraphs=(),
        label="",
        url="",
        citation="",
        missing=words.say(f"compare.no_text_{scope}"),
    )
