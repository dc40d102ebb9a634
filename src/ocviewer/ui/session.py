"""What the window remembers from one start to the next.

A session never blocks a start: a file that is missing, unreadable or corrupt gives the defaults,
and a value that does not fit its row in ``ROWS`` is dropped alone. A file of a newer version is
used as far as it is understood, and never written.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ocviewer.domain.problem import Problem
from ocviewer.library.files import write_text

VERSION = 1


class Session(NamedTuple):
    """Sizes, choices and the country that was open; all optional, all checked when used.

    ``geometry`` is Qt's own, base64; ``splitters`` are pixels by the splitter's name; ``panes``
    are pairs of ISO3 (or a place's key) and edition; ``measure``, ``leading`` and ``serif`` are
    those of ``TextStyle``; ``recent`` are ISO3 codes, the latest first; ``read`` are the entries
    of ``Progress``.
    """

    geometry: str = ""
    splitters: Mapping[str, list[int]] = MappingProxyType({})
    panes: Sequence[list[Any]] = ()
    section: str = ""
    order: str = ""
    zoom: int = 0
    theme: str = "system"
    picker_sort: str = ""
    sidebar: bool = True
    reading: bool = False
    measure: int = 70
    leading: int = 145
    serif: bool = False
    wording: str = ""
    recent: Sequence[str] = ()
    text_alone: bool = False
    read: Sequence[list[Any]] = ()


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) < 10_000


def _splitters(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(sizes, list) and all(_whole(size) and 0 <= size < 100_000 for size in sizes)
        for sizes in value.values()
    )


def _panes(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(pane, list) and len(pane) == 2 and _text(pane[0]) and _whole(pane[1])
        for pane in value
    )


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _read(value: object) -> bool:
    fits: tuple[Callable[[object], bool], ...] = (_text, _whole, _text, _text, _percent)
    return isinstance(value, list) and all(
        isinstance(entry, list)
        and len(entry) == len(fits)
        and all(fit(part) for fit, part in zip(fits, entry, strict=True))
        for entry in value
    )


def _percent(value: object) -> bool:
    return value in range(101)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _truth(value: object) -> bool:
    return isinstance(value, bool)


ROWS: Mapping[str, Callable[[object], bool]] = {
    "geometry": _text,
    "splitters": _splitters,
    "panes": _panes,
    "section": _text,
    "order": _text,
    "zoom": _whole,
    "theme": lambda value: value in ("system", "light", "dark"),
    "picker_sort": _text,
    "sidebar": _truth,
    "reading": _truth,
    "measure": lambda value: value in range(50, 101),
    "leading": lambda value: value in range(115, 201),
    "serif": _truth,
    "wording": lambda value: value in ("", "original", "condensed"),
    "recent": _texts,
    "text_alone": _truth,
    "read": _read,
}
"""For each field of ``Session``: whether a value from a file may be used."""


def _warn(message: str, *values: object) -> None:
    import logging  # noqa: PLC0415 - most starts have nothing to warn of

    logging.getLogger(__name__).warning(message, *values)


def _is_newer(stored: Any) -> bool:
    if not isinstance(stored, dict):
        return False
    version: Any = stored.get("version")
    return _whole(version) and bool(version > VERSION)


def load_session(path: Path, tell: Callable[[Problem], object] = lambda _: None) -> Session:
    """The remembered session, or what can be used of it; ``tell`` hears of a newer version's."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Session()
    except (OSError, ValueError, RecursionError) as error:
        _warn("session %s is not used: %s", path, error)
        return Session()
    if _is_newer(stored):
        values = {"version": str(stored["version"]), "current": str(VERSION)}
        tell(Problem("session_newer", str(path), "version", values))
    elif not isinstance(stored, dict) or stored.get("version") != VERSION:
        _warn("session %s is not used: not version %s", path, VERSION)
        return Session()
    kept = {}
    for name, fits in ROWS.items():
        if name in stored and fits(stored[name]):
            kept[name] = stored[name]
        elif name in stored:
            _warn("session %s: %s is not used", path, name)
    return Session(**kept)


def save_session(path: Path, session: Session, *, makes_folder: bool = True) -> None:
    """Writes the session in one step; what keeps it from being written is only logged.

    ``makes_folder`` is ``False`` where a folder was there before: one that is gone was on a drive
    that was pulled out, and another in its place would keep the drive from coming back there.
    """
    if not makes_folder and not path.parent.is_dir():
        _warn("session %s is not saved: its folder is gone", path)
        return
    try:
        if _is_newer(json.loads(path.read_text("utf-8"))):
            _warn("session %s is of a newer version and stays as it is", path)
            return
    except (OSError, ValueError, RecursionError):
        pass  # missing, or nothing that could be lost
    values = session._asdict() | {"splitters": dict(session.splitters)}
    try:
        write_text(path, json.dumps({"version": VERSION, **values}, indent=1) + "\n")
    except OSError as error:
        _warn("session %s is not saved: %s", path, error)
