"""The legend of a map: each class with its range and the count of countries in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.world.map_part import LegendEntry, MapSide
from ocviewer.presenter.world.map_scale import Scale
from ocviewer.ui.theme import theme_of
from ocviewer.ui.world.map_colours import map_colours

_MARGIN = 12
_WIDEST = 96
_SWATCH = 14
_GAP = 6
_BETWEEN = 20
_DARK, _BRIGHT = "#16181a", "#ffffff"


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
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Two or three lines high."""
        return QSize(0, self._height())

    def resizeEvent(self, event: object) -> None:
        """Puts the rest below the classes where it does not fit beside them."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws classes, counts and ranges."""
        if self._side is None:
            return
        painter = QPainter(self)
        theme = theme_of(self.palette())
        colours = map_colours(theme)
        line = self._line()
        painter.setPen(QColor(theme.muted))
        left, block = self._left(), self._block()
        flags = Qt.AlignmentFlag.AlignVCenter
        for row, head in enumerate(self._heads()):
            area = QRectF(_MARGIN, row * line, left - _MARGIN, line)
            painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, head)
        tones = colours.tones[self._side.scale]
        for place, entry in enumerate(self._side.legend):
            assert entry.tone is not None
            area = QRectF(left + place * block, 0, block - 1, line)
            painter.fillRect(area, QBrush(QColor(tones[entry.tone])))
            painter.setPen(QColor(_ink(tones[entry.tone])))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(entry.count))
            painter.setPen(QColor(theme.text))
            painter.drawText(area.translated(0, line), Qt.AlignmentFlag.AlignCenter, entry.text)
        ground = QBrush(QColor(theme.surface))
        hatch = QBrush(QColor(colours.missing), Qt.BrushStyle.BDiagPattern)
        unscored = QBrush(QColor(colours.unscored))
        x, y = self._rest_place()
        for text, brushes in zip(self._rest(), ((ground, hatch), (unscored,)), strict=True):
            swatch = QRectF(x, y + (line - _SWATCH) / 2, _SWATCH, _SWATCH)
            for brush in brushes:
                painter.fillRect(swatch, brush)
            painter.setPen(QColor(colours.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(QColor(theme.text))
            width = self.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(x + _SWATCH + _GAP, y, width + 2, line), flags, text)
            x += _SWATCH + _GAP + width + _BETWEEN
        painter.end()

    def _heads(self) -> tuple[str, str]:
        changes = self._side is not None and self._side.scale is Scale.CHANGE
        return self.tr("Countries"), self.tr("Change") if changes else self.tr("Score")

    def _rest(self) -> tuple[str, str]:
        missing = LegendEntry(None, "", 0) if self._side is None else self._side.missing
        return f"{missing.text}: {missing.count}", self._unscored

    def _line(self) -> int:
        return self.fontMetrics().height() + 3

    def _left(self) -> int:
        return _MARGIN + max(map(self.fontMetrics().horizontalAdvance, self._heads())) + 10

    def _block(self) -> float:
        count = 7 if self._side is None else len(self._side.legend)
        return int(min(_WIDEST, (self.width() - self._left() - _MARGIN) / count))

    def _rest_place(self) -> tuple[float, float]:
        """Where the rest starts: beside the classes, or in a line of its own."""
        count = 0 if self._side is None else len(self._side.legend)
        beside = self._left() + count * self._block() + _BETWEEN
        widths = map(self.fontMetrics().horizontalAdvance, self._rest())
        width = sum(widths) + 2 * (_SWATCH + _GAP) + _BETWEEN
        if beside + width + _MARGIN <= self.width():
            return beside, 0
        return self._left(), 2 * self._line() + 3

    def _height(self) -> int:
        lines = 2 if self._rest_place()[1] == 0 else 3
        return lines * self._line() + 3 * (lines - 2) + 8

    def _fit(self) -> None:
        if self.minimumHeight() != self._height():
            self.setMinimumHeight(self._height())
            self.updateGeometry()


def _ink(ground: str) -> str:
    """Black or white, whichever stands out more from a colour."""
    colour = QColor(ground)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return _BRIGHT if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.19 else _DARK
