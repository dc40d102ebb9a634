"""Reads one file of notes, whatever state it is in: nothing that can be read is left out."""

import copy
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ocviewer.domain.note import Note
from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import JsonObject, parse_object, read_bytes
from ocviewer.library.gate import json_path
from ocviewer.library.notes import codec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

GENERAL = "general"
"""The name of the file whose notes are of no country."""


class State(StrEnum):
    """What can be done with a file of notes."""

    GOOD = "good"
    """Read and written; also where there is none yet."""
    NEWER = "newer"
    """Of a newer schema: read as far as it is understood, never written."""
    DAMAGED = "damaged"
    """Read as far as it is understood; kept aside before it is written anew."""
    CLOSED = "closed"
    """The system does not let us read it; never written."""


class Sheet(NamedTuple):
    """The notes of one file by their ids, its state and what is wrong with it."""

    notes: dict[str, Note]
    state: State = State.GOOD
    problems: tuple[Problem, ...] = ()


def sheet_path(folder: Path, country: str | None) -> Path:
    """The file of a country's notes, or of those in general."""
    return folder / f"{country or GENERAL}.json"


def is_sheet(name: str) -> bool:
    """Whether a file of this name holds notes."""
    return re.fullmatch(rf"([A-Z]{{3}}|{GENERAL})\.json", name) is not None


def country_of(name: str) -> str | None:
    """The country whose notes a file of this name holds; ``None`` for those in general."""
    stem = name.removesuffix(".json")
    return None if stem == GENERAL else stem


def read_sheet(folder: Path, country: str | None) -> Sheet:
    """The notes in the file of a country; none where there is no file."""
    path = sheet_path(folder, country)
    try:
        content = read_bytes(path)
    except BadData as error:
        missing = all(problem.key == "not_found" for problem in error.problems)
        return Sheet({}) if missing else Sheet({}, State.CLOSED, error.problems)
    try:
        file = parse_object(content, path)
    except BadData as error:
        return Sheet({}, State.DAMAGED, error.problems)
    return checked(file, path, country)


def checked(file: JsonObject, path: Path, country: str | None) -> Sheet:
    """The notes of a file's object, and all that is wrong with it."""
    version = file.get("schema_version")
    if isinstance(version, int) and version > codec.VERSION:
        values = {"version": str(version), "current": str(codec.VERSION)}
        problem = Problem("notes_newer", str(path), "schema_version", values)
        return Sheet(_understood(file, country), State.NEWER, (problem,))
    problems = _problems(file, path, country)
    if problems:
        return Sheet(_understood(file, country), State.DAMAGED, problems)
    return Sheet({row["id"]: codec.note(row, country) for row in file["notes"]})


def _problems(file: JsonObject, path: Path, country: str | None) -> tuple[Problem, ...]:
    from pydantic import ValidationError  # noqa: PLC0415 - not at a start without notes

    from ocviewer.library.notes.schema import NotesFile  # noqa: PLC0415

    try:
        NotesFile.model_validate(file)
    except ValidationError as error:
        return tuple(_problem(details, path) for details in error.errors(include_url=False))
    if file["country"] != country:
        values = {"found": str(file["country"]), "expected": str(country or GENERAL)}
        return (Problem("misplaced", str(path), "country", values),)
    return ()


def _problem(details: "ErrorDetails", path: Path) -> Problem:
    values = {name: str(value) for name, value in (details.get("ctx") or {}).items()}
    values |= {"found": repr(details["input"])[:60], "reason": details["msg"]}
    return Problem(f"schema.{details['type']}", str(path), json_path(details["loc"]), values)


def _understood(file: JsonObject, country: str | None) -> dict[str, Note]:
    """The notes of a file that is not good, as far as each by itself is.

    A file of another country has none.
    """
    rows = file.get("notes")
    if not isinstance(rows, list) or file.get("country") != country:
        return {}
    notes: dict[str, Note] = {}
    for row in rows:
        note = _understood_row(row, country)
        if note is not None:
            notes.setdefault(note.id, note)
    return notes


def _understood_row(row: object, country: str | None) -> Note | None:
    """The note of a row, without the entries that a newer schema may have added."""
    from pydantic import ValidationError  # noqa: PLC0415

    from ocviewer.library.notes.schema import NotesFile  # noqa: PLC0415

    head = {"schema_version": codec.VERSION, "kind": "notes", "country": country}
    for _ in range(2):
        try:
            NotesFile.model_validate(head | {"notes": [row]})
        except ValidationError as error:
            row = _without_extras(row, error.errors(include_url=False))
        else:
            return codec.note(row, country) if isinstance(row, dict) else None
    return None


def _without_extras(row: object, errors: "Iterable[ErrorDetails]") -> object:
    row = copy.deepcopy(row)
    for error in errors:
        if error["type"] == "extra_forbidden":
            # the place begins with notes, 0 and the kind, and goes on within the row
            *steps, last = error["loc"][3:]
            holder: Any = row
            for step in steps:
                holder = holder[step]
            holder.pop(last)
    return row
