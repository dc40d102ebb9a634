"""What a pack can hold, a row a kind; each kind is checked by the gate that its files always pass.

To let packs carry another kind of file is to add a row.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library import gate
from ocviewer.library.files import JsonObject
from ocviewer.library.notes.changes import merged
from ocviewer.library.notes.codec import note, sheet_text
from ocviewer.library.notes.sheet import checked, country_of, read_sheet
from ocviewer.library.references import Tables, reference_problems

Check = Callable[[JsonObject, Path, Tables], JsonObject]


class PartKind(NamedTuple):
    """A kind of file of a user's library.

    Its files lie in ``folder``. ``pattern`` is the whole path below the library folder, with the
    groups ``year`` and ``iso3`` where it has them. ``check`` gives the object as the program reads
    it, or raises ``BadData``.
    ``apart`` names the entries that say where a file is from: two that differ in nothing else are
    the same. ``date`` tells when it was made, in ISO form, or is empty where no one can say.
    ``merge`` gives the text of the user's file, whatever its state, and of a part's object
    together, for kinds that nothing has to be asked about; ``None`` for those that replace a file.
    """

    kind: str
    folder: str
    pattern: re.Pattern[str]
    check: Check
    apart: tuple[str, ...]
    date: Callable[[JsonObject], str]
    merge: Callable[[Path, JsonObject], str] | None = None


def _library_file(kind: str) -> Check:
    def check(file: JsonObject, path: Path, tables: Tables) -> JsonObject:
        good = gate.checked(file, kind, path)
        problems = tuple(reference_problems(good, kind, path, tables))
        if problems:
            raise BadData(*problems)
        return good

    return check


def _imported(file: JsonObject) -> str:
    """When a text was imported; a file that was written by hand does not tell."""
    origin = file.get("origin")
    return str(origin["imported"]) if isinstance(origin, dict) else ""


def _undated(_file: JsonObject) -> str:
    return ""


def _check_notes(file: JsonObject, path: Path, tables: Tables) -> JsonObject:
    country = country_of(path.name)
    problems = list(checked(file, path, country).problems)
    if country is not None and country not in tables.countries:
        problems.append(Problem("unknown_country_code", str(path), "country", {"value": country}))
    if problems:
        raise BadData(*problems)
    return file


def _merge_notes(path: Path, file: JsonObject) -> str:
    """Both files' notes; of two versions of a note the later one."""
    country = country_of(path.name)
    brought = {row["id"]: note(row, country) for row in file["notes"]}
    return sheet_text(country, merged(read_sheet(path.parent, country).notes, brought).values())


KINDS: tuple[PartKind, ...] = (
    PartKind(
        "edition",
        "editions",
        re.compile(r"editions/(?P<year>[0-9]{4})\.json"),
        _library_file("edition"),
        ("schema_version", "source"),
        _undated,
    ),
    PartKind(
        "profile",
        "profiles",
        re.compile(r"profiles/(?P<year>[0-9]{4})/(?P<iso3>[A-Z]{3})\.json"),
        _library_file("profile"),
        ("schema_version", "origin"),
        _imported,
    ),
    PartKind(
        "notes",
        "notes",
        re.compile(r"notes/(?:(?P<iso3>[A-Z]{3})|general)\.json"),
        _check_notes,
        ("schema_version",),
        _undated,
        _merge_notes,
    ),
)


def kind_of(name: str) -> PartKind | None:
    """The kind of a path below a library folder; ``None`` for one that no pack carries."""
    return next((kind for kind in KINDS if kind.pattern.fullmatch(name)), None)


def content_of(file: JsonObject, kind: PartKind) -> JsonObject:
    """What a file says, without where it is from."""
    return {key: value for key, value in file.items() if key not in kind.apart}
