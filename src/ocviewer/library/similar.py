"""The countries whose profiles are the most like one: the nearest over the 32 indicators."""

from typing import NamedTuple

from ocviewer.domain.distance import Distance, distance
from ocviewer.domain.indicator import AVERAGES
from ocviewer.library.library import Library


class Similar(NamedTuple):
    """A country (ISO3) and how far its scores are."""

    iso3: str
    distance: Distance


def similar(library: Library, iso3: str, year: int, most: int) -> tuple[Similar, ...]:
    """The ``most`` nearest countries of an edition, the nearest first, equal ones by name.

    Nothing for a country that the edition did not score.
    """
    scores = library.edition(year).scores
    own = scores.get(iso3, {})
    codes = [node.code for node in library.indicators if node.code not in AVERAGES]
    found = []
    for other in library.countries:
        far = distance(own, scores.get(other, {}), codes) if other != iso3 else None
        if far is not None:
            found.append(Similar(other, far))
    found.sort(key=lambda each: (each.distance.points, library.countries[each.iso3].name))
    return tuple(found[:most])
