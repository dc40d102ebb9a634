"""How like two texts are, and which part of a text is the most like another."""

import re
from collections.abc import Iterable

LONGEST_TEXT = 200_000
"""Where no part is sought: a section has some 3,000 characters, and time grows with both."""

_LEAST = 0.6
_WORD_START = re.compile(r"\b(?=\w)")
_WORD_END = re.compile(r"(?<=\w)\b[.,;:!?)'\"]*")


def likeness(one: str, other: str) -> float:
    """1 for the same, 0 for nothing in common."""
    if one == other:
        return 1.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - most anchors are found without

    return fuzz.ratio(one, other) / 100


def closest(words: str, text: str) -> tuple[float, int, int] | None:
    """The likeness, start and end of the part that is the most like some words, if any is."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - most anchors are found without

    if not text or len(text) > LONGEST_TEXT:
        return None
    if len(text) <= len(words):
        start, end = 0, len(text)
    else:
        found = fuzz.partial_ratio_alignment(words, text, score_cutoff=100 * _LEAST)
        if found is None:
            return None
        start, end = found.dest_start, found.dest_end
    # that part is as long as the words, so it may begin and end within words
    reach = max(8, len(words) // 3)
    for _ in range(2):
        starts = _near(_WORD_START.finditer(text, max(0, start - reach)), start, reach) or [start]
        start = max(starts, key=lambda each: likeness(words, text[each:end]))
        ends = _near(_WORD_END.finditer(text, max(0, end - reach)), end, reach) or [end]
        end = max(ends, key=lambda each: likeness(words, text[start:each]))
    best = likeness(words, text[start:end])
    return (best, start, end) if best >= _LEAST else None


def _near(found: Iterable[re.Match[str]], place: int, reach: int) -> list[int]:
    """The ends of matches up to ``reach`` after a place; the matches come in order."""
    near: list[int] = []
    for match in found:
        if match.end() > place + reach:
            break
        near.append(match.end())
    return near
