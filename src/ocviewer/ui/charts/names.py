"""The names of a chart's rows in the room there is: cut where they must be, never alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt

from ocviewer.presenter.page import Bar
from ocviewer.ui.charts.lettering import Lettering

ELLIPSIS = "…"
_FRAGMENT = 3
"""A word of which fewer letters are left is left out whole."""
_LINKS = frozenset({"and", "&", "of", "the"})
"""Words that a cut name does not end with."""

Cut = Callable[[str], str]


def fitted(bars: Sequence[Bar], lettering: Lettering, width: float) -> Mapping[str, str]:
    """For the full name of each bar what is written: that, else its short name, else a cut.

    Names of which one could be read as the other when cut have the words that they share as
    initials (``H. smugg…``), and where even these are alike their ends.
    """
    shorts = {bar.name: bar.short_name for bar in bars}
    written = {
        name: name if lettering.width(name) <= width else _at_end(short, lettering, width)
        for name, short in shorts.items()
    }
    ways: tuple[Cut, ...] = (
        lambda short: lettering.elided(_initials(short, shorts.values()), width),
        lambda short: lettering.elided(short, width, Qt.TextElideMode.ElideLeft),
    )
    for way in ways:
        written |= {name: way(shorts[name]) for name in _alike(written)}
    return written


def _alike(written: Mapping[str, str]) -> set[str]:
    """The names of which what is written could be the beginning of another."""
    alike: set[str] = set()
    for text in written.values():
        if text.endswith(ELLIPSIS):
            stem = text.removesuffix(ELLIPSIS)
            same = {other for other, whole in written.items() if whole.startswith(stem)}
            alike |= same if len(same) > 1 else set()
    return alike


def _at_end(name: str, lettering: Lettering, width: float) -> str:
    """A name cut at its end, without a scrap of a word or a link to what is cut off."""
    cut = lettering.elided(name, width)
    if cut == name:
        return name
    words = cut.removesuffix(ELLIPSIS).split(" ")
    if len(words) > 1 and len(words[-1]) < _FRAGMENT and not words[-2].endswith("."):
        words.pop()
    while len(words) > 1 and words[-1] in _LINKS:
        words.pop()
    return " ".join(words) + ELLIPSIS


def _initials(name: str, others: Iterable[str]) -> str:
    """A name with the first words that another one shares shortened to their initials."""
    words = name.split(" ")
    shared = max((_shared(words, other.split(" ")) for other in others if other != name), default=0)
    return " ".join([*(f"{word[0]}." for word in words[:shared]), *words[shared:]])


def _shared(words: list[str], others: list[str]) -> int:
    """With how many words both begin, the last word of either not counted."""
    count = 0
    for one, other in zip(words[:-1], others[:-1], strict=False):
        if one != other:
            break
        count += 1
    return count
