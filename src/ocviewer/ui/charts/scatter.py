"""All countries by two scores: a chart whose points are doors to the countries."""

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from ocviewer.library.folding import fold
from ocviewer.presenter.world.scatter_part import Dot, Point, Scatter
from ocviewer.ui.charts.canvas import ChartView
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.charts.neighbours import nearest, neighbour
from ocviewer.ui.charts.scatter_card import card
from ocviewer.ui.charts.scatter_item import Pointed, ScatterItem
from ocviewer.ui.charts.scatter_layout import REACH, Field, arranged
from ocviewer.ui.charts.scatter_marks import ANOTHER_RING, RING, around
from ocviewer.ui.charts.scatter_picture import Face, ScatterPicture
from ocviewer.ui.charts.scatter_sketch import sketch
from ocviewer.ui.charts.scatter_type import Typesetter
from ocviewer.ui.charts.type_ahead import TypeAhead

_COUNT_HEIGHT = 12
"""How high the line of a count may be within its mark."""
_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMING_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ScatterChart(ChartView):
    """Points for countries, those with the same scores as one with a count.

    The arrow keys move to the next point, letters to a country by the beginning of its name; Enter
    opens it, and with Ctrl puts it beside the others, as a click does.
    """

    activated = Signal(int, bool, QPoint)
    """The point that was clicked or opened from the keyboard, whether its country should come
    beside the others, and where, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with no points."""
        self._part: Scatter | None = None
        self._dots: tuple[tuple[int, Dot], ...] = ()
        self._keys: tuple[str, ...] = ()
        self.places: list[tuple[float, float]] = []
        """Where the points stand in the chart's coordinates."""
        self.radii: list[float] = []
        """The radii of their marks."""
        self._reaches: list[float] = []
        self._current = ""
        self._hovered = -1
        self._pressed = -1
        self._keyed = True
        self._typing = TypeAhead()
        self._paper = ScatterItem()
        super().__init__(self._paper, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._field: Field
        self.start()

    def set_part(self, part: Scatter) -> None:
        """Shows a part; the country with the focus keeps it where it still has a point."""
        if part == self._part:
            return
        self._part = part
        self._dots = tuple(
            (index, dot) for index, point in enumerate(part.points) for dot in point.dots
        )
        self._dots = tuple(sorted(self._dots, key=lambda pair: pair[1].key))
        self._keys = tuple(dot.key for _, dot in self._dots)
        if self.current_point < 0:
            opened = [mark.iso3 for mark in part.opened]
            self._current = next(iter(opened or [dot.iso3 for _, dot in self._dots]), "")
        self._hovered = -1
        self.arrange()
        self.describe(part.title, part.spoken)
        self.repaint_soon()

    @property
    def current(self) -> str:
        """The country (ISO3) that the keyboard is on; empty where there is none."""
        return self._current

    @property
    def current_point(self) -> int:
        """The point of the country that the keyboard is on, −1 where it has none."""
        return next((index for index, dot in self._dots if dot.iso3 == self._current), -1)

    def point_place(self, index: int) -> QPointF:
        """Where a point stands in the chart's coordinates."""
        return QPointF(*self.places[index])

    @property
    def picture(self) -> ScatterPicture:
        """What is painted."""
        return self._paper.picture

    @property
    def pointed(self) -> Pointed | None:
        """The ring and card that are shown."""
        return self._paper.pointed

    def sizeHint(self) -> QSize:
        """Room for a field that can be read."""
        return QSize(720, 480)

    def minimumSizeHint(self) -> QSize:
        """Room for the axes, and for little more."""
        return QSize(360, 260)

    def restyle(self) -> None:
        """Takes over colours and font."""
        bold = QFont(self.font())
        bold.setBold(True)
        small = fitting_font(self.font(), _COUNT_HEIGHT)
        self._letters = Lettering(self.font())
        self._fonts = {
            Face.USUAL: self._letters,
            Face.STRONG: Lettering(bold),
            Face.SMALL: Lettering(small),
        }
        self._paper.dress(self.theme, {face: each.font for face, each in self._fonts.items()})

    def arrange(self) -> None:
        """Computes the field, the points and the picture."""
        part = self._part
        if part is None:
            return
        size = QSizeF(self.size())
        self._field, entries = arranged(part, size, self._letters)
        setter = Typesetter(self._fonts, self.theme, self.snapper())
        self._paper.show_picture(sketch(part, entries, self._field, setter), sized=part.sized)
        self.places = [(self._field.x(p.x), self._field.y(p.y)) for p in part.points]
        self.radii = [self._field.radius(p, sized=part.sized) for p in part.points]
        self._reaches = [radius + REACH for radius in self.radii]
        self._point()

    # the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells of the point under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tells of none."""
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the point's first country the current one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self._at(event.position())
        if self._pressed >= 0 and self._pressed != self.current_point:
            self._current = self._points[self._pressed].dots[0].iso3
        self._keyed = False
        self._point()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the point where it was pressed."""
        index = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index >= 0 and index == self._pressed:
            beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.activated.emit(index, beside, event.globalPosition().toPoint())
        self._pressed = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click, and does nothing more."""

    def _at(self, position: QPointF) -> int:
        return nearest(self.places, self._reaches, position.x(), position.y())

    def _hover(self, index: int) -> None:
        if index == self._hovered:
            return
        self._hovered = index
        shape = Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._point()

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves to the next point or to a country, and opens it."""
        key, index = Qt.Key(event.key()), self.current_point
        if index < 0:
            event.ignore()
        elif key in _ARROWS:
            self._go_to(self._points[neighbour(self.places, index, _ARROWS[key])].dots[0])
        elif key in _OPENING:
            beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            place = self.viewport().mapToGlobal(self.point_place(index).toPoint())
            self.activated.emit(index, beside, place)
        elif not self._type(event):
            event.ignore()

    def _type(self, event: QKeyEvent) -> bool:
        """Whether the key was a character of a name."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text()
        if event.modifiers() & commands or not text.isprintable() or not text:
            return False
        now = time.monotonic()
        character = fold(text) or (" " if text == " " and self._typing.going_on(now) else "")
        if not character:
            return False
        order = [dot.iso3 for _, dot in self._dots]
        found = self._typing.find(character, self._keys, order.index(self._current), now)
        if found >= 0:
            self._go_to(self._dots[found][1])
        return True

    def _go_to(self, dot: Dot) -> None:
        self._current = dot.iso3
        self._keyed = True
        self._hovered = -1
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, dot.spoken))
        self._point()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is, unless it was a click that came here."""
        super().focusInEvent(event)
        if event.reason() not in _COMING_BACK:
            self._keyed = event.reason() is not Qt.FocusReason.MouseFocusReason
        self._point()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._point()

    # what is pointed at

    @property
    def _points(self) -> tuple[Point, ...]:
        return self._part.points if self._part is not None else ()

    def _point(self) -> None:
        """Shows ring and card at the point under the pointer, else where the keyboard is."""
        keyed = self.current_point if self.hasFocus() and self._keyed else -1
        index = self._hovered if self._hovered >= 0 else keyed
        self._paper.pointed = None if index < 0 else self._pointed_at(index, focused=index == keyed)
        self.repaint_soon()

    def _pointed_at(self, index: int, *, focused: bool) -> Pointed:
        rings = sum(mark.point == index for mark in self._part.opened) if self._part else 0
        reach = self.radii[index] + (RING + ANOTHER_RING * rings if rings else 2.5)
        ring = around(self.point_place(index), reach)
        area, texts = card(
            self._points[index], ring, self._field.frame, self._fonts, self.theme, self._more
        )
        return Pointed(ring, area, texts, focused)

    def _more(self, count: int) -> str:
        return self.tr("and %1 more").replace("%1", str(count))
