"""Marks in the text of the reader: which there are, and how each looks in light and dark.

Every kind can be told from the others without colour, by the line below it or the frame around it.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen, QTextCharFormat, QTextFormat

from ocviewer.ui.theme import Theme

LAYERS = ("notes", "changes", "search", "find")
"""The layers from the lowest to the topmost, which covers what is below it."""


class MarkKind(StrEnum):
    """What a mark says of its words."""

    FOUND = "found"
    FOUND_HERE = "found_here"
    HIT = "hit"
    CHANGED = "changed"
    HIGHLIGHT_1 = "highlight_1"
    HIGHLIGHT_2 = "highlight_2"
    HIGHLIGHT_3 = "highlight_3"
    HIGHLIGHT_4 = "highlight_4"


class Mark(NamedTuple):
    """Marked words: from ``start`` up to ``end`` in the text of a paragraph of the open section.

    Positions count characters of the text as the library has it; ``paragraph`` counts from 0.
    """

    paragraph: int
    start: int
    end: int
    kind: MarkKind


_Line = QTextCharFormat.UnderlineStyle


class MarkLook(NamedTuple):
    """Ground and ink of the words, as ``#rrggbb``, and the line below or the frame around them."""

    ground: str
    ink: str
    stroke: str
    line: QTextCharFormat.UnderlineStyle = _Line.NoUnderline
    frame: bool = False


_LIGHT_GROUNDS = ("#fff0a8", "#cdeccf", "#d6e4f7", "#f6d9ea")
_DARK_GROUNDS = ("#574a12", "#23482a", "#27405f", "#552a45")
_LIGHT_STROKES = ("#8a6a00", "#1f7a35", "#2f5d8a", "#a03070")
_DARK_STROKES = ("#ffd95e", "#7ccf9f", "#86b4f2", "#f08fc0")
_FOUND_GROUNDS = ("#ffc94d", "#7d5a00")
"""In light and dark: stronger than the first highlight's, so that a hit within that is seen."""
_LINES = (_Line.SingleUnderline, _Line.DashUnderline, _Line.DotLine, _Line.WaveUnderline)
_HIGHLIGHTS = tuple(kind for kind in MarkKind if kind.name.startswith("HIGHLIGHT"))


def look_of(kind: MarkKind, theme: Theme) -> MarkLook:
    """How a mark looks in a theme."""
    if kind in _HIGHLIGHTS:
        number = _HIGHLIGHTS.index(kind)
        grounds = _DARK_GROUNDS if theme.dark else _LIGHT_GROUNDS
        strokes = _DARK_STROKES if theme.dark else _LIGHT_STROKES
        return MarkLook(grounds[number], theme.text, strokes[number], _LINES[number])
    return {
        MarkKind.FOUND: MarkLook(_FOUND_GROUNDS[theme.dark], theme.text, theme.mark),
        MarkKind.FOUND_HERE: MarkLook(theme.accent, theme.accent_text, theme.mark, frame=True),
        MarkKind.HIT: MarkLook(theme.highlight, theme.text, theme.mark, frame=True),
        MarkKind.CHANGED: MarkLook(theme.line, theme.text, theme.accent, _Line.DashDotLine),
    }[kind]


def format_of(kind: MarkKind, theme: Theme) -> QTextCharFormat:
    """A mark's look as an extra selection of a text has it."""
    look = look_of(kind, theme)
    form = QTextCharFormat()
    form.setBackground(QBrush(QColor(look.ground)))
    form.setForeground(QBrush(QColor(look.ink)))  # without it Qt draws no line
    form.setUnderlineStyle(look.line)
    form.setUnderlineColor(QColor(look.stroke))
    pen = QPen(QColor(look.stroke)) if look.frame else QPen(Qt.PenStyle.NoPen)
    form.setProperty(QTextFormat.Property.OutlinePen.value, pen)
    return form
