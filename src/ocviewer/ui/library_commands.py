"""What the rows of the action table do with the user's library: packs, imports and own texts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ocviewer import paths
from ocviewer.library.library import Library

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


class LibraryCommands(QObject):
    """The handlers, one method for each id in the table; their dialogs come when they are asked."""

    def __init__(self, window: "MainWindow") -> None:
        """Acts on a window, and shows it what changed."""
        super().__init__(window)
        self._window = window
        self._controller = window.controller

    def save_pack(self) -> None:
        """Asks what of the user's library goes into one file."""
        from ocviewer.ui.pack.save_pack import SavePackDialog  # noqa: PLC0415 - not at the start

        library = self._controller.library
        panes = self._controller.state.panes
        countries = tuple(
            dict.fromkeys(pane.iso3 for pane in panes if pane.iso3 in library.countries)
        )
        dialog = SavePackDialog(library, self._controller.words, countries, self._window)
        self._window.closing.connect(dialog.reject)
        dialog.show()

    def open_pack(self) -> None:
        """Asks for a library pack."""
        from ocviewer.ui.pack.open_pack import ask_for_pack  # noqa: PLC0415 - not at the start

        ask_for_pack(self._window).fileSelected.connect(self.open_pack_file)

    @Slot(str)
    def open_pack_file(self, name: str) -> None:
        """Checks a library pack, asks what to take of it, and shows the library with that."""
        from ocviewer.ui.pack.open_pack import OpenPackDialog  # noqa: PLC0415 - not at the start

        controller = self._controller
        dialog = OpenPackDialog(Path(name), controller.library, controller.words, self._window)
        dialog.brought.connect(self.reload_library)
        self._window.closing.connect(dialog.reject)
        dialog.show()

    @Slot()
    def reload_library(self) -> None:
        """Shows the library as it is on the disk now."""
        self._controller.set_library(Library(paths.bundled_library(), paths.user_library()))
        self._window.notes.keeper.refresh()

    def import_files(self) -> None:
        """Asks for the pages and workbooks to import."""
        from ocviewer.ui.importing.asking import ask_for_files  # noqa: PLC0415 - not at the start

        ask_for_files(self._window).filesSelected.connect(self.bring_in)

    def import_folder(self) -> None:
        """Asks for the folder whose pages and workbooks to import."""
        from ocviewer.ui.importing.asking import ask_for_folder  # noqa: PLC0415 - not at the start

        ask_for_folder(self._window).filesSelected.connect(self.bring_in)

    def can_import(self, name: str) -> bool:
        """Whether a file or folder may be imported."""
        from ocviewer.importers.found_files import (  # noqa: PLC0415 - not at the start
            may_be_imported,
        )

        return may_be_imported(Path(name))

    @Slot(list)
    def bring_in(self, names: Sequence[str]) -> None:
        """Imports files and folders, and shows the library with what they brought."""
        from ocviewer.ui.importing.dialog import ImportDialog  # noqa: PLC0415 - not at the start

        window = self._window
        for dialog in window.findChildren(ImportDialog):
            if dialog.is_working:
                window.message_bar.tell(
                    self.tr("Files are being imported. Wait until that is done, or cancel it.")
                )
                dialog.activateWindow()
                return
        files = [Path(name) for name in names]
        dialog = ImportDialog(files, self._controller, paths.user_library(), window)
        dialog.brought.connect(self._show_brought)
        dialog.told.connect(window.message_bar.tell)
        window.closing.connect(dialog.reject)
        dialog.show()

    @Slot()
    def _show_brought(self) -> None:
        """Shows what an import brought, unless it was ended as the window was closed."""
        if self._window.isVisible():
            self.reload_library()

    def offer_own_text(self) -> None:
        """Enables removing and restoring the active country's text where there is something."""
        from ocviewer.ui.importing.own_text import offer  # noqa: PLC0415 - not at the start

        offer(self._window)

    def remove_text(self) -> None:
        """Takes the imported text of the active country in its edition away."""
        from ocviewer.ui.importing.own_text import remove_text  # noqa: PLC0415 - not at the start

        remove_text(self._window)

    def restore_text(self) -> None:
        """Brings the text back that was taken away or replaced last."""
        from ocviewer.ui.importing.own_text import restore_text  # noqa: PLC0415 - not at the start

        restore_text(self._window)
