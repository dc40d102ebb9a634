"""The picture of a pyramid: what ``picture`` computed, and the item that only paints it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ocviewer.presenter.page import PyramidFigures
from ocviewer.ui.charts.canvas import ChartItem
from ocviewer.ui.charts.pyramid_labels import BRACKET, TICK, Fonts, Ink, Label
from ocviewer.ui.charts.pyramid_layout import Frame, Solids, solids
from ocviewer.ui.charts.scale import MARKS
from ocviewer.ui.theme import LIGHT, Theme

CAP = 3.0
"""How far the ends of the width's measure stand out."""


@dataclass(slots=True)
class PyramidPicture:
    """Everything to paint, in logical pixels.

    ``faces`` are the pyramid's lit and shaded face, then the panel's front, side and top.
    """

    grid: list[QLineF] = field(default_factory=list)
    rules: list[QLineF] = field(default_factory=list)
    guides: list[QLineF] = field(default_factory=list)
    faces: list[QPolygonF] = field(default_factory=list)
    edge: QLineF = field(default_factory=QLineF)
    ghost: QPainterPath = field(default_factory=QPainterPath)
    clearings: list[QRectF] = field(default_factory=list)
    texts: list[tuple[Ink, bool, QPointF, QStaticText]] = field(default_factory=list)


def picture(
    figures: PyramidFigures,
    before: PyramidFigures | None,
    scale: Frame,
    written: list[Label],
    fonts: Fonts,
    snap: Callable[[float], float],
) -> PyramidPicture:
    """What to paint; ``snap`` finds the edges of device pixels."""
    now = _snapped(solids(figures, scale), snap)
    drawn = PyramidPicture()

    def hairline(x1: float, y1: float, x2: float, y2: float) -> QLineF:
        return QLineF(snap(x1) + 0.5, snap(y1) + 0.5, snap(x2) + 0.5, snap(y2) + 0.5)

    right = now.panel.right() + now.depth.x()
    for score in MARKS:
        drawn.grid.append(hairline(scale.axis, scale.y(score), right, scale.y(score)))
    drawn.rules.append(hairline(scale.axis, scale.y(MARKS[-1]), scale.axis, scale.ground))
    for score in range(MARKS[0], MARKS[-1] + 1, 100):
        reach = TICK if score in MARKS else TICK / 2
        drawn.rules.append(hairline(scale.axis - reach, scale.y(score), scale.axis, scale.y(score)))
    measure = scale.lowest + BRACKET / 2
    left, end = now.left.x(), now.right.x()
    drawn.rules.append(hairline(left, measure, end, measure))
    drawn.rules.append(hairline(left, measure - CAP, left, measure))
    drawn.rules.append(hairline(end, measure - CAP, end, measure))
    drawn.guides.append(QLineF(QPointF(scale.axis, now.apex.y()), now.apex))
    drawn.faces.extend(_faces(now))
    drawn.edge = QLineF(now.apex, now.front)
    if before is not None:
        drawn.ghost = _outline(solids(before, scale))
    _write(drawn, written, fonts, snap)
    return drawn


def _snapped(now: Solids, snap: Callable[[float], float]) -> Solids:
    """The same solids with the panel's upright edges on those of device pixels."""
    panel = now.panel
    left, right = snap(panel.left()), snap(panel.right())
    top, bottom = snap(panel.top()), snap(panel.bottom())
    return replace(now, panel=QRectF(left, top, right - left, bottom - top))


def _faces(now: Solids) -> list[QPolygonF]:
    panel, depth = now.panel, now.depth
    return [
        QPolygonF([now.left, now.front, now.apex]),
        QPolygonF([now.front, now.right, now.apex]),
        QPolygonF([panel.topLeft(), panel.topRight(), panel.bottomRight(), panel.bottomLeft()]),
        QPolygonF(
            [
                panel.topRight(),
                panel.topRight() + depth,
                panel.bottomRight() + depth,
                panel.bottomRight(),
            ]
        ),
        QPolygonF(
            [
                panel.topLeft(),
                panel.topLeft() + depth,
                panel.topRight() + depth,
                panel.topRight(),
            ]
        ),
    ]


