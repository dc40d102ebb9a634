"""The 36 nodes of the index, and the eleven sections of its analysis that treat them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

CRIMINALITY = "1"
MARKETS = "1.1"
ACTORS = "1.2"
RESILIENCE = "2"
AVERAGES = (CRIMINALITY, MARKETS, ACTORS, RESILIENCE)
"""The nodes that are averages of others; the rest are the 32 indicators."""


class Polarity(StrEnum):
    """What a high score means: more crime, or more resilience to it."""

    CRIMINALITY = "criminality"
    RESILIENCE = "resilience"


class Indicator(NamedTuple):
    """A node of the index, under the index's own code and name.

    ``short_name`` is for narrow charts; ``section`` is the id of the analysis section that treats
    the indicator (``None`` for the four averages); ``definition`` is our own wording.
    """

    code: str
    name: str
    short_name: str
    polarity: Polarity
    parent: str | None
    section: str | None
    definition: str


class Section(NamedTuple):
    """A section of the analysis, numbered 1 to 11 as the index numbers them."""

    number: int
    id: str
    title: str


class IndicatorTable:
    """The nodes in the index's order, found by code, by parent or by section."""

    def __init__(self, indicators: tuple[Indicator, ...], sections: tuple[Section, ...]) -> None:
        """Takes the nodes and sections in the order of the index."""
        self.sections = sections
        self._by_code = {indicator.code: indicator for indicator in indicators}
        self._children: dict[str | None, tuple[Indicator, ...]] = {}
        self._by_section: dict[str | None, tuple[Indicator, ...]] = {}
        for indicator in indicators:
            siblings = self._children.get(indicator.parent, ())
            self._children[indicator.parent] = (*siblings, indicator)
            fellows = self._by_section.get(indicator.section, ())
            self._by_section[indicator.section] = (*fellows, indicator)

    def __iter__(self) -> Iterator[Indicator]:
        """All nodes, in the index's order."""
        return iter(self._by_code.values())

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self._by_code)

    def __contains__(self, code: object) -> bool:
        """Whether a code names a node."""
        return code in self._by_code

    def __getitem__(self, code: str) -> Indicator:
        """The node of a code; ``KeyError`` when there is none."""
        return self._by_code[code]

    def children(self, code: str) -> tuple[Indicator, ...]:
        """The nodes directly below a node, in the index's order."""
        return self._children.get(code, ())

    def in_section(self, section_id: str) -> tuple[Indicator, ...]:
        """The indicators that a section treats, in the index's order."""
        return self._by_section.get(section_id, ())

    def section(self, section_id: str) -> Section:
        """The section of an id; ``KeyError`` when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)
