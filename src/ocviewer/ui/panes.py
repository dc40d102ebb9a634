"""Where panes are shown: a single one as a profile, several as a comparison."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocviewer.presenter.page import Page, Pane
from ocviewer.ui.views.pane_view import PaneView

if TYPE_CHECKING:  # comes with a text, the second pane or a search
    from ocviewer.presenter.links import Link
    from ocviewer.presenter.passage import Passage
    from ocviewer.ui.compare.compare_view import CompareView
    from ocviewer.ui.reader.measure import TextStyle
    from ocviewer.ui.reader.text_view import ReadingView


class Panes(QWidget):
    """Shows the panes of a page, and tells what the user wants of them.

    Text and charts come with ``bring_reader`` and ``bring_charts``, after the first paint; what
    comes into sight later has them at once.
    """

    indicator_activated = Signal(str)
    menu_requested = Signal(str, QPoint, int)
    """The code of a node, the point of the screen, and the pane."""
    ranking_requested = Signal(str, int)
    """The node whose ranking is wanted, and the pane whose country should be in view."""
    place_requested = Signal()
    """The page of the single pane's region is wanted."""
    section_picked = Signal(str)
    figures_wanted = Signal()
    turned = Signal(int)
    """The pane that the user turned to."""
    close_requested = Signal(int)
    edition_picked = Signal(int, int)
    """A pane and the year that it should show."""
    moved = Signal(int, int)
    """A pane and the place that it should have."""
    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    country_picked = Signal(str, int)
    """A country that a text names, and the pane that it is wanted in."""
    country_added = Signal(str)

    def __init__(
        self,
        zoom: int,
        links_of: "Callable[[Pane], tuple[Link, ...]]",
        parent: QWidget | None = None,
    ) -> None:
        """Makes what shows a single pane.

        ``zoom`` is the size of the text, in steps; ``links_of`` finds the countries that the open
        section of a pane names.
        """
        super().__init__(parent)
        self._page: Page | None = None
        self._zoom = zoom
        self._reader = self._charts = self._alone = False
        self._text_style: TextStyle | None = None
        self._links_of = links_of
        self.pane = PaneView(self)
        """What shows a single pane."""
        self.pane.links_of = links_of
        self.comparison: CompareView | None = None
        """What shows several."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.pane)
        self.pane.indicator_activated.connect(self.indicator_activated)
        self.pane.ranking_menu_requested.connect(
            lambda code, place: self.menu_requested.emit(code, place, 0)
        )
        self.pane.ranking_requested.connect(lambda code: self.ranking_requested.emit(code, 0))
        self.pane.place_requested.connect(self.place_requested)
        self.pane.section_picked.connect(self.section_picked)
        self.pane.zoom_changed.connect(self.zoom_changed)
        self.pane.link_clicked.connect(self.link_clicked)
        self.pane.country_picked.connect(lambda iso3: self.country_picked.emit(iso3, 0))
        self.pane.country_added.connect(self.country_added)

    def _make_comparison(self) -> "CompareView":
        from ocviewer.ui.compare.compare_view import CompareView  # noqa: PLC0415 - not for one

        view = CompareView(self._links_of, self)
        view.hide()
        view.set_text_alone(self._alone)
        if self._text_style is not None:
            view.set_text_style(self._text_style)
        view.indicator_activated.connect(self.indicator_activated)
        view.ranking_requested.connect(self.ranking_requested)
        view.menu_requested.connect(self.menu_requested)
        view.section_picked.connect(self.section_picked)
        view.figures_wanted.connect(self.figures_wanted)
        view.turned.connect(self.turned)
        view.close_requested.connect(self.close_requested)
        view.edition_picked.connect(self.edition_picked)
        view.moved.connect(self.moved)
        view.zoom_changed.connect(self.zoom_changed)
        view.link_clicked.connect(self.link_clicked)
        view.country_picked.connect(self.country_picked)
        view.country_added.connect(self.country_added)
        self._column.addWidget(view)
        return view

    def set_page(self, page: Page) -> None:
        """Shows one pane as it is, several in the comparison."""
        self._page = page
        compares = page.comparison is not None
        if compares and self.comparison is None:
            self.comparison = self._make_comparison()
        if compares and self.comparison is not None:
            self.comparison.set_page(page)
        else:
            self.pane.set_pane(page, page.panes[0])
        if self.comparison is not None and self.pane.isHidden() is not compares:
            self.pane.setVisible(not compares)
            self.comparison.setVisible(compares)
            if self._reader:
                self.bring_reader()
            if self._charts:
                self.bring_charts()

    def set_active(self, index: int) -> None:
        """Marks the pane that the country selector speaks to, where there are several."""
        if self.comparison is not None:
            self.comparison.set_active(index)

    def set_zoom(self, steps: int) -> None:
        """Sets the text of every reader to one size."""
        self._zoom = steps
        if self._reader:
            self._seen().bring_reader(self._shown(), steps)

    def show_indicator(self, code: str) -> None:
        """Brings the paragraph of an indicator into view in every pane."""
        self._seen().show_indicator(code)

    def show_passage(self, pane: int, passage: "Passage") -> None:
        """Brings a passage of a pane's text into view, with what a search found marked there."""
        for number, view in enumerate(self.text_views()):
            if number == pane:
                view.show_passage(passage)
            else:
                view.set_marks("search", ())

    def bring_reader(self) -> None:
        """Shows the text."""
        self._reader = True
        self._seen().bring_reader(self._shown(), self._zoom)

    def bring_charts(self) -> None:
        """Makes the charts; the first call of the program imports pyqtgraph."""
        self._charts = True
        self._seen().bring_charts()

    def first_widgets(self) -> list[QWidget]:
        """What has to be painted before names, scores, changes and ranks are there."""
        return self._seen().first_widgets()

    def text_widgets(self) -> list[QWidget]:
        """What has to be painted before the text is there."""
        return self._seen().text_widgets()

    def chart_widgets(self) -> list[QWidget]:
        """What has to be painted before the charts are there; nothing where none is in sight."""
        return self._seen().chart_widgets()

    def main_widget(self) -> QWidget:
        """The text of a single pane; the matrix, or the text, of several."""
        return self._seen().main_widget()

    def text_views(self) -> "list[ReadingView]":
        """The views of the text that is in sight, by pane; none before it is brought."""
        if not self._reader:
            return []
        seen = self._seen()
        return [seen.reader.view()] if isinstance(seen, PaneView) else seen.text_views()

    def set_text_alone(self, contents: QWidget | None) -> None:
        """Shows the text alone: of one pane beside ``contents``; with ``None``, figures again."""
        self._alone = contents is not None
        self.pane.set_text_alone(contents)
        if self.comparison is not None:
            self.comparison.set_text_alone(self._alone)

    def set_text_style(self, style: "TextStyle") -> None:
        """Sets the text of every reader in another font, measure or line height."""
        self._text_style = style
        self.pane.set_text_style(style)
        if self.comparison is not None:
            self.comparison.set_text_style(style)

    def place_bar(self, bar: QWidget) -> None:
        """Puts a bar below the text that is in sight."""
        self._seen().place_bar(bar)

    def pane_of(self, widget: QWidget) -> int:
        """The pane that a widget belongs to alone; -1 where it is that of all, or of none."""
        if self.comparison is None or self.comparison.isHidden():
            return -1
        return self.comparison.pane_of(widget)

    def sizes(self) -> dict[str, list[int]]:
        """How the user parted the figures and the reader of a single pane."""
        return self.pane.sizes()

    def set_sizes(self, sizes: Mapping[str, list[int]]) -> None:
        """Parts figures and reader as remembered."""
        self.pane.set_sizes(sizes)

    def _seen(self) -> "PaneView | CompareView":
        if self.comparison is None or self.comparison.isHidden():
            return self.pane
        return self.comparison

    def _shown(self) -> Page:
        if self._page is None:
            raise RuntimeError("no page was set")
        return self._page
