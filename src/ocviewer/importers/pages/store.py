"""Writes a page's text, and what was taken of its figures, into the user's library."""

import datetime as dt
from collections.abc import Container
from pathlib import Path, PurePath
from typing import NamedTuple

from ocviewer.domain.problem import BadData
from ocviewer.domain.profile import Origin, Profile, ProfileSource, TakenFacts, Wording
from ocviewer.importers.pages.held import Difference, Held, Kind
from ocviewer.importers.pages.page import HOME, PUBLISHER
from ocviewer.importers.pages.taken_scores import TakenScores, Taking
from ocviewer.importers.pages.ties import tied
from ocviewer.library.aside import replacing
from ocviewer.library.encode import profile_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.newer import require_not_newer
from ocviewer.library.removal import put_aside
from ocviewer.library.transaction import failure, write_together
from ocviewer.library.user_texts import text_name


class PageStore:
    """Keeps pages in a user's library folder.

    ``take`` holds the differences whose figures are taken from the page; the library's own stay in
    all others.
    """

    def __init__(self, library: Library, folder: Path, take: Container[Difference]) -> None:
        """``library`` reads the same folder, as it was before."""
        self._library = library
        self._folder = folder
        self._take = take
        self._scores = TakenScores(library, folder)

    def profile(self, held: Held) -> Profile:
        """The text of a page as the library keeps it, its paragraphs tied to indicators."""
        page, library = held.page, self._library
        name = library.countries[page.iso3].name
        known = (text.source.url for text in library.texts(page.iso3, page.edition))
        return Profile(
            country=page.iso3,
            edition=page.edition,
            wording=Wording.ORIGINAL,
            language="en",
            source=ProfileSource(
                title=f"Global Organized Crime Index {page.edition}, {name}",
                url=page.url or next(known, HOME),
                publisher=PUBLISHER,
            ),
            sections={
                section: tied(paragraphs, section, library.indicators)
                for section, paragraphs in page.sections.items()
            },
            origin=Origin(
                file=PurePath(page.file).name,
                sha256=page.sha256,
                imported=dt.date.today().isoformat(),  # noqa: DTZ011 - the user's own day
                format=page.format,
            ),
            facts=self._facts(held),
        )

    def _facts(self, held: Held) -> TakenFacts | None:
        """The facts taken now, and those taken before that the page still states."""
        before = self._library.taken_facts(held.page.iso3, held.page.edition) or TakenFacts()
        taken = before._asdict()
        for difference in self._taken(held, Kind.FACT):
            taken[difference.key] = difference.page
        facts = TakenFacts(**taken)
        return None if facts == TakenFacts() else facts

    def _taken(self, held: Held, kind: Kind) -> list[Difference]:
        return [
            difference
            for difference in held.differences
            if difference.kind is kind and difference.can_be_taken and difference in self._take
        ]

    def put(self, held: Held, *, dry: bool = False) -> bool:
        """Writes what a page adds, all of it or nothing; whether anything changes.

        ``dry`` writes nothing. What stands in the way is put aside, not lost. ``BadData`` where
        the folder cannot be written to or is gone, or where a newer version wrote what is there.
        """
        profile = self.profile(held)
        change = self._change(held, profile)
        if change.is_empty or dry:
            self._remember(change)
            return not change.is_empty
        self._library.require_user_folder()
        try:
            with FolderLock(self._folder):
                change = self._change(held, profile)  # another window may have written since
                self._write(change)
        except OSError as error:
            raise BadData(failure("not_stored", error, self._folder)) from error
        self._remember(change)
        return True

    def _change(self, held: Held, profile: Profile) -> "_Change":
        taking = self._scores.taking(held.page, self._taken(held, Kind.SCORE))
        own = self._library.texts(profile.country, profile.edition)
        if any(_same(text, profile) for text in own):
            return _Change(taking, "", b"")
        name = text_name(profile.country, profile.edition)
        return _Change(taking, name, profile_text(profile, self._library.indicators).encode())

    def _write(self, change: "_Change") -> None:
        taking = change.taking
        contents = [(change.name, change.content)] if change.name else []
        if taking is not None:
            require_not_newer(self._folder / taking.name)
            if taking.content:
                contents.append((taking.name, taking.content))
        for name, _ in contents:
            require_not_newer(self._folder / name)
        write_together(self._folder, replacing(self._folder, contents, self._scores.is_own))
        if taking is not None and not taking.content:
            put_aside(self._folder, taking.name)

    def _remember(self, change: "_Change") -> None:
        if change.taking is not None:
            self._scores.remember(change.taking)


class _Change(NamedTuple):
    """What a page changes: an edition where scores are taken; its text unless ``name`` is empty."""

    taking: Taking | None
    name: str
    content: bytes

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return self.taking is None and not self.name


def _same(text: Profile, other: Profile) -> bool:
    """Whether two texts differ in nothing but the file and day that they come from."""
    return text._replace(origin=None) == other._replace(origin=None)
