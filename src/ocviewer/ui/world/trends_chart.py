"""All charts of the trends as one picture: each a door to the ranking of its node."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.world.trends import Trend, Trends
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.world.picture import PictureWidget
from ocviewer.ui.world.trends_drawing import ChartDrawer
from ocviewer.ui.world.trends_layout import Grid, grid
from ocviewer.ui.world.trends_reading import draw_reading

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TrendsChart(PictureWidget):
    """The charts of 36 nodes in groups; the arrows move between them, Enter opens one."""

    node_activated = Signal(str)
    """The code of the chart that was clicked or opened from the keyboard."""
    current_moved = Signal(QRectF)
    """The area of the chart that the keyboard came to, which should be in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with no charts."""
        super().__init__(parent)
        self._part: Trends | None = None
        self._trends: tuple[Trend, ...] = ()
        self._drawer: ChartDrawer | None = None
        self._grid = Grid((), (), 0, 1)
        self._room = QSize()
        self._current = 0
        self._hovered = -1
        self._edition = -1
        self._pressed = -1
        self.setAccessibleName(self.tr("Trends"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.start()

    def set_part(self, part: Trends) -> None:
        """Shows these trends; no new picture where only the chosen edition is another."""
        before, self._part = self._part, part
        if before is not None and before._replace(chosen=part.chosen) == part:
            self.update()
            return
        self._trends = tuple(trend for group in part.groups for trend in group.trends)
        self.setAccessibleName(part.spoken)
        self.setAccessibleDescription(self._trends[self._current].spoken)
        self._dress()
        self.arrange()
        self.redraw()

    def set_room(self, room: QSize) -> None:
        """Fits the charts into a width, and into a height as far as they stay readable."""
        if room != self._room:
            self._room = room
            self.arrange()
            self.redraw()

    def cell(self, code: str) -> QRectF:
        """The area of a node's chart; ``KeyError`` when there is no such node."""
        for place, trend in enumerate(self._trends):
            if trend.code == code:
                return self._grid.cells[place]
        raise KeyError(code)

    @property
    def current(self) -> str:
        """The code of the chart that the keyboard is at."""
        return self._trends[self._current].code if self._trends else ""

    @property
    def columns(self) -> int:
        """How many charts of indicators stand side by side."""
        return self._grid.columns

    def restyle(self) -> None:
        """Takes over colours and font."""
        title = QFont(fitting_font(self.font(), 16))
        title.setWeight(QFont.Weight.DemiBold)
        self._title = Lettering(title)
        self._text = Lettering(fitting_font(self.font(), 14))
        self._dress()

    def _dress(self) -> None:
        if self._part is not None:
            self._drawer = ChartDrawer(self.theme, self._title, self._text, self._part)

    def arrange(self) -> None:
        """Computes the grid."""
        if self._part is None or self._room.isEmpty():
            return
        counts = [len(group.trends) for group in self._part.groups]
        self._grid = grid(QSizeF(self._room), counts)
        self.setFixedSize(self._room.width(), max(round(self._grid.height), self._room.height()))

    def draw(self, painter: QPainter) -> None:
        """Draws every chart."""
        if self._part is None or self._drawer is None:
            return
        for trend, cell in zip(self._trends, self._grid.cells, strict=False):
            self._drawer.draw(painter, cell, trend)
        painter.setFont(self._title.font)
        for group, place in zip(self._part.groups[1:], self._grid.headings, strict=False):
            painter.setPen(QColor(self.theme.line))
            painter.drawLine(place, QPointF(self.width() - place.x(), place.y()))
            painter.setPen(QColor(self.theme.muted))
            painter.drawStaticText(place + QPointF(5, 4), self._title.text(group.title))

    def mark(self, painter: QPainter) -> None:
        """The ring of the focus, and the numbers of the edition under the pointer."""
        if self._part is None or self._drawer is None or not self._grid.cells:
            return
        painter.setFont(self._text.font)
        for cell in self._grid.cells:
            self._drawer.draw_chosen(painter, cell, self._part.chosen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRoundedRect(self._grid.cells[self._current].adjusted(1, 1, -1, -1), 3, 3)
        if self._hovered >= 0:
            cell, trend = self._grid.cells[self._hovered], self._trends[self._hovered]
            painter.setPen(QPen(QColor(self.theme.muted), 1))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            plot = self._drawer.plot(cell)
            x = plot.x(self._edition)
            painter.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()))
            dress = (self.theme, self._title, self._text)
            bounds = QRectF(self.visibleRegion().boundingRect())
            draw_reading(painter, dress, self._part, trend, self._edition, (cell, bounds))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells the numbers of the edition under the pointer."""
        hovered = self._grid.at(event.position())
        edition = -1
        if hovered >= 0 and self._drawer is not None:
            plot = self._drawer.plot(self._grid.cells[hovered])
            edition = plot.nearest(event.position().x())
        self._hover(hovered, edition)

    def leaveEvent(self, event: QEvent) -> None:
        """Tells nothing more."""
        self._hover(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the chart the current one."""
        self._pressed = -1
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._grid.at(event.position())
        if self._pressed >= 0:
            self._current = self._pressed
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the chart where it was pressed."""
        place = self._grid.at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and 0 <= place == self._pressed:
            self.node_activated.emit(self._trends[place].code)
        self._pressed = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves among the charts and opens one."""
        key, here, last = Qt.Key(event.key()), self._current, len(self._trends) - 1
        steps = {
            Qt.Key.Key_Left: max(here - 1, 0),
            Qt.Key.Key_Right: min(here + 1, last),
            Qt.Key.Key_Up: self._beside(-1),
            Qt.Key.Key_Down: self._beside(1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last >= 0 and key in steps:
            self._go_to(steps[key])
        elif last >= 0 and key in _OPENING:
            self.node_activated.emit(self.current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Brings the current chart into sight."""
        super().focusInEvent(event)
        if self._grid.cells and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.current_moved.emit(self._grid.cells[self._current])

    def _beside(self, step: int) -> int:
        """The chart above (-1) or below (1) the current one; itself at the edge."""
        cells = self._grid.cells
        if not cells:
            return self._current
        here = cells[self._current]
        rows = sorted({cell.top() for cell in cells})
        row = rows.index(here.top()) + step
        if not 0 <= row < len(rows):
            return self._current
        places = [place for place, cell in enumerate(cells) if cell.top() == rows[row]]
        middle = here.center().x()
        return min(places, key=lambda place: abs(cells[place].center().x() - middle))

    def _go_to(self, place: int) -> None:
        self._current = place
        self.say(self._trends[place].spoken)
        self.current_moved.emit(self._grid.cells[place])
        self.update()

    def _hover(self, chart: int, edition: int) -> None:
        if (chart, edition) != (self._hovered, self._edition):
            self._hovered, self._edition = chart, edition
            self.update()
