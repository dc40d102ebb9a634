"""The figures of a pane: score cards, pyramid and the bars of all 32 indicators."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocviewer.domain.indicator import ACTORS, CRIMINALITY, MARKETS, RESILIENCE
from ocviewer.presenter.page import FiguresPart
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.views.score_card import ScoreCard

if TYPE_CHECKING:
    from ocviewer.ui.charts.bars import BarChart
    from ocviewer.ui.charts.pyramid import PyramidChart

_GAP = 6
_BARS_AT_MOST = 660
"""Where rows get no easier to read from more height, in device-independent pixels."""
_CARD_PLACES = {
    CRIMINALITY: (0, 0),
    RESILIENCE: (0, 1),
    MARKETS: (1, 0),
    ACTORS: (1, 1),
}
"""Row and column of each card: the two roots above, the parts of criminality below."""


class FiguresView(QWidget):
    """Cards at once; the charts come when ``bring_charts`` is called, after the first paint."""

    indicator_activated = Signal(str)
    ranking_requested = Signal(str)
    """The code of a card that was opened, or of a bar whose ranking is wanted."""
    menu_requested = Signal(str, QPoint)
    """The code of a card or bar whose menu is wanted, and where, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes the cards and leaves room for the charts."""
        super().__init__(parent)
        self._part: FiguresPart | None = None
        self.cards = {code: ScoreCard(self) for code in _CARD_PLACES}
        for card in self.cards.values():
            card.activated.connect(self.ranking_requested)
            card.menu_requested.connect(self.menu_requested)
        self.charts: dict[str, BarChart] = {}
        self.pyramid: PyramidChart | None = None
        self._headings: dict[str, ElidedLabel] = {}
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._legend = ElidedLabel(self)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 6, 6)
        self._layout.setSpacing(_GAP)
        for code, (row, column) in _CARD_PLACES.items():
            self._layout.addWidget(self.cards[code], row, column)
        self._lay_out_bars()
        for column, stretch in enumerate((3, 3, 4)):
            self._layout.setColumnStretch(column, stretch)
        # what the bars do not need goes to the cards and the pyramid
        self._layout.setRowStretch(2, 1)

    def _lay_out_bars(self) -> None:
        """Markets at the left; actors and resilience, as many rows in all, at the right."""
        holder = QWidget(self)
        bars = QGridLayout(holder)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setHorizontalSpacing(2 * _GAP)
        bars.setVerticalSpacing(0)
        for column, layout in enumerate(self._columns):
            layout.setSpacing(0)
            bars.addLayout(layout, 0, column)
            bars.setColumnStretch(column, 1)
        bars.addWidget(self._legend, 1, 0, 1, 2)
        bars.setRowStretch(0, 1)
        for code, column in ((MARKETS, 0), (ACTORS, 1), (RESILIENCE, 1)):
            heading = ElidedLabel(self)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            heading.setContentsMargins(0, 3, 0, 1)
            self._headings[code] = heading
            self._columns[column].addWidget(heading)
        holder.setMaximumHeight(_BARS_AT_MOST)
        self._layout.addWidget(holder, 2, 0, 1, 3)

    def bring_charts(self) -> None:
        """Makes the charts; the first call of the program imports pyqtgraph."""
        from ocviewer.ui.charts.bars import BarChart  # noqa: PLC0415 - after the first paint
        from ocviewer.ui.charts.pyramid import PyramidChart  # noqa: PLC0415

        self.pyramid = PyramidChart(self)
        self._layout.addWidget(self.pyramid, 0, 2, 2, 1)
        for code, rows, column in ((MARKETS, 15, 0), (ACTORS, 5, 1), (RESILIENCE, 12, 1)):
            chart = BarChart(self)
            chart.indicator_activated.connect(self.indicator_activated)
            chart.ranking_requested.connect(self.ranking_requested)
            chart.menu_requested.connect(self.menu_requested)
            layout = self._columns[column]
            layout.insertWidget(layout.indexOf(self._headings[code]) + 1, chart, rows)
            self.charts[code] = chart
        if self._part is not None:
            self._show_charts(None, self._part)

    def set_figures(self, part: FiguresPart) -> None:
        """Shows a country's figures or a place's means; what did not change is not touched."""
        before, self._part = self._part, part
        for index, card in enumerate(part.cards):
            if before is None or before.cards[index] != card:
                self.cards[card.code].set_card(card)
        if before is None or before.legend != part.legend:
            self._legend.set_text(part.legend)
        for index, group in enumerate(part.groups):
            if before is None or before.groups[index].title != group.title:
                self._headings[group.code].set_text(group.title)
        if self.charts:
            self._show_charts(before, part)

    def _show_charts(self, before: FiguresPart | None, part: FiguresPart) -> None:
        if self.pyramid is not None and (before is None or before.pyramid != part.pyramid):
            self.pyramid.set_pyramid(part.pyramid)
        for index, group in enumerate(part.groups):
            if before is None or before.groups[index] != group:
                self.charts[group.code].set_group(group)

    def chart_widgets(self) -> list[QWidget]:
        """What has to be painted before the figures are complete."""
        charts = [chart.viewport() for chart in self.charts.values()]
        return charts if self.pyramid is None else [*charts, self.pyramid.viewport()]

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab: averages before indicators."""
        return (*self.cards.values(), *self.charts.values())

    def mark(self, codes: tuple[str, ...]) -> None:
        """Marks the rows of the indicators that the open section treats."""
        for chart in self.charts.values():
            chart.set_selected(codes)
