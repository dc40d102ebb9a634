"""The text of the reader with all that belongs to it: marks, links, figures at its margin."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from ocviewer.presenter.page import Chip
from ocviewer.ui.reader.addresses import COUNTRY, WORDING_LINK, web_address
from ocviewer.ui.reader.margin import Margin, MarginChip
from ocviewer.ui.reader.marked_text import RISE, MarkedText
from ocviewer.ui.reader.place_menu import PlaceMenu
from ocviewer.ui.reader.section_text import LEAST_ZOOM, MARGIN, MOST_ZOOM
from ocviewer.ui.reader.selecting import selected_by
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

__all__ = ["LEAST_ZOOM", "MARGIN", "MOST_ZOOM", "ReadingView"]

_CTRL = Qt.KeyboardModifier.ControlModifier


class ReadingView(MarkedText):
    """A section that tells what the user wants of it.

    ``link_clicked`` carries an http or https address to be opened, or ``WORDING_LINK``: the view
    itself opens nothing and loads nothing. ``country_picked`` and
    ``country_added`` the ISO3 code of a country named in the text that is wanted here or beside,
    ``figure_picked`` the code of a figure at the margin and the point of the screen.
    """

    link_clicked = Signal(str)
    country_picked = Signal(str)
    country_added = Signal(str)
    figure_picked = Signal(str, QPoint)
    menu_requested = Signal(QMenu, QPoint)
    """The menu that is about to be shown, to add to, and the point of the view it is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._margin = Margin()
        self._over_figure = False
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.document().documentLayout().documentSizeChanged.connect(self._prepare_margin)

    def figures(self) -> tuple[MarginChip, ...]:
        """The figures that stand at the margin; none where there is no room for them."""
        return self._margin.chips

    # what Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more or less room at the margin."""
        super().resizeEvent(event)
        self._prepare_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figures beside the text."""
        super().paintEvent(event)
        if self._margin.chips:
            painter = QPainter(self.viewport())
            scrolled, theme = self.verticalScrollBar().value(), theme_of(self.palette())
            self._margin.paint(painter, scrolled, QRectF(event.rect()), theme)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and arrows select; Ctrl+Enter puts the country of the link with focus beside."""
        self._mark("")
        selection = selected_by(event, self._selected_in_text(), self._first_in_view())
        if selection is not None:
            self.setTextCursor(selection)
            return
        code = _country(self.textCursor().charFormat().anchorHref())
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if code and enters and event.modifiers() & _CTRL:
            self.country_added.emit(code)
        else:
            super().keyPressEvent(event)

    def _selected_in_text(self) -> QTextCursor:
        """The cursor; without a selection where that is a link of the heading, which has focus."""
        cursor = self.textCursor()
        begin = self._places.position(0, 0) if self._places else None
        if cursor.selectionEnd() < (begin or 0):
            cursor.clearSelection()
        return cursor

    def _first_in_view(self) -> QTextCursor:
        """The first character in view of the paragraphs."""
        cursor = self.cursorForPosition(QPoint(MARGIN, 0))
        begin = self._places.position(0, 0) if self._places else None
        return self._cursor_at(max(cursor.position(), begin or 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the mark away; a figure at the margin is picked."""
        self._mark("")
        figure = self._figure_at(event.position())
        if figure is not None and event.button() is Qt.MouseButton.LeftButton:
            self.figure_picked.emit(figure.chip.code, event.globalPosition().toPoint())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A figure at the margin can be pressed, and looks like it."""
        super().mouseMoveEvent(event)
        over = self._figure_at(event.position()) is not None
        if over is not self._over_figure:  # Qt itself sets it anew at links alone
            self._over_figure = over
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip of a figure at the margin."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            figure = self._figure_at(QPointF(event.pos()))
            if figure is not None:
                QToolTip.showText(event.globalPos(), tooltip(figure.chip.tooltip), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and above it what there is at this place: a country, figures."""
        self._write_all()
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        address = cursor.charFormat().anchorHref() if by_key else self.anchorAt(event.pos())
        code = _country(address)
        menu = PlaceMenu(self.createStandardContextMenu(event.pos()))
        menu.add_country(code, next((link.name for link in self._links if link.iso3 == code), ""))
        menu.add_figures(self._figures_of(cursor.position()), event.globalPos())
        menu.country_picked.connect(self.country_picked)
        menu.country_added.connect(self.country_added)
        menu.figure_picked.connect(self.figure_picked)
        self.menu_requested.emit(menu.menu, event.pos())
        menu.popup(event.globalPos())

    def _figures_of(self, position: int) -> list[Chip]:
        """The figures of the paragraph at a position of the document."""
        place = self._places.paragraph_of(position) if self._places else None
        if place is None or self._section is None:
            return []
        codes = self._section.paragraphs[place].indicators
        return [chip for chip in self._section.chips if chip.code in codes]

    # what the text is made of

    def _on_written(self) -> None:
        super()._on_written()
        self._prepare_margin()

    def _prepare_margin(self) -> None:
        if self._section is None or self._writer is None or not self._section.chips:
            self._margin.clear()
            return
        started = range(self._writer.started())
        tops = [self._block_rect(place).top() + RISE for place in started]
        left = self.lineWrapColumnOrWidth() - MARGIN
        room = self.viewport().width() - left
        self._margin.prepare(self._section, tops, left, room, self.font())
        self.viewport().update()

    def _figure_at(self, point: QPointF) -> MarginChip | None:
        return self._margin.at(point, self.verticalScrollBar().value())

    def _on_anchor_clicked(self, url: QUrl) -> None:
        code = _country(url.toString())
        if url.toString() == WORDING_LINK:
            self.link_clicked.emit(WORDING_LINK)
            return
        address = web_address(self._section.url) if self._section else ""
        if code and QApplication.keyboardModifiers() & _CTRL:
            self.country_added.emit(code)
        elif code:
            self.country_picked.emit(code)
        elif address:
            self.link_clicked.emit(address)


def _country(address: str) -> str:
    """The code of the country that a link leads to; empty for an address of the web."""
    return address.removeprefix(COUNTRY) if address.startswith(COUNTRY) else ""
