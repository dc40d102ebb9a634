"""Which files are to be imported: those that were named, and in folders those that may be pages."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.files import is_absent, is_folder

TABLES = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")
"""How the names of tables of scores end."""

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".text", *TABLES})
"""How the names of files end that are looked at in a folder; a file that is named always is."""

_PARTS_OF_A_PAGE = ("_files", "_Dateien", "_fichiers", "_archivos", ".files")
"""How browsers call the folder of a complete save, beside its page."""


class Found(NamedTuple):
    """The files, tables first, for pages are held against them; and how many were left out."""

    files: tuple[Path, ...]
    passed_over: int


def find_files(paths: Iterable[Path], on_folder: Callable[[str], object] | None = None) -> Found:
    """The files at and below the paths; ``BadCall`` for a path where nothing is.

    ``on_folder`` is called with each folder before it is looked at; what it raises ends the search.
    """
    files: list[Path] = []
    passed_over = 0
    for path in paths:
        if is_absent(path):
            raise BadCall(Problem("page_not_found", str(path)))
        if not is_folder(path):
            files.append(path)
            continue
        for place, folders, names in os.walk(path):
            if on_folder is not None:
                on_folder(place)
            folders[:] = sorted(name for name in folders if not _is_left_out(name))
            for name in sorted(names):
                if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                    files.append(Path(place) / name)
                else:
                    passed_over += 1
    unique = list(dict.fromkeys(files))
    unique.sort(key=lambda file: file.suffix.lower() not in TABLES)
    return Found(tuple(unique), passed_over)


def may_be_imported(path: Path) -> bool:
    """Whether a path is a folder, or ends as pages and workbooks do."""
    return path.suffix.lower() in SUFFIXES or is_folder(path)


def _is_left_out(folder: str) -> bool:
    return folder.startswith(".") or folder.endswith(_PARTS_OF_A_PAGE)
