"""The card beside the point that is pointed at: names, scores, ranks and region."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF

from ocviewer.presenter.world.scatter_part import Point
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scatter_picture import Face, Text
from ocviewer.ui.theme import Theme

_PADDING = 8.0
_APART = 8.0
"""Between the mark and the card."""


def card(
    point: Point,
    mark: QRectF,
    bounds: QRectF,
    fonts: Mapping[Face, Lettering],
    theme: Theme,
    more: Callable[[int], str],
) -> tuple[QRectF, list[Text]]:
    """The card's area and texts, beside ``mark`` and within ``bounds``.

    Lines that have no room are left out, and ``more`` words how many.
    """
    letters, strong = fonts[Face.USUAL], fonts[Face.STRONG]
    line = letters.height + 1
    room = max(int((bounds.height() - 2 * _PADDING) // line) - 1, 1)
    lines = list(point.lines)
    if len(lines) > room:
        left_out = len(lines) - (room - 1)
        lines = [*lines[: room - 1], more(left_out)]
    width = max(strong.width(point.heading), *map(letters.width, lines)) + 2 * _PADDING
    width = min(width, bounds.width())
    height = (len(lines) + 1) * line + 2 * _PADDING
    area = QRectF(_left(mark, bounds, width), _top(mark, bounds, height), width, height)
    x, inner = area.left() + _PADDING, width - 2 * _PADDING
    texts = []
    for row, written in enumerate((point.heading, *lines)):
        face = Face.USUAL if row else Face.STRONG
        top = area.top() + _PADDING + row * line
        colour = theme.muted if row > 2 else theme.text
        text = fonts[face].text(fonts[face].elided(written, inner))
        texts.append(Text(QPointF(x, round(top)), text, colour, face))
    return area, texts


def _left(mark: QRectF, bounds: QRectF, width: float) -> float:
    """At the right of the mark, or at its left where there is no room."""
    if mark.right() + _APART + width <= bounds.right():
        return mark.right() + _APART
    return max(mark.left() - _APART - width, bounds.left())


def _top(mark: QRectF, bounds: QRectF, height: float) -> float:
    """Beside the mark, moved up or down as far as the bounds need it."""
    return max(min(mark.center().y() - height / 2, bounds.bottom() - height), bounds.top())
