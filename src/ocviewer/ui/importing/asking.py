"""Asks with the system's own dialogs what is to be imported."""

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.importers.found_files import SUFFIXES


def _say(text: str) -> str:
    return QCoreApplication.translate("AskForFiles", text)


def ask_for_files(parent: QWidget) -> QFileDialog:
    """Opens a dialog for many files; its ``filesSelected`` carries their names."""
    endings = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    dialog = _dialog(parent, _say("Import pages and workbooks"))
    dialog.setNameFilters(
        [_say("Pages and workbooks (%1)").replace("%1", endings), _say("All files (*)")]
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget) -> QFileDialog:
    """Opens a dialog for one folder; its ``filesSelected`` carries the name."""
    dialog = _dialog(parent, _say("Import a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    """Browsers save pages among the downloads."""
    downloads = QStandardPaths.StandardLocation.DownloadLocation
    dialog = QFileDialog(parent, title, QStandardPaths.writableLocation(downloads))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
