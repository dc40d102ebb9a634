"""The most similar profiles, as text and as ``ocviewer similar --json`` (docs/commands.md)."""

from typing import Any

from ocviewer.domain.plain_text import plain
from ocviewer.library.library import Library
from ocviewer.library.similar import similar
from ocviewer.presenter.words import Words


def similar_object(library: Library, iso3: str, year: int, most: int) -> dict[str, Any]:
    """The country, and the nearest with their distances in points, rounded to 0.0001."""
    return {
        "country": iso3,
        "name": library.countries[iso3].name,
        "edition": year,
        "similar": [
            {
                "iso3": found.iso3,
                "name": library.countries[found.iso3].name,
                "distance": round(found.distance.points, 4),
                "indicators": found.distance.indicators,
            }
            for found in similar(library, iso3, year, most)
        ],
    }


def similar_text(library: Library, words: Words, iso3: str, year: int, most: int) -> str:
    """A line for each of the nearest countries."""
    lines = [words.say("compare.similar_to", name=library.countries[iso3].name, edition=year)]
    for found in similar(library, iso3, year, most):
        country = library.countries[found.iso3]
        points = words.say("compare.distance", points=f"{found.distance.points:.2f}")
        over = words.say("compare.over", count=found.distance.indicators)
        lines.append(f"{found.iso3}  {country.name:<34}{points}  {over}")
    return plain("\n".join(lines)) + "\n"
