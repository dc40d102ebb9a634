"""The answer to a query as it was typed: hits, countries by their figures, or what is wrong."""

from typing import NamedTuple

from ocviewer.library.library import Library
from ocviewer.library.search.figures import FoundCountry, found_countries
from ocviewer.library.search.hits import LIMIT, Hits, Search
from ocviewer.library.search.parser import parse
from ocviewer.library.search.query import BadQuery, Filter, Key, Query
from ocviewer.library.search.vocabulary import Vocabulary

NOTHING = Query((), (), ())


class Answer(NamedTuple):
    """What a text finds; of a query of figures alone it is countries, with words hits."""

    text: str
    query: Query
    hits: Hits
    countries: tuple[FoundCountry, ...] = ()
    mistake: BadQuery | None = None


def answer(
    text: str,
    search: Search,
    library: Library,
    vocabulary: Vocabulary,
    limit: int = LIMIT,
    year: int | None = None,
) -> Answer:
    """Asks the index and the figures; a mistake is part of the answer.

    ``year`` is an edition to look in beside those that the text names.

    Raises what ``Search.find`` raises.
    """
    try:
        query = parse(text, vocabulary)
    except BadQuery as mistake:
        return Answer(text, NOTHING, Hits((), False), mistake=mistake)
    if year is not None:
        only = Filter(Key.EDITION, str(year), negative=False, start=len(text), end=len(text))
        query = query._replace(filters=(*query.filters, only))
    only_figures = bool(query.conditions) and not query.terms
    countries = found_countries(query, library) if only_figures else ()
    return Answer(text, query, search.find(query, limit), countries)
