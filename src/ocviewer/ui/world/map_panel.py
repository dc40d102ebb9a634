"""A map with its title above and its legend below."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocviewer.presenter.world.map_part import MapSide, WorldMap
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.world.map_canvas import MapCanvas
from ocviewer.ui.world.map_frame import MapFrame
from ocviewer.ui.world.map_legend import MapLegend


class MapPanel(QWidget):
    """Title, map and legend."""

    def __init__(self, frame: MapFrame, parent: QWidget | None = None) -> None:
        """Empty until a map is set."""
        super().__init__(parent)
        self.title = ElidedLabel(self)
        font = QFont(self.font())
        font.setBold(True)
        self.title.setFont(font)
        self.title.setContentsMargins(12, 4, 12, 0)
        self.note = ElidedLabel(self)
        self.note.setContentsMargins(12, 0, 12, 2)
        self.canvas = MapCanvas(frame, self)
        self.legend = MapLegend(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.legend)

    def set_side(self, side: MapSide, part: WorldMap) -> None:
        """Shows a map of a part."""
        self.title.set_text(side.title)
        self.note.set_text(side.note)
        self.canvas.set_side(side, part)
        self.legend.set_side(side, part.unscored)
