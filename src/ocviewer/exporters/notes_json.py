"""Notes as JSON objects for other programs."""

from collections.abc import Iterable
from typing import Any

from ocviewer.exporters.json_text import json_text
from ocviewer.presenter.notes.view import NoteView


def notes_json(views: Iterable[NoteView]) -> str:
    """The text of the file: a list of objects, with a newline at its end."""
    return json_text([_object(view) for view in views], indent=1) + "\n"


def _object(view: NoteView) -> dict[str, Any]:
    """What a note does not have is null; ``lost`` is null where nothing is quoted."""
    note = view.note
    return {
        "id": note.id,
        "kind": str(note.kind),
        "country": note.country,
        "country_name": view.country or None,
        "edition": note.edition,
        "section": note.section,
        "indicator": note.indicator,
        "mark": note.mark,
        "quote": view.quote or None,
        "lost": view.is_lost if view.quote else None,
        "note": view.text,
        "source": view.source or None,
        "url": view.url or None,
        "created": note.created,
        "modified": note.modified,
    }
