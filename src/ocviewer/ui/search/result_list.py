"""The list of results under mouse and keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ocviewer.presenter.search.results import HitGroup, HitView
from ocviewer.ui.search.result_delegate import ResultDelegate
from ocviewer.ui.search.result_model import Index, ResultModel
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(QListView):
    """Tells which hit is current, and which is to be opened: by Enter or a double click.

    Arrows go from hit to hit, past the headings; ``left`` is Escape.
    """

    hit_shown = Signal(object)
    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until groups are shown."""
        super().__init__(parent)
        self._showing = self._chosen = False
        self.result_model = ResultModel(self)
        self._delegate = ResultDelegate(self.result_model, self)
        self.setModel(self.result_model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(FlatScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Results"))

    def show_groups(self, groups: tuple[HitGroup, ...]) -> None:
        """Shows other results; a hit that the user went to stays current if it is found again."""
        before = self.current_hit() if self._chosen else None
        self._showing = True
        self.result_model.show(groups)
        views = [(n, row.view) for n, row in enumerate(self.result_model.rows) if row.view]
        same = next((n for n, view in views if before and _same(view, before)), None)
        number = same if same is not None else (views[0][0] if views else -1)
        self.setCurrentIndex(self.result_model.index(number, 0))
        self._showing, self._chosen = False, same is not None
        if same is None:
            self.scrollToTop()
        if not views:
            self.hit_shown.emit(None)

    def current_hit(self) -> HitView | None:
        """The hit that the keyboard is at."""
        index = self.currentIndex()
        return self.result_model.rows[index.row()].view if index.isValid() else None

    def open_current(self) -> None:
        """Asks for the current hit to be opened."""
        view = self.current_hit()
        if view is not None:
            self.picked.emit(view)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells the hit."""
        super().currentChanged(current, previous)
        self._chosen = self._chosen or not self._showing
        view = self.current_hit()
        if view is not None:
            self.hit_shown.emit(view)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The next hit in a direction; the first shows the heading above it, too."""
        index = super().moveCursor(action, modifiers)
        rows, move = self.result_model.rows, QAbstractItemView.CursorAction
        if not index.isValid() or rows[index.row()].view is not None:
            return index
        back = action in (move.MoveUp, move.MovePageUp, move.MovePrevious)
        number = index.row() + (-1 if back and index.row() else 1)
        if number == 1:
            self.scrollToTop()
        return self.result_model.index(number, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape leaves; the rest is a list's own."""
        if event.key() in _ENTER:
            self.open_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the hit below the pointer."""
        index = self.indexAt(event.position().toPoint())
        view = self.result_model.rows[index.row()].view if index.isValid() else None
        if view is not None:
            self.picked.emit(view)

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.restyle()
            self.scheduleDelayedItemsLayout()


def _same(view: HitView, other: HitView) -> bool:
    """Whether two hits are the same passage, whatever of it was found."""
    return view.hit.identity == other.hit.identity
