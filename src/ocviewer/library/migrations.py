"""Brings files of older schema versions up to today's, one step a version."""

from collections.abc import Callable, Mapping

from ocviewer.library.files import JsonObject

Migration = Callable[[JsonObject], JsonObject]


def _to_2(file: JsonObject) -> JsonObject:
    """Version 2 tells of a profile which saved page it comes from, and the facts taken from it."""
    added = {"origin": None, "facts": None} if file.get("kind") == "profile" else {}
    return {**added, **file, "schema_version": 2}


MIGRATIONS: Mapping[int, Migration] = {1: _to_2}
"""The step from each older version to the next."""


def migrate(
    file: JsonObject, current: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> JsonObject:
    """The file at the current version.

    A version without a known step is left as it is, for the caller to refuse.
    """
    while (version := file.get("schema_version")) != current:
        step = migrations.get(version) if type(version) is int else None
        if step is None:
            break
        file = step(file)
    return file
