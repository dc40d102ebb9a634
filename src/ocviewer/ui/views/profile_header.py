"""The head of a pane: the country's name, where it lies, its edition and its facts."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ocviewer.presenter.page import FactView
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.elided_label import ElidedLabel

_NAME_SCALE = 1.6


class ProfileHeader(QWidget):
    """Two lines: the name with its place, and the facts with unit and year in their tooltips."""

    close_requested = Signal()
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a pane is set."""
        super().__init__(parent)
        self._name = ElidedLabel(self)
        self._place = ElidedLabel(self)
        self._facts = [ElidedLabel(self) for _ in range(4)]
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setText("✕")
        self._close.setToolTip(self.tr("Close this country"))
        self._close.setAccessibleName(self.tr("Close this country"))
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._name)
        top.addWidget(self._place, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self._close)
        below = QHBoxLayout()
        below.setSpacing(18)
        for label in self._facts:
            below.addWidget(label)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(below)
        self._restyle()

    def set_profile(self, name: str, place: str, edition: str, facts: tuple[FactView, ...]) -> None:
        """Shows a country's name, place, edition and facts."""
        self._name.set_text(name)
        self._place.set_text(f"{place}  ·  {edition}")
        for label, fact in zip(self._facts, facts, strict=True):
            label.set_text(fact.text, fact.tooltip)
            label.setAccessibleName(fact.tooltip)

    def set_closable(self, closable: bool) -> None:
        """Whether the pane can be closed: not the only one."""
        self._close.setVisible(closable)

    def set_active(self, active: bool) -> None:
        """Marks the pane that the country selector speaks to."""
        font = self._name.font()
        font.setUnderline(active)
        self._name.setFont(font)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the head makes the pane the active one."""
        self.pressed.emit()
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the palette."""
        if event.type() is QEvent.Type.PaletteChange:
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _NAME_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        font.setUnderline(self._name.font().underline())
        self._name.setFont(font)
        palette = QPalette(self.palette())
        theme = theme_of(palette)
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        self._place.setPalette(palette)
