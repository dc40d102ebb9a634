"""What a user can do with notes: the handlers of actions and menus, for the window's open text."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMessageBox

from ocviewer import paths
from ocviewer.domain.note import MARKS, Note, NoteKind
from ocviewer.domain.problem import Problem
from ocviewer.library.notes.anchors import LONGEST, anchor
from ocviewer.library.notes.store import FOLDER
from ocviewer.presenter.notes.view import NoteView, NoteWords
from ocviewer.presenter.passage import Passage
from ocviewer.presenter.state import PaneState
from ocviewer.ui.notes.editors import Editors
from ocviewer.ui.notes.keeper import Keeper
from ocviewer.ui.notes.reader_notes import ReaderNotes
from ocviewer.ui.reader.places import Span
from ocviewer.ui.reader.text_view import ReadingView

if TYPE_CHECKING:
    from ocviewer.ui.notes.notes_list import NotesList
    from ocviewer.ui.window import MainWindow


class Spot(NamedTuple):
    """A section of a country in an edition."""

    country: str
    edition: int
    section: str


class Desk(QObject):
    """Notes on what a window shows.

    Means of places have none: what is noted is about a country, or an indicator in general.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Reads the notes of what is shown, and marks its highlights."""
        super().__init__(window)
        self._window = window
        self._controller = window.controller
        self.keeper = Keeper(paths.user_library() / FOLDER, self)
        self._words: NoteWords | None = None
        self._worded = self._controller.library
        self._mark = MARKS[0]
        self.list: NotesList | None = None
        self.editors = Editors(self.keeper, window)
        self.editors.delete_wanted.connect(self.remove)
        self.reader = ReaderNotes(self)
        self.keeper.failed.connect(self._tell_problem)
        self.keeper.changed.connect(self.reader.show)
        self._controller.page_changed.connect(self.reader.show)
        window.installEventFilter(self)
        window.panes.pane.header.sign_clicked.connect(self.show_list_of_country)
        self.reader.show()

    @property
    def window(self) -> "MainWindow":
        """The window that the notes are shown in."""
        return self._window

    @property
    def words(self) -> NoteWords:
        """Puts notes into words, with the texts of the library as it is now."""
        if self._words is None or self._worded is not self._controller.library:
            self._worded = self._controller.library
            self._words = NoteWords(self._worded, self._controller.words)
        return self._words

    def spot(self, pane: int | None = None) -> Spot | None:
        """The section that a pane shows, the active one if none is named; ``None`` of a mean."""
        state = self._controller.state
        shown: PaneState = state.panes[self._window.active if pane is None else pane]
        if shown.place is not None:
            return None
        return Spot(shown.iso3, shown.edition, state.section)

    def _spot_or_say(self, pane: int | None = None) -> Spot | None:
        spot = self.spot(pane)
        if spot is None:
            self._tell(self.tr("Notes are about countries; the mean of a place has none."))
        return spot

    # passages

    def highlight(self, mark: int) -> None:
        """Gives what is selected a mark; what has just that mark loses it."""
        view = self._view()
        spans = view.selected_spans() if view is not None else ()
        if view is None or not spans:
            self._tell(self.tr("Select a passage of the text first, then highlight it."))
            return
        same = [n for n, where in self.reader.on(view) if n.mark == mark and where == spans]
        if same:
            self.remove(*same)
        else:
            self._mark = mark
            self._add_highlight(view, spans)
        self._unselect(view)

    def _add_highlight(self, view: ReadingView, spans: tuple[Span, ...]) -> Note | None:
        """Marks a passage; a highlight of just that passage is given the mark instead."""
        spot, section = self._spot_or_say(self.reader.pane_of(view)), view.section()
        if spot is None or section is None:
            return None
        there = [note for note, where in self.reader.on(view) if where == spans]
        if there:
            return there[0] if self.keeper.set_mark(there, self._mark) else None
        paragraphs = tuple(paragraph.text for paragraph in section.paragraphs)
        first, last = spans[0], spans[-1]
        made = anchor(paragraphs, (first.paragraph, first.start), (last.paragraph, last.end))
        if made is None:
            text = self.tr("This passage is empty, or longer than %1 characters.")
            self._tell(text.replace("%1", f"{LONGEST:,}"))
            return None
        wording = self.words.texts.wording_of(spot, paragraphs)
        return self.keeper.add(NoteKind.HIGHLIGHT, *spot, passage=(made, wording, self._mark))

    def note_passage(self) -> None:
        """Writes a note on what is selected, or on the section where nothing is."""
        view = self._view()
        spans = view.selected_spans() if view is not None else ()
        if view is None or not spans:
            self.note_section()
            return
        count = len(self.reader.on(view))
        note = self._add_highlight(view, spans)
        self._unselect(view)
        if note is not None:
            self.edit(note, fresh=len(self.reader.on(view)) > count)

    # notes on a country, an indicator, a section

    def note_country(self) -> None:
        """Writes the note on the active country."""
        spot = self._spot_or_say()
        if spot is not None:
            self._note(NoteKind.COUNTRY, spot.country)

    def note_section(self) -> None:
        """Writes the note on the open section."""
        spot = self._spot_or_say()
        if spot is not None:
            self._note(NoteKind.SECTION, *spot)

    def note_indicator(self, code: str, country: str | None) -> None:
        """Writes the note on an indicator of a country, or in general."""
        self._note(NoteKind.INDICATOR, country, None, None, code)

    def _note(
        self,
        kind: NoteKind,
        country: str | None,
        edition: int | None = None,
        section: str | None = None,
        indicator: str | None = None,
    ) -> None:
        target = (country, edition, section, indicator)
        there = self.keeper.about(kind, *target)
        note = there or self.keeper.add(kind, *target)
        if note is not None:
            self.edit(note, fresh=there is None)

    def edit(self, note: Note, *, fresh: bool = False) -> None:
        """Opens a note to be written; a ``fresh`` one that stays empty is taken away again."""
        self.editors.open(note, self.words.view(note), fresh=fresh)

    # bookmarks, deletions, the list

    def toggle_bookmark(self) -> None:
        """Bookmarks the open section, or takes its bookmark away."""
        spot = self._spot_or_say()
        if spot is None:
            return
        there = self.keeper.about(NoteKind.BOOKMARK, *spot, None)
        if there is not None:
            self.remove(there)
            return
        note = self.keeper.add(NoteKind.BOOKMARK, *spot)
        if note is not None:
            text = self.tr("Bookmarked: %1").replace("%1", self.words.view(note).about)
            self._tell_done(text)

    def remove(self, *notes: Note) -> None:
        """Takes notes away, and says how they come back."""
        views = self.words.views(notes)
        if not self.keeper.delete(*notes):
            return
        first = f"{views[0].kind}, {views[0].about}"
        told = first if len(views) == 1 else self.tr("%1 notes").replace("%1", str(len(views)))
        self._tell_done(self.tr("Deleted: %1. Ctrl+Z brings it back.").replace("%1", told))

    def undo(self) -> None:
        """Brings back what was deleted last."""
        back = self.keeper.undo()
        if back:
            view = self.words.view(back[0])
            self._tell_done(self.tr("Back again: %1").replace("%1", f"{view.kind}, {view.about}"))
        else:
            self._tell(self.tr("There is nothing to bring back."))

    def show_list(self, query: str | None = None) -> None:
        """Opens the list of all notes, highlights and bookmarks, as it was when it gave way."""
        from ocviewer.ui.notes.notes_list import NotesList  # noqa: PLC0415 - when it is asked for

        self.keeper.refresh()
        if self.list is None:
            self.list = NotesList(self, self._window)
        if query is not None:
            self.list.search(query)
        self.list.show()
        self.list.raise_()
        self.list.activateWindow()

    def export(self) -> None:
        """Asks for a file and writes all notes into it."""
        from ocviewer.ui.notes.save_notes import ask_where_to_save  # noqa: PLC0415 - seldom

        views = self.words.views(self.keeper.all_notes())
        if views:
            ask_where_to_save(self._window, views, self._controller.words, self._tell)
        else:
            self._tell(self._controller.words.say("notes.none"))

    def show_list_of_country(self) -> None:
        """Opens the list with the notes on the active country."""
        spot = self.spot()
        library = self._controller.library
        self.show_list(library.countries[spot.country].name if spot else "")

    def open(self, view: NoteView) -> bool:
        """Shows what a note is about: its passage, section, indicator or country.

        Gives whether it is in the window; a note in general is opened to be written instead.
        """
        note = view.note
        if note.country is None or note.country not in self._controller.library.countries:
            self.edit(note)
            return False
        passage = Passage(note.country, note.edition, note.section, note.indicator, view.wording)
        if view.spans:
            first = view.spans[0]
            passage = passage._replace(paragraph=first.paragraph, start=first.start)
        self._controller.open_passage(passage)
        if view.is_lost:
            self._tell(
                self.tr("The passage is not in the text any more. This is the section it was in.")
            )
        self._window.activateWindow()
        self._window.panes.main_widget().setFocus()
        return True

    def open_noted(self, key: str) -> bool:
        """Shows what the note of an id is about; whether there is one."""
        note = self.keeper.note(key)
        if note is not None:
            self.open(self.words.view(note))
        return note is not None

    def _view(self) -> ReadingView | None:
        """The text with the focus, else that of the active pane."""
        views = self.reader.views()
        with_focus = next((view for view in views if view.hasFocus()), None)
        if with_focus is None and views:
            return views[min(self._window.active, len(views) - 1)]
        return with_focus

    @staticmethod
    def _unselect(view: ReadingView) -> None:
        """So that the mark is seen, which the selection covers."""
        cursor = view.textCursor()
        cursor.clearSelection()
        view.setTextCursor(cursor)

    def _tell(self, text: str) -> None:
        self._window.message_bar.tell(text)
        if self.list is not None:
            self.list.tell(text)

    def _tell_done(self, text: str) -> None:
        """Tells what was done, unless it is not on the disk: then why not."""
        trouble = self.keeper.trouble
        if trouble is None:
            self._tell(text)
        else:
            self._tell_problem(trouble)

    def _tell_problem(self, problem: Problem) -> None:
        text = self._controller.words.problem(problem)
        self._window.message_bar.tell(text)
        if self.list is not None:
            self.list.tell(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes over what another window wrote, whenever the user comes back to this one."""
        if event.type() is QEvent.Type.WindowActivate:
            self.keeper.refresh()
        return super().eventFilter(watched, event)

    def may_close(self) -> bool:
        """Keeps what is being written; asks where not everything can be."""
        if self.close():
            return True
        box = QMessageBox.StandardButton
        text = self.tr("Your last notes could not be saved, and are lost when the window closes.")
        answer = QMessageBox.question(
            self._window,
            self.tr("Notes are not saved"),
            text,
            box.Discard | box.Cancel,
            box.Cancel,
        )
        return answer == box.Discard

    def close(self) -> bool:
        """Keeps what is being written; whether every note is on the disk."""
        self.editors.close()
        if self.list is not None:
            self.list.close()
        return self.keeper.close()
