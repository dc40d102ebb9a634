"""A section as text: set in a readable measure, to be selected, copied and zoomed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.copying import copied_text
from ocviewer.ui.reader.document import SectionWriter
from ocviewer.ui.reader.margin import GAP, WIDEST
from ocviewer.ui.reader.measure import TextStyle, measure_of, reading_font
from ocviewer.ui.reader.plain_browser import PlainBrowser
from ocviewer.ui.theme import theme_of

LEAST_ZOOM, MOST_ZOOM = -4, 12
MARGIN = 12
"""The document's margin on every side, in pixels."""

_NOTCH = 120
"""The angle of one step of a mouse wheel, in eighths of a degree."""


class SectionText(PlainBrowser):
    """A section, read-only.

    What is copied is plain text as it is shown, and ends with the source. ``zoom_changed`` carries
    the steps (one point each) after the user zoomed. Nothing is ever loaded.
    """

    zoom_changed = Signal(int)

    _section: SectionView | None = None
    _links: Sequence[Link] = ()
    _writer: SectionWriter | None = None
    _style = TextStyle()
    _centred = False
    _zoom = 0
    _wheel = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text of the section"))
        self.setMinimumHeight(4 * MARGIN)
        self.document().setDocumentMargin(MARGIN)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_section(self, section: SectionView, links: Sequence[Link] = ()) -> None:
        """Shows a section from its beginning, the countries that it names as links."""
        self._section, self._links = section, links
        self._write(section)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(section.heading)

    def section(self) -> SectionView | None:
        """What is shown."""
        return self._section

    def set_zoom(self, steps: int) -> None:
        """Sets the text larger or smaller by points, from −4 to 12; the top line stays in place."""
        steps = max(LEAST_ZOOM, min(steps, MOST_ZOOM))
        if steps == self._zoom:
            return
        self._zoom = steps
        self._rewrite()

    def zoom(self) -> int:
        """The steps of ``set_zoom``."""
        return self._zoom

    def set_text_style(self, style: TextStyle) -> None:
        """Sets the text in another font, measure or line height; the top line stays in place."""
        if style != self._style:
            self._style = style
            self._rewrite()

    def set_centred(self, centred: bool) -> None:
        """Whether the text stands in the middle of a wide view, not at its left."""
        if centred is not self._centred:
            self._centred = centred
            place = self._reading_place()
            self._set_measure()
            self._return_to(place)

    def selectAll(self) -> None:
        """Selects the whole section, also what was not laid out yet."""
        self._write_all()
        super().selectAll()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text with its source, as plain text alone."""
        data = QMimeData()
        citation = self._section.citation if self._section else ""
        data.setText(copied_text(self.textCursor(), citation))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the measure and the line that is being read."""
        super().resizeEvent(event)
        place = self._reading_place()
        self._set_measure()
        self._return_to(place)

    def changeEvent(self, event: QEvent) -> None:
        """Writes the text anew in new colours or in a new font."""
        super().changeEvent(event)
        restyled = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in restyled and self._section is not None:
            self._rewrite()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, zooms; a fine wheel has to turn a whole notch."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _NOTCH)
        self._wheel -= steps * _NOTCH
        self._zoom_to(self._zoom + steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with +, − and 0 zooms; Select all takes in what was not laid out yet."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_to(self._zoom + 1)
        elif with_ctrl and event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._zoom_to(self._zoom - 1)
        elif with_ctrl and event.key() == Qt.Key.Key_0:
            self._zoom_to(0)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Makes the menu's Select all true."""
        self._write_all()
        super().contextMenuEvent(event)

    def _on_written(self) -> None:
        """More of the section is in the document, or all of it anew."""

    def _write(self, section: SectionView) -> SectionWriter:
        if self._writer is None:
            self._dress()
        theme, leading = theme_of(self.palette()), self._style.leading
        self._writer = SectionWriter(self.document(), section, theme, self._links, leading)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._on_written()
        return self._writer

    def _write_on(self) -> None:
        """Lays out the next portion of a text of megabytes."""
        if self._writer is not None and not self._writer.is_complete:
            self._writer.write_more()
            self._on_written()

    def _write_to(self, position: int) -> None:
        if self._writer is not None and not self._writer.is_complete:
            self._writer.write_to(position)
            self._on_written()

    def _write_all(self) -> None:
        if self._writer is not None and not self._writer.is_complete:
            self._writer.write_all()
            self._on_written()

    def _dress(self) -> None:
        """Takes over the font and the zoom, and the measure that goes with them."""
        font = reading_font(self.font(), self._zoom, serif=self._style.serif)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        self._set_measure()

    def _rewrite(self) -> None:
        if self._section is None:
            return
        place, before = self._reading_place(), self.textCursor()
        self._dress()
        selected = before.anchor(), before.position()
        self._write(self._section)
        self._write_to(max(selected))
        cursor = self._cursor_at(selected[0])
        cursor.setPosition(self._cursor_at(selected[1]).position(), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # which may scroll to it, so the place comes last
        self._return_to(place)

    def _set_measure(self) -> None:
        """As wide as the measure, or as the view without its scroll bar, shown or not.

        So a scroll bar that comes or goes never breaks the lines anew.
        """
        measure = measure_of(self.document().defaultFont(), self._style.measure) + 2 * MARGIN
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        width = max(4 * MARGIN, min(measure, room))
        beside = self._left_of_middle(max(0, room - width)) if self._centred else 0
        if beside != self.viewportMargins().left():
            self.setViewportMargins(beside, 0, 0, 0)
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
            # Qt would go on later, and till then look for a point among lines of the old width.
            self.document().size()

    @staticmethod
    def _left_of_middle(free: int) -> int:
        """Half of what is free; less where figures at the margin would have no room."""
        return max(0, min(free // 2, free - WIDEST - 2 * GAP))

    def _reading_place(self) -> tuple[int, int] | None:
        """The first character in view and its distance from the top; ``None`` at the beginning."""
        if self.verticalScrollBar().value() == 0:
            return None
        cursor = self.cursorForPosition(QPoint(MARGIN, 0))
        return cursor.position(), self.cursorRect(cursor).top()

    def _return_to(self, place: tuple[int, int] | None) -> None:
        bar = self.verticalScrollBar()
        if place is None or self._writer is None:
            bar.setValue(0)
            return
        position, distance = place
        self._write_to(position)
        cursor = self._cursor_at(position)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - distance)

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return cursor

    def _zoom_to(self, steps: int) -> None:
        before = self._zoom
        self.set_zoom(steps)
        if self._zoom != before:
            self.zoom_changed.emit(self._zoom)

    def _on_scrolled(self, value: int) -> None:
        """Lays out more before the end of what is there comes into view."""
        bar = self.verticalScrollBar()
        writer = self._writer
        if writer and not writer.is_complete and value + 2 * bar.pageStep() >= bar.maximum():
            self._write_on()
