"""Notes as they are listed and exported: finished words, in the order of the library."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.indicator import Section
from ocviewer.domain.note import FIGURES, Note, NoteKind
from ocviewer.domain.plain_text import one_line, plain
from ocviewer.domain.profile import Wording
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.library.notes.passages import Span
from ocviewer.presenter.notes.texts import SectionText, Texts, place_of
from ocviewer.presenter.state import AT_A_GLANCE
from ocviewer.presenter.words import Words

_KINDS = (
    NoteKind.COUNTRY,
    NoteKind.INDICATOR,
    NoteKind.BOOKMARK,
    NoteKind.SECTION,
    NoteKind.HIGHLIGHT,
)
"""How notes on the same follow each other."""


class NoteView(NamedTuple):
    """One note in words.

    ``about`` is what it is about (``Peru · 2025 · 02 Trade``), ``kind`` what it is (``Highlight,
    dashes``); ``is_lost`` says that the passage, ``quote``, is not in the text any more; ``spans``
    are where it is, in a text of ``wording``. ``source`` is the line that a quote is cited with,
    ``url`` the original's page.
    """

    note: Note
    kind: str
    country: str
    section: str
    indicator: str
    about: str
    quote: str
    text: str
    is_lost: bool
    spans: tuple[Span, ...]
    wording: Wording | None
    source: str
    url: str
    date: str
    spoken: str


class NoteWords:
    """Puts notes into words, for one library."""

    def __init__(self, library: Library, words: Words) -> None:
        """Texts are opened as notes ask for them."""
        self._library = library
        self._words = words
        self._texts = Texts(library, words)
        self._views: dict[Note, NoteView] = {}

    @property
    def texts(self) -> Texts:
        """Where passages are looked for."""
        return self._texts

    def views(self, notes: Iterable[Note]) -> tuple[NoteView, ...]:
        """Notes in general first, then by country, newest edition, section and place."""
        return tuple(sorted(map(self.view, notes), key=self._order))

    def view(self, note: Note) -> NoteView:
        """One note; what it refers to and the library does not have stands as its code.

        Each is made once: of a long list mostly one changes.
        """
        if note not in self._views:
            self._views[note] = self._made(note)
        return self._views[note]

    def _made(self, note: Note) -> NoteView:
        words = self._words
        country = "" if note.country is None else self._country(note.country)
        section = "" if note.section is None else self._section(note.section)
        indicator = "" if note.indicator is None else self._indicator(note.indicator)
        edition = "" if note.edition is None else str(note.edition)
        general = words.say("notes.general") if note.country is None else country
        about = words.say("notes.joint").join(
            part for part in (general, edition, section, indicator) if part
        )
        text, spans = place_of(note, self._texts)
        kind = self.kind(note)
        quote = "" if note.anchor is None else plain(note.anchor.exact)
        is_lost = note.anchor is not None and not spans
        known = text or next(iter(self._texts.of(*note.is_about[:3])), None)
        date = note.modified[:10]
        parts = [kind, about, words.say("notes.lost") if is_lost else "", quote, note.text]
        return NoteView(
            note=note,
            kind=kind,
            country=country,
            section=section,
            indicator=indicator,
            about=about,
            quote=quote,
            text=plain(note.text),
            is_lost=is_lost,
            spans=spans,
            wording=None if text is None or text.wording == FIGURES else Wording(text.wording),
            source=self._source(note, known, country, section),
            url="" if known is None else one_line(known.url),
            date=date,
            spoken=". ".join(one_line(part).rstrip(".") for part in parts if part) + ".",
        )

    def kind(self, note: Note) -> str:
        """What a note is, a highlight with the look of its mark."""
        if note.kind is NoteKind.HIGHLIGHT:
            return self._words.say(f"notes.kind_mark_{note.mark}")
        return self._words.say(f"notes.kind_{note.kind}")

    def _country(self, iso3: str) -> str:
        country = self._library.countries.get(iso3)
        return iso3 if country is None else country.name

    def _section(self, section_id: str) -> str:
        if section_id == AT_A_GLANCE:
            return self._words.say("profile.at_a_glance")
        section = self._known_section(section_id)
        if section is None:
            return section_id
        return self._words.say("profile.tab", number=section.number, title=section.title)

    def _known_section(self, section_id: str | None) -> Section | None:
        sections = self._library.indicators.sections
        return next((section for section in sections if section.id == section_id), None)

    def _indicator(self, code: str) -> str:
        table = self._library.indicators
        return table[code].name if code in table else code

    def _source(self, note: Note, text: SectionText | None, country: str, section: str) -> str:
        """The line that a quote is cited with; nothing for what quotes nothing."""
        if note.anchor is None:
            return ""
        words = self._words
        index = words.say("notes.index", edition=note.edition, country=country)
        wording = words.say(f"notes.wording_{note.wording or FIGURES}")
        same = text is not None and text.wording == note.wording
        title = text.title if text is not None and same and text.title else index
        url = text.url if text is not None else ""
        parts = [part for part in (title, section, wording, url) if part]
        return one_line(words.say("notes.source", parts=", ".join(parts)))

    def _order(self, view: NoteView) -> tuple[object, ...]:
        note = view.note
        section = self._known_section(note.section)
        first = view.spans[0][:2] if view.spans else (999, 0)
        return (
            note.country is not None,
            fold(view.country),
            -(note.edition or 9999),  # notes on the country itself come before its editions
            -1
            if note.section in (None, AT_A_GLANCE)
            else 99
            if section is None
            else section.number,
            _KINDS.index(note.kind),
            note.indicator or "",
            first,
            note.created,
            note.id,
        )


class Shelf(StrEnum):
    """Which notes are listed."""

    ALL = "all"
    HIGHLIGHTS = "highlights"
    NOTES = "notes"
    """Everything with a text, that of a highlight too."""
    BOOKMARKS = "bookmarks"
    LOST = "lost"


def matching(views: Sequence[NoteView], query: str, shelf: Shelf = Shelf.ALL) -> list[NoteView]:
    """The notes of a shelf that hold every word of a query; accents and case do not count."""
    wanted = fold(query).split()
    return [view for view in views if _is_on(view, shelf) and _holds(view, wanted)]


def _is_on(view: NoteView, shelf: Shelf) -> bool:
    return {
        Shelf.ALL: True,
        Shelf.HIGHLIGHTS: view.note.kind is NoteKind.HIGHLIGHT,
        Shelf.NOTES: bool(view.text.strip()),
        Shelf.BOOKMARKS: view.note.kind is NoteKind.BOOKMARK,
        Shelf.LOST: view.is_lost,
    }[shelf]


def _holds(view: NoteView, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = fold(" ".join((view.about, view.kind, view.quote, view.text)))
    return all(word in text for word in wanted)
