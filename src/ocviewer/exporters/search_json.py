"""The answer to a query as ``ocviewer search --json`` prints it (docs/commands.md)."""

from typing import Any

from ocviewer.domain.score import Hundredths, to_number
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.document import TEXT
from ocviewer.library.search.figures import FoundCountry, figure
from ocviewer.library.search.hits import Hit
from ocviewer.library.search.query import Condition
from ocviewer.library.search.snippet import snippet


def search_object(answer: Answer, library: Library) -> dict[str, Any]:
    """Query, hits and countries; ``more`` says whether there are hits beyond the limit."""
    conditions = answer.query.conditions
    return {
        "query": answer.text,
        "hits": [_hit(hit, library) for hit in answer.hits.hits],
        "more": answer.hits.more,
        "countries": [_country(found, conditions, library) for found in answer.countries],
    }


def _hit(hit: Hit, library: Library) -> dict[str, Any]:
    piece = snippet(*hit.body)
    country = library.countries.get(hit.iso3)
    return {
        "kind": hit.source,
        "iso3": hit.iso3 or None,
        "name": hit.name.text or (country.name if country else None),
        "edition": hit.edition or None,
        "section": hit.section or None,
        "paragraph": hit.paragraph if hit.source == TEXT else None,
        "wording": hit.wording or None,
        "indicators": list(hit.indicators),
        "note": hit.note or None,
        "snippet": piece.text,
        "found": [list(span) for span in piece.ranges],
    }


def _country(
    found: FoundCountry, conditions: tuple[Condition, ...], library: Library
) -> dict[str, Any]:
    country = library.countries[found.iso3]
    return {
        "iso3": found.iso3,
        "name": country.name,
        "region": country.region,
        "edition": found.edition,
        "figures": [
            {
                "code": condition.code,
                "name": library.indicators[condition.code].name,
                "change": condition.change,
                "value": _number(figure(condition, found.iso3, found.edition, library)),
            }
            for condition in conditions
        ],
    }


def _number(score: Hundredths | None) -> float | None:
    return None if score is None else to_number(score)
