"""A place as what a pane shows: the world, a continent or a region, whose mean stands there."""

from typing import NamedTuple

from ocviewer.domain.ranking import Scope


class Place(NamedTuple):
    """The countries of a scope; ``name`` is empty for the world."""

    scope: Scope
    name: str

    @property
    def key(self) -> str:
        """How it is written where an ISO3 code could stand: ``world``, ``region:Caribbean``."""
        return f"{self.scope}:{self.name}" if self.name else str(self.scope)


def place_of(subject: str) -> Place | None:
    """The place that a key names, by its form alone; ``None`` for anything else, as ISO3 codes."""
    if subject == Scope.WORLD:
        return Place(Scope.WORLD, "")
    head, _, name = subject.partition(":")
    if name and head in (Scope.CONTINENT, Scope.REGION):
        return Place(Scope(head), name)
    return None
