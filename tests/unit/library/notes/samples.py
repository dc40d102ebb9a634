"""Notes to write and read."""

import uuid

from ocviewer.domain.note import Anchor, Note, NoteKind

T0, T1, T2 = (f"2026-03-0{day}T10:00:00.000000Z" for day in (1, 2, 3))


def key() -> str:
    return uuid.uuid4().hex


def country_note(text: str, country: str = "PER", at: str = T1) -> Note:
    return Note(key(), NoteKind.COUNTRY, at, at, country=country, text=text)


def general_note(text: str, at: str = T1) -> Note:
    return Note(key(), NoteKind.INDICATOR, at, at, indicator="1.1.1", text=text)


def one_of_each() -> tuple[Note, ...]:
    """A note of every kind on Peru, and one in general."""
    quote = Anchor("the words", "before ", " behind", 7)
    bookmark = Note(key(), NoteKind.BOOKMARK, T2, T2, country="PER", edition=2025, section="trade")
    return (
        bookmark._replace(
            id=key(),
            kind=NoteKind.HIGHLIGHT,
            created=T0,
            wording="condensed",
            mark=3,
            anchor=quote,
            text="Ask “them” – 1 < 2.",
        ),
        bookmark,
        bookmark._replace(id=key(), kind=NoteKind.SECTION, created=T1, text="All of it."),
        country_note("About Peru.\nIn two lines."),
        Note(key(), NoteKind.INDICATOR, T1, T2, country="PER", indicator="1.1.1", text="High."),
        general_note("Anywhere."),
    )
