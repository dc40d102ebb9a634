"""Makes a pack of the files of a user's own library."""

import hashlib
import io
import os
import zipfile
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ocviewer import __version__
from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.library.durable import replace_file
from ocviewer.library.files import ABSENT, parse_object, read_bytes, refusal
from ocviewer.library.pack.kinds import KINDS, PartKind
from ocviewer.library.pack.manifest import NAME, Manifest, PartRow, made_manifest, manifest_text
from ocviewer.library.pack.read import OnPart, no_report, pack_of
from ocviewer.library.references import Tables

SUFFIX = ".ocpack"
"""How the name of a pack ends, by which systems know what opens it."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Of every entry, so that the same library gives the same pack: zip knows no time zone."""
_REGULAR = 0o100644 << 16


class Wanted(NamedTuple):
    """What goes into a pack; ``None`` is all there is.

    ``countries`` limits the kinds that belong to a country; an edition holds all of them and goes
    along whole. ``kinds`` are the names of ``KINDS``.
    """

    kinds: Container[str]
    countries: Container[str] | None = None
    editions: Container[int] | None = None


class Packed(NamedTuple):
    """What was packed, and the files that were left out, with the reason."""

    file: Path
    manifest: Manifest
    size: int
    left_out: tuple[Problem, ...]


def write_pack(
    out: Path,
    folder: Path,
    wanted: Wanted,
    tables: Tables,
    now: datetime | None = None,
    on_part: OnPart = no_report,
) -> Packed:
    """Writes a pack of the files of a user's folder, in one step.

    A file that is not good is left out and told. ``BadCall`` when nothing is left or ``out``
    cannot be written, ``BadData`` when a folder may not be read.
    """
    left_out: list[Problem] = []
    parts = list(_parts(folder, wanted, tables, left_out, on_part))
    if not parts:
        raise BadCall(*left_out, Problem("pack_nothing", str(folder)))
    created = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    manifest = made_manifest(f"ocviewer {__version__}", created, [row for row, _ in parts])
    entries = [(row.name, content) for row, content in parts]
    packed = _zipped([(NAME, manifest_text(manifest).encode()), *entries])
    pack_of(packed, out, tables)  # whatever is written can be opened again
    try:
        replace_file(out, packed)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise BadCall(Problem("pack_not_written", str(out), values=values)) from error
    return Packed(out, manifest, len(packed), tuple(left_out))


def _parts(
    folder: Path, wanted: Wanted, tables: Tables, left_out: list[Problem], on_part: OnPart
) -> Iterator[tuple[PartRow, bytes]]:
    names = list(_names(folder, wanted))
    for number, (name, kind) in enumerate(names, 1):
        on_part(name, number, len(names))
        path = folder / name
        try:
            content = read_bytes(path)
            kind.check(parse_object(content, path), path, tables)
        except BadData as error:
            left_out.extend(error.problems)
            continue
        sha256 = hashlib.sha256(content).hexdigest()
        yield PartRow(name=name, kind=kind.kind, size=len(content), sha256=sha256), content


def _names(folder: Path, wanted: Wanted) -> Iterator[tuple[str, PartKind]]:
    """The files of a folder that go into the pack, by name."""
    for kind in KINDS:
        if kind.kind not in wanted.kinds:
            continue
        for path in _files(folder / kind.folder):
            name = path.relative_to(folder).as_posix()
            found = kind.pattern.fullmatch(name)
            if found is not None and _is_wanted(found.groupdict(), wanted):
                yield name, kind


def _files(folder: Path) -> list[Path]:
    """The files below a folder; ``BadData`` for a folder that may not be read."""

    def refuse(error: OSError) -> None:
        if not isinstance(error, ABSENT):
            raise BadData(refusal(error, Path(error.filename)))

    found = os.walk(folder, onerror=refuse)
    return sorted(Path(place) / name for place, _, names in found for name in names)


def _is_wanted(about: Mapping[str, str], wanted: Wanted) -> bool:
    countries, editions = wanted.countries, wanted.editions
    return (countries is None or "iso3" not in about or about["iso3"] in countries) and (
        editions is None or "year" not in about or int(about["year"]) in editions
    )


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in entries:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _REGULAR
            info.create_system = 3  # whose attributes those are
            archive.writestr(info, part)
    return content.getvalue()
