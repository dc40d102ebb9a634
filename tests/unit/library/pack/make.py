"""Packs made entry by entry, as a broken or hostile program would make them."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ocviewer.library.pack.manifest import NAME

Edit = Callable[[dict[str, Any]], object]


def manifest_of(parts: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest that fits the parts."""
    known = {"editions": "edition", "profiles": "profile"}
    folders = {name: name.partition("/")[0] for name in parts}
    kinds = {name: known.get(folder, folder) for name, folder in folders.items()}
    years = {int(part) for name in parts for part in name[:-5].split("/") if part.isdecimal()}
    return {
        "schema_version": 1,
        "kind": "pack",
        "program": "test 1",
        "created": "2026-01-02T03:04:05Z",
        "editions": sorted(years),
        "counts": {kind: list(kinds.values()).count(kind) for kind in sorted({*kinds.values()})},
        "parts": [
            {
                "name": name,
                "kind": kinds[name],
                "size": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
            for name, content in parts.items()
        ],
    }


def entry(name: str, mode: int = 0o100644, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.external_attr = mode << 16
    info.create_system = 3
    info.compress_type = method
    return info


def zipped(entries: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for info, part in entries:
            archive.writestr(info, part)
    return content.getvalue()


def pack_bytes(
    parts: Mapping[str, bytes],
    *,
    edit: Edit | None = None,
    more: list[tuple[zipfile.ZipInfo, bytes]] | None = None,
) -> bytes:
    """A pack of the parts; ``edit`` changes its manifest, ``more`` are entries that it lacks."""
    manifest = manifest_of(parts)
    if edit is not None:
        edit(manifest)
    entries = [(entry(NAME), json.dumps(manifest).encode())]
    entries += [(entry(name), content) for name, content in parts.items()]
    return zipped([*entries, *(more or [])])


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
