"""What is put into the index: documents, in parts that change together, from several sources."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ocviewer.library.library import Library

COUNTRY, DEFINITION, NOTE, HIGHLIGHT, TEXT = "country", "definition", "note", "highlight", "text"
"""The names of the sources, by which hits tell theirs."""
NOTED = (NOTE, HIGHLIGHT)
"""What the user wrote or marked."""


class Document(NamedTuple):
    """A piece of text that is one hit, and where it stands.

    ``name`` and ``title`` are its own headings, ``extra`` further spellings that are not shown.
    ``country`` and ``part`` are the names of its country and section, by which it is found with
    other words. ``edition`` 0 is none, as are an empty ``iso3`` and ``section``; ``paragraph``
    counts within the section, in this ``wording``; ``several`` says that its country has texts in
    several wordings in that edition. ``note`` is the id of one of the user's notes.
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
    wording: str = ""
    several: bool = False
    note: str = ""


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
    """A kind of documents: its name, and its parts."""

    name: str
    parts: Callable[[Library], Iterator[Part]]


def hash_of(content: object) -> str:
    """A hash of what ``repr`` shows of something."""
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()
