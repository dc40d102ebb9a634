"""A profile as the JSON object that ``ocviewer show --json`` prints (docs/data-format.md)."""

from typing import Any

from ocviewer.domain import change as changes
from ocviewer.domain.country import Country, Fact
from ocviewer.domain.indicator import Indicator
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, to_number
from ocviewer.library.library import Library
from ocviewer.presenter.sections import section_view, tabs
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


def profile_object(library: Library, words: Words, pane: PaneState) -> dict[str, Any]:
    """Country, edition, 36 scores with ranks, and the sections; missing figures are ``None``."""
    return {
        "country": _country(library.country_in(pane.iso3, pane.edition)),
        "edition": pane.edition,
        "scores": [_score(library, words, pane, indicator) for indicator in library.indicators],
        "sections": [_section(library, words, pane, tab.id) for tab in tabs(library, words)],
    }


def _country(country: Country) -> dict[str, Any]:
    return {
        "iso3": country.iso3,
        "iso2": country.iso2,
        "name": country.name,
        "continent": country.continent,
        "region": country.region,
        "capitals": list(country.capitals),
        "population": _fact(country.population),
        "gdp_musd": _fact(country.gdp_musd),
        "area_km2": _fact(country.area_km2),
    }


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"value": fact.value, "year": fact.year, "source": fact.source}


def _score(library: Library, words: Words, pane: PaneState, indicator: Indicator) -> dict[str, Any]:
    now = library.edition(pane.edition).score(pane.iso3, indicator.code)
    earlier = library.edition_before(pane.edition)
    before = None if earlier is None else earlier.score(pane.iso3, indicator.code)
    difference = changes.change(now, before)
    direction = changes.direction(indicator.polarity, difference)
    return {
        "code": indicator.code,
        "name": indicator.name,
        "value": _number(now),
        "previous": _number(before),
        "change": _number(difference),
        "direction": None if direction is None else str(direction),
        "ranks": _ranks(library, words, pane, indicator.code),
    }


def _number(score: Hundredths | None) -> float | None:
    return None if score is None else to_number(score)


def _ranks(library: Library, words: Words, pane: PaneState, code: str) -> list[dict[str, Any]]:
    standings = (library.scopes.standing(pane.iso3, code, pane.edition, scope) for scope in Scope)
    return [
        {
            "scope": str(standing.scope),
            "name": standing.name or words.say("figures.world"),
            "rank": standing.rank,
            "of": standing.of,
            "previous": standing.previous,
            "change": standing.change,
        }
        for standing in standings
        if standing is not None
    ]


def _section(library: Library, words: Words, pane: PaneState, section_id: str) -> dict[str, Any]:
    view = section_view(library, words, pane, section_id)
    treated = {code for paragraph in view.paragraphs for code in paragraph.indicators}
    chips = [chip.code for chip in view.chips]
    codes = chips or [node.code for node in library.indicators if node.code in treated]
    return {
        "number": view.number,
        "id": view.id,
        "title": view.title,
        "indicators": codes,
        "paragraphs": [
            {"text": paragraph.text, "indicators": list(paragraph.indicators)}
            for paragraph in view.paragraphs
        ],
    }
