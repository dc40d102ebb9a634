"""What can be found: a row for each source of documents.

A source has parts, each with a hash of its content; a part whose hash is the index's is not read
again. To make something else searchable, such as notes, is to add a row to ``SOURCES``.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from ocviewer.library.folding import fold
from ocviewer.library.library import Library


class Document(NamedTuple):
    """A piece of text that is one hit, and where it stands.

    ``name`` and ``title`` are its own headings, ``extra`` further spellings that are not shown.
    ``country`` and ``part`` are the names of its country and section, by which it is found with
    other words. ``edition`` 0 is none, as are an empty ``iso3`` and ``section``; ``paragraph``
    counts within the section.
    """

    body: str
    name: str = ""
    title: str = ""
    country: str = ""
    part: str = ""
    extra: str = ""
    iso3: str = ""
    edition: int = 0
    section: str = ""
    paragraph: int = 0
    indicators: tuple[str, ...] = ()


class Part(NamedTuple):
    """Some documents that change together; ``read`` is only called when the hash is another.

    Of the parts of a source, those with a smaller ``order`` come first where a query finds more
    than can be weighed; it has less than 24 bits and is no other part's.
    """

    key: str
    order: int
    hash: str
    read: Callable[[], Iterable[Document]]


class Source(NamedTuple):
    """A kind of documents: its name, by which hits tell theirs, and its parts."""

    name: str
    parts: Callable[[Library], Iterator[Part]]


TEXT, COUNTRY, DEFINITION = "text", "country", "definition"


def _hash(content: object) -> str:
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def _names(library: Library) -> Iterator[Part]:
    """Every country by its name, its other names and its codes."""
    countries = tuple(library.countries.values())

    def read() -> Iterator[Document]:
        for one in countries:
            folded = (fold(name) for name in (one.name, *one.other_names))
            yield Document(
                body=" · ".join(one.other_names),
                name=one.name,
                extra=" ".join((one.iso3, one.iso2, *folded, *one.capitals)),
                iso3=one.iso3,
            )

    known = [(c.iso3, c.iso2, c.name, c.other_names, c.capitals) for c in countries]
    yield Part("", 0, _hash(known), read)


def _definitions(library: Library) -> Iterator[Part]:
    """Every node of the index with its definition."""
    nodes = tuple(library.indicators)

    def read() -> Iterator[Document]:
        for node in nodes:
            yield Document(
                body=node.definition,
                name=node.name,
                extra=f"{node.short_name} {node.code}",
                section=node.section or "",
                indicators=(node.code,),
            )

    yield Part("", 0, _hash(nodes), read)


def _texts(library: Library) -> Iterator[Part]:
    """Every profile that the reader shows."""
    titles = {section.id: section.title for section in library.indicators.sections}
    numbers = {iso3: number for number, iso3 in enumerate(library.countries)}
    for (iso3, year), hash_ in library.text_hashes():
        name = library.countries[iso3].name
        key = f"{year}/{iso3}"
        read = partial(_paragraphs, library, iso3, year, name, titles)
        order = (9999 - year) * 1000 + numbers[iso3]  # the newest first
        yield Part(key, order, _hash((hash_, name, titles)), read)


def _paragraphs(
    library: Library, iso3: str, year: int, name: str, titles: dict[str, str]
) -> Iterator[Document]:
    profile = library.profile(iso3, year)
    if profile is None:
        return
    for section, paragraphs in profile.sections.items():
        for number, paragraph in enumerate(paragraphs):
            title = titles.get(section, "")
            yield Document(
                body=paragraph.text,
                title="" if number else title,  # the section itself is found at its beginning
                country=name,
                part=title if number else "",
                iso3=iso3,
                edition=year,
                section=section,
                paragraph=number,
                indicators=paragraph.indicators,
            )


SOURCES: tuple[Source, ...] = (
    Source(COUNTRY, _names),
    Source(DEFINITION, _definitions),
    Source(TEXT, _texts),
)
"""In the order in which they are read, and found where there is too much: names before texts."""
