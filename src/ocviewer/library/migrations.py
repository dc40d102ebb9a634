"""Brings files of older schema versions up to today's, one step a version."""

from collections.abc import Callable, Mapping

from ocviewer.library.files import JsonObject

Migration = Callable[[JsonObject], JsonObject]

MIGRATIONS: Mapping[int, Migration] = {}
"""The step from each older version to the next. Version 1 is the first: there is none yet."""


def migrate(
    file: JsonObject, current: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> JsonObject:
    """The file at the current version.

    A version without a known step is left as it is, for the caller to refuse.
    """
    while (version := file.get("schema_version")) != current:
        step = migrations.get(version) if isinstance(version, int) else None
        if step is None:
            break
        file = step(file)
    return file
