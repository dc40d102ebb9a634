"""A ranking as the JSON object that ``ocviewer rank --json`` prints (docs/commands.md)."""

from typing import Any

from ocviewer.domain import change as changes
from ocviewer.domain.score import Hundredths, mean, to_number
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.ranks import Asked, RankedCountry, ranked_countries


def ranking_object(library: Library, words: Words, asked: Asked) -> dict[str, Any]:
    """Node, edition, place and every country of it; missing figures are ``None``."""
    ranked = ranked_countries(library, words, asked)
    node = library.indicators[asked.code]
    scores = [one.score for one in ranked if one.score is not None]
    place = asked.place or words.say("figures.world")
    return {
        "indicator": {"code": node.code, "name": node.name, "polarity": str(node.polarity)},
        "edition": asked.edition,
        "scope": {"scope": str(asked.scope), "name": place},
        "mean": _number(mean(scores)),
        "countries": [_country(library, one, asked) for one in ranked],
    }


def _country(library: Library, one: RankedCountry, asked: Asked) -> dict[str, Any]:
    now = library.years.index(asked.edition)
    before = one.history[now - 1] if now else None
    difference = changes.change(one.score, before)
    standing = one.standing
    return {
        "iso3": one.country.iso3,
        "name": one.country.name,
        "continent": one.country.continent,
        "region": one.country.region,
        "value": _number(one.score),
        "previous": _number(before),
        "change": _number(difference),
        "direction": None if one.change.direction is None else str(one.change.direction),
        "rank": None
        if standing is None
        else {
            "rank": standing.rank,
            "shared_by": one.shared,
            "of": standing.of,
            "previous": standing.previous,
            "change": standing.change,
        },
        "editions": {
            str(year): _number(score)
            for year, score in zip(library.years, one.history, strict=True)
        },
    }


def _number(score: Hundredths | None) -> float | None:
    return None if score is None else to_number(score)
