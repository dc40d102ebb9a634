"""Asks where notes should be written to, and writes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.exporters.notes import FORMATS, notes_text
from ocviewer.library.files import write_text
from ocviewer.presenter.notes.view import NoteView
from ocviewer.presenter.words import Words


def _say(text: str) -> str:
    return QCoreApplication.translate("SaveNotes", text)


def ask_where_to_save(
    parent: QWidget,
    views: Sequence[NoteView],
    words: Words,
    tell: Callable[[str], object],
) -> QFileDialog:
    """Opens a dialog that asks before it overwrites; ``tell`` gets a sentence at the end."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    names = {
        "markdown": _say("Markdown (*.md)"),
        "csv": _say("CSV files (*.csv)"),
        "json": _say("JSON (*.json)"),
    }
    formats = {names[name]: name for name in FORMATS}
    dialog = QFileDialog(parent, _say("Export the notes"), documents, ";;".join(formats))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def suit(shown: str) -> None:
        dialog.setDefaultSuffix(FORMATS[formats[shown]].removeprefix("."))

    def save(file: str) -> None:
        suffix = Path(file).suffix.lower()
        chosen = formats[dialog.selectedNameFilter()]
        name = next((name for name, ending in FORMATS.items() if ending == suffix), chosen)
        try:
            write_text(Path(file), notes_text(views, name, words))
        except OSError as error:
            text = _say(
                "The notes could not be exported (%1). Nothing was changed; choose another "
                "folder, or make room."
            )
            tell(text.replace("%1", f"{file}: {error.strerror or error}"))
        else:
            text = _say("Exported: %1 (%2 notes)").replace("%2", str(len(views)))
            tell(text.replace("%1", file))

    dialog.filterSelected.connect(suit)
    suit(next(iter(formats)))
    dialog.selectFile(_say("notes") + FORMATS["markdown"])
    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog
