"""What a query asks for, once it is understood; every part knows where it stands in the text."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.problem import BadCall, Problem, Spot


class Key(StrEnum):
    """What hits can be filtered by, as it is written before a colon."""

    EDITION = "edition"
    REGION = "region"
    CONTINENT = "continent"
    COUNTRY = "country"
    SECTION = "section"
    INDICATOR = "indicator"
    IS = "is"
    """What kind of thing a hit is: the name of a source."""


class Operator(StrEnum):
    """How a figure is compared."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="


class Term(NamedTuple):
    """A word or a phrase that the text has to have, or with ``negative`` must not have.

    ``prefix``: its last word may go on.
    """

    text: str
    phrase: bool
    prefix: bool
    negative: bool
    start: int
    end: int


class Condition(NamedTuple):
    """A figure that a country has to have: the score of a node, or with ``change`` its change."""

    code: str
    change: bool
    operator: Operator
    value: Decimal
    negative: bool
    start: int
    end: int


class Filter(NamedTuple):
    """Where to look; ``value`` is the library's own: a year, a name, an ISO3 code, an id, a code.

    Of several with one key, one has to fit; of the ``negative`` ones, none may.
    """

    key: Key
    value: str
    negative: bool
    start: int
    end: int


class Query(NamedTuple):
    """Everything has to hold at once."""

    terms: tuple[Term, ...]
    conditions: tuple[Condition, ...]
    filters: tuple[Filter, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.terms or self.conditions or self.filters)

    def values(self, key: Key, *, negative: bool = False) -> tuple[str, ...]:
        """What is filtered by a key, in the order of the text."""
        return tuple(f.value for f in self.filters if f.key is key and f.negative is negative)


class BadQuery(BadCall):
    """A mistake in a query, from character ``start`` to before ``end`` of its text."""

    def __init__(self, key: str, start: int, end: int, **values: str) -> None:
        """``key`` names the message ``problems.search_<key>``."""
        spot = Spot("at_character", {"character": str(start + 1)})
        super().__init__(Problem(f"search_{key}", place=spot, values=values))
        self.start = start
        self.end = end
