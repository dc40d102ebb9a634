"""Reading and writing JSON files: clear problems on the way in, atomic on the way out."""

import json
import os
import stat
from pathlib import Path
from typing import Any, TypeAlias

from ocviewer.domain.problem import BadData, Problem, Spot
from ocviewer.library.durable import replace_file

JsonObject: TypeAlias = dict[str, Any]

ABSENT = (FileNotFoundError, NotADirectoryError)
"""The errors that say that there is nothing of this name."""

MAX_BYTES = 64 * 1024 * 1024
"""No file of a library comes near this; a larger one is refused unread."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes; ``BadData`` when it is missing, unreadable or far too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            values = {"megabytes": str(size // 1_000_000), "limit": str(MAX_BYTES // 1_000_000)}
            raise BadData(Problem("too_large", str(path), values=values))
        return path.read_bytes()
    except ABSENT as error:
        raise BadData(Problem("not_found", str(path))) from error
    except OSError as error:
        raise BadData(refusal(error, path)) from error


def is_absent(path: Path) -> bool:
    """Whether there is nothing of this name. What may not be looked at is not absent."""
    try:
        path.stat()
    except ABSENT:
        return True
    except OSError:
        return False
    return False


def is_folder(path: Path) -> bool:
    """Whether there is such a folder. One that may not be looked at counts: reading it tells why.

    ``Path.is_dir`` would raise for that, or from Python 3.14 on say no.
    """
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except ABSENT:
        return False
    except OSError:
        return True


def list_folder(folder: Path) -> list[str]:
    """The names in a folder, none where there is no folder; ``BadData`` when it may not be read."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names alone, not a Path for each
    except ABSENT:
        return []
    except OSError as error:
        raise BadData(refusal(error, folder)) from error


def refusal(error: OSError, path: Path) -> Problem:
    """Why the system does not let us read what is there."""
    if isinstance(error, PermissionError):
        return Problem("no_permission", str(path))
    return Problem("unreadable", str(path), values={"reason": error.strerror or str(error)})


def parse_object(content: bytes, path: Path) -> JsonObject:
    """The JSON object in a file's bytes; ``BadData`` with line and column when there is none."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        spot = Spot("at_byte", {"byte": str(error.start)})
        raise BadData(Problem("not_utf8", str(path), spot)) from error
    try:
        value = json.loads(text, object_pairs_hook=_unique)
    except _KeyTwiceError as error:
        raise BadData(Problem("key_twice", str(path), values={"value": str(error)})) from error
    except RecursionError as error:
        raise BadData(Problem("too_deep", str(path))) from error
    except ValueError as error:
        raise BadData(_json_problem(error, text, path)) from error
    if not isinstance(value, dict):
        raise BadData(Problem("not_an_object", str(path)))
    return value


class _KeyTwiceError(Exception):
    """An object names a key twice, of which JSON readers silently drop the first."""


def _unique(pairs: list[tuple[str, Any]]) -> JsonObject:
    unique = dict(pairs)
    if len(unique) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _KeyTwiceError(next(key for key in keys if keys.count(key) > 1))
    return unique


def _json_problem(error: ValueError, text: str, path: Path) -> Problem:
    if not isinstance(error, json.JSONDecodeError):
        return Problem("not_json", str(path), values={"reason": str(error)})
    spot = Spot("at_line", {"line": str(error.lineno), "column": str(error.colno)})
    truncated = not text.strip() or error.pos >= len(text.rstrip()) or "Unterminated" in error.msg
    return Problem("truncated" if truncated else "not_json", str(path), spot, {"reason": error.msg})


def write_text(path: Path, text: str) -> None:
    """Replaces a file in one step: after a crash it holds the old text or the new, whole."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Replaces a file in one step, as ``write_text`` does."""
    replace_file(path, content)
