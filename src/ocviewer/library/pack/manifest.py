"""The manifest of a pack: what made it, and every part with its size and sha256."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import JsonObject
from ocviewer.library.gate import json_path
from ocviewer.library.pack.kinds import kind_of

NAME = "manifest.json"
VERSION = 1
"""Of the pack's own form; the parts carry the schema versions of their kinds."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Count = Annotated[int, Field(ge=0)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PartRow(_Strict):
    """A part: its path below the library folder, its size in bytes and its sha256."""

    name: Text
    kind: Text
    size: Count
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Manifest(_Strict):
    """``manifest.json`` of a pack, the first entry in it."""

    schema_version: Literal[1]
    kind: Literal["pack"]
    program: Text
    created: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    editions: list[int]
    counts: dict[str, Count]
    parts: Annotated[list[PartRow], Field(min_length=1)]


def made_manifest(program: str, created: str, parts: list[PartRow]) -> Manifest:
    """The manifest of parts, with what can be counted of them."""
    return Manifest(
        schema_version=1,
        kind="pack",
        program=program,
        created=created,
        editions=_editions(parts),
        counts=dict(sorted(Counter(part.kind for part in parts).items())),
        parts=parts,
    )


def manifest_text(manifest: Manifest) -> str:
    """The text of a manifest."""
    return json.dumps(manifest.model_dump(), ensure_ascii=False, indent=1) + "\n"


def read_manifest(file: JsonObject, path: Path) -> Manifest:
    """The manifest in an object; ``BadData`` with everything that is wrong with it."""
    version = file.get("schema_version")
    if isinstance(version, int) and version > VERSION:
        values = {"version": str(version), "current": str(VERSION)}
        raise BadData(Problem("newer_schema", str(path), "schema_version", values))
    try:
        manifest = Manifest.model_validate(file)
    except ValidationError as error:
        raise BadData(*_schema_problems(error, path)) from error
    problems = tuple(_disagreements(manifest, path))
    if problems:
        raise BadData(*problems)
    return manifest


def _schema_problems(error: ValidationError, path: Path) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        values = {name: str(value) for name, value in (details.get("ctx") or {}).items()}
        values |= {"found": repr(details["input"])[:60], "reason": details["msg"]}
        yield Problem(f"schema.{details['type']}", str(path), json_path(details["loc"]), values)


def _disagreements(manifest: Manifest, path: Path) -> Iterator[Problem]:
    """What the manifest says of its parts, against what they are."""
    for number, part in enumerate(manifest.parts):
        kind = kind_of(part.name)
        if kind is not None and kind.kind != part.kind:
            place = json_path(("parts", number, "kind"))
            values = {"expected": kind.kind, "found": part.kind}
            yield Problem("pack_manifest_disagrees", str(path), place, values)
    same = made_manifest(manifest.program, manifest.created, manifest.parts)
    for key, found, expected in (
        ("editions", manifest.editions, same.editions),
        ("counts", manifest.counts, same.counts),
    ):
        if found != expected:
            values = {"expected": str(expected), "found": str(found)}
            yield Problem("pack_manifest_disagrees", str(path), key, values)


def _editions(parts: list[PartRow]) -> list[int]:
    years = set()
    for part in parts:
        kind = kind_of(part.name)
        found = kind and kind.pattern.fullmatch(part.name)
        if found and "year" in found.groupdict():
            years.add(int(found["year"]))
    return sorted(years)