def _outline(before: Solids) -> QPainterPath:
    path = QPainterPath(before.apex)
    for corner in (before.left, before.front, before.right):
        path.lineTo(corner)
    path.closeSubpath()
    path.addRect(before.panel)
    return path


def _write(
    drawn: PyramidPicture, written: list[Label], fonts: Fonts, snap: Callable[[float], float]
) -> None:
    for label in written:
        letters = fonts.strong if label.strong else fonts.plain
        place = QPointF(snap(label.rect.left()), snap(label.rect.top()))
        drawn.clearings.append(label.rect)
        drawn.texts.append((label.ink, label.strong, place, letters.text(label.text)))


def _mixed(colour: str, other: str, share: float) -> QColor:
    """A colour with a share, 0 to 1, of another in it."""
    one, two = QColor(colour), QColor(other)
    return QColor(
        round(one.red() + (two.red() - one.red()) * share),
        round(one.green() + (two.green() - one.green()) * share),
        round(one.blue() + (two.blue() - one.blue()) * share),
    )


class PyramidItem(ChartItem):
    """Paints a picture of a pyramid."""

    def __init__(self) -> None:
        """Starts empty."""
        super().__init__()
        self._picture = PyramidPicture()
        self._fonts: Fonts | None = None
        self.dress(LIGHT)

    def dress(self, theme: Theme) -> None:
        """Takes over the colours: faces in two shades of each family, lit from the left."""
        light, dark = "#ffffff", "#000000"
        lit, shade = (0.0, 0.3) if theme.dark else (0.2, 0.12)
        self._faces = [
            QBrush(_mixed(theme.criminality, light, lit)),
            QBrush(_mixed(theme.criminality, dark, shade)),
            QBrush(QColor(theme.resilience)),
            QBrush(_mixed(theme.resilience, dark, 0.3)),
            QBrush(_mixed(theme.resilience, light, 0.35)),
        ]
        self._edge = QPen(_mixed(theme.criminality, light, lit + 0.3), 1)
        self._ground = QBrush(QColor(theme.surface))
        self._grid = QPen(QColor(theme.line), 1)
        self._rule = QPen(QColor(theme.muted), 1)
        self._guide = QPen(QColor(theme.criminality), 1, Qt.PenStyle.DotLine)
        self._ghost = QPen(QColor(theme.mark), 1.2)
        self._ghost.setDashPattern([4, 3])
        self._inks = {
            Ink.NAME: QPen(QColor(theme.text)),
            Ink.MUTED: QPen(QColor(theme.muted)),
            Ink.CRIMINALITY: QPen(QColor(theme.criminality)),
            Ink.RESILIENCE: QPen(QColor(theme.resilience)),
        }

    def show_picture(self, drawn: PyramidPicture, fonts: Fonts) -> None:
        """Takes what to paint."""
        self._picture = drawn
        self._fonts = fonts

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draws what was computed."""
        drawn = self._picture
        painter.setPen(self._grid)
        painter.drawLines(drawn.grid)
        painter.setPen(self._rule)
        painter.drawLines(drawn.rules)
        painter.setPen(self._guide)
        painter.drawLines(drawn.guides)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush, face in zip(self._faces, drawn.faces, strict=False):
            painter.setBrush(brush)
            painter.drawPolygon(face)
        painter.setPen(self._edge)
        painter.drawLine(drawn.edge)
        for clearing in drawn.clearings:
            painter.fillRect(clearing, self._ground)
        painter.setPen(self._ghost)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(drawn.ghost)
        for ink, strong, place, text in drawn.texts:
            if self._fonts is not None:
                letters = self._fonts.strong if strong else self._fonts.plain
                painter.setFont(letters.font)
            painter.setPen(self._inks[ink])
            painter.drawStaticText(place, text)
