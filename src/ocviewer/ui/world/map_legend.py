"""The legend of a map: each class with its range and the count of countries in it."""

import math
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.world.map_part import MapSide
from ocviewer.presenter.world.map_scale import Scale
from ocviewer.ui.theme import theme_of
from ocviewer.ui.world.map_colours import map_colours

_MARGIN = 12
_TOP = 6
_WIDEST = 96
_SWATCH = 14
_GAP = 6
_APART = 4
_BETWEEN = 20
_DARK, _BRIGHT = "#16181a", "#ffffff"


class LegendLayout(NamedTuple):
    """Where things are, in pixels: the classes from ``left`` on, each ``block`` wide.

    ``heads`` and ``texts`` are what stands before and below the classes, the texts at a ``share``
    of the usual size; ``rest`` is the place of the swatches of what has no class.
    """

    line: int
    left: int
    block: int
    heads: tuple[str, ...]
    texts: tuple[str, ...]
    share: float
    rest: tuple[int, int]
    height: int


class MapLegend(QWidget):
    """The classes in a row, and beside or below them what has no figure or is not in the index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a map is set."""
        super().__init__(parent)
        self._side: MapSide | None = None
        self._unscored = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_side(self, side: MapSide, unscored: str) -> None:
        """Shows the legend of a map; ``unscored`` names the grey areas."""
        self._side, self._unscored = side, unscored
        self.setAccessibleName(side.spoken)
        self.setFixedHeight(self.arranged(side).height)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as what it shows."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the rest below the classes where it does not fit beside them."""
        if self._side is not None:
            self.setFixedHeight(self.arranged(self._side).height)

    def arranged(self, side: MapSide) -> LegendLayout:
        """The layout at this width: shorter texts, and no heads, where there is little room."""
        width_of, line = self.fontMetrics().horizontalAdvance, self.fontMetrics().height() + 3
        kind = self.tr("Change") if side.scale is Scale.CHANGE else self.tr("Score")
        heads: tuple[str, ...] = (self.tr("Countries"), kind)
        texts = tuple(entry.text for entry in side.legend)
        room = self.width() - 2 * _MARGIN
        indent = max(map(width_of, heads)) + 10
        block = min(_WIDEST, (room - indent) // len(texts))
        if block < max(map(width_of, texts)) + _APART:
            texts = tuple(entry.short for entry in side.legend)
        if block < max(map(width_of, texts)) + _APART:
            heads, indent, block = (), 0, min(_WIDEST, room // len(texts))
        share = min(1.0, (block - _APART) / max(map(width_of, texts)))
        left = _MARGIN + indent
        end = left + len(texts) * block + _BETWEEN
        widths = sum(map(width_of, self._rest(side))) + 2 * (_SWATCH + _GAP) + _BETWEEN
        beside = end + widths + _MARGIN <= self.width()
        rest = (end, _TOP) if beside else (left, _TOP + 2 * line + 3)
        height = _TOP + 2 * line + 5 + (0 if beside else line + 3)
        return LegendLayout(line, left, block, heads, texts, share, rest, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws classes, counts and ranges."""
        if self._side is None:
            return
        layout = self.arranged(self._side)
        painter = QPainter(self)
        self._draw_classes(painter, self._side, layout)
        self._draw_rest(painter, self._side, layout)
        painter.end()

    def _draw_classes(self, painter: QPainter, side: MapSide, layout: LegendLayout) -> None:
        theme = theme_of(self.palette())
        line = layout.line
        painter.setPen(QColor(theme.muted))
        for row, head in enumerate(layout.heads):
            area = QRectF(_MARGIN, _TOP + row * line, layout.left - _MARGIN, line)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, head)
        usual, small = self.font(), self.font()
        small.setPixelSize(max(1, int(self.fontInfo().pixelSize() * layout.share)))
        tones = map_colours(theme).tones[side.scale]
        for place, (entry, text) in enumerate(zip(side.legend, layout.texts, strict=True)):
            assert entry.tone is not None, "only countries without a figure have no class"
            area = QRectF(layout.left + place * layout.block, _TOP, layout.block - 1, line)
            painter.fillRect(area, QBrush(QColor(tones[entry.tone])))
            painter.setPen(QColor(ink_on(tones[entry.tone])))
            painter.setFont(usual)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(entry.countries))
            painter.setPen(QColor(theme.text))
            below = area.translated(0, line)
            if layout.share < 1:
                painter.setFont(small)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(usual)

    def _draw_rest(self, painter: QPainter, side: MapSide, layout: LegendLayout) -> None:
        theme = theme_of(self.palette())
        colours = map_colours(theme)
        ground = QBrush(QColor(theme.surface))
        hatch = QBrush(QColor(colours.missing), Qt.BrushStyle.BDiagPattern)
        unscored = QBrush(QColor(colours.unscored))
        x, y = layout.rest
        for text, brushes in zip(self._rest(side), ((ground, hatch), (unscored,)), strict=True):
            swatch = QRectF(x, y + (layout.line - _SWATCH) // 2, _SWATCH, _SWATCH)
            for brush in brushes:
                painter.fillRect(swatch, brush)
            painter.setPen(QColor(colours.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(QColor(theme.text))
            width = self.fontMetrics().horizontalAdvance(text)
            area = QRectF(x + _SWATCH + _GAP, y, width + 2, layout.line)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            x += _SWATCH + _GAP + width + _BETWEEN

    def _rest(self, side: MapSide) -> tuple[str, str]:
        return f"{side.missing.text}: {side.missing.countries}", self._unscored


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1, as WCAG 2 defines it."""
    known = QColor(colour)
    red, green, blue = map(_linear, (known.redF(), known.greenF(), known.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)


def ink_on(ground: str) -> str:
    """Black or white, whichever stands out more from a colour."""
    return _BRIGHT if luminance(ground) < 0.18 else _DARK
