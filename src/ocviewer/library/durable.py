"""Writes that a crash, a kill or a full disk leaves whole: the old file or the new, never half."""

import os
from contextlib import suppress
from pathlib import Path

PART = ".part"
"""How the name of a file ends that is not yet whole; it begins with a dot."""

_STALE = 3600
"""Seconds after which such a file is what a killed program left; none is written for an hour."""


def replace_file(path: Path, content: bytes) -> None:
    """Puts a file in place in one step, and returns when it would outlast a power cut.

    The folder is made when it is missing. ``OSError`` when it cannot be done; then the old file
    stays, and nothing else.
    """
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{PART}")
    try:
        write_synced(temporary, content)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):  # a stick that is gone takes the temporary file with it
            temporary.unlink()
        raise
    sync_folder(path.parent)
    _sweep(path)


def write_synced(path: Path, content: bytes) -> None:
    """Writes a file that must not exist yet, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, each of them on the disk when this returns."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder down to the disk, on systems where a folder can be opened."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network drives cannot; what is written is there all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    """Removes what a killed program left of earlier writes of this file."""
    start = f".{path.name}."
    with suppress(OSError):
        now = path.stat().st_mtime  # by the clock of the same disk, which need not be ours
        for name in os.listdir(path.parent):  # noqa: PTH208 - names alone, not a Path for each
            if name.startswith(start) and name.endswith(PART):
                left = path.with_name(name)
                if now - left.lstat().st_mtime > _STALE:
                    left.unlink()
