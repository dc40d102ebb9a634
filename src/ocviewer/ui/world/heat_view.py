"""The view of the heat table: what is shown and in which order, the legend, and the table."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.world.heat import Heat
from ocviewer.ui.tooltips import tooltip
from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar
from ocviewer.ui.world.heat_chart import HeatChart
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView


class HeatView(WorldView):
    """Shows the table of all countries and indicators; a row opens its country."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts empty."""
        super().__init__(parent)
        self._part: Heat | None = None
        self.grouping = OptionBox(self.tr("Order of the rows"), self)
        self.since = OptionBox(self.tr("Scores or changes"), self)
        self.chart = HeatChart(self)
        self._zoomers: list[CheckButton] = []
        self.bar = FlatScrollBar(self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self._lay_out()
        self.grouping.picked.connect(lambda value: self.chosen.emit({"grouping": value}))
        self.since.picked.connect(lambda value: self.chosen.emit({"since": value}))
        self.bar.valueChanged.connect(self.chart.scroll_to)
        self.chart.scrolled.connect(self._show_scroll)
        self.chart.country_opened.connect(self.country_picked)
        self.chart.country_added.connect(self.country_added)
        self.chart.menu_requested.connect(self._show_menu)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 6, 10, 6)
        for box in (self.grouping, self.since):
            box.setMaximumWidth(190)
            top.addWidget(box, 1)
        for text, tip, step in (
            ("−", self.tr("Lower rows (Ctrl+wheel, −)"), -1),
            ("+", self.tr("Higher rows, with names (Ctrl+wheel, +)"), 1),
        ):
            button = CheckButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _checked=False, s=step: self.chart.zoom(s))
            top.addWidget(button)
            self._zoomers.append(button)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.chart, 1)
        middle.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(middle, 1)

    def main_widget(self) -> QWidget:
        """The table."""
        return self.chart

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The choosers, the two buttons, and the table."""
        return (self.grouping, self.since, *self._zoomers, self.chart)

    def set_part(self, part: WorldPart) -> None:
        """Shows a part."""
        assert isinstance(part, Heat)
        if part != self._part:
            self._part = part
            self.grouping.set_options(part.groupings, part.grouping)
            self.grouping.setToolTip(tooltip(part.order_detail))
            self.since.set_options(part.sinces, part.since)
            self.chart.set_part(part)

    def _show_scroll(self, offset: int, most: int, page: int) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setRange(0, most)
            self.bar.setPageStep(page)
            self.bar.setSingleStep(60)
            self.bar.setValue(offset)
        self.bar.update()

    def _show_menu(self, iso3: str, code: str, place: QPoint) -> None:
        """Open, add, or see where the country stands in the ranking of the indicator."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.country_picked.emit(iso3))
        menu.addAction(self.tr("Add to comparison")).triggered.connect(
            lambda: self.country_added.emit(iso3)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Show in ranking")).triggered.connect(
            lambda: self.ranking_wanted.emit(code, iso3)
        )
        menu.popup(place)
