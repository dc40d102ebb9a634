"""Asks where the report of an import should be written to, and writes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.library.files import write_text
from ocviewer.ui.save_dialog import ask_for_file


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
    suffixes = {_say("Text (*.txt)"): ".txt", _say("JSON (*.json)"): ".json"}

    def save(file: Path, suffix: str) -> None:
        try:
            write_text(file, writers[suffix]())
        except OSError as error:
            text = _say(
                "The report could not be saved (%1). Nothing was changed; choose another folder, "
                "or make room."
            )
            tell(text.replace("%1", f"{file}: {error.strerror or error}"))
        else:
            tell(_say("Saved: %1").replace("%1", str(file)))

    name = _say("import-report") + ".txt"
    return ask_for_file(parent, _say("Save the report"), suffixes, name, save)
