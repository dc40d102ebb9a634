"""The countries that a section's text names, as links to their profiles."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.library.library import Library
from ocviewer.library.mentions import Mentions
from ocviewer.presenter.page import Pane
from ocviewer.presenter.words import Words


class Link(NamedTuple):
    """A name in a paragraph, from ``start`` up to ``end``, and the country that it is of."""

    paragraph: int
    start: int
    end: int
    iso3: str
    name: str
    tooltip: str


@lru_cache(1)
def _mentions(library: Library) -> Mentions:
    return Mentions(library.countries.values())


def links(library: Library, words: Words, pane: Pane) -> tuple[Link, ...]:
    """The links of the section that a pane shows, in the order of its text.

    The pane's own country is none. "At a glance" has none either: it names no other country.
    """
    if not pane.section.chips or not pane.section.paragraphs:
        return ()
    return tuple(
        Link(number, start, end, iso3, (name := library.countries[iso3].name), _tip(words, name))
        for number, paragraph in enumerate(pane.section.paragraphs)
        for start, end, iso3 in _mentions(library).find(paragraph.text, pane.iso3)
    )


def _tip(words: Words, name: str) -> str:
    return words.say("reader.link_tooltip", name=name)
