"""The ground that the charts are painted on: a pyqtgraph view with one item, and nothing more.

pyqtgraph's axes, ranges and mouse handling are for plots that are explored; these charts have a
fixed scale and are repainted at every switch, so the view keeps only its scene. One unit of the
scene is one logical pixel of the view.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSizeF
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from ocviewer.ui.theme import theme_of

if TYPE_CHECKING:  # pyqtgraph has no types; these are the Qt classes that it derives from
    from PySide6.QtWidgets import QGraphicsObject as GraphicsObject

    class GraphicsView(QGraphicsView):
        """What is used of pyqtgraph's view."""

        def setCentralItem(self, item: None) -> None:
            """Sets the item that fills the view."""
else:
    from pyqtgraph import GraphicsObject, GraphicsView

_RESTYLING = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
)


class ChartItem(GraphicsObject):
    """The one item of a chart; a subclass paints what was computed before."""

    def __init__(self) -> None:
        """Starts with no size."""
        super().__init__()
        self._bounds = QRectF()

    def set_size(self, size: QSizeF) -> None:
        """Covers the whole view, so that every pen stays within."""
        if size != self._bounds.size():
            self.prepareGeometryChange()
            self._bounds = QRectF(0, 0, size.width(), size.height())

    def boundingRect(self) -> QRectF:
        """The view's whole area in logical pixels."""
        return self._bounds


class ChartView(GraphicsView):
    """A view with one item on an opaque ground in the colours of its palette.

    A subclass computes everything in ``arrange`` (new size) and ``restyle`` (new colours or font)
    and calls ``start`` at the end of its constructor.
    """

    _started = False

    def __init__(self, item: ChartItem, parent: QWidget | None = None) -> None:
        """Takes the item that paints."""
        super().__init__(parent)
        self._item = item
        self.theme = theme_of(self.palette())
        """The colours to paint in."""
        self.setCentralItem(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        flag = QGraphicsView.OptimizationFlag
        self.setOptimizationFlags(flag.DontSavePainterState | flag.DontAdjustForAntialiasing)
        self.viewport().setAutoFillBackground(False)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.scene().addItem(item)

    def start(self) -> None:
        """Takes up colours, font and size for the first time."""
        self._started = True
        self._renew()

    def arrange(self) -> None:
        """Computes what is painted from the view's size and the figures."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Takes over the colours of ``theme`` and the font; ``arrange`` follows."""
        raise NotImplementedError

    def describe(self, name: str, spoken: str) -> None:
        """What a screen reader says of the chart; its viewport is a part of its own to it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken)
        self.viewport().setAccessibleName(name)

    def snapper(self) -> Callable[[float], float]:
        """Finds for a logical position that of the nearest edge between device pixels."""
        ratio = self.devicePixelRatioF()
        if ratio == 1:
            return round
        return lambda position: round(position * ratio) / ratio

    def repaint_soon(self) -> None:
        """Asks for one repaint of the whole chart."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Computes the geometry anew."""
        super().resizeEvent(event)
        if self._started:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints without pyqtgraph's signal to items that compute only when painted: none does."""
        QGraphicsView.paintEvent(self, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the palette and the font."""
        super().changeEvent(event)
        if self._started and event.type() in _RESTYLING:
            self._renew()

    def event(self, event: QEvent) -> bool:
        """Follows a move to a screen of another pixel density."""
        if self._started and event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves scrolling to what the chart stands in."""
        event.ignore()

    def _renew(self) -> None:
        self.theme = theme_of(self.palette())
        self.setBackgroundBrush(QColor(self.theme.surface))
        self.restyle()
        self._lay_out()

    def _lay_out(self) -> None:
        self._item.set_size(QSizeF(self.size()))
        self.arrange()
        self.repaint_soon()
