"""Notes as a table for spreadsheets, a note a line."""

from collections.abc import Iterable

from ocviewer.exporters.spreadsheet import csv_text, unacting
from ocviewer.presenter.notes.view import NoteView

COLUMNS = (
    "kind",
    "mark",
    "iso3",
    "country",
    "edition",
    "section",
    "indicator code",
    "indicator",
    "quote",
    "note",
    "passage",
    "source",
    "url",
    "created",
    "modified",
    "id",
)
"""The first line; ``passage`` is ``found``, ``lost`` or, where nothing is quoted, empty."""


def notes_csv(views: Iterable[NoteView]) -> str:
    """The text of the file, with its byte order mark."""
    return csv_text([COLUMNS, *([*map(unacting, _values(view))] for view in views)])


def _values(view: NoteView) -> list[str]:
    note = view.note
    state = "lost" if view.is_lost else "found" if view.quote else ""
    return [
        str(note.kind),
        _text(note.mark),
        _text(note.country),
        view.country,
        _text(note.edition),
        view.section,
        _text(note.indicator),
        view.indicator,
        view.quote,
        view.text,
        state,
        view.source,
        view.url,
        note.created,
        note.modified,
        note.id,
    ]


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value)
