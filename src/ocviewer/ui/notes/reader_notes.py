"""Notes in the reader: highlights, menu, the note under the pointer, the sign in the head."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from ocviewer.domain.note import MARKS, Note, NoteKind
from ocviewer.library.notes.anchors import find
from ocviewer.ui.reader.marks import Mark, MarkKind
from ocviewer.ui.reader.places import Span
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.tooltips import tooltip

if TYPE_CHECKING:
    from ocviewer.ui.notes.desk import Desk

LAYER = "notes"
_KINDS = {mark: MarkKind[f"HIGHLIGHT_{mark}"] for mark in MARKS}


class ReaderNotes(QObject):
    """Marks the highlights of every text in sight, and adds to its context menu."""

    def __init__(self, desk: "Desk") -> None:
        """Marks nothing before ``show``."""
        super().__init__(desk)
        self._desk = desk
        self._known: list[ReadingView] = []
        self._found: dict[ReadingView, list[tuple[Note, tuple[Span, ...]]]] = {}

    def views(self) -> list[ReadingView]:
        """The texts in sight, by pane; behind a view of the world there is none."""
        window = self._desk.window
        return window.panes.text_views() if window.controller.page.world is None else []

    def pane_of(self, view: ReadingView) -> int:
        """The pane that shows a text."""
        return self.views().index(view)

    def on(self, view: ReadingView) -> list[tuple[Note, tuple[Span, ...]]]:
        """The highlights in a text with their passages."""
        return self._found.get(view, [])

    def show(self) -> None:
        """Marks the highlights of what is shown, and says in its head that there are notes."""
        self._found = {}
        for view in self.views():
            self._know(view)
            self._show_in(view)
        self._sign()

    def _show_in(self, view: ReadingView) -> None:
        """Marks the highlights of one text, where it is in sight."""
        seen = self.views()
        if view not in seen:
            return
        self._found[view] = self._passages(seen.index(view), view)
        marks = [
            Mark(*part, _KINDS[note.mark])
            for note, spans in self._found[view]
            for part in spans
            if note.mark is not None
        ]
        view.set_marks(LAYER, marks)

    def _know(self, view: ReadingView) -> None:
        if view in self._known:
            return
        self._known.append(view)
        view.menu_requested.connect(lambda menu, point: self._fill_menu(view, menu, point))
        view.section_shown.connect(lambda: self._show_in(view))
        view.viewport().installEventFilter(self)
        view.destroyed.connect(lambda: self._known.remove(view))

    def _passages(self, pane: int, view: ReadingView) -> list[tuple[Note, tuple[Span, ...]]]:
        spot, section = self._desk.spot(pane), view.section()
        if spot is None or section is None:
            return []
        paragraphs = [paragraph.text for paragraph in section.paragraphs]
        found = []
        for note in self._desk.keeper.notes(spot.country):
            here = note.kind is NoteKind.HIGHLIGHT and note.is_about[:3] == spot
            if here and note.anchor is not None:
                spans = tuple(Span(*part) for part in find(note.anchor, paragraphs))
                if spans:
                    found.append((note, spans))
        return found

    def _sign(self) -> None:
        """The sign of the single pane: a star where its section is bookmarked, and how many."""
        header, spot = self._desk.window.panes.pane.header, self._desk.spot(0)
        notes = self._desk.keeper.notes(spot.country) if spot else ()
        if spot is None or not notes:
            header.set_sign("", "")
            return
        written = [note for note in notes if note.kind is not NoteKind.BOOKMARK]
        marked = any(note.kind is NoteKind.BOOKMARK and note.is_about[:3] == spot for note in notes)
        star = "★ " if marked else ""
        count = f"✎ {len(written)}" if written else ""
        texts = [
            self.tr("This section is bookmarked.") if marked else "",
            self.tr("Notes and highlights on this country: %1.").replace("%1", str(len(written))),
        ]
        text = f"{star}{count}".strip()
        header.set_sign(text or "☆", " ".join(filter(None, texts)))

    # the menu and the tooltip

    def _at(self, view: ReadingView, point: QPoint) -> list[Note]:
        """The highlights at a point of a text."""
        character = view.character_at(point)
        return [
            note
            for note, spans in self.on(view)
            for part in spans
            if character is not None
            and part.paragraph == character.paragraph
            and part.start <= character.start < part.end
        ]

    def _fill_menu(self, view: ReadingView, menu: QMenu, point: QPoint) -> None:
        """Puts what can be done with the selection, or the highlight at the point, on top."""
        desk = self._desk
        selected, here = view.selected_spans(), self._at(view, point)
        actions = desk.window.actions_
        top = menu.actions()[0] if menu.actions() else None
        if selected:
            own = [actions[f"highlight:{mark}"] for mark in MARKS] + [actions["note_passage"]]
        elif here:
            own = [self._mark_action(menu, here[0], mark) for mark in MARKS]
            edit = QAction(self.tr("&Note…"), menu)
            edit.triggered.connect(lambda: desk.edit(here[0]))
            remove = QAction(self.tr("&Remove the highlight"), menu)
            remove.triggered.connect(lambda: desk.remove(here[0]))
            own += [edit, remove]
        else:
            own = [actions["note_passage"], actions["toggle_bookmark"]]
        for action in own:
            menu.insertAction(top, action) if top else menu.addAction(action)
        if top:
            menu.insertSeparator(top)

    def _mark_action(self, menu: QMenu, note: Note, mark: int) -> QAction:
        action = QAction(self._desk.window.actions_[f"highlight:{mark}"].text(), menu)
        action.setCheckable(True)
        action.setChecked(note.mark == mark)
        action.triggered.connect(lambda: self._desk.keeper.set_mark([note], mark))
        return action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shows the note of the highlight under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            view = next((v for v in self._known if v.viewport() is watched), None)
            texts = [note.text for note in self._at(view, event.pos())] if view else []
            text = "\n\n".join(filter(None, texts))
            if text and view is not None:
                QToolTip.showText(event.globalPos(), tooltip(text), view)
                return True
        return super().eventFilter(watched, event)
