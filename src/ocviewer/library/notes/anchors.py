"""Makes anchors of passages, and finds them again in a text that may have changed.

The idea is that of the W3C's TextQuoteSelector (https://www.w3.org/TR/annotation-model/): a
passage is known by its words and by those around it. The words as they are come first, then
words much like them; a passage that could as well be another is lost rather than misplaced.
"""

from collections.abc import Iterator, Sequence

from ocviewer.domain.note import Anchor
from ocviewer.library.notes.closest import closest, likeness
from ocviewer.library.notes.passages import Span, joined, position, spans

CONTEXT = 32
"""The most characters of prefix and suffix."""

LONGEST = 20_000
"""The most characters of a quote."""

_TELLING = 16
"""A quote of this length stands by itself; a shorter one may be anywhere by chance."""
_CONTEXT_FITS = 0.5
_CONTEXT_DECIDES = 0.15
_ALIKE, _HARDLY_ALIKE = 0.93, 0.70
"""How like its words a passage must be, by itself and where its context fits."""
_CLEARLY = 0.1
_MOST_PLACES = 500
"""A quote that stands in more places says nothing."""

# Another edition of a file may set the same words with other quotes, hyphens and spaces.
_TYPOGRAPHY = str.maketrans("’‘“”„‐‑‒–—\u00a0\u2007\u2009\u202f", '\'\'"""-----    ')


def anchor(
    paragraphs: Sequence[str], first: tuple[int, int], last: tuple[int, int]
) -> Anchor | None:
    """The anchor of what lies between two places, each a paragraph and an offset in it.

    Blanks at the ends are left out; ``None`` where nothing else is, or more than ``LONGEST``.
    """
    text = joined(paragraphs)
    start, end = position(paragraphs, *first), position(paragraphs, *last)
    exact = text[start:end]
    start += len(exact) - len(exact.lstrip())
    exact = exact.strip()
    if not exact or len(exact) > LONGEST:
        return None
    prefix, suffix = _context(text, start, start + len(exact))
    return Anchor(_writable(exact), _writable(prefix), _writable(suffix), start)


def _writable(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def find(sought: Anchor, paragraphs: Sequence[str]) -> tuple[Span, ...]:
    """Where the passage of an anchor is now; nothing when it is lost."""
    text = joined(paragraphs).translate(_TYPOGRAPHY)
    exact, prefix, suffix = (part.translate(_TYPOGRAPHY) for part in sought[:3])
    plain = Anchor(exact, prefix, suffix, sought.start)
    place = _as_it_is(plain, text) or _much_like_it(plain, text)
    return tuple(spans(paragraphs, *place)) if place else ()


def _as_it_is(sought: Anchor, text: str) -> tuple[int, int] | None:
    """The one place where the very words are, and those around them fit."""
    starts = list(_places(sought.exact, text))
    if not starts or len(starts) > _MOST_PLACES:
        return None
    ends = {start: start + len(sought.exact) for start in starts}
    same = [start for start in starts if _context(text, start, ends[start]) == sought[1:3]]
    if same:
        kept = same if len(same) == 1 else [start for start in same if start == sought.start]
        return (kept[0], ends[kept[0]]) if kept else None
    fits = sorted(((_fit(sought, text, s, ends[s]), s) for s in starts), reverse=True)
    best, start = fits[0]
    second = fits[1][0] if len(fits) > 1 else 0.0
    alone = len(fits) == 1 and len(sought.exact) >= _TELLING
    if alone or (best >= _CONTEXT_FITS and best - second >= _CONTEXT_DECIDES):
        return start, ends[start]
    return None


def _places(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _much_like_it(sought: Anchor, text: str) -> tuple[int, int] | None:
    """The place whose words are much like the quote, clearly more so than any other."""
    if len(sought.exact) < _TELLING or sought.exact in text:
        return None
    found = closest(sought.exact, text)
    if found is None:
        return None
    best, start, end = found
    context = _fit(sought, text, start, end)
    if best < (_HARDLY_ALIKE if context >= _CONTEXT_FITS else _ALIKE):
        return None
    other = closest(sought.exact, f"{text[:start]}{chr(0) * (end - start)}{text[end:]}")
    if other is not None and other[0] > best - _CLEARLY:
        rival = _fit(sought, text, other[1], other[2])
        if context - rival < _CONTEXT_DECIDES:
            return None
    return start, end


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _fit(sought: Anchor, text: str, start: int, end: int) -> float:
    """How well what is around a place fits, 0 to 1.

    Where text and passage begin or end together, that side tells nothing, and the other counts.
    """
    pairs = zip(sought[1:3], _context(text, start, end), strict=True)
    sides = [likeness(kept, found) for kept, found in pairs if kept or found]
    return sum(sides) / len(sides) if sides else 1.0
