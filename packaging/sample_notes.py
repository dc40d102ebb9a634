"""Notes on Peru for the pictures of the guide: highlights in the four marks, a note, a bookmark."""

import uuid
from pathlib import Path

from ocviewer import paths
from ocviewer.domain.note import Note, NoteKind
from ocviewer.library.library import Library
from ocviewer.library.notes.anchors import anchor
from ocviewer.library.notes.store import FOLDER, NoteStore, now

SECTION = "people"


def write_sample(home: Path) -> None:
    """Marks the first four sentences of a section, and writes a note on the first."""
    profile = Library(paths.bundled_library()).profile("PER", 2025)
    if profile is None:
        raise SystemExit("the bundled library has no text of Peru, 2025")
    paragraphs = tuple(paragraph.text for paragraph in profile.sections[SECTION])
    store = NoteStore(home / "library" / FOLDER)
    moment = now()
    bookmark = Note(uuid.uuid4().hex, NoteKind.BOOKMARK, moment, moment, "PER", 2025, SECTION)
    store.put(bookmark)
    start = 0
    for mark in (1, 2, 3, 4):
        end = paragraphs[0].index(".", start) + 1
        note = bookmark._replace(
            id=uuid.uuid4().hex,
            kind=NoteKind.HIGHLIGHT,
            wording=str(profile.wording),
            mark=mark,
            anchor=anchor(paragraphs, (0, start), (0, end)),
            text="Ask for the figures of 2024." if mark == 1 else "",
        )
        store.put(note)
        start = end + 1
    store.save()
