"""What can be wrong with what a user gives us, told by file, place and way out.

A problem carries a message key and its values, never a finished sentence: the words are the
presenter's business, so that they can be translated.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Spot(NamedTuple):
    """A place that takes words to tell, such as a line and column: ``problems.<key>``."""

    key: str
    values: Mapping[str, str]


class Problem(NamedTuple):
    """One thing that is wrong.

    ``key`` names a message ``problems.<key>``; ``file`` is a path as the user knows it; ``place``
    is a name (a JSON path such as ``countries[3].iso3``, a sheet) or a spot. Both may be empty.
    """

    key: str
    file: str = ""
    place: str | Spot = ""
    values: Mapping[str, str] = MappingProxyType({})


class UserError(Exception):
    """Something that the user gave cannot be used; carries at least one problem."""

    def __init__(self, *problems: Problem) -> None:
        """Takes what is wrong, the gravest first."""
        super().__init__("; ".join(f"{p.file} {p.place} {p.key} {p.values}" for p in problems))
        self.problems = problems


class BadData(UserError):
    """The data is bad: exit code 1."""


class BadCall(UserError):
    """The call is wrong: exit code 2."""
