"""The formats that notes are written in."""

from collections.abc import Mapping, Sequence

from ocviewer.exporters.notes_csv import notes_csv
from ocviewer.exporters.notes_json import notes_json
from ocviewer.exporters.notes_markdown import notes_markdown
from ocviewer.presenter.notes.view import NoteView
from ocviewer.presenter.words import Words

FORMATS: Mapping[str, str] = {"markdown": ".md", "csv": ".csv", "json": ".json"}
"""The ending of a file by the name of its format."""


def notes_text(views: Sequence[NoteView], name: str, words: Words) -> str:
    """The notes in a format of ``FORMATS``, in the order in which they come."""
    if name == "csv":
        return notes_csv(views)
    return notes_json(views) if name == "json" else notes_markdown(views, words)
