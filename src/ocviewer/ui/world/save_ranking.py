"""Asks where a ranking should be saved, and saves it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.exporters.ranking_csv import save_ranking
from ocviewer.presenter.world.rankings import Rankings
from ocviewer.presenter.world.ranks import RankedCountry


def _say(text: str) -> str:
    return QCoreApplication.translate("SaveRanking", text)


def ask_where_to_save(
    parent: QWidget,
    part: Rankings,
    rows: Sequence[RankedCountry],
    done: Callable[[str], object],
    failed: Callable[[str], object],
) -> QFileDialog:
    """Opens a dialog that asks before it overwrites; ``done`` or ``failed`` get a sentence."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _say("Save the ranking"), documents, _say("CSV files (*.csv)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(part.file_name)

    def save(name: str) -> None:
        try:
            save_ranking(Path(name), part, rows)
        except OSError as error:
            text = _say(
                "The ranking could not be saved (%1). Nothing was changed; choose another folder, "
                "or make room."
            )
            failed(text.replace("%1", f"{name}: {error.strerror or error}"))
        else:
            text = _say("Saved: %1 (%2 countries)").replace("%2", str(len(rows)))
            done(text.replace("%1", name))

    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog
