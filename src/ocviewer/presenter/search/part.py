"""What the view of the search chooses from: the query, and boxes that show and set its filters."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.indicator import AVERAGES
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.library.search.editing import with_filter, written_filters
from ocviewer.library.search.query import Key
from ocviewer.presenter.search.spellings import vocabulary
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import Option, place_options

PLACE_KEYS = (Key.REGION, Key.CONTINENT, Key.COUNTRY)


class FilterBox(NamedTuple):
    """A box for one filter: its options are names by key, and what the query has of them.

    The value of an option, and ``chosen``, is a pair of key and name; ``None`` is no filter.
    """

    id: str
    keys: tuple[Key, ...]
    options: tuple[Option, ...]
    chosen: tuple[Key, str] | None

    def applied(self, query: str, value: object) -> str:
        """The query with this option, in place of what it had of the box's keys."""
        for key in self.keys:
            query = with_filter(query, key, "")
        if isinstance(value, tuple):
            query = with_filter(query, *value)
        return query


class SearchPart(NamedTuple):
    """The query, and the boxes for edition, place, section and indicator."""

    query: str
    boxes: tuple[FilterBox, ...]


def search_part(state: ViewState, library: Library, words: Words) -> SearchPart:
    """The part of a page that the search shows; what is found comes later, from the index."""
    query = state.choice.query
    names = vocabulary(library, words)
    written = {one.key: names.find(one.key, one.value) for one in written_filters(query)}
    boxes = []
    for id_, keys, options in _boxes(library, words):
        pairs = [
            (key, names.names(key).shown[value])
            for key in keys
            if (value := written.get(key)) is not None
        ]
        chosen = pairs[0] if pairs else None
        listed = chosen is None or chosen in [option.value for option in options]
        more = () if listed or chosen is None else (Option(chosen, chosen[1]),)  # a country
        boxes.append(FilterBox(id_, keys, (*options, *more), chosen))
    return SearchPart(query, tuple(boxes))


@lru_cache(2)
def _boxes(
    library: Library, words: Words
) -> tuple[tuple[str, tuple[Key, ...], tuple[Option, ...]], ...]:
    years = tuple(Option((Key.EDITION, str(y)), str(y)) for y in reversed(library.years))
    sections = tuple(
        Option((Key.SECTION, one.title), one.title) for one in library.indicators.sections
    )
    nodes = tuple(
        Option((Key.INDICATOR, node.name), node.name)
        for node in library.indicators
        if node.code not in AVERAGES
    )
    return (
        ("edition", (Key.EDITION,), (_all("all_editions", words), *years)),
        ("place", PLACE_KEYS, (_all("all_places", words), *_places(library, words))),
        ("section", (Key.SECTION,), (_all("all_sections", words), *sections)),
        ("indicator", (Key.INDICATOR,), (_all("all_indicators", words), *nodes)),
    )


def _all(key: str, words: Words) -> Option:
    return Option(None, words.say(f"search.{key}"))


def _places(library: Library, words: Words) -> tuple[Option, ...]:
    """Each continent with its regions."""
    keys = {Scope.CONTINENT: Key.CONTINENT, Scope.REGION: Key.REGION}
    found = []
    for option in place_options(library, words):
        if isinstance(option.value, tuple) and option.value[0] in keys:
            value = (keys[option.value[0]], option.value[1])
            found.append(Option(value, option.text, option.level))
    return tuple(found)
