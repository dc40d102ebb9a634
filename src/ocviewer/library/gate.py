"""The gate that every file passes before the program believes it.

A file whose sha256 stands in the bundle's manifest was checked when the bundle was made, so it
is only parsed. Every other file is migrated, held against the pydantic models and checked for
what a schema cannot say (a country twice, a parent that is not there, a score of 6.625).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocviewer.domain.problem import BadData, Problem
from ocviewer.domain.score import to_hundredths, to_number
from ocviewer.library.files import JsonObject, parse_object, read_bytes
from ocviewer.library.migrations import migrate

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

CURRENT_VERSION = 2


def read(path: Path, kind: str, known_good: Mapping[str, str], name: str) -> JsonObject:
    """The checked object of a library file.

    ``name`` is the file's path within the library, under which ``known_good`` lists the sha256 of
    files that need no second check. Raises ``BadData`` with everything that is wrong.
    """
    content = read_bytes(path)
    if known_good.get(name) == hashlib.sha256(content).hexdigest():
        return json.loads(content)  # type: ignore[no-any-return]
    return checked(parse_object(content, path), kind, path)


def checked(file: JsonObject, kind: str, path: Path) -> JsonObject:
    """The object, migrated; ``BadData`` with every problem when it is no good file of its kind."""
    version = file.get("schema_version")
    if isinstance(version, int) and version > CURRENT_VERSION:
        values = {"version": str(version), "current": str(CURRENT_VERSION)}
        raise BadData(Problem("newer_schema", str(path), "schema_version", values))
    file = migrate(file, CURRENT_VERSION)
    problems = [*_schema_problems(file, kind, path)] or [*_sense_problems(file, kind, path)]
    if problems:
        raise BadData(*problems)
    return file


def _schema_problems(file: JsonObject, kind: str, path: Path) -> Iterator[Problem]:
    if kind == "profile":
        from ocviewer.library.good_profile import (  # noqa: PLC0415 - not at a start on the bundle
            is_good_profile,
        )

        if is_good_profile(file):
            return
    from pydantic import ValidationError  # noqa: PLC0415 - not at a start on the bundle

    from ocviewer.library.schema import FILES  # noqa: PLC0415

    if file.get("kind") != kind:
        found = str(file.get("kind"))
        yield Problem("wrong_kind", str(path), "kind", {"expected": kind, "found": found})
        return
    try:
        FILES[kind].model_validate(file)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            yield _problem(details, path)


def _problem(details: "ErrorDetails", path: Path) -> Problem:
    values = {name: str(value) for name, value in (details.get("ctx") or {}).items()}
    values["found"] = _short(details["input"])
    values["reason"] = details["msg"]
    return Problem(f"schema.{details['type']}", str(path), json_path(details["loc"]), values)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def json_path(steps: tuple[int | str, ...]) -> str:
    """Where in a file: ``("countries", 3, "scores", "1.1")`` is ``countries[3].scores["1.1"]``."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step.replace("_", "").isalnum() and not step[:1].isdigit():
            path += f".{step}" if path else step
        else:
            path += f'["{step}"]'
    return path


def _sense_problems(file: JsonObject, kind: str, path: Path) -> Iterator[Problem]:
    unique = {
        "countries": ("countries", ("iso3", "iso2", "numeric", "name")),
        "edition": ("countries", ("iso3",)),
        "indicators": ("indicators", ("code",)),
        "profile": ("sections", ("id",)),
    }
    rows, keys = unique[kind]
    for key in keys:
        yield from _twice(file[rows], rows, key, path)
    if kind == "indicators":
        yield from _dangling(file, path)
    if kind == "edition":
        yield from _between_hundredths(file, path)


def _twice(rows: list[JsonObject], name: str, key: str, path: Path) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        first = seen.setdefault(row[key], number)
        if first != number:
            values = {"value": row[key], "first": json_path((name, first, key))}
            yield Problem("twice", str(path), json_path((name, number, key)), values)


def _dangling(file: JsonObject, path: Path) -> Iterator[Problem]:
    codes = {row["code"] for row in file["indicators"]}
    sections = {row["id"] for row in file["sections"]}
    for number, row in enumerate(file["indicators"]):
        for key, known in (("parent", codes), ("section", sections)):
            if row[key] is not None and row[key] not in known:
                place = json_path(("indicators", number, key))
                yield Problem("dangling", str(path), place, {"value": row[key]})


def _between_hundredths(file: JsonObject, path: Path) -> Iterator[Problem]:
    for number, row in enumerate(file["countries"]):
        for code, value in row["scores"].items():
            if to_number(to_hundredths(value)) != value:
                place = json_path(("countries", number, "scores", code))
                yield Problem("not_hundredths", str(path), place, {"found": str(value)})
