"""One map to work with: pointer, wheel, fingers and keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from ocviewer.ui.world.map_frame import STEP, MapFrame
from ocviewer.ui.world.map_shapes import shapes
from ocviewer.ui.world.map_steps import Way, step
from ocviewer.ui.world.map_surface import MapSurface

_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ZOOMS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
    Qt.Key.Key_Underscore: 1 / STEP,
}
_RESETTING = (Qt.Key.Key_Home, Qt.Key.Key_0)
_NOTCH = 120
"""What a wheel tells of one notch."""
_EDGE = 24
"""The country that the keys come to stays this far within the map."""


class MapCanvas(MapSurface):
    """Tells which area the pointer is on, where the keys come to, and what is to be opened."""

    pointed = Signal(str, QPointF)
    """The area under the pointer, empty for none, and where the pointer is."""
    current_moved = Signal(str)
    """The country that the cursor came to."""
    activated = Signal(str, bool)
    """A country to open, or to add to the others."""
    menu_wanted = Signal(str, QPoint)
    """A country whose menu is wanted, and where, in global coordinates."""
    typed = Signal(str)
    """A letter, which is the start of a country's name."""
    focus_changed = Signal()

    def __init__(self, frame: MapFrame, parent: QWidget | None = None) -> None:
        """Empty until a map is set."""
        super().__init__(frame, parent)
        self._places = {
            key: (area.at.x(), area.at.y()) for key, area in shapes().areas.items() if area.scored
        }
        self._pressed: QPointF | None = None
        self._dragged = False
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.start()

    # pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells of the area under the pointer, or drags the world along."""
        place = event.position()
        if self._pressed is None:
            self.point_at(place)
            return
        moved = place - self._pressed
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            if not self._dragged:
                self._dragged = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.pointed.emit("", place)
            self._pressed = place
            self.frame.pan(moved, self._room())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Starts a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens what was clicked; Ctrl adds it to the others."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        dragged, self._pressed = self._dragged, None
        self.unsetCursor()
        self.point_at(event.position())
        key = self.drawing.key_at(event.position())
        if not dragged and key in self._places:
            self.current_moved.emit(key)
            self.activated.emit(key, _with_ctrl(event))

    def leaveEvent(self, event: QEvent) -> None:
        """No area is under the pointer any more."""
        self.pointed.emit("", QPointF())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nor is any when the map is shown again."""
        self.pointed.emit("", QPointF())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Comes nearer to what is under the pointer, or goes away from it."""
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self._zoom(STEP**notches, event.position())
            self.point_at(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Follows two fingers on a touch pad or a touch screen."""
        pad = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is pad:
            self._zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                place = self.mapFromGlobal(pinch.centerPoint())
                self._zoom(pinch.scaleFactor(), QPointF(place))
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the country under the pointer, or of the cursor's."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if self.cursor_shown:
                place = self.drawing.place(self.current).toPoint()
                self.menu_wanted.emit(self.current, self.mapToGlobal(place))
            return
        key = self.drawing.key_at(QPointF(event.pos()))
        if key in self._places:
            self.menu_wanted.emit(key, event.globalPos())

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the cursor, opens its country, comes nearer, or starts to look for a name."""
        key, ctrl = Qt.Key(event.key()), _with_ctrl(event)
        if key in _WAYS and not ctrl:
            self._go_to(step(self._places, self.current, _WAYS[key]))
        elif key in _OPENING and self.cursor_shown:
            self.activated.emit(self.current, ctrl)
        elif key in _ZOOMS and not ctrl:
            self._zoom(_ZOOMS[key], self._middle())
        elif key in _RESETTING and not ctrl:
            self.frame.reset()
        elif event.text().isalpha() and not ctrl:
            self.typed.emit(event.text())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells, so that the cursor is shown."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells, so that the cursor goes."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def show_country(self, key: str, zoom: float) -> None:
        """Brings a country into the middle."""
        self.frame.centre_on(shapes().areas[key].at, zoom, self._room())

    def _go_to(self, key: str) -> None:
        self.current_moved.emit(key)
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if not room.contains(self.drawing.place(key)):
            self.show_country(key, self.frame.zoom)
        self.say(self.drawing.countries[key].spoken)

    def point_at(self, place: QPointF) -> None:
        """Tells of the area at a pixel."""
        self.pointed.emit(self.drawing.key_at(place), place)

    def _zoom(self, factor: float, place: QPointF) -> None:
        self.frame.zoom_by(factor, place, self._room())

    def _middle(self) -> QPointF:
        """Where the keys zoom: at the cursor if it can be seen, else in the middle."""
        if self.cursor_shown:
            place = self.drawing.place(self.current)
            if QRectF(self.rect()).contains(place):
                return place
        return QRectF(self.rect()).center()

    def _room(self) -> QSizeF:
        return QSizeF(self.size())


def _with_ctrl(event: QKeyEvent | QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
