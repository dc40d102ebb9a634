"""The library: the bundled files with the user's own on top, opened as they are asked for."""

import hashlib
import json
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from ocviewer.domain.country import Country, Fact
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.place import place_of
from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.domain.profile import Profile, TakenFacts, Wording
from ocviewer.library import decode, gate
from ocviewer.library.files import ABSENT, JsonObject, is_absent, is_folder, refusal
from ocviewer.library.lookup import Lookup
from ocviewer.library.references import Tables, reference_problems
from ocviewer.library.scopes import Scopes
from ocviewer.library.user_texts import mentions_facts, text_path

MANIFEST = "manifest.json"

TAKEN = "the index's own page of that edition"
"""The source of a fact that the user took from a page, which names no year for it."""


class Library:
    """Every country in every edition.

    Editions and profiles of the ``user`` stand before bundled ones; the tables of indicators and
    countries, which those refer to, are always the bundle's. ``bundled`` has to be whole:
    ``BadData`` comes out of the first use of a bundled file that is not. A bad file in the
    ``user`` folder is left out and told in ``problems`` instead, and the bundled one shows
    through.
    """

    def __init__(self, bundled: Path, user: Path | None = None) -> None:
        """Opens nothing yet."""
        self._bundled = bundled
        self._user = user
        self._had_user_folder = self._told_loss = False
        self.problems: list[Problem] = []
        self._editions: dict[int, Edition] = {}
        self._texts: dict[tuple[str, int], tuple[Profile, ...]] = {}

    def again(self) -> "Library":
        """The same folders, opened anew: what was written since counts.

        Another thread takes one of its own, too: none is made to be shared.
        """
        library = Library(self._bundled, self._user)
        library._had_user_folder, library._told_loss = self._had_user_folder, self._told_loss
        return library

    @cached_property
    def _known_good(self) -> dict[str, str]:
        try:
            manifest = json.loads((self._bundled / MANIFEST).read_text("utf-8"))
            return dict(manifest["sha256"])
        except (OSError, ValueError, KeyError, TypeError):
            return {}  # then every file is checked in full: slower, and as safe

    def _bundled_file(self, name: str, kind: str) -> JsonObject:
        return gate.read(self._bundled / name, kind, self._known_good, name)

    def _read(self, name: str, kind: str) -> JsonObject:
        """A file of the user's where there is a good one, else the bundled one."""
        if self._user is not None:
            try:
                return self._user_file(self._user / name, name, kind)
            except BadData as error:
                self.problems.extend(p for p in error.problems if p.key != "not_found")
        return self._bundled_file(name, kind)

    def _user_file(self, path: Path, name: str, kind: str) -> JsonObject:
        try:
            file = gate.read(path, kind, {}, name)
        except BadData:
            self._tell_loss()
            raise
        tables = Tables(self.countries, self.indicators)
        problems = tuple(reference_problems(file, kind, path, tables))
        if problems:
            raise BadData(*problems)
        return file

    def _tell_loss(self) -> None:
        """Tells once that the user's folder is gone, such as a stick that was pulled out."""
        if self._had_user_folder and not self._told_loss:
            try:
                self.require_user_folder()
            except BadData as error:
                self._told_loss = True
                self.problems.extend(error.problems)

    @property
    def user_folder(self) -> Path | None:
        """The user's folder, which may not exist yet; ``None`` where there is none to look in."""
        return self._user

    def require_user_folder(self) -> None:
        """Raises ``BadData`` when the user's folder was there before, and is gone.

        What is written then would make a second one, hidden when the first comes back.
        """
        if self._user is not None and self._had_user_folder and is_absent(self._user):
            raise BadData(Problem("user_folder_gone", str(self._user)))

    @cached_property
    def indicators(self) -> IndicatorTable:
        """The 36 nodes and eleven sections."""
        return decode.indicators(self._bundled_file("indicators.json", "indicators"))

    @cached_property
    def countries(self) -> dict[str, Country]:
        """The countries by ISO3."""
        return decode.countries(self._bundled_file("countries.json", "countries"))

    def has_subject(self, subject: str) -> bool:
        """Whether a pane can show it: a country by its ISO3 code, or a place by its key."""
        place = place_of(subject)
        return subject in self.countries if place is None else bool(self.scopes.members(*place))

    @cached_property
    def lookup(self) -> Lookup:
        """Finds a country by what people type."""
        return Lookup(self.countries.values())

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The editions there are, oldest first."""
        folders = [self._bundled / "editions"]
        if self._user is not None:
            folders.append(self._user / "editions")
            self._had_user_folder |= is_folder(self._user)
        years: set[int] = set()
        for folder in folders:
            try:
                files = list(folder.iterdir())
            except ABSENT:
                continue
            except OSError as error:
                self.problems.append(refusal(error, folder))
                continue
            stems = (file.stem for file in files if file.suffix == ".json")
            years.update(int(stem) for stem in stems if stem.isdecimal())
        return tuple(sorted(year for year in years if self._opens(year)))

    def _opens(self, year: int) -> bool:
        """Whether an edition can be shown; what is wrong with one that cannot is kept."""
        if (self._bundled / "editions" / f"{year}.json").exists():
            return True
        try:
            self._editions[year] = self._load_edition(year)
        except BadData:
            return False
        return True

    @property
    def newest(self) -> int:
        """The newest edition; ``BadData`` when the library has none at all."""
        if not self.years:
            raise BadData(Problem("no_editions", str(self._bundled / "editions")))
        return self.years[-1]

    def edition(self, year: int) -> Edition:
        """The scores of an edition; ``BadCall`` when there is none of that year."""
        if year not in self.years and self.newest:
            values = {"edition": str(year), "known": ", ".join(map(str, self.years))}
            raise BadCall(Problem("unknown_edition", values=values))
        if year not in self._editions:
            self._editions[year] = self._load_edition(year)
        return self._editions[year]

    def _load_edition(self, year: int) -> Edition:
        return decode.edition(self._read(f"editions/{year}.json", "edition"))

    def bundled_edition(self, year: int) -> Edition | None:
        """The edition that comes with the program, whatever the user's folder holds."""
        name = f"editions/{year}.json"
        if not (self._bundled / name).exists():
            return None
        return decode.edition(self._bundled_file(name, "edition"))

    def edition_before(self, year: int) -> Edition | None:
        """The edition before this one, or ``None`` for the first."""
        earlier = [known for known in self.years if known < year]
        return self.edition(earlier[-1]) if earlier else None

    def profile(self, iso3: str, year: int, wording: Wording | None = None) -> Profile | None:
        """The analysis text, or ``None`` where the library has none (or no readable one).

        In this wording where there is one, else in another; without a wording the publisher's.
        """
        texts = self.texts(iso3, year)
        wanted = wording or Wording.ORIGINAL
        return next((text for text in texts if text.wording is wanted), next(iter(texts), None))

    def texts(self, iso3: str, year: int) -> tuple[Profile, ...]:
        """Every text of a country in an edition: the user's first, then the bundled one."""
        key = (iso3, year)
        if key not in self._texts:
            name = f"profiles/{year}/{iso3}.json"
            readers = (self._user_text, self._bundled_text)
            self._texts[key] = tuple(text for read in readers if (text := read(name)))
        return self._texts[key]

    def _user_text(self, name: str) -> Profile | None:
        if self._user is None:
            return None
        try:
            return decode.profile(self._user_file(self._user / name, name, "profile"))
        except BadData as error:
            self.problems.extend(p for p in error.problems if p.key != "not_found")
            return None

    def _bundled_text(self, name: str) -> Profile | None:
        try:
            return decode.profile(self._bundled_file(name, "profile"))
        except BadData as error:
            self.problems.extend(p for p in error.problems if p.key != "not_found")
            return None

    def taken_facts(self, iso3: str, year: int) -> TakenFacts | None:
        """The facts that the user took from a page of this edition, where there are any."""
        if self._user is None or not mentions_facts(text_path(self._user, iso3, year)):
            return None
        return next((text.facts for text in self.texts(iso3, year) if text.facts), None)

    def country_in(self, iso3: str, year: int) -> Country:
        """A country with the facts that stand for it in an edition."""
        country, taken = self.countries[iso3], self.taken_facts(iso3, year)
        if taken is None:
            return country
        figures = {
            name: Fact(value, year, TAKEN)
            for name, value in taken._asdict().items()
            if isinstance(value, int)
        }
        if taken.capitals is not None:
            country = country._replace(capitals=taken.capitals, capitals_source=TAKEN)
        return country._replace(**figures)  # type: ignore[arg-type]

    @cached_property
    def text_hashes(self) -> dict[tuple[str, int], str]:
        """A hash of the files of every text, unchecked and unread, by country and edition.

        A file that there is may still be none that can be shown.
        """
        folders = [folder for folder in (self._user, self._bundled) if folder is not None]
        hashes: dict[tuple[str, int], str] = {}
        for year in self.years:
            found: dict[str, list[Path]] = {}
            for folder in folders:
                with suppress(OSError):  # what may not be read is as if it were not there
                    for file in sorted((folder / "profiles" / str(year)).glob("*.json")):
                        found.setdefault(file.stem, []).append(file)
            for iso3 in sorted(found.keys() & self.countries.keys()):
                content = hashlib.sha256()
                for file in found[iso3]:
                    with suppress(OSError):
                        content.update(hashlib.sha256(file.read_bytes()).digest())
                hashes[iso3, year] = content.hexdigest()
        return hashes

    @cached_property
    def scopes(self) -> Scopes:
        """Ranks and means within the world, the continents and the regions."""
        return Scopes(self)
