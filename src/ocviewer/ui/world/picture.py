"""The ground of a view that is painted as a whole: a prepared picture, and marks above it.

The picture is drawn when figures, size or colours change; a move of the pointer only copies it and
draws the marks anew.
"""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ocviewer.ui.theme import theme_of

_RESTYLING = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
)


class PictureWidget(QWidget):
    """Keeps what ``draw`` painted; ``mark`` paints what changes with pointer and keyboard.

    A subclass computes its geometry in ``arrange`` and takes colours and font in ``restyle``, and
    calls ``start`` at the end of its constructor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Opaque, and with the focus by Tab and click."""
        super().__init__(parent)
        self.theme = theme_of(self.palette())
        """The colours to paint in."""
        self._picture: QPixmap | None = None
        self._started = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def arrange(self) -> None:
        """Computes the geometry from the size and the figures."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Takes over the colours of ``theme`` and the font; ``arrange`` follows."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paints the picture on the ground of the theme."""
        raise NotImplementedError

    def mark(self, painter: QPainter) -> None:
        """Paints what is above the picture: the focus, and what is under the pointer."""
        raise NotImplementedError

    def start(self) -> None:
        """Takes up colours, font and size for the first time."""
        self._started = True
        self._renew()

    def redraw(self) -> None:
        """Asks for a new picture at the next paint."""
        self._picture = None
        self.update()

    def say(self, text: str) -> None:
        """Tells a screen reader what the keyboard came to."""
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the picture and draws the marks."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(self.theme.surface))
            painter = QPainter(self._picture)
            self.draw(painter)
            painter.end()
        painter = QPainter(self)
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        painter.drawPixmap(area, self._picture, source)
        self.mark(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Computes the geometry anew."""
        super().resizeEvent(event)
        if self._started:
            self._lay_out()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _renew(self) -> None:
        self.theme = theme_of(self.palette())
        self.restyle()
        self._lay_out()

    def _lay_out(self) -> None:
        self.arrange()
        self.redraw()
