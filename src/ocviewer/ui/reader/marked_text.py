"""A section with marks: words marked in layers, and a paragraph for a while."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import SectionView
from ocviewer.presenter.passage import Passage
from ocviewer.ui.reader.marking import Marking
from ocviewer.ui.reader.marks import Mark, MarkKind
from ocviewer.ui.reader.places import Places, Span
from ocviewer.ui.reader.section_text import MARGIN, SectionText
from ocviewer.ui.theme import theme_of

RISE = 5
"""What a paragraph's rectangle has above it, in pixels."""


class MarkedText(SectionText):
    """Knows where the library's characters are in what is shown."""

    section_shown = Signal()
    """Another section is shown; all marks of the one before are gone."""

    _places: Places | None = None
    _wanted = ""
    _wanted_span: Span | None = None
    _marked = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._marking = Marking()

    def set_section(self, section: SectionView, links: Sequence[Link] = ()) -> None:
        """Shows a section from its beginning, without marks."""
        self._wanted, self._wanted_span = "", None
        self._mark("")
        self._marking.clear()
        super().set_section(section, links)
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

    def show_passage(self, passage: Passage) -> None:
        """Scrolls to a passage, marks what a search found in it, and takes the keys.

        Nothing happens where it has no paragraph.
        """
        number = passage.paragraph
        if number is None:
            return
        found = (Mark(number, start, end, MarkKind.HIT) for start, end in passage.found)
        self.set_marks("search", found)
        self.show_span(Span(number, passage.start, passage.start))
        self.setFocus()

    def selected_spans(self) -> tuple[Span, ...]:
        """What the user selected of the section's text, paragraph by paragraph."""
        cursor = self.textCursor()
        if self._places is None:
            return ()
        return self._places.spans(cursor.selectionStart(), cursor.selectionEnd())

    def character_at(self, point: QPoint) -> Span | None:
        """The character of a paragraph at a point of the view; ``None`` where there is none."""
        below = QPointF(point + QPoint(0, self.verticalScrollBar().value()))
        layout = self.document().documentLayout()
        position = layout.hitTest(below, Qt.HitTestAccuracy.ExactHit)
        if self._places is None or position < 0:
            return None
        found = self._places.spans(position, position + 1)
        return found[0] if found else None

    def first_seen(self) -> Span:
        """The place of the text that is at the top of what is in sight."""
        position = self.cursorForPosition(QPoint(MARGIN, MARGIN)).position()
        spans = (
            self._places.spans(position, self.document().characterCount()) if self._places else ()
        )
        return spans[0] if spans else Span(0, 0, 0)

    def seen_share(self) -> float:
        """The share of the section's text, 0 to 1, that ends at the bottom of what is in sight."""
        if self._section is None or self._writer is None or self._places is None:
            return 0.0
        bar = self.verticalScrollBar()
        if self._writer.is_complete and bar.value() >= bar.maximum():
            return 1.0
        first = self._places.position(0, 0) or 0
        height = self.viewport().height()
        position = self.cursorForPosition(QPoint(self.viewport().width(), height)).position()
        whole = sum(len(paragraph.text) + 1 for paragraph in self._section.paragraphs)
        return max(0.0, min((position - first) / max(1, whole), 1.0))

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
        if not self.isVisible():
            self._wanted = code
            return
        self._mark(code)
        self.verticalScrollBar().setValue(int(self._block_rect(place).top()) - MARGIN // 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Scrolls to what was asked for before there was a size."""
        super().showEvent(event)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_paragraph(wanted)
        span, self._wanted_span = self._wanted_span, None
        if span is not None:
            self.show_span(span)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the mark of a paragraph away."""
        self._mark("")
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the mark of a paragraph away."""
        self._mark("")
        super().mousePressEvent(event)

    def _on_written(self) -> None:
        if self._section is None or self._writer is None:
            return
        if self._places is None or self._places.writer is not self._writer:
            self._mark("")
            self._places = Places(self.document(), self._section, self._writer)
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

    def _block_rect(self, paragraph: int) -> QRectF:
        """The first block of a paragraph, in the document's coordinates.

        A line has its leading below it, so the rectangle starts higher to have as much above.
        """
        if self._writer is None:
            return QRectF()
        block = self.document().findBlockByNumber(self._writer.first_block(paragraph))
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.adjusted(0, -RISE, 0, 4)

    def _mark_colours(self) -> tuple[str, str]:
        """Soft and strong: the family of the indicator that is marked."""
        theme = theme_of(self.palette())
        for chip in self._section.chips if self._section else ():
            if chip.code == self._marked:
                return theme.family_soft(chip.polarity), theme.family(chip.polarity)
        return theme.highlight, theme.mark

    def _mark(self, code: str) -> None:
        self._marked = code
        self.viewport().update()
