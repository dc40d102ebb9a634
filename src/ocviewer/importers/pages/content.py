"""What every format of a saved page is turned into before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ocviewer.importers.pages.page import SavedScore


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as lines of text, and what only HTML tells.

    ``lines`` are not blank and end before the foot of the page where that is known. ``names`` may
    each be the country's, the surest first, and ``iso3`` is the code in the page's address;
    ``years`` are those that the page names as its edition's; ``scores`` are by a node's name.
    """

    lines: tuple[str, ...]
    url: str = ""
    names: tuple[str, ...] = ()
    iso3: str = ""
    years: frozenset[int] = frozenset()
    scores: Mapping[str, SavedScore] = field(default_factory=dict)
