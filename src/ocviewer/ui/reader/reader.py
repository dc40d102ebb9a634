"""The tabbed reader: tabs, the indicators of the open section, its text."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import SectionTab, SectionView
from ocviewer.ui.reader.chips import ChipBar
from ocviewer.ui.reader.measure import TextStyle
from ocviewer.ui.reader.section_tabs import SectionTabs
from ocviewer.ui.reader.text_view import ReadingView

_LOW = 200
"""Below this height, in device-independent pixels, chips would leave no line of text."""


class Reader(QWidget):
    """One section of one country, and the way to the others.

    ``section_picked`` carries the id of a section, ``indicator_picked`` the code of a chip,
    ``figure_picked`` that of a figure at the margin and the point of the screen, ``zoom_changed``
    the steps, ``link_clicked`` the address, ``country_picked`` and ``country_added`` the ISO3 code
    of a country that the text names; each only after the user acted.
    """

    section_picked = Signal(str)
    indicator_picked = Signal(str)
    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    country_picked = Signal(str)
    country_added = Signal(str)
    figure_picked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty reader."""
        super().__init__(parent)
        self._alone = False
        self._has_text = True
        self._tabs = SectionTabs(self)
        self._chips = ChipBar(self)
        self._view = ReadingView(self)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._chips)
        layout.addWidget(self._view, 1)
        self.setAccessibleName(self.tr("Reader"))
        self._tabs.section_picked.connect(self.section_picked)
        self._chips.indicator_picked.connect(self.indicator_picked)
        self._view.zoom_changed.connect(self.zoom_changed)
        self._view.link_clicked.connect(self.link_clicked)
        self._view.country_picked.connect(self.country_picked)
        self._view.country_added.connect(self.country_added)
        self._view.figure_picked.connect(self.figure_picked)

    def set_tabs(self, tabs: tuple[SectionTab, ...]) -> None:
        """Shows the tabs of these sections."""
        self._tabs.set_tabs(tabs)

    def set_section(self, section: SectionView, links: Sequence[Link] = ()) -> None:
        """Shows a section from its beginning, with links to countries, and opens its tab."""
        self._tabs.set_current(section.id)
        self._chips.set_chips(section.chips)
        self._has_text = bool(section.paragraphs)
        self._chips.set_room(self._has_room_for_chips())
        self._view.set_centred(self._alone and self._has_text)
        self._view.set_section(section, links)

    def show_indicator(self, code: str) -> None:
        """Scrolls to the paragraph of an indicator and marks it; nothing where there is none."""
        self._view.show_paragraph(code)

    def place_bar(self, bar: QWidget) -> None:
        """Puts a bar below the text."""
        if self._column.indexOf(bar) < 0:
            self._column.addWidget(bar)

    def set_text_alone(self, alone: bool) -> None:
        """Whether the text stands alone, in the middle, without tabs.

        Its figures stand at the margin then, and only where there is no text in chips.
        """
        self._alone = alone
        self._tabs.setVisible(not alone)
        self._chips.set_room(self._has_room_for_chips())
        self._view.set_centred(alone and self._has_text)

    def _has_room_for_chips(self) -> bool:
        return self.height() >= _LOW and not (self._alone and self._has_text)

    def set_text_style(self, style: TextStyle) -> None:
        """Sets the text in another font, measure or line height."""
        self._view.set_text_style(style)

    def set_zoom(self, steps: int) -> None:
        """Sets the text larger or smaller, from −4 to 12 points."""
        self._view.set_zoom(steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low reader is for the text: its indicators are marked among the bars anyway."""
        self._tabs.set_room(event.size().height())
        self._chips.set_room(self._has_room_for_chips())
        super().resizeEvent(event)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab."""
        return (*self._tabs.tab_stops(), *self._chips.tab_stops(), self._view)

    def tabs(self) -> SectionTabs:
        """The tabs."""
        return self._tabs

    def chips(self) -> ChipBar:
        """The chips."""
        return self._chips

    def view(self) -> ReadingView:
        """The text."""
        return self._view
