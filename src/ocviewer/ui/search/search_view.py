"""The search: a line to type in, boxes for its filters, and what is found."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ocviewer.library.search.completion import Completion
from ocviewer.library.search.index import Progress
from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.search.part import FilterBox, SearchPart
from ocviewer.presenter.search.results import Results
from ocviewer.presenter.state import View
from ocviewer.ui.search.completion_bar import CompletionBar
from ocviewer.ui.search.found_table import FoundTable
from ocviewer.ui.search.preview import Preview
from ocviewer.ui.search.result_list import ResultList
from ocviewer.ui.search.search_edit import SearchEdit
from ocviewer.ui.search.units import characters, units
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.world_view import WorldView

_WIDE = 640
"""From this width, in pixels, there is room for a passage beside the list."""


class SearchView(WorldView):
    """Tells what is typed and which hit is wanted; others find and word the answer.

    ``completions_wanted`` carries the text and the place of the cursor, ``hit_shown`` the hit
    whose passage should stand beside the list, ``passage_picked`` the hit to open.
    """

    completions_wanted = Signal(str, int)
    hit_shown = Signal(object)
    passage_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a part is set."""
        super().__init__(parent)
        self._part: SearchPart | None = None
        self.list = ResultList(self)
        self.preview = Preview(self)
        self.table = FoundTable(self)
        self.edit = SearchEdit(self.list, self)
        self.edit.setPlaceholderText(self.tr("Search texts, definitions, countries and figures…"))
        self.edit.setAccessibleName(self.tr("Search"))
        self.offers = CompletionBar(self)
        self.boxes = {name: OptionBox(text, self) for name, text in self._box_names().items()}
        self.mistake = QLabel(self)
        self.mistake.setTextFormat(Qt.TextFormat.PlainText)
        self.mistake.setWordWrap(True)
        self.mistake.hide()
        self.summary = ElidedLabel(self, at_end=True)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.progress = QProgressBar(self)
        self.progress.setMaximumWidth(220)
        self.progress.setMaximumHeight(self.summary.sizeHint().height())
        self.progress.setFormat(self.tr("Reading the texts: %p %"))
        self.progress.hide()
        self.help = QLabel(self._help(), self)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.help.setMargin(16)
        self.help.setWordWrap(True)
        self.help.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.found = QSplitter(Qt.Orientation.Horizontal, self)
        self.centre = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._dress()

    def _box_names(self) -> dict[str, str]:
        return {
            "edition": self.tr("Edition"),
            "place": self.tr("Where"),
            "section": self.tr("Section"),
            "indicator": self.tr("Indicator"),
        }

    def _help(self) -> str:
        lines = (
            self.tr("Words find texts, definitions and names. The last word may go on."),
            self.tr("Quotes keep words together, a minus leaves out, a star lets a word go on:"),
            '    "state officials" -mining traffick*',
            self.tr("Figures find countries:"),
            '    cocaine > 8 region:"South America"',
            "    resilience < 4 change < 0",
            "    criminality >= 7 edition:2023",
        )
        return "\n".join(lines)

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(6)
        for name, box in self.boxes.items():
            box.setMinimumContentsLength(8)  # four of them have to fit
            boxes.addWidget(box, 2 if name == "edition" else 3)
        line = QHBoxLayout()
        line.addWidget(self.offers, 2)
        line.addWidget(self.progress)
        line.addWidget(self.summary, 1)
        self.found.addWidget(self.list)
        self.found.addWidget(self.preview)
        self.found.setChildrenCollapsible(False)
        self.found.setSizes([540, 460])
        self.centre.addWidget(self.help)
        self.centre.addWidget(self.found)
        self.centre.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 6)
        column.setSpacing(5)
        column.addWidget(self.edit)
        column.addLayout(line)
        column.addWidget(self.mistake)
        column.addLayout(boxes)
        column.addWidget(self.centre, 1)

    def _connect(self) -> None:
        self.edit.textChanged.connect(lambda text: self.chosen.emit({"query": text}))
        self.edit.cursorPositionChanged.connect(self._ask_completions)
        self.edit.completion_taken.connect(self.offers.take)
        self.edit.confirmed.connect(self._open_current)
        self.edit.left.connect(self._leave)
        self.offers.picked.connect(self._complete)
        self.list.left.connect(self.edit.setFocus)
        self.list.picked.connect(self.passage_picked)
        self.list.hit_shown.connect(self._show_hit)
        self.table.picked.connect(self.country_picked)
        self.table.add_requested.connect(self.country_added)
        self.table.replaced.connect(self.order_tab)
        self.preview.opened.connect(self.list.open_current)
        for name, box in self.boxes.items():
            box.picked.connect(lambda value, n=name: self._filter(n, value))

    def _leave(self) -> None:
        self.view_wanted.emit(View.PROFILE, {})

    # what is asked

    def set_part(self, part: WorldPart) -> None:
        """Shows a query and its filters; the cursor stays where it is while one types."""
        if not isinstance(part, SearchPart) or part == self._part:
            return
        self._part = part
        if self.edit.text() != part.query:
            with QSignalBlocker(self.edit):
                self.edit.setText(part.query)
        for box in part.boxes:
            self.boxes[box.id].set_options(box.options, box.chosen)
        self._ask_completions()

    def _box(self, name: str) -> FilterBox | None:
        boxes = () if self._part is None else self._part.boxes
        return next((box for box in boxes if box.id == name), None)

    def _filter(self, name: str, value: object) -> None:
        box = self._box(name)
        if box is not None:
            self.edit.setText(box.applied(self.edit.text(), value))
            self.edit.setFocus()

    def _ask_completions(self) -> None:
        text = self.edit.text()
        self.completions_wanted.emit(text, characters(text, self.edit.cursorPosition()))

    def set_completions(self, completions: tuple[Completion, ...]) -> None:
        """Offers what the word at the cursor may become."""
        self.offers.set_completions(completions)

    def _complete(self, completion: Completion) -> None:
        text, cursor = completion.applied(self.edit.text())
        self.edit.setText(text)
        self.edit.setCursorPosition(units(text, cursor))
        self.edit.setFocus()

    # what is found

    def set_results(self, results: Results) -> None:
        """Shows an answer; a mistake leaves what was found before in place."""
        mistake = results.mistake
        self.edit.set_mistake(None if mistake is None else (mistake.start, mistake.end))
        self.mistake.setVisible(mistake is not None)
        self.mistake.setText("" if mistake is None else f"⚠  {mistake.text}")
        if mistake is not None:
            self.summary.set_text("")
            return
        self.summary.set_text(results.summary)
        if results.table is not None:
            self.table.show_table(results.table)
            self.centre.setCurrentWidget(self.table)
        elif results.asked.strip():
            self.list.show_groups(results.groups)
            self.centre.setCurrentWidget(self.found)
        else:
            self.centre.setCurrentWidget(self.help)
        self.edit.set_target(self._target())

    def _target(self) -> QWidget:
        """What the arrows move in while one types."""
        return self.table.view if self._shows_table() else self.list

    def _shows_table(self) -> bool:
        return self.centre.currentWidget() is self.table

    def _open_current(self, add: bool) -> None:
        if self._shows_table():
            self.table.view.open_current(add=add)
        elif self.centre.currentWidget() is self.found:
            self.list.open_current()

    def _show_hit(self, view: object) -> None:
        if view is None:
            self.preview.clear()
        self.hit_shown.emit(view)

    def set_progress(self, progress: Progress | None) -> None:
        """Tells how much of the index is there; ``None`` when all of it is."""
        self.progress.setVisible(progress is not None and progress.done < progress.of)
        if progress is not None:
            self.progress.setRange(0, progress.of)
            self.progress.setValue(progress.done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list has the room to itself where there is little."""
        super().resizeEvent(event)
        self.preview.setVisible(event.size().width() >= _WIDE)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        palette = self.mistake.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme_of(self.palette()).worse))
        self.mistake.setPalette(palette)

    # the keyboard

    def main_widget(self) -> QWidget:
        """The line: one types at once."""
        return self.edit

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Line, boxes, results, passage."""
        found = (self.list, self.preview.text, self.preview.button)
        return (self.edit, *self.boxes.values(), self.table.view, *found)

    def showEvent(self, event: QShowEvent) -> None:
        """What was typed is selected, so that typing replaces it."""
        super().showEvent(event)
        self.edit.selectAll()
