"""A reader whose paragraphs can be pushed down, to stand beside those of other readers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.measure import TextStyle
from ocviewer.ui.reader.text_view import MARGIN, ReadingView


class AlignedView(ReadingView):
    """Tells where its paragraphs are by themselves, and takes a lead above each of them."""

    laid_out = Signal()
    """Paragraphs may have moved: another text, width, font or zoom."""

    _leads: tuple[float, ...] = ()

    def set_section(self, section: SectionView, links: Sequence[Link] = ()) -> None:
        """Shows a section from its beginning, without leads."""
        self._leads = ()
        super().set_section(section, links)
        self.laid_out.emit()

    def set_zoom(self, steps: int) -> None:
        """Sets the text larger or smaller."""
        before = self.zoom()
        super().set_zoom(steps)
        if self.zoom() != before:
            self._written_anew()

    def set_text_style(self, style: TextStyle) -> None:
        """Sets the text in another font, measure or line height."""
        super().set_text_style(style)
        self._written_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may break elsewhere."""
        width = self.lineWrapColumnOrWidth()
        super().resizeEvent(event)
        if self.lineWrapColumnOrWidth() != width:
            self.laid_out.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another palette or font writes the text anew."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds:
            self._written_anew()

    def _written_anew(self) -> None:
        self._leads = ()
        self.laid_out.emit()

    def tops(self) -> tuple[float, ...] | None:
        """Where paragraphs start without leads, in the document, and where the last one ends.

        ``None`` for a text so long that it is not laid out at once.
        """
        section, writer = self._section, self._writer
        if section is None or writer is None or not writer.is_complete:
            return None
        found, pushed = [], 0.0
        for place in range(len(section.paragraphs)):
            pushed += self._leads[place] if self._leads else 0
            found.append(self._block_top(self._block(place)) - pushed)
        last = self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        return (*found, last.bottom() - pushed)

    def set_leads(self, leads: Sequence[float], end: float) -> None:
        """Pushes each paragraph down by so many pixels, and lets the document end at ``end``.

        The line that is being read stays where it is.
        """
        place = self._reading_place()
        if tuple(leads) != (self._leads or (0.0,) * len(leads)):
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            for paragraph, lead in enumerate(leads):
                self._push(cursor, self._block(paragraph), lead)
            cursor.endEditBlock()
        self._leads = tuple(leads)
        self._end_at(end)
        self._return_to(place)

    def _block(self, paragraph: int) -> QTextBlock:
        number = self._writer.first_block(paragraph) if self._writer else 0
        return self.document().findBlockByNumber(number)

    def _block_top(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    @staticmethod
    def _push(cursor: QTextCursor, block: QTextBlock, lead: float) -> None:
        """Between two blocks there is the larger of the margins below one and above the other."""
        form = block.blockFormat()
        margin = block.previous().blockFormat().bottomMargin() + lead if lead else 0.0
        if form.topMargin() != margin:
            form.setTopMargin(margin)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)

    def _end_at(self, end: float) -> None:
        last = self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        margin = MARGIN + max(0.0, end - last.bottom())
        if abs(form.bottomMargin() - margin) > 0.5:
            form.setBottomMargin(margin)
            frame.setFrameFormat(form)
