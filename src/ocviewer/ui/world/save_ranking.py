"""Asks where a ranking should be saved, and saves it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer.exporters.ranking_csv import save_ranking
from ocviewer.presenter.world.rankings import Rankings
from ocviewer.presenter.world.ranks import RankedCountry
from ocviewer.ui.save_dialog import ask_for_file


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

    def save(file: Path, _suffix: str) -> None:
        try:
            save_ranking(file, part, rows)
        except OSError as error:
            text = _say(
                "The ranking could not be saved (%1). Nothing was changed; choose another folder, "
                "or make room."
            )
            failed(text.replace("%1", f"{file}: {error.strerror or error}"))
        else:
            text = _say("Saved: %1 (%2 countries)").replace("%2", str(len(rows)))
            done(text.replace("%1", str(file)))

    suffixes = {_say("CSV files (*.csv)"): ".csv"}
    return ask_for_file(parent, _say("Save the ranking"), suffixes, part.file_name, save)
