"""Checks a whole library folder: each file by itself, and each against the others."""

import os
from dataclasses import dataclass
from pathlib import Path

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library import gate
from ocviewer.library.aside import REMOVED
from ocviewer.library.files import ABSENT, is_folder, parse_object, read_bytes, refusal
from ocviewer.library.library import MANIFEST, Library
from ocviewer.library.notes.sheet import country_of, is_sheet, read_sheet
from ocviewer.library.recovery import PENDING
from ocviewer.library.references import Tables, reference_problems

NOTES = "notes"
"""The folder of notes, and the kind of its files."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How many files were looked at, and everything that is wrong."""

    files: int
    problems: tuple[Problem, ...]


def check_folder(folder: Path, library: Library) -> CheckReport:
    """Checks every library file below a folder.

    What a file refers to (countries, indicators, sections) is looked up in ``library``.
    """
    problems: list[Problem] = []
    paths = _json_files(folder, problems)
    if not paths and not problems:
        problems.append(Problem("no_files" if is_folder(folder) else "no_folder", str(folder)))
    files = [(path, kind) for path in paths if (kind := _kind(path))]
    known = {path for path, _ in files}
    strays = (path for path in paths if path not in known and path.name != MANIFEST)
    problems.extend(Problem("stray", str(path)) for path in strays)
    for path, kind in files:
        if kind == NOTES:
            problems.extend(read_sheet(path.parent, country_of(path.name)).problems)
            continue
        try:
            file = gate.checked(parse_object(read_bytes(path), path), kind, path)
        except BadData as error:
            problems.extend(error.problems)
        else:
            tables = Tables(library.countries, library.indicators)
            problems.extend(reference_problems(file, kind, path, tables))
    return CheckReport(len(files), tuple(problems))


def _json_files(folder: Path, problems: list[Problem]) -> list[Path]:
    """Every JSON file of a library; a folder that cannot be read is a problem."""

    def refused(error: OSError) -> None:
        if not isinstance(error, ABSENT):
            problems.append(refusal(error, Path(error.filename)))

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if name not in (PENDING, REMOVED)]
        found += [Path(place) / name for name in names if name.endswith(".json")]
    return sorted(found)


def _kind(path: Path) -> str:
    """What a file has to be by its name and place; empty for one that is no library file."""
    if path.name in ("indicators.json", "countries.json"):
        return path.stem
    if path.parent.name == "editions":
        return "edition"
    if path.parent.name == NOTES and is_sheet(path.name):
        return NOTES
    return "profile" if path.parent.parent.name == "profiles" else ""
