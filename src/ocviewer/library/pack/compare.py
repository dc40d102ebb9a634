"""Holds a pack against a user's folder: what is new, what is the same, and what differs."""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadData
from ocviewer.library.aside import bytes_of
from ocviewer.library.files import JsonObject, parse_object
from ocviewer.library.pack.kinds import PartKind, content_of
from ocviewer.library.pack.read import OnPart, Pack, Part, no_report
from ocviewer.library.references import Tables


class State(StrEnum):
    """How a part stands to the file of its name in the user's folder."""

    NEW = "new"
    """There is no such file."""
    SAME = "same"
    """It says the same as the user's file or, where there is none, as the bundled one."""
    MERGED = "merged"
    """It brings what the user's file lacks, and takes nothing away."""
    NEWER = "newer"
    """It differs, and is newer than the user's."""
    OLDER = "older"
    """It differs, and is older than the user's."""
    DIFFERING = "differing"
    """It differs, and nothing tells which is newer."""
    DAMAGED = "damaged"
    """The user's file cannot be read, and this one can."""
    HELD = "held"
    """The user's file is of a newer version of the program, and stays whatever is asked for."""


ASKED = (State.NEWER, State.OLDER, State.DIFFERING, State.DAMAGED)
"""The states over which the user decides."""


_NEWER = ("newer_schema", "notes_newer")
"""The keys of problems that a file of a newer version has."""


class Step(NamedTuple):
    """A part and what there is in its place.

    ``mine`` is the sha256 of the user's file, empty where there is none; ``dates`` are those of
    the user's file and of the part, empty where no one can say. ``content`` is what would be
    written.
    """

    part: Part
    state: State
    content: bytes
    mine: str = ""
    dates: tuple[str, str] = ("", "")

    @property
    def name(self) -> str:
        """The file's path below the library folder."""
        return self.part.name


def compare(
    pack: Pack, user: Path, bundled: Path, tables: Tables, on_part: OnPart = no_report
) -> tuple[Step, ...]:
    """A step for each part of a checked pack; nothing is written.

    ``BadData`` when a file of the user's may not be read.
    """
    steps = []
    for number, part in enumerate(pack.parts, 1):
        on_part(part.name, number, len(pack.parts))
        steps.append(_step(part, user, bundled, tables))
    return tuple(steps)


def _step(part: Part, user: Path, bundled: Path, tables: Tables) -> Step:
    path = user / part.name
    there = bytes_of(path)
    if there is None:
        state = State.SAME if _is_bundled(part, bundled, tables) else State.NEW
        return Step(part, state, part.content)
    mine = hashlib.sha256(there).hexdigest()
    merge = part.kind.merge
    content = part.content if merge is None else merge(path, part.file).encode()
    try:
        file = part.kind.check(parse_object(there, path), path, tables)
    except BadData as error:
        is_newer = any(problem.key in _NEWER for problem in error.problems)
        return Step(part, State.HELD if is_newer else State.DAMAGED, content, mine)
    if merge is not None:
        together = parse_object(content, path)
        is_same = content_of(together, part.kind) == content_of(file, part.kind)
        return Step(part, State.SAME if is_same else State.MERGED, content, mine)
    dates = (part.kind.date(file), part.kind.date(part.file))
    return Step(part, _state(file, part.file, part.kind, dates), content, mine, dates)


def _state(mine: JsonObject, theirs: JsonObject, kind: PartKind, dates: tuple[str, str]) -> State:
    if content_of(mine, kind) == content_of(theirs, kind):
        return State.SAME
    if not all(dates) or dates[0] == dates[1]:
        return State.DIFFERING
    return State.NEWER if dates[1] > dates[0] else State.OLDER


def _is_bundled(part: Part, bundled: Path, tables: Tables) -> bool:
    """Whether it says what the bundled file says, which the user's folder need not repeat."""
    path = bundled / part.name
    content = bytes_of(path)
    if content is None:
        return False
    file = part.kind.check(parse_object(content, path), path, tables)
    return content_of(file, part.kind) == content_of(part.file, part.kind)
