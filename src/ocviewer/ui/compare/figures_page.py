"""The figures of all panes: the pyramids above the matrix, scrolled together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ocviewer.presenter.compare.compared import Comparison
from ocviewer.presenter.page import Pane
from ocviewer.ui.compare.matrix import Matrix
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

if TYPE_CHECKING:  # brings pyqtgraph
    from ocviewer.ui.compare.pyramids import Pyramids


class FiguresPage(QScrollArea):
    """The matrix at once; the pyramids come with ``bring_charts``, after the first paint."""

    indicator_activated = Signal(str)
    ranking_requested = Signal(str, int)
    menu_requested = Signal(str, QPoint, int)
    turned = Signal(int)
    edges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes the matrix."""
        super().__init__(parent)
        self._panes: Sequence[Pane] = ()
        self._comparison: Comparison | None = None
        self.pyramids: Pyramids | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(FlatScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.matrix = Matrix(self._holder)
        self._column.addWidget(self.matrix, 3)
        self.setWidget(self._holder)
        self.matrix.indicator_activated.connect(self.indicator_activated)
        self.matrix.ranking_requested.connect(self.ranking_requested)
        self.matrix.menu_requested.connect(self.menu_requested)
        self.matrix.turned.connect(self.turned)
        self.matrix.row_wanted.connect(self._show_row)
        self.matrix.edges_changed.connect(self._share_edges)

    def set_panes(self, comparison: Comparison, panes: Sequence[Pane]) -> None:
        """Shows these panes."""
        self._comparison, self._panes = comparison, panes
        self.matrix.set_comparison(comparison, tuple(pane.colour for pane in panes))
        self._show_pyramids()

    def bring_charts(self) -> None:
        """Makes the pyramids; the first call of the program imports pyqtgraph."""
        if self.pyramids is not None:
            return
        from ocviewer.ui.compare.pyramids import Pyramids  # noqa: PLC0415 - after the first paint

        self.pyramids = Pyramids(self._holder)
        self._column.insertWidget(0, self.pyramids, 1)
        self._show_pyramids()
        self._share_edges()

    def _show_pyramids(self) -> None:
        if self.pyramids is not None and self._comparison is not None:
            pyramids = [pane.pyramid for pane in self._panes]
            colours = tuple(pane.colour for pane in self._panes)
            self.pyramids.set_pyramids(pyramids, colours, self._comparison.pyramids)

    def _share_edges(self) -> None:
        if self.pyramids is not None:
            self.pyramids.set_edges(self.matrix.sheet.edges())
        self.edges_changed.emit()

    def _show_row(self, row: QRectF) -> None:
        """Brings a row into sight, with its neighbours."""
        place = self.matrix.mapTo(self._holder, row.center().toPoint())
        self.ensureVisible(place.x(), place.y(), 0, 2 * round(row.height()))
