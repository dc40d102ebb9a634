"""The files of notes, as pydantic models. docs/notes-format.md and its JSON Schema follow them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from ocviewer.library.notes.anchors import CONTEXT, LONGEST

LONGEST_TEXT = 100_000

Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[12](\.\d{1,2}){0,2}$")]
SectionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
Year = Annotated[int, Field(ge=1900, le=2999)]
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]
Words = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Around = Annotated[str, StringConstraints(max_length=CONTEXT)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Quote(_Strict):
    """A passage by what it says and what stands around it."""

    exact: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)] = Field(
        description="the words; an empty line where a paragraph ends"
    )
    prefix: Around = Field(description="what stands before, up to 32 characters")
    suffix: Around = Field(description="what stands behind, up to 32 characters")
    start: Annotated[int, Field(ge=0)] = Field(
        description="where it began in the section, in characters: a hint only"
    )


class _Row(_Strict):
    id: Id = Field(description="32 hexadecimal digits that no other note has")
    created: Moment = Field(description="UTC, such as 2026-01-31T09:30:00.000000Z")
    modified: Moment = Field(description="UTC; of two versions of a note the later one is kept")


class HighlightRow(_Row):
    """A highlighted passage, with a note or without."""

    kind: Literal["highlight"]
    edition: Year
    section: SectionId = Field(description="its id; at_a_glance for the one from the figures")
    wording: Literal["condensed", "original", "figures"] = Field(
        description="whose words are quoted: ours, the publisher's, or those from the figures"
    )
    mark: Annotated[int, Field(ge=1, le=4)] = Field(description="which of the four marks")
    quote: Quote
    text: Words = Field(description="the note; empty for a highlight alone")


class CountryNoteRow(_Row):
    """A note on the country of the file."""

    kind: Literal["country"]
    text: Words


class IndicatorNoteRow(_Row):
    """A note on an indicator, of the country of the file or in general."""

    kind: Literal["indicator"]
    indicator: Code
    text: Words


class SectionNoteRow(_Row):
    """A note on a section in one edition."""

    kind: Literal["section"]
    edition: Year
    section: SectionId
    text: Words


class BookmarkRow(_Row):
    """A section in one edition, to come back to."""

    kind: Literal["bookmark"]
    edition: Year
    section: SectionId


NoteRow = Annotated[
    HighlightRow | CountryNoteRow | IndicatorNoteRow | SectionNoteRow | BookmarkRow,
    Field(discriminator="kind"),
]


class NotesFile(_Strict):
    """``notes/ISO3.json`` and ``notes/general.json``: what the user noted."""

    schema_version: Literal[1]
    kind: Literal["notes"]
    country: Iso3 | None = Field(description="the country; null in general.json")
    notes: list[NoteRow] = Field(description="in general.json, notes on indicators alone")

    @model_validator(mode="after")
    def _fits_together(self) -> "NotesFile":
        if self.country is None and any(row.kind != "indicator" for row in self.notes):
            raise ValueError("a note without a country is one on an indicator")
        ids = [row.id for row in self.notes]
        if len(set(ids)) < len(ids):
            raise ValueError("an id is there twice")
        return self
