"""What can be found: a row for each source of documents.

A source has parts, each with a hash of its content; a part whose hash is the index's is not read
again. To make something else searchable is to add a row to ``SOURCES``.
"""

from collections.abc import Iterator
from functools import partial

from ocviewer.domain.profile import Profile
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.library.search.document import (
    COUNTRY,
    DEFINITION,
    HIGHLIGHT,
    NOTE,
    TEXT,
    Document,
    Part,
    Source,
    hash_of,
)
from ocviewer.library.search.noted import highlights, notes


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
    yield Part("", 0, hash_of(known), read)


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

    yield Part("", 0, hash_of(nodes), read)


def _texts(library: Library) -> Iterator[Part]:
    """Every text that the reader shows."""
    titles = {section.id: section.title for section in library.indicators.sections}
    numbers = {iso3: number for number, iso3 in enumerate(library.countries)}
    for (iso3, year), hash_ in library.text_hashes.items():
        name = library.countries[iso3].name
        key = f"{year}/{iso3}"
        read = partial(_paragraphs, library, iso3, year, name, titles)
        order = (9999 - year) * 1000 + numbers[iso3]  # the newest first
        yield Part(key, order, hash_of((hash_, name, titles)), read)


def _paragraphs(
    library: Library, iso3: str, year: int, name: str, titles: dict[str, str]
) -> Iterator[Document]:
    """All wordings that can be shown: of two texts in the same one, that is the first."""
    texts: dict[str, Profile] = {}
    for text in library.texts(iso3, year):
        texts.setdefault(text.wording, text)
    for text in texts.values():
        for section, paragraphs in text.sections.items():
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
                    wording=text.wording,
                    several=len(texts) > 1,
                )


SOURCES: tuple[Source, ...] = (
    Source(COUNTRY, _names),
    Source(DEFINITION, _definitions),
    Source(NOTE, notes),
    Source(HIGHLIGHT, highlights),
    Source(TEXT, _texts),
)
"""In the order in which they are read, and found where there is too much: texts come last."""
