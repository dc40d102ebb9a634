"""What the rows of the action table do with notes; the desk that does it comes when it is asked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


class NoteCommands:
    """The handlers, one method for each id in the table."""

    def __init__(self, window: "MainWindow") -> None:
        """Acts on a window's notes."""
        self._window = window

    def highlight(self, mark: int) -> None:
        """Gives the selected passage one of the four marks."""
        self._window.notes.highlight(mark)

    def note_passage(self) -> None:
        """Writes a note on the selected passage, else on the open section."""
        self._window.notes.note_passage()

    def note_country(self) -> None:
        """Writes the note on the active country."""
        self._window.notes.note_country()

    def toggle_bookmark(self) -> None:
        """Bookmarks the open section, or takes its bookmark away."""
        self._window.notes.toggle_bookmark()

    def show_notes(self) -> None:
        """Lists all notes, highlights and bookmarks."""
        self._window.notes.show_list()

    def undo_note(self) -> None:
        """Brings back the notes that were deleted last."""
        self._window.notes.undo()

    def export_notes(self) -> None:
        """Asks for a file and writes all notes into it."""
        self._window.notes.export()
