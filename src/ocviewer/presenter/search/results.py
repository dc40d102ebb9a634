"""Hits in words: grouped by country, and within it by section and edition."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.plain_text import plain
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.documents import COUNTRY, DEFINITION
from ocviewer.library.search.hits import Hit, Marked
from ocviewer.library.search.query import Key
from ocviewer.library.search.snippet import Snippet, snippet
from ocviewer.library.spelling import Span
from ocviewer.presenter.search.figures_table import figures_table
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import CountryTable


class HitView(NamedTuple):
    """A hit: where it stands in words, a piece of its text, and the way to it.

    ``label`` is the section, or the name of a node; ``edition_text`` is empty where there is none.
    Snippets are cut when they are asked for, which is for the few in sight.
    """

    hit: Hit
    label: Marked
    edition_text: str
    where: str

    @property
    def snippet(self) -> Snippet:
        """The piece of its text around what was found."""
        return _snippet(*self.hit.body)

    @property
    def spoken(self) -> str:
        """Place and piece in one."""
        return f"{self.where}: {self.snippet.text}"


class HitGroup(NamedTuple):
    """The hits in one country, or among the definitions, the best first."""

    iso3: str
    title: Marked
    place: str
    hits: tuple[HitView, ...]


class Mistake(NamedTuple):
    """What is wrong with a query, and from which character to before which."""

    text: str
    start: int
    end: int


class Results(NamedTuple):
    """What the answer to a query shows: groups of hits, or a table of countries, or a mistake."""

    asked: str
    groups: tuple[HitGroup, ...]
    table: CountryTable | None
    summary: str
    mistake: Mistake | None


def results(answer: Answer, library: Library, words: Words) -> Results:
    """Words an answer."""
    if answer.mistake is not None:
        problem = answer.mistake.problems[0]
        said = plain(words.say(f"problems.{problem.key}", **problem.values))
        mistake = Mistake(said, answer.mistake.start, answer.mistake.end)
        return Results(answer.text, (), None, "", mistake)
    groups = _groups(answer, library, words)
    only_figures = bool(answer.query.conditions) and not answer.query.terms
    table = figures_table(answer, library, words) if only_figures else None
    return Results(answer.text, groups, table, _summary(answer, groups, library, words), None)


def _groups(answer: Answer, library: Library, words: Words) -> tuple[HitGroup, ...]:
    by_country: dict[str, list[Hit]] = {}
    for hit in answer.hits.hits:
        by_country.setdefault(hit.iso3, []).append(hit)
    return tuple(_group(iso3, hits, library, words) for iso3, hits in by_country.items())


def _group(iso3: str, hits: list[Hit], library: Library, words: Words) -> HitGroup:
    """Sections in the order of their best hits, each with its hits together."""
    places: dict[tuple[str, int], int] = {}
    for number, hit in enumerate(hits):
        places.setdefault((hit.section, hit.edition), number)
    ordered = sorted(hits, key=lambda hit: places[hit.section, hit.edition])
    views = tuple(_view(hit, library, words) for hit in ordered)
    country = library.countries.get(iso3)
    if country is None:
        return HitGroup(iso3, Marked(words.say("search.definitions"), ()), "", views)
    named = next((hit.name for hit in hits if hit.source == COUNTRY), Marked(country.name, ()))
    return HitGroup(iso3, named, country.region, views)


def _view(hit: Hit, library: Library, words: Words) -> HitView:
    if hit.source == DEFINITION:
        label = hit.name
    elif hit.source == COUNTRY:
        label = Marked(words.say("search.names"), ())
    else:
        heading, before = _heading(hit.section, library, words)
        label = Marked(heading, _moved(hit.title.ranges, before))
    edition = str(hit.edition) if hit.edition else ""
    country = library.countries.get(hit.iso3)
    where = ", ".join(filter(None, (country.name if country else "", label.text, edition)))
    return HitView(hit, label, edition, where)


_snippet = lru_cache(256)(snippet)


@lru_cache(32)
def _heading(section_id: str, library: Library, words: Words) -> tuple[str, int]:
    """A section's number and title, and how many characters are before the title."""
    section = library.indicators.section(section_id)
    heading = words.say("profile.heading", number=section.number, title=section.title)
    return heading, len(heading) - len(section.title)


def _moved(ranges: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in ranges)


def _summary(answer: Answer, groups: tuple[HitGroup, ...], library: Library, words: Words) -> str:
    """How much was found, and where it was looked for."""
    if answer.query.is_empty:
        return ""
    edition = ""
    if answer.query.conditions and not answer.query.values(Key.EDITION):
        edition = words.say("search.newest", edition=library.newest)
    if answer.query.conditions and not answer.query.terms:
        count = len({found.iso3 for found in answer.countries})
        key = "search.countries_one" if count == 1 else "search.countries_other"
        return words.say(key, count=count, edition=edition)
    count, countries = len(answer.hits.hits), sum(bool(group.iso3) for group in groups)
    if not count:
        return words.say("search.none", edition=edition)
    places = ""
    if countries:
        key = "search.in_one" if countries == 1 else "search.in_other"
        places = words.say(key, count=countries)
    key = "search.results_one" if count == 1 else "search.results_other"
    key = "search.best" if answer.hits.more else key
    return words.say(key, count=count, places=places, edition=edition)
