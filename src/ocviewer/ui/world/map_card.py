"""What the map tells of the country under the pointer, on a small card beside it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ocviewer.presenter.world.map_part import MapCountry
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.theme import Theme

_PADDING = 8
_AWAY = 16
"""How far the card stays from what it tells of."""
_NOTICE_WIDTH = 420


class CardLine(NamedTuple):
    """A line of the card with its colour; the first is bold."""

    text: str
    colour: str


def country_lines(country: MapCountry, theme: Theme) -> tuple[CardLine, ...]:
    """Name, score, change and rank, as far as there are any."""
    lines = (
        CardLine(country.name, theme.text),
        CardLine(country.figure, theme.text),
        CardLine(country.since, theme.direction(country.change.direction)),
        CardLine(country.rank, theme.muted),
    )
    return tuple(line for line in lines if line.text)


def draw_notice(painter: QPainter, theme: Theme, text: str, room: QRectF) -> None:
    """Writes why a map is empty into its middle, in as many lines as it takes."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    most = room.adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
    most.setWidth(min(most.width(), _NOTICE_WIDTH))
    most.moveCenter(room.center())
    area = painter.boundingRect(most, flags, text)
    _draw_ground(painter, theme, area.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY).toAlignedRect())
    painter.setPen(QColor(theme.text))
    painter.drawText(area, flags, text)


def _draw_ground(painter: QPainter, theme: Theme, area: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class MapCard:
    """The letterings, and the card that is shown."""

    def __init__(self, font: QFont) -> None:
        """Shows nothing yet."""
        bold = QFont(font)
        bold.setBold(True)
        self._head, self._body = Lettering(bold), Lettering(font)
        self.lines: tuple[CardLine, ...] = ()
        """What the card tells."""
        self.area = QRectF()
        """The card in the widget's pixels; empty when there is none."""

    def show(self, lines: tuple[CardLine, ...], at: QPointF, room: QRectF) -> None:
        """Puts the card beside a place, within the room, to where there is more of it."""
        self.lines = lines
        widths = [self._lettering(n).width(line.text) for n, line in enumerate(lines)]
        width = max(widths) + 2 * _PADDING
        height = len(lines) * self._body.height + 2 * _PADDING
        x = at.x() + _AWAY if at.x() + _AWAY + width < room.right() else at.x() - _AWAY - width
        y = at.y() + _AWAY if at.y() + _AWAY + height < room.bottom() else at.y() - _AWAY - height
        self.area = QRectF(
            round(max(room.left() + 2, x)), round(max(room.top() + 2, y)), width, height
        )

    def hide(self) -> None:
        """Shows nothing."""
        self.lines, self.area = (), QRectF()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draws the card."""
        if self.area.isEmpty():
            return
        _draw_ground(painter, theme, self.area.toAlignedRect())
        y = self.area.top() + _PADDING
        for number, line in enumerate(self.lines):
            lettering = self._lettering(number)
            painter.setFont(lettering.font)
            painter.setPen(QColor(line.colour))
            place = QPointF(self.area.left() + _PADDING, y)
            painter.drawStaticText(place, lettering.text(line.text))
            y += self._body.height

    def _lettering(self, number: int) -> Lettering:
        return self._body if number else self._head
