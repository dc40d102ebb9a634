"""The library: the bundled files with the user's own on top, opened as they are asked for."""

import json
from functools import cached_property
from pathlib import Path

from ocviewer.domain.country import Country
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.place import place_of
from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.domain.profile import Profile
from ocviewer.library import decode, gate
from ocviewer.library.files import ABSENT, JsonObject, is_absent, is_folder, refusal
from ocviewer.library.lookup import Lookup
from ocviewer.library.references import Tables, reference_problems
from ocviewer.library.scopes import Scopes

MANIFEST = "manifest.json"


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
        self._profiles: dict[tuple[str, int], Profile | None] = {}

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
            self._had_user_folder = is_folder(self._user)
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

    def profile(self, iso3: str, year: int) -> Profile | None:
        """The analysis text, or ``None`` where the library has none (or no readable one)."""
        key = (iso3, year)
        if key not in self._profiles:
            self._profiles[key] = self._load_profile(iso3, year)
        return self._profiles[key]

    def _load_profile(self, iso3: str, year: int) -> Profile | None:
        try:
            return decode.profile(self._read(f"profiles/{year}/{iso3}.json", "profile"))
        except BadData as error:
            self.problems.extend(p for p in error.problems if p.key != "not_found")
            return None

    @cached_property
    def scopes(self) -> Scopes:
        """Ranks and means within the world, the continents and the regions."""
        return Scopes(self)
