"""How the text is set, in a small popup: font, size, length of the lines and their height."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from ocviewer.ui.reader.measure import LEADINGS, MEASURES, TextStyle
from ocviewer.ui.reader.section_text import LEAST_ZOOM, MOST_ZOOM
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.views.focus_ring import FocusRing


class TextSettings(QFrame):
    """Closes with Escape or a click beside it; what is set is seen at once.

    ``style_picked`` carries a ``TextStyle``, ``zoom_picked`` the steps.
    """

    style_picked = Signal(object)
    zoom_picked = Signal(int)

    def __init__(self, style: TextStyle, zoom: int, parent: QWidget) -> None:
        """Shows what is set now."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Text settings"))
        self._style = style
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setHorizontalSpacing(12)
        self.sans, self.serif = self._fonts()
        self.zoom = self._slider(
            self.tr("Size"), range(LEAST_ZOOM, MOST_ZOOM + 1), zoom, _signed, self.zoom_picked.emit
        )
        self.measure = self._slider(
            self.tr("Column width"),
            MEASURES,
            style.measure,
            lambda value: self.tr("%1 characters").replace("%1", str(value)),
            lambda value: self._pick(self._style._replace(measure=value)),
        )
        self.leading = self._slider(
            self.tr("Line height"),
            LEADINGS,
            style.leading,
            lambda value: f"{value}\u00a0%",
            lambda value: self._pick(self._style._replace(leading=value)),
        )
        usual = CheckButton(self)
        usual.setText(self.tr("As usual"))
        usual.clicked.connect(self._reset)
        self._grid.addWidget(usual, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        (self.serif if style.serif else self.sans).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around it: the style's own frame is not seen on a dark ground."""
        painter = QPainter(self)
        painter.setPen(QColor(theme_of(self.palette()).muted))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _fonts(self) -> tuple[CheckButton, CheckButton]:
        sans, serif = CheckButton(self), CheckButton(self)
        sans.setText(self.tr("Sans serif"))
        serif.setText(self.tr("Serif"))
        for button, wanted in ((sans, False), (serif, True)):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(self._style.serif is wanted)
            button.clicked.connect(
                lambda *, kind=wanted: self._pick(self._style._replace(serif=kind))
            )
        row = QHBoxLayout()
        row.addWidget(sans)
        row.addWidget(serif)
        row.addStretch(1)
        self._grid.addWidget(QLabel(self.tr("Font"), self), 0, 0)
        self._grid.addLayout(row, 0, 1, 1, 2)
        return sans, serif

    def _slider(
        self,
        name: str,
        values: range,
        value: int,
        worded: Callable[[int], str],
        pick: Callable[[int], object],
    ) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(values[0], values[-1])
        slider.setPageStep(max(1, len(values) // 10))
        slider.setValue(value)
        slider.setMinimumWidth(160)
        slider.setAccessibleName(name)
        FocusRing(slider)
        shown = QLabel(worded(value), self)
        widest = max(shown.fontMetrics().horizontalAdvance(worded(each)) for each in values)
        shown.setMinimumWidth(widest)
        slider.valueChanged.connect(lambda now: shown.setText(worded(now)))
        slider.valueChanged.connect(pick)
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(name, self), row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(shown, row, 2)
        return slider

    def _reset(self) -> None:
        usual = TextStyle()
        self.sans.click()
        self.zoom.setValue(0)
        self.measure.setValue(usual.measure)
        self.leading.setValue(usual.leading)

    def _pick(self, style: TextStyle) -> None:
        self._style = style
        self.style_picked.emit(style)


def _signed(steps: int) -> str:
    return f"{steps:+d}".replace("-", "−") if steps else "0"
