"""The text of the reader: set in a readable measure, to be selected, copied and zoomed."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.copying import copied_text
from ocviewer.ui.reader.document import SectionWriter, web_address
from ocviewer.ui.reader.marking import Marking
from ocviewer.ui.reader.marks import Mark
from ocviewer.ui.reader.measure import measure_of, reading_font
from ocviewer.ui.reader.places import Places, Span
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

LEAST_ZOOM, MOST_ZOOM = -4, 12
MARGIN = 12
"""The document's margin on every side, in pixels."""

_NOTCH = 120
"""The angle of one step of a mouse wheel, in eighths of a degree."""


class ReadingView(QTextBrowser):
    """A section, read-only.

    What is copied is plain text and ends with the source. ``zoom_changed`` carries the steps (one
    point each) after the user zoomed, ``link_clicked`` an http or https address that the user
    wants opened: the view itself opens nothing and loads nothing.
    """

    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    section_shown = Signal()
    """Another section is shown; all marks of the one before are gone."""

    _section: SectionView | None = None
    _writer: SectionWriter | None = None
    _places: Places | None = None
    _zoom = 0
    _wheel = 0
    _wanted = ""
    _wanted_span: Span | None = None
    _marked = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._marking = Marking()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(FlatScrollBar(self))
        # one that comes and goes would resize the view, and lay its text out, once more
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName(self.tr("Text of the section"))
        self.setMinimumHeight(4 * MARGIN)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_section(self, section: SectionView) -> None:
        """Shows a section from its beginning."""
        self._section = section
        self._wanted, self._wanted_span = "", None
        self._marking.clear()
        self._write(section)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(section.heading)
        self.section_shown.emit()

    def set_marks(self, layer: str, marks: Iterable[Mark]) -> None:
        """Replaces the marks of one of ``LAYERS``; another section takes all marks away.

        ``ValueError`` for a layer that there is not. A mark of no paragraph is not shown.
        """
        self._marking.set_layer(layer, marks)
        self._paint_marks()

    def show_span(self, span: Span) -> None:
        """Scrolls a passage into view, if it is not there, and lays out up to it."""
        if self._writer is None or self._places is None:
            return
        if not self.isVisible():  # without a size there is nowhere to scroll to
            self._wanted_span = span
            return
        place = self._places.position(span.paragraph, span.start)
        while place is None and not self._writer.is_complete:
            self._write_on()
            place = self._places.position(span.paragraph, span.start)
        if place is None:
            return
        bar, rect = self.verticalScrollBar(), self.cursorRect(self._cursor_at(place))
        if rect.top() < MARGIN or rect.bottom() > self.viewport().height() - MARGIN:
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def selected_spans(self) -> tuple[Span, ...]:
        """What the user selected of the section's text, paragraph by paragraph."""
        cursor = self.textCursor()
        if self._places is None:
            return ()
        return self._places.spans(cursor.selectionStart(), cursor.selectionEnd())

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

    def paragraph_at(self, code: str) -> int | None:
        """The place of the first paragraph that treats an indicator, or ``None``."""
        paragraphs = self._section.paragraphs if self._section else ()
        for place, paragraph in enumerate(paragraphs):
            if code in paragraph.indicators:
                return place
        return None

    def show_paragraph(self, code: str) -> None:
        """Scrolls to the first paragraph that treats an indicator and marks it for a while.

        The mark goes with the next key, click or section. No such paragraph: nothing happens.
        """
        place = self.paragraph_at(code)
        if place is None or self._writer is None:
            return
        if not self.isVisible():  # without a size there is nowhere to scroll to
            self._wanted = code
            return
        self._mark(code)
        self.verticalScrollBar().setValue(int(self._block_rect(place).top()) - MARGIN // 2)

    def selectAll(self) -> None:
        """Selects the whole section, also what was not laid out yet."""
        self._write_all()
        super().selectAll()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """No bytes: text from files never makes the reader load anything.

        Not ``None``, upon which Qt would look for a local file itself.
        """
        return QByteArray()

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

    def showEvent(self, event: QShowEvent) -> None:
        """Scrolls to what was asked for before there was a size."""
        super().showEvent(event)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_paragraph(wanted)
        span, self._wanted_span = self._wanted_span, None
        if span is not None:
            self.show_span(span)

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
        self._mark("")
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark behind the text: as a selection it would be striped by the line height."""
        place = self.paragraph_at(self._marked) if self._marked else None
        if place is not None:
            soft, strong = self._mark_colours()
            rect = self._block_rect(place).translated(0, -self.verticalScrollBar().value())
            rect.setLeft(MARGIN / 2)
            rect.setRight(self.lineWrapColumnOrWidth() - MARGIN / 2)
            painter = QPainter(self.viewport())
            painter.fillRect(rect, QColor(soft))
            painter.fillRect(QRectF(rect.left() - 3, rect.top(), 3, rect.height()), QColor(strong))
            painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the mark away."""
        self._mark("")
        super().mousePressEvent(event)

    def _write(self, section: SectionView) -> SectionWriter:
        self._mark("")
        if self._writer is None:
            self._dress()
        self._writer = SectionWriter(self.document(), section, theme_of(self.palette()))
        self._places = Places(self.document(), section, self._writer)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._paint_marks()
        return self._writer

    def _write_on(self) -> None:
        """Lays out the next portion of a text of megabytes, with its marks."""
        if self._writer is not None:
            self._writer.write_more()
            self._paint_marks()

    def _write_all(self) -> None:
        if self._writer is not None and not self._writer.is_complete:
            self._writer.write_all()
            self._paint_marks()

    def _paint_marks(self) -> None:
        if self._places is None:
            return
        if self._marking.is_empty():
            if self.extraSelections():
                self.setExtraSelections([])
            return
        theme = theme_of(self.palette())
        self.setExtraSelections(self._marking.selections(self.textCursor(), self._places, theme))

    def _dress(self) -> None:
        """Takes over the font and the zoom, and the measure that goes with them."""
        font = reading_font(self.font(), self._zoom)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        self._set_measure()

    def _rewrite(self) -> None:
        if self._section is None:
            return
        place, before = self._reading_place(), self.textCursor()
        self._dress()
        selected = before.anchor(), before.position()
        self._write(self._section).write_to(max(selected))
        self._paint_marks()
        cursor = self._cursor_at(selected[0])
        cursor.setPosition(self._cursor_at(selected[1]).position(), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # which may scroll to it, so the place comes last
        self._return_to(place)

    def _set_measure(self) -> None:
        """As wide as the measure, or as the view without its scroll bar, shown or not.

        So a scroll bar that comes or goes never breaks the lines anew.
        """
        measure = measure_of(self.document().defaultFont()) + 2 * MARGIN
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        width = max(4 * MARGIN, min(measure, room))
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
            # Qt would go on later, and till then look for a point among lines of the old width.
            self.document().size()

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
        self._writer.write_to(position)
        self._paint_marks()
        cursor = self._cursor_at(position)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - distance)

    def _block_rect(self, paragraph: int) -> QRectF:
        """The first block of a paragraph, in the document's coordinates.

        A line has its leading below it, so the rectangle starts higher to have as much above.
        """
        if self._writer is None:
            return QRectF()
        block = self.document().findBlockByNumber(self._writer.first_block(paragraph))
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.adjusted(0, -5, 0, 4)

    def _mark_colours(self) -> tuple[str, str]:
        """Soft and strong: the family of the indicator that is marked."""
        theme = theme_of(self.palette())
        for chip in self._section.chips if self._section else ():
            if chip.code == self._marked:
                return theme.family_soft(chip.polarity), theme.family(chip.polarity)
        return theme.highlight, theme.mark

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return cursor

    def _mark(self, code: str) -> None:
        self._marked = code
        self.viewport().update()

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

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = web_address(self._section.url) if self._section else ""
        if address:
            self.link_clicked.emit(address)
