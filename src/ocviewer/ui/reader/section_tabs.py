"""The tabs of the reader: at a glance and the eleven sections, never behind scroll buttons."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.tab_labels import fit_labels, head_of, narrowest
from ocviewer.ui.theme import Theme, theme_of
from ocviewer.ui.tooltips import tooltip

_ABOVE_AND_BELOW = 8
_UNDERLINE = 3


class SectionTabs(QTabBar):
    """A tab a section, whose labels adapt to the width.

    ``section_picked`` carries the id of the section that the user picked by mouse or by the arrow
    keys, Home and End; ``set_current`` does not emit it.
    """

    section_picked = Signal(str)

    _tabs: tuple[SectionTab, ...] = ()
    _padding = 0
    _letter_height = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._advances: dict[str, int] = {}
        self._hovered = -1
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sections"))
        self.currentChanged.connect(self._on_current_changed)

    def set_tabs(self, tabs: tuple[SectionTab, ...]) -> None:
        """Shows these sections; the one that was open stays so where it is among them."""
        if tabs == self._tabs:
            return
        open_id = self.current_id()
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(self.count() - 1)
            self._tabs = tabs
            for index, tab in enumerate(tabs):
                self.addTab(tab.text)
                self.setTabToolTip(index, tooltip(tab.text))
                self.setAccessibleTabName(index, tab.text)
        self.set_current(open_id)
        self._relabel()
        self.updateGeometry()

    def set_current(self, section_id: str) -> None:
        """Opens a section's tab; an id that has none changes nothing."""
        for index, tab in enumerate(self._tabs):
            if tab.id == section_id and index != self.currentIndex():
                with QSignalBlocker(self):
                    self.setCurrentIndex(index)
                self._relabel()

    def current_id(self) -> str:
        """The id of the open section; empty when there are no tabs."""
        index = self.currentIndex()
        return self._tabs[index].id if 0 <= index < len(self._tabs) else ""

    def tabSizeHint(self, index: int) -> QSize:
        """The label with its padding; nothing is ever cut off or overlaps."""
        width = self._advance(self.tabText(index)) + 2 * self._padding
        return QSize(width, self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """As the size hint: labels are shortened beforehand, so tabs need not shrink."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Wide enough for every title."""
        width = sum(self._advance(tab.text) + 4 * _ABOVE_AND_BELOW for tab in self._tabs)
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the bare numbers."""
        return QSize(narrowest(self._tabs, self._advance), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the labels of the new width."""
        self._relabel()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measures again in a new font, paints again in new colours."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._advances, self._letter_height = {}, 0
            self._relabel()
            self.updateGeometry()
        super().changeEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End as well as Qt's arrow keys."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count() - 1}
        end = ends.get(Qt.Key(event.key()))
        if end is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights up the tab under the pointer."""
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Puts the light out."""
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row of labels on a hairline, the open one underlined."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        for index in range(self.count()):
            self._paint_tab(painter, index, theme)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, theme: Theme) -> None:
        rect = self.tabRect(index)
        is_current = index == self.currentIndex()
        if is_current:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(theme.surface))
            painter.fillRect(rect.adjusted(0, 0, 0, _UNDERLINE - rect.height()), theme.accent)
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.surface)
        elif index == self._hovered:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(theme.track))
        label = self.tabText(index)
        head = head_of(self._tabs[index])
        strong = is_current or index == self._hovered
        inner = rect.adjusted(self._padding, 0, 0, -1)
        rest = label.removeprefix(head) if head else label
        painter.setPen(QColor(theme.accent if is_current else theme.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, flags, head)
        painter.setPen(QColor(theme.text if strong else theme.muted))
        offset = QPoint(self._advance(label) - self._advance(rest), 0)
        painter.drawText(inner.translated(offset), flags, rest)
        if is_current and self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(rect.adjusted(1, _UNDERLINE + 1, -2, -3))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _height(self) -> int:
        if not self._letter_height:
            self._letter_height = ceil(QFontMetricsF(self.font()).height())
        return self._letter_height + 2 * _ABOVE_AND_BELOW

    def _advance(self, text: str) -> int:
        if text not in self._advances:
            self._advances[text] = ceil(QFontMetricsF(self.font()).horizontalAdvance(text))
        return self._advances[text]

    def _relabel(self) -> None:
        fitted = fit_labels(self._tabs, self.currentIndex(), self.width(), self._advance)
        self._padding = fitted.padding
        for index, label in enumerate(fitted.labels):
            if label != self.tabText(index):
                self.setTabText(index, label)

    def _on_current_changed(self, index: int) -> None:
        self._relabel()
        if 0 <= index < len(self._tabs):
            self.section_picked.emit(self._tabs[index].id)
