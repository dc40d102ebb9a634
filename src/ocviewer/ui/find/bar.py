"""The bar below the reader: what to find, how often it is there, and the way from hit to hit."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.views.focus_ring import FocusRing

_LEAST_FIELD = 120
_WIDEST_FIELD = 320
_NARROW = 460
"""Below this width, in pixels, the bar tells the count alone."""


class SectionCount(NamedTuple):
    """A section with hits: the place of its tab, its title, and how many there are."""

    section: int
    title: str
    hits: int


class _Field(QLineEdit):
    """Enter goes on, Shift+Enter back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """A line of input with its answer.

    ``changed`` carries what is typed, ``stepped`` 1 or -1 for the next or previous hit,
    ``section_picked`` the place of a tab, and ``closed`` tells that the bar is no longer wanted.
    """

    changed = Signal(str)
    stepped = Signal(int)
    section_picked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Find in page"))
        self._sections: Sequence[SectionCount] = ()
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Find in page"))
        self.field.setAccessibleName(self.tr("Find in page"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(_LEAST_FIELD)
        self.field.setMaximumWidth(_WIDEST_FIELD)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.where = CheckButton(self)
        self.where.clicked.connect(self._open_menu)
        previous = self._button(Qt.ArrowType.UpArrow, self.tr("Previous hit"), -1)
        following = self._button(Qt.ArrowType.DownArrow, self.tr("Next hit"), 1)
        close = QToolButton(self)
        close.setAutoRaise(True)
        close.setText("✕")
        close.setAccessibleName(self.tr("Close the search in the page"))
        close.clicked.connect(self.closed)
        self._steps = (previous, following)
        self._close = close
        for each in (*self._steps, close):
            FocusRing(each)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 6, 3)
        layout.setSpacing(4)
        # as high without the button, which is not always there, so that the text stays in place
        layout.addStrut(self.where.sizeHint().height())
        layout.addWidget(self.field, 1)
        layout.addWidget(previous)
        layout.addWidget(following)
        layout.addSpacing(4)
        layout.addWidget(self.count)
        layout.addWidget(self.where)
        layout.addStretch(1)
        layout.addWidget(close)
        self.field.stepped.connect(self.stepped)
        self.field.textChanged.connect(self.changed)
        self.tell(0, 0, ())

    def _button(self, arrow: Qt.ArrowType, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setArrowType(arrow)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def tell(self, number: int, of: int, sections: Sequence[SectionCount], here: int = -1) -> None:
        """Shows that hit ``number`` of ``of`` is the present one, in the section ``here``."""
        self._sections = sections
        if of:
            text = self.tr("%1 of %2").replace("%1", str(number)).replace("%2", str(of))
        else:
            text = self.tr("Not found") if self.field.text().strip() else ""
        self.count.setText(text)
        self.count.setAccessibleName(text)
        for button in self._steps:
            button.setEnabled(of > 0)
        own = next((each.hits for each in sections if each.section == here), 0)
        self.where.setText(self.tr("%1 in this section").replace("%1", str(own)) + " ▾")
        self.where.setToolTip(self.tr("How many there are in each section"))
        self._fit()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab."""
        return (self.field, *self._steps, self.where, self._close)

    def _fit(self) -> None:
        self.where.setVisible(bool(self._sections) and self.width() >= _NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the count stands alone."""
        super().resizeEvent(event)
        self._fit()

    def _open_menu(self) -> None:
        self.section_menu().popup(self.where.mapToGlobal(QPoint(0, 0)))

    def section_menu(self) -> QMenu:
        """The sections with their counts; one that is chosen is opened at its first hit."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._sections:
            action = menu.addAction(f"{each.title}\t{each.hits}".replace("&", "&&"))
            action.triggered.connect(
                lambda *, section=each.section: self.section_picked.emit(section)
            )
        return menu
