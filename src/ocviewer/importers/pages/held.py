"""A page held against the library: what is equal, what differs, what the page lacks."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ocviewer.domain.change import change
from ocviewer.domain.country import Country
from ocviewer.importers.pages.page import SavedPage
from ocviewer.library.library import Library

Value: TypeAlias = int | tuple[int, int] | tuple[str, ...] | None
"""A score, change or figure as a whole number, a rank with how many there are, or capitals."""


class Kind(StrEnum):
    """What is held against the library, in the order in which it is told."""

    SCORE = "score"
    CHANGE = "change"
    RANK = "rank"
    RANK_CHANGE = "rank_change"
    FACT = "fact"


class Difference(NamedTuple):
    """One figure of which page and library say different things.

    ``key`` is a code (``1.1.1``), a code and scope (``1:world``) or the name of a fact.
    """

    iso3: str
    edition: int
    kind: Kind
    key: str
    page: Value
    library: Value

    @property
    def can_be_taken(self) -> bool:
        """Whether the page's figure can stand for the library's; what is computed cannot."""
        return self.kind in (Kind.SCORE, Kind.FACT) and self.page is not None


class Held(NamedTuple):
    """A page with what came of holding it against the library.

    ``equal`` counts the figures that are the same, by kind; ``lacking`` are the codes that the
    library has a score of and the page no row.
    """

    page: SavedPage
    equal: dict[Kind, int]
    differences: tuple[Difference, ...]
    lacking: tuple[str, ...]


def hold(page: SavedPage, library: Library) -> Held:
    """Compares every figure that the page states."""
    equal: dict[Kind, int] = dict.fromkeys(Kind, 0)
    differences = []
    for kind, key, theirs, ours in _pairs(page, library):
        if theirs == ours:
            equal[kind] += 1
        else:
            differences.append(Difference(page.iso3, page.edition, kind, key, theirs, ours))
    scored = library.edition(page.edition).scores.get(page.iso3, {})
    lacking = (node.code for node in library.indicators if node.code in scored)
    missing = tuple(code for code in lacking if code not in page.scores)
    return Held(page, equal, tuple(differences), missing)


def _pairs(page: SavedPage, library: Library) -> Iterator[tuple[Kind, str, Value, Value]]:
    now = library.edition(page.edition)
    before = library.edition_before(page.edition)
    for node in library.indicators:
        saved = page.scores.get(node.code)
        if saved is None:
            continue
        ours = now.score(page.iso3, node.code)
        yield Kind.SCORE, node.code, saved.score, ours
        if saved.change is not None:
            old = None if before is None else before.score(page.iso3, node.code)
            yield Kind.CHANGE, node.code, saved.change, change(ours, old)
    for rank in page.ranks:
        standing = library.scopes.standing(page.iso3, rank.code, page.edition, rank.scope)
        key = f"{rank.code}:{rank.scope}"
        ours_here = standing is not None and standing.name == rank.name
        place = (standing.rank, standing.of) if standing is not None and ours_here else None
        yield Kind.RANK, key, (rank.rank, rank.of), place
        if rank.change is not None:
            moved = standing.change if standing is not None and ours_here else None
            yield Kind.RANK_CHANGE, key, rank.change, moved
    yield from _facts(page, library.country_in(page.iso3, page.edition))


def _facts(page: SavedPage, country: Country) -> Iterator[tuple[Kind, str, Value, Value]]:
    stated = page.facts.known
    if stated.capitals is not None:
        same = sorted(map(str.casefold, stated.capitals)) == sorted(
            map(str.casefold, country.capitals)
        )
        yield Kind.FACT, "capitals", country.capitals if same else stated.capitals, country.capitals
    for name, value, fact in (
        ("population", stated.population, country.population),
        ("gdp_musd", stated.gdp_musd, country.gdp_musd),
        ("area_km2", stated.area_km2, country.area_km2),
    ):
        if value is not None:
            yield Kind.FACT, name, value, None if fact is None else fact.value
