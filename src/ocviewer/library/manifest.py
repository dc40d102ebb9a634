"""Makes the bundle's manifest: the sha256 of every file that was checked when it was made."""

import hashlib
import json
from pathlib import Path

from ocviewer.domain.problem import BadData
from ocviewer.library.check import check_folder
from ocviewer.library.files import read_bytes
from ocviewer.library.gate import CURRENT_VERSION
from ocviewer.library.library import MANIFEST, Library

_FILES = ("countries.json", "indicators.json", "editions/*.json", "profiles/*/*.json")


def manifest_text(folder: Path) -> str:
    """The text of a library folder's ``manifest.json``.

    Raises ``BadData`` with every problem of a file that is not good, or refers to what is not
    there.
    """
    report = check_folder(folder, Library(folder))
    if report.problems:
        raise BadData(*report.problems)
    files = sorted(path for pattern in _FILES for path in folder.glob(pattern))
    sha256 = {
        path.relative_to(folder).as_posix(): hashlib.sha256(read_bytes(path)).hexdigest()
        for path in files
    }
    manifest = {"schema_version": CURRENT_VERSION, "kind": "manifest", "sha256": sha256}
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def manifest_path(folder: Path) -> Path:
    """Where the manifest of a library folder is."""
    return folder / MANIFEST
