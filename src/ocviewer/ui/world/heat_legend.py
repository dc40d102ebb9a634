"""What the colours of the heat table mean, drawn into the corner beside its headings."""

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import HIGHEST, LOWEST, score_text
from ocviewer.presenter.world.heat import Heat
from ocviewer.ui.charts.scale import MARKS, fraction
from ocviewer.ui.world.heat_colours import MOST, Table, change_colours, score_colours
from ocviewer.ui.world.heat_dress import HeatDress
from ocviewer.ui.world.heat_image import HATCH

_HIGH = 10
_ACROSS = 12
"""From the edge of the corner."""


def draw_legend(painter: QPainter, dress: HeatDress, part: Heat, width: float) -> None:
    """Draws a scale for each family, with its ends in figures, and the hatch of what has none.

    ``width`` is that of the corner in logical pixels.
    """
    theme, text = dress.theme, dress.text
    left, long = float(_ACROSS), min(width - 2 * _ACROSS, 170)
    top = 8.0
    painter.setFont(text.font)
    for polarity in Polarity:
        painter.setPen(QColor(theme.text))
        painter.drawStaticText(QPointF(left, top), text.text(_name(polarity)))
        top += text.height + 1
        table = _table(part, theme.dark, polarity)
        places = [round(i * (len(table) - 1) / (round(long) - 1)) for i in range(round(long))]
        strip = QImage(table[places].tobytes(), len(places), 1, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(left, top, long, _HIGH), strip)
        painter.setPen(QColor(theme.muted))
        for share, said in _marks(part, polarity):
            x = left + share * long
            painter.drawLine(QLineF(x, top + _HIGH, x, top + _HIGH + 3))
            at = QPointF(x - share * text.width(said), top + _HIGH + 2)
            painter.drawStaticText(at, text.text(said))
        top += _HIGH + text.height + 6
    if part.missing_text:
        box = QRectF(left, top + 3, 22, _HIGH)
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QColor(theme.muted))
        for x in range(-_HIGH, 22, HATCH):
            painter.drawLine(QLineF(left + x, box.bottom(), left + x + _HIGH, box.top()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        said = text.elided(part.missing_text, width - 2 * _ACROSS - 28)
        painter.drawStaticText(QPointF(left + 28, top), text.text(said))


def _table(part: Heat, dark: bool, polarity: Polarity) -> Table:
    if part.since is None:
        return score_colours(dark, polarity)
    middle = HIGHEST - LOWEST
    return change_colours(dark, polarity)[middle - MOST : middle + MOST + 1]


def _marks(part: Heat, polarity: Polarity) -> tuple[tuple[float, str], ...]:
    """Where along a scale what is written."""
    if part.since is None:
        return tuple((fraction(mark), str(mark // 100)) for mark in MARKS)
    better, worse = _say("better"), _say("worse")
    ends = (better, worse) if polarity is Polarity.CRIMINALITY else (worse, better)
    most = score_text(MOST).split(".", maxsplit=1)[0]
    return (0.0, f"−{most} {ends[0]}"), (0.5, "0"), (1.0, f"+{most} {ends[1]}")


def _name(polarity: Polarity) -> str:
    return _say("Criminality" if polarity is Polarity.CRIMINALITY else "Resilience")


def _say(text: str) -> str:
    return QCoreApplication.translate("HeatLegend", text)
