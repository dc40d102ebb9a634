"""Asks where the report of an import should be written to, and writes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.library.files import write_text


def _say(text: str) -> str:
    return QCoreApplication.translate("SaveReport", text)


def ask_where_to_save(
    parent: QWidget,
    writers: dict[str, Callable[[], str]],
    tell: Callable[[str], object],
) -> QFileDialog:
    """Opens a dialog that asks before it overwrites; ``tell`` gets a sentence at the end.

    ``writers`` make the report by the end of the file's name, ``.txt`` and ``.json``.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffixes = {_say("Text (*.txt)"): ".txt", _say("JSON (*.json)"): ".json"}
    dialog = QFileDialog(parent, _say("Save the report"), documents, ";;".join(suffixes))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def suit(shown: str) -> None:
        dialog.setDefaultSuffix(suffixes[shown].removeprefix("."))

    def save(file: str) -> None:
        suffix = Path(file).suffix.lower()
        chosen = suffix if suffix in writers else suffixes[dialog.selectedNameFilter()]
        try:
            write_text(Path(file), writers[chosen]())
        except OSError as error:
            text = _say(
                "The report could not be saved (%1). Nothing was changed; choose another folder, "
                "or make room."
            )
            tell(text.replace("%1", f"{file}: {error.strerror or error}"))
        else:
            tell(_say("Saved: %1").replace("%1", file))

    dialog.filterSelected.connect(suit)
    suit(next(iter(suffixes)))
    dialog.selectFile(_say("import-report") + ".txt")
    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog
