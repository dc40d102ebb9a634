"""The names of a pack's parts: only such as lie below a library folder on every system."""

import unicodedata
from collections.abc import Iterable, Iterator

from ocviewer.domain.problem import Problem

LONGEST = 200
"""Letters in a name; with a user's folder before it, Windows takes no more than 260."""

_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
_UNFIT = '<>"|?*'


def name_problem(name: str) -> str:
    """The key of what is wrong with a name; empty for one that is safe everywhere."""
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or ":" in name:
        return "pack_name_outside"
    if "\\" in name:
        return "pack_name_backslash"
    if len(name) > LONGEST:
        return "pack_name_long"
    if any(part.partition(".")[0].rstrip(" ").casefold() in _DEVICES for part in parts):
        return "pack_name_reserved"
    if not all(map(_is_fit, parts)):
        return "pack_name_unfit"
    return ""


def _is_fit(part: str) -> bool:
    """Whether a folder's or file's name means the same on every system."""
    return (
        bool(part)
        and part != "."
        and part[-1] not in ". "
        and part[0] != " "
        and all(letter.isprintable() and letter not in _UNFIT for letter in part)
    )


def shown(name: str) -> str:
    """A name for messages: what cannot be seen in it is its code, such as u200b."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in name
    )


def twice(names: Iterable[str], file: str) -> Iterator[Problem]:
    """Names that are there twice, or that a system cannot tell apart: by case, by composition."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            key = "pack_name_twice" if seen[folded] == name else "pack_name_clash"
            yield Problem(key, file, name, {"first": seen[folded]})
        seen.setdefault(folded, name)
