"""All names that a query may use: nodes of the index, regions, sections, editions, countries."""

from collections.abc import Mapping
from functools import cached_property

from ocviewer.domain.indicator import AVERAGES
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.library.search.document import DEFINITION, HIGHLIGHT, NOTE, TEXT
from ocviewer.library.search.names import Names
from ocviewer.library.search.query import Key

KINDS = (TEXT, DEFINITION, NOTE, HIGHLIGHT)
"""What hits can be asked to be; a highlight is a note, too."""
CHANGE = "change"
"""The word that asks for the change of a score since the edition before."""


class Vocabulary:
    """The names of a library's things; made of dictionaries when they are first needed."""

    def __init__(self, library: Library, briefs: Mapping[str, str]) -> None:
        """``briefs`` are further short names by the code of a node, as charts have them."""
        self._library = library
        self._briefs = briefs

    @cached_property
    def nodes(self) -> Names[str]:
        """The 36 nodes by code, name and short names."""
        rows = [
            (node.code, (node.name, node.short_name, node.code, self._briefs.get(node.code, "")))
            for node in self._library.indicators
        ]
        return Names(rows)

    def names(self, key: Key) -> Names[str]:
        """The values that a filter can have, under the names that it can be given."""
        return self._values[key]

    @cached_property
    def _values(self) -> dict[Key, Names[str]]:
        library = self._library
        indicators = [node for node in library.indicators if node.code not in AVERAGES]
        return {
            Key.EDITION: Names([(str(year), (str(year),)) for year in library.years]),
            Key.REGION: self._places(Scope.REGION),
            Key.CONTINENT: self._places(Scope.CONTINENT),
            Key.COUNTRY: Names(
                [
                    (one.iso3, (one.name, *one.other_names, one.iso3, one.iso2))
                    for one in library.countries.values()
                ]
            ),
            Key.SECTION: Names(
                [
                    (one.id, (one.title, one.id, str(one.number), f"{one.number:02d}"))
                    for one in library.indicators.sections
                ]
            ),
            Key.INDICATOR: Names(
                [(node.code, (node.name, node.short_name, node.code)) for node in indicators]
            ),
            Key.IS: Names([(kind, (kind, f"{kind}s")) for kind in KINDS]),
        }

    def _places(self, scope: Scope) -> Names[str]:
        return Names([(name, (name,)) for name in self._library.scopes.names(scope)])

    def find(self, key: Key, text: str) -> str | None:
        """The value of a filter that a text names, or ``None``."""
        if key is Key.COUNTRY:
            return self._library.lookup.get(text) or self.names(key).get(text)
        return self.names(key).get(text)

    def close(self, key: Key, text: str) -> tuple[str, ...]:
        """What a text that names no value may mean."""
        if key is Key.COUNTRY:
            return self._library.lookup.suggestions(text)
        return self.names(key).close(text)
