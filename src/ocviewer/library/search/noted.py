"""The user's notes and highlights as documents, a part for each file of them."""

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ocviewer.domain.note import Note, NoteKind
from ocviewer.domain.problem import BadData
from ocviewer.library.files import read_bytes
from ocviewer.library.library import Library
from ocviewer.library.notes.anchors import find
from ocviewer.library.notes.sheet import country_of, is_sheet, read_sheet
from ocviewer.library.notes.store import FOLDER
from ocviewer.library.search.document import Document, Part, hash_of


def notes(library: Library) -> Iterator[Part]:
    """Notes on countries, indicators and sections."""
    names = _names(library)
    for number, path in enumerate(_files(library)):
        content = (_content(path), _country(library, country_of(path.name)), names)
        yield Part(path.name, number, hash_of(content), partial(_notes, library, path))


def highlights(library: Library) -> Iterator[Part]:
    """Highlighted passages with what was noted on them; also those that are lost."""
    names = _names(library)
    for number, path in enumerate(_files(library)):
        iso3 = country_of(path.name)
        if iso3 is not None:
            # the texts, too: the paragraph of a passage tells its indicators
            texts = [library.text_hashes.get((iso3, year)) for year in library.years]
            content = (_content(path), _country(library, iso3), names, texts)
            yield Part(path.name, number, hash_of(content), partial(_highlights, library, path))


def _files(library: Library) -> list[Path]:
    if library.user_folder is None:
        return []
    try:
        paths = sorted((library.user_folder / FOLDER).iterdir())
    except OSError:
        return []
    return [path for path in paths if is_sheet(path.name)]


def _content(path: Path) -> str:
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except BadData:  # as if it were not there
        return ""


def _names(library: Library) -> str:
    """A hash of what notes are found by beside their own words and their country."""
    nodes = [(n.code, n.name, n.short_name, n.section) for n in library.indicators]
    return hash_of((nodes, sorted(_titles(library).items())))


def _country(library: Library, iso3: str | None) -> str:
    country = library.countries.get(iso3 or "")
    return "" if country is None else country.name


def _titles(library: Library) -> dict[str, str]:
    return {section.id: section.title for section in library.indicators.sections}


def _read(path: Path) -> list[Note]:
    """The notes in a file, the oldest first, as far as it can be read."""
    found = read_sheet(path.parent, country_of(path.name)).notes.values()
    return sorted(found, key=lambda note: (note.created, note.id))


def _notes(library: Library, path: Path) -> Iterator[Document]:
    table, titles = library.indicators, _titles(library)
    for note in _read(path):
        if note.kind in (NoteKind.HIGHLIGHT, NoteKind.BOOKMARK) or not note.text.strip():
            continue
        code = note.indicator or ""
        node = table[code] if code in table else None  # noqa: SIM401 - it has no get
        section = note.section or (node.section if node else None) or ""
        yield Document(
            body=note.text,
            country=_country(library, note.country),
            part=titles.get(section, ""),
            extra="" if node is None else f"{node.name} {node.short_name} {node.code}",
            iso3=note.country or "",
            edition=note.edition or 0,
            section=section,
            indicators=(code,) if code else (),
            note=note.id,
        )


def _highlights(library: Library, path: Path) -> Iterator[Document]:
    titles = _titles(library)
    for note in _read(path):
        if note.kind is not NoteKind.HIGHLIGHT or note.anchor is None:
            continue
        quote = f"“{note.anchor.exact}”"
        section = note.section or ""
        yield Document(
            body=f"{quote}\n\n{note.text}" if note.text.strip() else quote,
            country=_country(library, note.country),
            part=titles.get(section, ""),
            iso3=note.country or "",
            edition=note.edition or 0,
            section=section,
            indicators=_treated(note, library),
            wording=note.wording or "",
            note=note.id,
        )


def _treated(note: Note, library: Library) -> tuple[str, ...]:
    """The indicators of the paragraphs that a highlight is in; none of one that is lost."""
    if note.anchor is None or note.country is None or note.edition is None:
        return ()
    texts = library.texts(note.country, note.edition)
    for text in sorted(texts, key=lambda text: text.wording != note.wording):
        paragraphs = text.sections.get(note.section or "", ())
        spans = find(note.anchor, [paragraph.text for paragraph in paragraphs])
        if spans:
            codes = [code for span in spans for code in paragraphs[span.paragraph].indicators]
            return tuple(dict.fromkeys(codes))
    return ()
