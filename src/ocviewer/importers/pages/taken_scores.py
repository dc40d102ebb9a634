"""The editions that pages of a job show, with the scores that are taken from the pages."""

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from ocviewer.domain.edition import Edition
from ocviewer.importers.edition_store import Stored, edition_change
from ocviewer.importers.pages.held import Difference
from ocviewer.importers.pages.page import HOME, PUBLISHER, SavedPage
from ocviewer.library.aside import sha256_of
from ocviewer.library.encode import EditionOrigin
from ocviewer.library.library import Library


class Taking(NamedTuple):
    """What taking scores does: the edition with them, and its file's name and content.

    ``content`` is empty where the bundled edition has just those scores: the user's file goes.
    """

    edition: Edition
    name: str
    content: bytes


class _Known(NamedTuple):
    """An edition as this job last saw or wrote it, and the sha256 of its file then."""

    edition: Edition
    sha256: str
    is_own: bool


class TakenScores:
    """Puts the scores of one page after the other into the editions of a user's library."""

    def __init__(self, library: Library, folder: Path) -> None:
        """``library`` reads ``folder``, as it was before."""
        self._library = library
        self._folder = folder
        self._known: dict[int, _Known] = {}

    def taking(self, page: SavedPage, taken: Iterable[Difference]) -> Taking | None:
        """What taking these scores does to the edition as it is now; ``None`` where nothing."""
        own = {each.key: each.page for each in taken if isinstance(each.page, int)}
        if not own:
            return None
        edition = self._edition(page.edition)
        scores = {**edition.scores, page.iso3: {**edition.scores.get(page.iso3, {}), **own}}
        edition = edition._replace(scores=scores)
        origin = EditionOrigin(
            title=(
                f"Global Organized Crime Index {page.edition}; "
                f"scores last taken from page {PurePath(page.file).name}"
            ),
            url=page.url or HOME,
            publisher=PUBLISHER,
            sha256=page.sha256,
        )
        stored, name, content = edition_change(edition, origin, self._library, self._folder)
        changes = stored in (Stored.WRITTEN, Stored.BUNDLED_AGAIN)
        return Taking(edition, name, content) if changes else None

    def _edition(self, year: int) -> Edition:
        """An edition with what this job took, or as another window has written it since."""
        there = sha256_of(self._folder / f"editions/{year}.json")
        known = self._known.get(year)
        if known is None or known.sha256 != there:
            now = self._library.again()
            library = now if year in now.years else self._library
            known = self._known[year] = _Known(library.edition(year), there, is_own=False)
        return known.edition

    def remember(self, taking: Taking) -> None:
        """The scores are taken, in a dry run in thought alone: further pages add to them."""
        there = sha256_of(self._folder / taking.name)
        is_own = there == hashlib.sha256(taking.content).hexdigest()
        self._known[taking.edition.year] = _Known(taking.edition, there, is_own)

    def is_own(self, content: bytes) -> bool:
        """Whether this job wrote it: a hundred pages do not put an edition aside each."""
        sha256 = hashlib.sha256(content).hexdigest()
        return any(known.is_own and known.sha256 == sha256 for known in self._known.values())
