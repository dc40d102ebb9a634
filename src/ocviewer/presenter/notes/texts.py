"""The texts that passages are looked for in: those of one section in one edition."""

from collections.abc import Sequence
from typing import NamedTuple

from ocviewer.domain.note import FIGURES, Note
from ocviewer.library.library import Library
from ocviewer.library.notes.anchors import find
from ocviewer.library.notes.passages import Span
from ocviewer.presenter.sections import section_view
from ocviewer.presenter.state import AT_A_GLANCE, PaneState
from ocviewer.presenter.words import Words


class SectionText(NamedTuple):
    """The paragraphs of a section, whose words they are, and the title and page of their source."""

    wording: str
    paragraphs: tuple[str, ...]
    title: str
    url: str


class Texts:
    """The texts of a library by country, edition and section; each is made once."""

    def __init__(self, library: Library, words: Words) -> None:
        """Opens nothing yet."""
        self._library = library
        self._words = words
        self._known: dict[tuple[str, int, str], tuple[SectionText, ...]] = {}

    def of(
        self, country: str | None, edition: int | None, section: str | None
    ) -> tuple[SectionText, ...]:
        """The texts of a section, in each wording; none for what is not there."""
        if country is None or edition is None or section is None:
            return ()
        key = (country, edition, section)
        if key not in self._known:
            self._known[key] = self._made(*key)
        return self._known[key]

    def wording_of(self, section: tuple[str, int, str], paragraphs: Sequence[str]) -> str:
        """Whose words the paragraphs are that a reader shows of a section."""
        known = self.of(*section)
        same = (text.wording for text in known if text.paragraphs == tuple(paragraphs))
        return next(same, known[0].wording if known else FIGURES)

    def _made(self, country: str, edition: int, section: str) -> tuple[SectionText, ...]:
        library = self._library
        if country not in library.countries or edition not in library.years:
            return ()
        if section == AT_A_GLANCE:
            view = section_view(library, self._words, PaneState(country, edition), section)
            return _text(FIGURES, [p.text for p in view.paragraphs], "", "")
        made: dict[str, tuple[SectionText, ...]] = {}
        for profile in library.texts(country, edition):
            paragraphs = [paragraph.text for paragraph in profile.sections.get(section, ())]
            source = profile.source
            text = _text(profile.wording, paragraphs, source.title, source.url)
            made.setdefault(profile.wording, text)  # of two in one wording the first is shown
        return tuple(text for texts in made.values() for text in texts)


def _text(wording: str, texts: list[str], title: str, url: str) -> tuple[SectionText, ...]:
    return (SectionText(wording, tuple(texts), title, url),) if texts else ()


def place_of(note: Note, texts: Texts) -> tuple[SectionText | None, tuple[Span, ...]]:
    """The text that holds a highlight's passage, and where; nothing when it is lost.

    The text of its own wording comes first: the same words may stand in another by chance.
    """
    if note.anchor is None:
        return None, ()
    known = texts.of(note.country, note.edition, note.section)
    for text in sorted(known, key=lambda each: each.wording != note.wording):
        found = find(note.anchor, text.paragraphs)
        if found:
            return text, found
    return None, ()
