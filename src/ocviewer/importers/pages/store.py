"""Writes a page's text, and what was taken of its figures, into the user's library."""

import datetime as dt
from collections.abc import Container, Iterator
from pathlib import Path, PurePath

from ocviewer.domain.edition import Edition
from ocviewer.domain.problem import BadData
from ocviewer.domain.profile import Origin, Profile, ProfileSource, TakenFacts, Wording
from ocviewer.importers.edition_store import Stored, edition_change
from ocviewer.importers.pages.held import Difference, Held, Kind
from ocviewer.importers.pages.ties import tied
from ocviewer.library.aside import aside, bytes_of
from ocviewer.library.encode import EditionOrigin, profile_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.newer import require_not_newer
from ocviewer.library.transaction import failure, write_together
from ocviewer.library.user_texts import text_name

_PUBLISHER = "Global Initiative Against Transnational Organized Crime"
_HOME = "https://ocindex.net"


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
        self._editions: dict[int, Edition] = {}

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
                url=page.url or next(known, _HOME),
                publisher=_PUBLISHER,
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

        ``dry`` writes nothing. A text that stands in the way is put aside, not lost. ``BadData``
        where the folder cannot be written to, or where a newer version wrote what stands there.
        """
        contents = [*self._score_contents(held), *self._text_contents(self.profile(held))]
        if contents and not dry:
            try:
                for name, _ in contents:
                    require_not_newer(self._folder / name)
                with FolderLock(self._folder):
                    write_together(self._folder, contents)
            except OSError as error:
                raise BadData(failure("not_stored", error, self._folder)) from error
        return bool(contents)

    def _text_contents(self, profile: Profile) -> Iterator[tuple[str, bytes]]:
        """The file of a text, and that of the one whose place it takes; none for the same text."""
        own = self._library.texts(profile.country, profile.edition)
        if any(_same(text, profile) for text in own):
            return
        name = text_name(profile.country, profile.edition)
        before = bytes_of(self._folder / name)
        if before is not None:
            yield aside(self._folder, name), before
        yield name, profile_text(profile, self._library.indicators).encode()

    def _score_contents(self, held: Held) -> Iterator[tuple[str, bytes]]:
        """The file of an edition with the figures that are taken from a page."""
        taken = self._taken(held, Kind.SCORE)
        if not taken:
            return
        page = held.page
        edition = self._editions.get(page.edition) or self._library.edition(page.edition)
        own = {**edition.scores.get(page.iso3, {})}
        own |= {each.key: each.page for each in taken if isinstance(each.page, int)}
        edition = edition._replace(scores={**edition.scores, page.iso3: own})
        last = f"scores last taken from page {PurePath(page.file).name}"
        origin = EditionOrigin(
            title=f"Global Organized Crime Index {page.edition}; {last}",
            url=page.url or _HOME,
            publisher=_PUBLISHER,
            sha256=page.sha256,
        )
        self._editions[page.edition] = edition
        stored, name, content = edition_change(edition, origin, self._library, self._folder)
        if stored is Stored.WRITTEN:
            yield name, content


def _same(text: Profile, other: Profile) -> bool:
    """Whether two texts differ in nothing but the file and day that they come from."""
    return text._replace(origin=None) == other._replace(origin=None)
