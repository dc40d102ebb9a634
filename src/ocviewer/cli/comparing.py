"""`ocviewer compare A B …` and `ocviewer similar COUNTRY`."""

from argparse import Namespace
from typing import TextIO

from ocviewer.cli.panes import checked_edition, panes_of
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.exporters.json_text import json_text
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

SIMILAR = 10
"""How many countries ``similar`` tells."""


def compare(call: Namespace, library: Library, words: Words, out: TextIO) -> None:
    """Prints two to four panes side by side, as text or JSON."""
    panes = panes_of(call.countries, call.edition, library)
    if len(panes) < 2:
        raise BadCall(Problem("compare_one_call"))
    if call.json:
        from ocviewer.exporters.comparison_json import comparison_object

        print(json_text(comparison_object(library, words, panes), indent=1), file=out)
    else:
        from ocviewer.exporters.comparison_text import comparison_text

        print(comparison_text(library, words, panes), end="", file=out)


def similar(call: Namespace, library: Library, words: Words, out: TextIO) -> None:
    """Prints the countries whose profiles are the nearest, as text or JSON."""
    from ocviewer.exporters.similar import similar_object, similar_text

    iso3 = library.lookup.find(call.country)
    year = checked_edition(call.edition, library)
    _check_scored(iso3, year, library)
    if call.json:
        print(json_text(similar_object(library, iso3, year, SIMILAR), indent=1), file=out)
    else:
        print(similar_text(library, words, iso3, year, SIMILAR), end="", file=out)


def _check_scored(iso3: str, year: int, library: Library) -> None:
    if library.edition(year).scores.get(iso3):
        return
    known = [str(other) for other in library.years if library.edition(other).scores.get(iso3)]
    name = library.countries[iso3].name
    values = {"name": name, "edition": str(year), "known": ", ".join(known) or "–"}
    raise BadCall(Problem("country_not_scored", values=values))
