"""Brings the parts of a pack that were chosen into a user's folder, all or none."""

from collections.abc import Container, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.aside import aside, sha256_of
from ocviewer.library.files import read_bytes
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.pack.compare import ASKED, State, Step
from ocviewer.library.pack.read import OnPart, no_report
from ocviewer.library.transaction import failure, write_together


class Choice(StrEnum):
    """Which parts that differ take the place of the user's files."""

    NEWER = "newer"
    """Those that are newer, and those where the user's file is damaged."""
    ALL = "all"
    NONE = "none"


_TAKEN = {
    Choice.NEWER: (State.NEWER, State.DAMAGED),
    Choice.ALL: ASKED,
    Choice.NONE: (),
}


def chosen(steps: tuple[Step, ...], choice: Choice) -> frozenset[str]:
    """The names of the parts that a choice brings in; what takes nothing away always is."""
    states = (State.NEW, State.MERGED, *_TAKEN[choice])
    return frozenset(step.name for step in steps if step.state in states)


def merge(
    steps: tuple[Step, ...], taken: Container[str], user: Path, on_part: OnPart = no_report
) -> tuple[str, ...]:
    """Writes the parts whose names are ``taken``; returns the names that were written.

    What they take the place of goes to the library's folder ``removed``.

    ``BadData`` when the folder cannot be written to, is in use, or has changed since the steps
    were made; then nothing is written. So it is with whatever ``on_part`` raises.
    """
    wanted = [
        step for step in steps if step.name in taken and step.state not in (State.SAME, State.HELD)
    ]
    if not wanted:
        return ()
    # writers of notes take the lock of their own folder alone
    folders = {step.part.kind.folder for step in wanted if step.part.kind.merge is not None}
    locks = [FolderLock(user), *(FolderLock(user / folder) for folder in sorted(folders))]
    try:
        with ExitStack() as held:
            for lock in locks:
                held.enter_context(lock)
            write_together(user, _contents(wanted, user, locks, on_part))
    except OSError as error:
        raise BadData(failure("not_stored", error, user)) from error
    return tuple(step.name for step in wanted)


def _contents(
    wanted: list[Step], user: Path, locks: list[FolderLock], on_part: OnPart
) -> Iterator[tuple[str, bytes]]:
    for number, step in enumerate(wanted, 1):
        on_part(step.name, number, len(wanted))
        for lock in locks:
            lock.refresh()
        if sha256_of(user / step.name) != step.mine:
            raise BadData(Problem("pack_changed_meanwhile", str(user / step.name)))
        yield step.name, step.content
        if step.state in ASKED:  # what it takes the place of is not lost
            yield aside(user, step.name), read_bytes(user / step.name)
