"""Puts the changes of one window and what another wrote meanwhile together."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from ocviewer.domain.note import Note


class Removal(NamedTuple):
    """A note that was deleted, and when (as in ``Note.modified``)."""

    modified: str


Change: TypeAlias = Note | Removal


def merged(notes: Mapping[str, Note], changes: Mapping[str, Change]) -> dict[str, Note]:
    """The notes with the changes, by id; of two versions of a note the later one stays."""
    result = dict(notes)
    for key, change in changes.items():
        there = result.get(key)
        if there is not None and there.modified > change.modified:
            continue
        if isinstance(change, Removal):
            result.pop(key, None)
        else:
            result[key] = change
    return result
