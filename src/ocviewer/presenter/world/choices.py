"""What can be chosen in the views of the world: nodes, the edition a change counts from, places."""

from typing import NamedTuple

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


class Option(NamedTuple):
    """One of several values to choose from; ``level`` indents it below what it is part of."""

    value: object
    text: str
    level: int = 0


def node_options(library: Library) -> tuple[Option, ...]:
    """The 36 nodes in the order of the index; the value is the code."""
    return tuple(
        Option(node.code, node.name, node.code.count(".") if node.parent else 0)
        for node in library.indicators
    )


def since_options(library: Library, year: int, words: Words) -> tuple[Option, ...]:
    """The scores themselves (``None``), and the change since each edition before ``year``."""
    earlier = [known for known in library.years if known < year]
    changes = (
        Option(known, words.say("world.change_since", edition=known)) for known in reversed(earlier)
    )
    return (Option(None, words.say("world.scores")), *changes)


def place_options(library: Library, words: Words) -> tuple[Option, ...]:
    """The world, and each continent with its regions; the value is ``(scope, name)``."""
    regions: dict[str, set[str]] = {}
    for country in library.countries.values():
        regions.setdefault(country.continent, set()).add(country.region)
    options = [_place(library, words, Scope.WORLD, "", 0)]
    for continent in sorted(regions):
        options.append(_place(library, words, Scope.CONTINENT, continent, 0))
        options += [
            _place(library, words, Scope.REGION, name, 1) for name in sorted(regions[continent])
        ]
    return tuple(options)


def _place(library: Library, words: Words, scope: Scope, name: str, level: int) -> Option:
    count = len(library.scopes.members(scope, name))
    shown = name or words.say("world.all_countries")
    return Option((scope, name), words.say("world.place", name=shown, count=count), level)


def checked_node(library: Library, code: str) -> str:
    """The code of a node; ``BadCall`` with the codes that there are when it is none."""
    if code not in library.indicators:
        known = ", ".join(node.code for node in library.indicators)
        raise BadCall(Problem("unknown_node", values={"code": code, "known": known}))
    return code


def checked_place(library: Library, scope: Scope, name: str) -> tuple[str, ...]:
    """The countries (ISO3) of a place; ``BadCall`` with the places that there are."""
    members = library.scopes.members(scope, name)
    if not members:
        known = ", ".join(library.scopes.names(scope))
        values = {"scope": str(scope), "name": name, "known": known}
        raise BadCall(Problem("unknown_place", values=values))
    return members


def checked_since(library: Library, since: int | None, year: int) -> int | None:
    """The edition that a change counts from, which has to be there and before ``year``."""
    if since is not None and library.edition(since).year >= year:
        earlier = ", ".join(str(known) for known in library.years if known < year)
        values = {"since": str(since), "edition": str(year), "known": earlier or "–"}
        raise BadCall(Problem("since_not_earlier", values=values))
    return since
