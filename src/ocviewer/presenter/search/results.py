"""Hits in words: grouped by country, and within it by section and edition."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.plain_text import plain
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.document import COUNTRY, DEFINITION, NOTE, NOTED, TEXT
from ocviewer.library.search.hits import Hit, Marked
from ocviewer.library.search.query import Key
from ocviewer.library.search.snippet import Snippet, snippet
from ocviewer.library.spelling import Span
from ocviewer.presenter.passage import Passage
from ocviewer.presenter.search.figures_table import figures_table
from ocviewer.presenter.state import AT_A_GLANCE
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import CountryTable


class HitView(NamedTuple):
    """A hit: where it stands in words, a piece of its text, and the way to it.

    ``label`` is the section, the name of a node, or what a note is and what it is about.
    ``edition_text`` is the edition, with the wording where there is more than one; empty for none.
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


def passage_of(hit: Hit) -> Passage:
    """Where a hit in a text, or what is known of a note's place, is in the profile."""
    passage = Passage(hit.iso3, hit.edition or None, hit.section or None)
    if hit.source != TEXT:
        return passage
    ranges = hit.body.ranges
    start = ranges[0][0] if ranges else 0
    return passage._replace(
        wording=Wording(hit.wording), paragraph=hit.paragraph, start=start, found=ranges
    )


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
        by_country.setdefault(hit.iso3 or f"{hit.source}:", []).append(hit)
    return tuple(_group(hits, library, words) for hits in by_country.values())


def _group(hits: list[Hit], library: Library, words: Words) -> HitGroup:
    """Sections in the order of their best hits, each with its hits together."""
    places: dict[tuple[object, ...], int] = {}
    for number, hit in enumerate(hits):
        places.setdefault(_place(hit), number)
    ordered = sorted(hits, key=lambda hit: places[_place(hit)])
    views = tuple(_view(hit, library, words) for hit in ordered)
    iso3 = hits[0].iso3
    country = library.countries.get(iso3)
    if country is None:
        title = words.say("notes.general" if hits[0].source == NOTE else "search.definitions")
        return HitGroup(iso3, Marked(iso3 or title, ()), "", views)
    named = next((hit.name for hit in hits if hit.source == COUNTRY), Marked(country.name, ()))
    return HitGroup(iso3, named, country.region, views)


def _place(hit: Hit) -> tuple[object, ...]:
    wording = hit.wording if hit.several else ""
    return hit.section, hit.edition, wording


def _view(hit: Hit, library: Library, words: Words) -> HitView:
    if hit.source == DEFINITION:
        label = hit.name
    elif hit.source == COUNTRY:
        label = Marked(words.say("search.names"), ())
    elif hit.source in NOTED:
        label = Marked(_noted(hit, library, words), ())
    else:
        heading, before = _heading(hit.section, library, words)
        label = Marked(heading, _moved(hit.title.ranges, before))
    joint = words.say("notes.joint")
    wording = words.say(f"search.wording_{hit.wording}") if hit.several else ""
    edition = joint.join(filter(None, (str(hit.edition or ""), wording)))
    country = library.countries.get(hit.iso3)
    where = ", ".join(filter(None, (country.name if country else "", label.text, edition)))
    return HitView(hit, label, edition, where)


def _noted(hit: Hit, library: Library, words: Words) -> str:
    """What a note is, and what it is about."""
    about, table = "", library.indicators
    if hit.source == NOTE and hit.indicators:
        code = hit.indicators[0]
        about = table[code].name if code in table else code
    elif hit.section == AT_A_GLANCE:
        about = words.say("profile.at_a_glance")
    elif any(section.id == hit.section for section in table.sections):
        about, _ = _heading(hit.section, library, words)
    return words.say("notes.joint").join(filter(None, (words.say(f"search.{hit.source}"), about)))


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
