"""Asks where something should be saved."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(
    parent: QWidget,
    title: str,
    suffixes: Mapping[str, str],
    name: str,
    save: Callable[[Path, str], object],
) -> QFileDialog:
    """Opens the system's dialog, in the user's documents; it asks before it overwrites.

    ``suffixes`` have the end of a file's name, such as ``.csv``, by what the dialog calls its kind,
    and ``name`` is offered, of the first kind. ``save`` gets the file and its kind's suffix: that
    of its name, or of the kind that was chosen where its name has none of them.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents, ";;".join(suffixes))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def suit(shown: str) -> None:
        dialog.setDefaultSuffix(suffixes[shown].removeprefix("."))

    def selected(file: str) -> None:
        suffix = Path(file).suffix.lower()
        known = suffix in suffixes.values()
        save(Path(file), suffix if known else suffixes[dialog.selectedNameFilter()])

    dialog.filterSelected.connect(suit)
    suit(next(iter(suffixes)))
    dialog.selectFile(name)
    dialog.fileSelected.connect(selected)
    dialog.open()
    return dialog
