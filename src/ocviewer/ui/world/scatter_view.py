"""Criminality against resilience, or any two nodes: axes to choose, the field, what it tells."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.world.scatter_part import Dot, Scatter
from ocviewer.ui.charts.scatter import ScatterChart
from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView

_WIDEST_BOX = 340


class ScatterView(WorldView):
    """The choice of two axes above the field, the correlation below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a part is set."""
        super().__init__(parent)
        self._part: Scatter | None = None
        self.across = OptionBox(self.tr("Indicator on the axis across"), self)
        self.up = OptionBox(self.tr("Indicator on the axis upward"), self)
        self.swap = CheckButton(self)
        self.swap.setText(self.tr("⇄ Swap"))
        self.swap.setToolTip(self.tr("Swap the axes"))
        self.swap.setAccessibleName(self.tr("Swap the axes"))
        self.sized = QCheckBox(self.tr("Size by &population"), self)
        self.chart = ScatterChart(self)
        self.sentence = _sentence(self)
        self.notes = _sentence(self)
        self.notes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 2)
        line.setSpacing(8)
        for text, box in ((self.tr("&Across"), self.across), (self.tr("&Up"), self.up)):
            label = QLabel(text, self)
            label.setBuddy(box)
            box.setMaximumWidth(_WIDEST_BOX)
            line.addWidget(label)
            line.addWidget(box, 1)
            if box is self.across:
                line.addWidget(self.swap)
        line.addSpacing(8)
        line.addWidget(self.sized)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.chart, 1)
        column.addWidget(self._told())

    def main_widget(self) -> QWidget:
        """The field of points."""
        return self.chart

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The axes, the size, and the field."""
        return (self.across, self.swap, self.up, self.sized, self.chart)

    def _told(self) -> QWidget:
        """The sentences, in room for three lines: one more or less does not move the field."""
        told = QWidget(self)
        lines = QVBoxLayout(told)
        lines.setContentsMargins(10, 0, 10, 0)
        lines.setSpacing(2)
        lines.addWidget(self.sentence)
        lines.addWidget(self.notes)
        lines.addStretch(1)
        told.setMinimumHeight(3 * self.fontMetrics().lineSpacing() + 4)
        return told

    def _connect(self) -> None:
        self.across.picked.connect(lambda code: self.chosen.emit({"indicator": code}))
        self.up.picked.connect(lambda code: self.chosen.emit({"versus": code}))
        self.sized.toggled.connect(lambda on: self.chosen.emit({"sized": on}))
        self.swap.clicked.connect(self._swap)
        self.chart.activated.connect(self._activate)

    def set_part(self, part: WorldPart) -> None:
        """Shows a part; what is the same as before is left alone."""
        assert isinstance(part, Scatter)
        if part == self._part:
            return
        self._part = part
        self.across.set_options(part.nodes, part.x.code)
        self.up.set_options(part.nodes, part.y.code)
        with QSignalBlocker(self.sized):
            self.sized.setChecked(part.sized)
        for label, text in ((self.sentence, part.correlation), (self.notes, part.notes)):
            label.setText(text)
        self.chart.set_part(part)

    def _swap(self) -> None:
        if self._part is not None:
            self.chosen.emit({"indicator": self._part.y.code, "versus": self._part.x.code})

    @Slot(int, bool, QPoint)
    def _activate(self, index: int, beside: bool, place: QPoint) -> None:
        """Opens the country of a point; of several at one point the user picks from a menu."""
        if self._part is None:
            return
        dots = self._part.points[index].dots
        if len(dots) == 1:
            self._open(dots[0], beside=beside)
        else:
            self._ask(dots, beside, place)

    def _ask(self, dots: tuple[Dot, ...], beside: bool, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Put beside the others:") if beside else self.tr("Open:")
        menu.addAction(title).setEnabled(False)
        for dot in dots:
            # an ampersand would mark a key
            action = menu.addAction(dot.name.replace("&", "&&"))
            action.triggered.connect(lambda *, d=dot: self._open(d, beside=beside))
            if dot.iso3 == self.chart.current:
                menu.setActiveAction(action)
        menu.popup(place)

    def _open(self, dot: Dot, *, beside: bool) -> None:
        (self.country_added if beside else self.country_picked).emit(dot.iso3)


def _sentence(parent: QWidget) -> QLabel:
    """A label for sentences, as text and never as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
