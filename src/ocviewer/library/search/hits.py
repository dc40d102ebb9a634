"""Asks the index: hits, the best first, with the ranges of what was found."""

from functools import cached_property
from sqlite3 import Connection
from typing import Any, NamedTuple

from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.library.search import expression
from ocviewer.library.search.document import NOTE, NOTED
from ocviewer.library.search.figures import asked_editions, countries_in, found_countries
from ocviewer.library.search.index import CLOSING, OPENING
from ocviewer.library.search.query import Key, Query, Term
from ocviewer.library.search.store import Store
from ocviewer.library.spelling import Span

LIMIT = 100
"""How many hits are asked for, where no other number is given."""

_HIGHLIGHT = "highlight(words, {}, '" + OPENING + "', '" + CLOSING + "')"
_NAME, _TITLE, _BODY = (_HIGHLIGHT.format(number) for number in (0, 1, 5))
_SCORE = "bm25(words, 12.0, 6.0, 4.0, 3.0, 8.0, 1.0)"
"""A country's name weighs more than a section's title, and that more than a text; best is least."""
_WEIGHED = 600
"""So many documents are weighed at most, the newest. What more of them have tells them apart badly,
and to weigh all takes longer than a keystroke may."""
_WHERE_IT_IS = (
    "d.source, d.iso3, d.edition, d.section, d.paragraph, d.indicators,"
    " d.wording, d.several, d.note"
)


class Marked(NamedTuple):
    """A text with what was found in it."""

    text: str
    ranges: tuple[Span, ...]


class Hit(NamedTuple):
    """A document that was found, and where it stands; see ``Document``."""

    source: str
    iso3: str
    edition: int
    section: str
    paragraph: int
    indicators: tuple[str, ...]
    name: Marked
    title: Marked
    body: Marked
    wording: str = ""
    several: bool = False
    note: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        """What tells it from every other, whatever of it was found."""
        return (*self[:6], self.wording, self.note)


class Hits(NamedTuple):
    """The best hits; ``more``: there are others."""

    hits: tuple[Hit, ...]
    more: bool


