"""One section as a tab: its number and as much of its title as fits."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.tab_labels import head_of
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

STRIPE = 3
"""How wide the open tab's stripe is, in pixels, as that of the picker's open country."""

MOVES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""The keys that move among the tabs."""


class TabButton(QAbstractButton):
    """Checked where its section is open; the keys that move go on to the bar that holds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A tab without a section."""
        super().__init__(parent)
        self._head = ""
        self._label = ""
        self._padding = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_tab(self, tab: SectionTab) -> None:
        """Stands for a section: its whole title for pointer and screen reader."""
        self._head = head_of(tab)
        self.setToolTip(tooltip(tab.text))
        self.setAccessibleName(tab.text)

    @property
    def label(self) -> str:
        """What is written on the tab."""
        return self._label

    def set_label(self, label: str, padding: int) -> None:
        """Writes this on the tab, so many pixels from its left.

        It is no button's text: Qt would read an ampersand in a title as a shortcut.
        """
        if (label, padding) != (self._label, self._padding):
            self._label, self._padding = label, padding
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves moving to the bar, which knows rows and columns."""
        if event.key() in MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paints again in new colours."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number and title; the open one on the ground of the text, with a stripe."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        rect = self.rect()
        lit = self.isChecked() or self.underMouse()
        if self.isChecked():
            painter.fillRect(rect, QColor(theme.surface))
            painter.fillRect(QRect(0, 0, STRIPE, rect.height()), QColor(theme.accent))
        elif lit:
            painter.fillRect(rect, QColor(theme.track))
        head = self._head
        inner = rect.adjusted(self._padding, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(theme.accent if self.isChecked() else theme.muted))
        painter.drawText(inner, flags, head)
        painter.setPen(QColor(theme.text if lit else theme.muted))
        after = round(QFontMetricsF(self.font()).horizontalAdvance(head))
        painter.drawText(inner.adjusted(after, 0, 0, 0), flags, self._label.removeprefix(head))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(STRIPE + 1, 1, -1, -1))
        painter.end()
