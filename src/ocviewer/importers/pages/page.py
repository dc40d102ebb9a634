"""What a saved page says, the same for every layout and format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ocviewer.domain.profile import PageFormat, TakenFacts
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths

PUBLISHER = "Global Initiative Against Transnational Organized Crime"
HOME = "https://ocindex.net"
"""What is named as the source of a page that does not tell its address."""


class SavedScore(NamedTuple):
    """A score and its change, in hundredths.

    ``score`` is ``None`` where the page says that there is no data; ``change`` is ``None`` where it
    states none, as all pages of 2021 and what an edition scored first.
    """

    score: Hundredths | None
    change: Hundredths | None


class SavedRank(NamedTuple):
    """A rank of criminality (``1``) or resilience (``2``) as stated.

    ``name`` is the continent or region as the library writes it, empty for the world. ``change`` is
    new minus old, whatever the sign on the page.
    """

    code: str
    scope: Scope
    name: str
    rank: int
    of: int
    change: int | None


class SavedFacts(NamedTuple):
    """The facts: those that the library has too, and every line as stated (label and text)."""

    known: TakenFacts
    stated: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page of one country in one edition.

    ``file`` is the path as the user knows it; ``url`` is empty where the file does not tell it.
    ``sections`` gives the paragraphs of each section word for word, by section id; ``scores`` are
    by code, and have no entry for a row that the page lacks.
    """

    file: str
    sha256: str
    format: PageFormat
    url: str
    iso3: str
    edition: int
    facts: SavedFacts
    scores: Mapping[str, SavedScore]
    ranks: tuple[SavedRank, ...]
    sections: Mapping[str, tuple[str, ...]]
