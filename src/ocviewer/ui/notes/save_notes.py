"""Asks where notes should be written to, and writes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.exporters.notes import FORMATS, notes_text
from ocviewer.library.files import write_text
from ocviewer.presenter.notes.view import NoteView
from ocviewer.presenter.words import Words
from ocviewer.ui.save_dialog import ask_for_file


def _say(text: str) -> str:
    return QCoreApplication.translate("SaveNotes", text)


def ask_where_to_save(
    parent: QWidget,
    views: Sequence[NoteView],
    words: Words,
    tell: Callable[[str], object],
) -> QFileDialog:
    """Opens a dialog that asks before it overwrites; ``tell`` gets a sentence at the end."""
    names = {
        "markdown": _say("Markdown (*.md)"),
        "csv": _say("CSV files (*.csv)"),
        "json": _say("JSON (*.json)"),
    }
    formats = {suffix: name for name, suffix in FORMATS.items()}
    suffixes = {names[name]: suffix for name, suffix in FORMATS.items()}

    def save(file: Path, suffix: str) -> None:
        try:
            write_text(file, notes_text(views, formats[suffix], words))
        except OSError as error:
            text = _say(
                "The notes could not be exported (%1). Nothing was changed; choose another "
                "folder, or make room."
            )
            tell(text.replace("%1", f"{file}: {error.strerror or error}"))
        else:
            text = _say("Exported: %1 (%2 notes)").replace("%2", str(len(views)))
            tell(text.replace("%1", str(file)))

    name = _say("notes") + FORMATS["markdown"]
    return ask_for_file(parent, _say("Export the notes"), suffixes, name, save)