class Search:
    """A store and the library that it is the index of; not to be shared by threads."""

    def __init__(self, store: Store, library: Library) -> None:
        """Asks nothing yet."""
        self._store = store
        self._library = library

    @cached_property
    def _places(self) -> frozenset[str]:
        """The words of the names of countries and sections."""
        library = self._library
        names = [one.name for one in library.countries.values()]
        names += [section.title for section in library.indicators.sections]
        return frozenset(word for name in names for word in fold(name).split())

    def _tells_place(self, term: Term) -> bool:
        words = fold(term.text).split()
        if term.prefix:
            return all(any(known.startswith(word) for known in self._places) for word in words)
        return self._places.issuperset(words)

    def find(self, query: Query, limit: int = LIMIT) -> Hits:
        """The hits of a query, the best first; none for a query of figures alone.

        Raises ``sqlite3.OperationalError`` when the store is interrupted, and another
        ``sqlite3.DatabaseError`` when it is damaged.
        """
        if not query.terms and (query.conditions or not query.filters):
            return Hits((), False)
        wanted = expression.wanted(query.terms, self._tells_place)
        unwanted = expression.unwanted(query.terms)
        if not wanted and any(not term.negative for term in query.terms):
            return Hits((), False)
        where, values = _filters(query, self._library)
        if unwanted:
            where.append("d.id NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
            values.append(unwanted)
        if not wanted and not where:  # a letter that is just being typed asks for nothing yet
            return Hits((), False)
        with self._store.reading() as connection:
            if not wanted:
                return _listed(connection, where, values, limit)
            return _ranked(connection, wanted, where, values, limit)


def _ranked(
    connection: Connection, wanted: str, where: list[str], values: list[object], limit: int
) -> Hits:
    """The best of those that match; ranges only of them, for all would take too long."""
    conditions = " AND ".join(["words MATCH ?", *where])
    statement = (
        f"SELECT {_SCORE}, d.id FROM words CROSS JOIN document d ON d.id = words.rowid"
        f" WHERE {conditions} LIMIT {_WEIGHED}"
    )
    # sorted here: SQLite would weigh each of them again and again
    best = sorted(connection.execute(statement, (wanted, *values)).fetchall())
    kept = [id_ for _, id_ in best[:limit]]
    if not kept:
        return Hits((), False)
    # the bounds end the reading early; the sign keeps the index from looking each of them up
    statement = (
        f"SELECT d.id, {_WHERE_IT_IS}, {_NAME}, {_TITLE}, {_BODY}"
        " FROM words CROSS JOIN document d ON d.id = words.rowid"
        " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ?"
        f" AND +words.rowid IN ({', '.join('?' * len(kept))})"
    )
    bounds = (wanted, min(kept), max(kept))
    rows = {row[0]: _hit(row[1:]) for row in connection.execute(statement, (*bounds, *kept))}
    return Hits(tuple(rows[id_] for id_ in kept if id_ in rows), len(best) > limit)


def _listed(connection: Connection, where: list[str], values: list[object], limit: int) -> Hits:
    """Those that the filters leave, in the order of the library."""
    statement = (
        f"SELECT {_WHERE_IT_IS}, name, title, body"
        " FROM document d CROSS JOIN words ON d.id = words.rowid"
        f" WHERE {' AND '.join(where)} ORDER BY d.id LIMIT ?"
    )
    rows = connection.execute(statement, (*values, limit + 1)).fetchall()
    return Hits(tuple(map(_hit, rows[:limit])), len(rows) > limit)


def _filters(query: Query, library: Library) -> tuple[list[str], list[object]]:
    """Conditions on where a document stands, and their values."""
    where: list[str] = []
    values: list[object] = []
    if query.conditions:
        found = {f"{iso3} {year}" for iso3, year in found_countries(query, library)}
        _among(where, values, "d.iso3 || ' ' || d.edition", sorted(found))
    else:
        if any(filter_.key is Key.EDITION for filter_ in query.filters):
            _among(where, values, "d.edition", list(asked_editions(query, library)))
        places = countries_in(query, library)
        if places is not None:
            _among(where, values, "d.iso3", sorted(places))
    for negative in (False, True):
        sections = query.values(Key.SECTION, negative=negative)
        if sections:
            _among(where, values, "d.section", list(sections), negative=negative)
    for negative in (False, True):
        kinds = query.values(Key.IS, negative=negative)
        if kinds:
            # a highlight is a note, too
            sources = {*kinds, *(NOTED if NOTE in kinds else ())}
            _among(where, values, "d.source", sorted(sources), negative=negative)
    codes = query.values(Key.INDICATOR)
    if codes:
        where.append("(" + " OR ".join("instr(d.indicators, ?)" for _ in codes) + ")")
    unwanted = query.values(Key.INDICATOR, negative=True)
    where += ["NOT instr(d.indicators, ?)" for _ in unwanted]
    values += [f" {code} " for code in (*codes, *unwanted)]
    return where, values


def _among(
    where: list[str],
    values: list[object],
    column: str,
    wanted: list[object] | list[str] | list[int],
    *,
    negative: bool = False,
) -> None:
    where.append(f"{column} {'NOT IN' if negative else 'IN'} ({', '.join('?' * len(wanted))})")
    values.extend(wanted)


def _hit(row: tuple[Any, ...]) -> Hit:
    """A hit of the columns of ``_WHERE_IT_IS``, name, title and body."""
    source, iso3, edition, section, paragraph, codes, wording, several, note, *texts = row
    name, title, body = map(_marked, texts)
    indicators = tuple(codes.split())
    return Hit(
        source,
        iso3,
        edition,
        section,
        paragraph,
        indicators,
        name,
        title,
        body,
        wording,
        bool(several),
        note,
    )


def _marked(text: str) -> Marked:
    """The text and the ranges between its marks."""
    pieces = text.split(OPENING)
    plain, ranges = pieces[0], []
    for piece in pieces[1:]:
        found, _, rest = piece.partition(CLOSING)
        ranges.append((len(plain), len(plain) + len(found)))
        plain += found + rest
    return Marked(plain, tuple(ranges))
