"""The text of the reader with all that belongs to it: marks, links, figures at its margin."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import Chip, SectionView
from ocviewer.ui.reader.document import COUNTRY, web_address
from ocviewer.ui.reader.margin import Margin, MarginChip
from ocviewer.ui.reader.marking import Marking
from ocviewer.ui.reader.marks import Mark
from ocviewer.ui.reader.place_menu import PlaceMenu
from ocviewer.ui.reader.places import Places, Span
from ocviewer.ui.reader.section_text import LEAST_ZOOM, MARGIN, MOST_ZOOM, SectionText
from ocviewer.ui.reader.selecting import selected_by
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

__all__ = ["LEAST_ZOOM", "MARGIN", "MOST_ZOOM", "ReadingView"]

_CTRL = Qt.KeyboardModifier.ControlModifier
_RISE = 5
"""What a paragraph's rectangle has above it, in pixels."""


class ReadingView(SectionText):
    """A section that tells what the user wants of it.

    ``link_clicked`` carries an http or https address to be opened, ``country_picked`` and
    ``country_added`` the ISO3 code of a country named in the text that is wanted here or beside,
    ``figure_picked`` the code of a figure at the margin and the point of the screen.
    """

    link_clicked = Signal(str)
    country_picked = Signal(str)
    country_added = Signal(str)
    figure_picked = Signal(str, QPoint)
    section_shown = Signal()
    """Another section is shown; all marks of the one before are gone."""
    menu_requested = Signal(QMenu, QPoint)
    """The menu that is about to be shown, to add to, and the point of the view it is for."""

    _places: Places | None = None
    _wanted = ""
    _wanted_span: Span | None = None
    _marked = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._marking = Marking()
        self._margin = Margin()
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.document().documentLayout().documentSizeChanged.connect(self._prepare_margin)

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

    def figures(self) -> tuple[MarginChip, ...]:
        """The figures that stand at the margin; none where there is no room for them."""
        return self._margin.chips

    # what Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        """Scrolls to what was asked for before there was a size."""
        super().showEvent(event)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_paragraph(wanted)
        span, self._wanted_span = self._wanted_span, None
        if span is not None:
            self.show_span(span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more or less room at the margin."""
        super().resizeEvent(event)
        self._prepare_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark behind the text: as a selection it would be striped by the line height."""
        scrolled, theme = self.verticalScrollBar().value(), theme_of(self.palette())
        place = self.paragraph_at(self._marked) if self._marked else None
        if place is not None:
            soft, strong = self._mark_colours()
            rect = self._block_rect(place).translated(0, -scrolled)
            rect.setLeft(MARGIN / 2)
            rect.setRight(self.lineWrapColumnOrWidth() - MARGIN / 2)
            painter = QPainter(self.viewport())
            painter.fillRect(rect, QColor(soft))
            painter.fillRect(QRectF(rect.left() - 3, rect.top(), 3, rect.height()), QColor(strong))
            painter.end()
        super().paintEvent(event)
        if self._margin.chips:
            painter = QPainter(self.viewport())
            self._margin.paint(painter, scrolled, QRectF(event.rect()), theme)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and arrows select; Ctrl+Enter puts the country of the link with focus beside."""
        self._mark("")
        selection = selected_by(event, self.textCursor(), self._first_in_view())
        if selection is not None:
            self.setTextCursor(selection)
            return
        code = _country(self.textCursor().charFormat().anchorHref())
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if code and enters and event.modifiers() & _CTRL:
            self.country_added.emit(code)
        else:
            super().keyPressEvent(event)

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
        if self._figure_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

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
        if self._section is None or self._writer is None:
            return
        if self._places is None or self._places.writer is not self._writer:
            self._mark("")
            self._places = Places(self.document(), self._section, self._writer)
        self._paint_marks()
        self._prepare_margin()

    def _paint_marks(self) -> None:
        if self._places is None:
            return
        if self._marking.is_empty():
            if self.extraSelections():
                self.setExtraSelections([])
            return
        theme = theme_of(self.palette())
        self.setExtraSelections(self._marking.selections(self.textCursor(), self._places, theme))

    def _prepare_margin(self) -> None:
        if self._section is None or self._writer is None or not self._section.chips:
            self._margin.clear()
            return
        started = range(self._writer.started())
        tops = [self._block_rect(place).top() + _RISE for place in started]
        left = self.lineWrapColumnOrWidth() - MARGIN
        room = self.viewport().width() - left
        self._margin.prepare(self._section, tops, left, room, self.font())
        self.viewport().update()

    def _block_rect(self, paragraph: int) -> QRectF:
        """The first block of a paragraph, in the document's coordinates.

        A line has its leading below it, so the rectangle starts higher to have as much above.
        """
        if self._writer is None:
            return QRectF()
        block = self.document().findBlockByNumber(self._writer.first_block(paragraph))
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.adjusted(0, -_RISE, 0, 4)

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

    def _figure_at(self, point: QPointF) -> MarginChip | None:
        return self._margin.at(point, self.verticalScrollBar().value())

    def _on_anchor_clicked(self, url: QUrl) -> None:
        code = _country(url.toString())
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
