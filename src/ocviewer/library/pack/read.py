"""Reads a pack: checked whole, part by part, before anything is done with it."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import JsonObject, parse_object
from ocviewer.library.pack.archive import Archive, read_whole
from ocviewer.library.pack.kinds import PartKind, kind_of
from ocviewer.library.pack.manifest import NAME, Manifest, PartRow, read_manifest
from ocviewer.library.references import Tables

MOST_MANIFEST = 8 * 1024 * 1024
MOST_PROBLEMS = 20
"""After so many, no more parts are looked at."""

OnPart = Callable[[str, int, int], None]
"""Called with the name of the part at hand, its number and how many there are; may raise."""


class Part(NamedTuple):
    """A part that was checked: its bytes, and the object as the program reads it."""

    name: str
    kind: PartKind
    content: bytes
    file: JsonObject


class Pack(NamedTuple):
    """A pack that was checked."""

    path: Path
    manifest: Manifest
    parts: tuple[Part, ...]


def no_report(_name: str, _number: int, _count: int) -> None:
    """An ``OnPart`` for callers whom progress does not interest."""


def read_pack(path: Path, tables: Tables, on_part: OnPart = no_report) -> Pack:
    """The pack in a file; ``BadCall`` when there is none to read, else as ``pack_of``."""
    return pack_of(read_whole(path), path, tables, on_part)


def pack_of(content: bytes, path: Path, tables: Tables, on_part: OnPart = no_report) -> Pack:
    """The pack in a file's bytes. ``BadData`` with the name of each bad part and what is wrong."""
    archive = Archive(content, path)
    if NAME not in archive.names:
        raise BadData(Problem("pack_not_one", str(path)))
    inner = path / NAME
    manifest = read_manifest(parse_object(archive.read(NAME, MOST_MANIFEST), inner), inner)
    problems = list(_unmatched(archive, manifest, path))
    if problems:
        raise BadData(*problems[:MOST_PROBLEMS])
    parts = []
    for number, row in enumerate(manifest.parts, 1):
        on_part(row.name, number, len(manifest.parts))
        try:
            parts.append(_part(archive, row, path, tables))
        except BadData as error:
            problems.extend(error.problems)
        if len(problems) >= MOST_PROBLEMS:
            break
    if problems:
        raise BadData(*problems[:MOST_PROBLEMS])
    return Pack(path, manifest, tuple(parts))


def _unmatched(archive: Archive, manifest: Manifest, path: Path) -> Iterator[Problem]:
    """Entries that the manifest does not name, and the other way round."""
    rows = [row.name for row in manifest.parts]
    listed = set(rows)
    for name in archive.names:
        if name != NAME and name not in listed:
            yield Problem("pack_part_unlisted", str(path), name)
    entries, seen = set(archive.names), set[str]()
    for name in rows:
        if name not in entries:
            yield Problem("pack_part_missing", str(path), name)
        elif name in seen:
            yield Problem("pack_name_twice", str(path), name)
        elif kind_of(name) is None:
            yield Problem("pack_part_unknown", str(path), name)
        seen.add(name)


def _part(archive: Archive, row: PartRow, path: Path, tables: Tables) -> Part:
    content = archive.read(row.name, row.size)
    if len(content) != row.size:
        raise BadData(Problem("pack_part_size", str(path), row.name))
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise BadData(Problem("pack_part_changed", str(path), row.name))
    kind = kind_of(row.name)
    if kind is None:  # _unmatched has looked
        raise BadData(Problem("pack_part_unknown", str(path), row.name))
    inner = path / row.name
    return Part(row.name, kind, content, kind.check(parse_object(content, inner), inner, tables))
