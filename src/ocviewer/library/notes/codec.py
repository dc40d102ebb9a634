"""Notes from and to the rows of their files. Trusts its input: the gate comes before."""

from collections.abc import Iterable

from ocviewer.domain.note import Anchor, Note, NoteKind
from ocviewer.library.encode import rows_text
from ocviewer.library.files import JsonObject

VERSION = 1

_FIELDS: dict[NoteKind, tuple[str, ...]] = {
    NoteKind.HIGHLIGHT: ("edition", "section", "wording", "mark", "quote", "text"),
    NoteKind.COUNTRY: ("text",),
    NoteKind.INDICATOR: ("indicator", "text"),
    NoteKind.SECTION: ("edition", "section", "text"),
    NoteKind.BOOKMARK: ("edition", "section"),
}
"""What a row of each kind holds beside its id, kind and times."""


def note(row: JsonObject, country: str | None) -> Note:
    """The note of a row in the file of a country, or in ``general.json``."""
    quote = row.get("quote")
    return Note(
        id=row["id"],
        kind=NoteKind(row["kind"]),
        created=row["created"],
        modified=row["modified"],
        country=country,
        edition=row.get("edition"),
        section=row.get("section"),
        indicator=row.get("indicator"),
        wording=row.get("wording"),
        mark=row.get("mark"),
        anchor=None if quote is None else Anchor(**quote),
        text=row.get("text", ""),
    )


def row(each: Note) -> JsonObject:
    """The row of a note."""
    quote = None if each.anchor is None else each.anchor._asdict()
    values = each._asdict() | {"quote": quote}
    names = ("id", "kind", "created", "modified", *_FIELDS[each.kind])
    return {name: values[name] for name in names}


def sheet_text(country: str | None, notes: Iterable[Note]) -> str:
    """The text of a file: a note a line, the oldest first."""
    head = {"schema_version": VERSION, "kind": "notes", "country": country}
    ordered = sorted(notes, key=lambda each: (each.created, each.id))
    return rows_text(head, "notes", map(row, ordered))
