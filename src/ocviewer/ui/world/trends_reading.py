"""The box beside the pointer: the numbers of every line of a chart in one edition."""

from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ocviewer.presenter.world.trends import Trend, Trends
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.pane_marks import line_pen, marker, region_pen, world_pen

_PAD = 8
_KEY = 26
"""Room for the sample of a line."""
_COLUMNS = 14
"""Between a name and its number."""

Dress: TypeAlias = tuple[Theme, Lettering, Lettering]
"""Colours, the lettering of titles, and that of the rest."""


def draw_reading(
    painter: QPainter,
    dress: Dress,
    part: Trends,
    trend: Trend,
    edition: int,
    places: tuple[QRectF, QRectF],
) -> None:
    """Draws the box; ``places`` are the chart, which it stands beside, and what it stays in."""
    theme, title, text = dress
    heading = f"{trend.name} · {part.editions[edition]}"
    rows = [
        (line_pen(theme, subject.colour), subject.colour, subject.name, trace.texts[edition])
        for subject, trace in zip(part.subjects, trend.subjects, strict=True)
    ]
    if trend.region is not None:
        rows.append((region_pen(theme), -1, part.region_text, trend.region.texts[edition]))
    if trend.world is not None:
        rows.append((world_pen(theme), -1, part.world_text, trend.world.texts[edition]))
    names = max(text.width(name) for _, _, name, _ in rows)
    numbers = max(text.width(number) for *_, number in rows)
    width = max(_KEY + names + _COLUMNS + numbers, title.width(heading)) + 2 * _PAD
    height = title.height + 3 + len(rows) * text.height + 2 * _PAD
    box = _beside(*places, width, height)
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.setFont(title.font)
    painter.drawStaticText(box.topLeft() + QPointF(_PAD, _PAD), title.text(heading))
    painter.setFont(text.font)
    top = box.top() + _PAD + title.height + 3
    for pen, colour, name, number in rows:
        left, middle = box.left() + _PAD, top + text.height / 2
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + _KEY - 6, middle))
        ink = QColor(theme.muted)
        if colour >= 0:
            ink = QColor(theme.panes[colour])
            painter.setPen(QPen(QColor(theme.raised), 1))
            painter.setBrush(ink)
            painter.drawPath(marker(colour).translated(left + (_KEY - 6) / 2, middle))
        painter.setPen(ink)
        painter.drawStaticText(QPointF(left + _KEY, top), text.text(name))
        right = box.right() - _PAD - text.width(number)
        painter.drawStaticText(QPointF(right, top), text.text(number))
        top += text.height


def _beside(chart: QRectF, bounds: QRectF, width: float, height: float) -> QRectF:
    """Right of the chart, or left where there is no room, and within the bounds."""
    left = chart.right() + 4
    if left + width > bounds.right():
        left = chart.left() - 4 - width
    left = min(max(left, bounds.left()), bounds.right() - width)
    top = min(max(chart.top(), bounds.top()), bounds.bottom() - height - 1)
    return QRectF(round(left) + 0.5, round(top) + 0.5, round(width), round(height))
