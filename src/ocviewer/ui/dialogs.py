"""The help dialogs: shortcuts, problems of the library, and about."""

import platform
from collections.abc import Callable
from importlib import metadata

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ocviewer import __version__, paths
from ocviewer.ui.actions import MENUS, QT_TRANSLATE_NOOP, VIEW_KEYS, ActionRow, plain, shown
from ocviewer.ui.markdown_view import MarkdownView
from ocviewer.ui.views.dialog_buttons import in_words

MOUSE: tuple[tuple[str, str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("Dialogs", "Put a country beside"),
        QT_TRANSLATE_NOOP("Dialogs", "%1click"),
        "country",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "The menu of a country"),
        QT_TRANSLATE_NOOP("Dialogs", "right click"),
        "country",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "Nearer to the map, or farther"),
        QT_TRANSLATE_NOOP("Dialogs", "wheel or pinch"),
        "view",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "Move the map"),
        QT_TRANSLATE_NOOP("Dialogs", "drag"),
        "view",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "Text larger or smaller"),
        QT_TRANSLATE_NOOP("Dialogs", "%1wheel"),
        "view",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "Open the section of a bar or chip"),
        QT_TRANSLATE_NOOP("Dialogs", "click"),
        "view",
    ),
    (
        QT_TRANSLATE_NOOP("Dialogs", "The menu of a bar, with its ranks"),
        QT_TRANSLATE_NOOP("Dialogs", "right click"),
        "view",
    ),
)
"""What the mouse does beside pressing what can be seen: text, gesture (%1 is Ctrl) and menu."""

_KEYS_AT_MOST = 300
"""Of the column with the keys, in pixels: a few rows have six."""

_PARTS = (
    "pyqtgraph",
    "numpy",
    "pydantic",
    "platformdirs",
    "python-calamine",
    "rapidfuzz",
)


def _say(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def _dialog(parent: QWidget, title: str, body: QWidget, size: tuple[int, int]) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    body.setParent(dialog)
    buttons = in_words(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog))
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(body)
    layout.addWidget(buttons)
    dialog.resize(*size)
    return dialog


def shortcuts_dialog(parent: QWidget, rows: tuple[ActionRow, ...]) -> QDialog:
    """A table of every action, its menu and its keys, and of what the mouse does."""
    menus = {name: plain(QCoreApplication.translate("Actions", text)) for name, text in MENUS}
    native = QKeySequence.SequenceFormat.NativeText

    def keys_of(shortcut: str) -> str:
        return ", ".join(QKeySequence(key).toString(native) for key in shortcut.split())

    control = keys_of("Ctrl+K").removesuffix("K")  # another sign on a Mac
    lines = [(plain(shown(row)), keys_of(row.shortcut), row.menu) for row in rows if row.shortcut]
    lines += [
        (QCoreApplication.translate("Actions", text), keys_of(keys), menu)
        for text, keys, menu in VIEW_KEYS
    ]
    lines += [
        (_say(text), _say(gesture).replace("%1", control), menu) for text, gesture, menu in MOUSE
    ]
    table = QTableWidget(len(lines), 3)
    table.setHorizontalHeaderLabels([_say("Action"), _say("Keys or mouse"), _say("Menu")])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(_say("Shortcuts"))
    for number, (text, keys, menu) in enumerate(lines):
        for column, cell in enumerate((text, keys, menus[menu])):
            table.setItem(number, column, QTableWidgetItem(cell))
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setWordWrap(False)
    table.resizeColumnsToContents()
    table.setColumnWidth(1, min(table.columnWidth(1), _KEYS_AT_MOST))
    return _dialog(parent, _say("Shortcuts"), table, (720, 520))


def _text(parent: QWidget, title: str, text: str, size: tuple[int, int]) -> QDialog:
    body = QPlainTextEdit(text)
    body.setReadOnly(True)
    body.setAccessibleName(title)
    return _dialog(parent, title, body, size)


def problems_dialog(parent: QWidget, lines: list[str]) -> QDialog:
    """Every problem of the library that was met so far, as text that can be copied."""
    nothing = _say("Every file that was opened so far is fine.")
    text = "\n\n".join(lines) or nothing
    return _text(parent, _say("Problems of the library"), text, (640, 360))


def format_dialog(parent: QWidget, open_link: Callable[[str], None] | None = None) -> QDialog:
    """The page that describes the files of a library; ``open_link`` opens an outside address."""
    title = _say("Data format")
    page = MarkdownView(paths.data_format().read_text("utf-8"))
    page.setAccessibleName(title)
    if open_link is not None:
        page.link_clicked.connect(open_link)
    return _dialog(parent, title, page, (820, 560))


def _version(part: str) -> str:
    try:
        return metadata.version(part)
    except metadata.PackageNotFoundError:  # a frozen program carries no metadata
        return _say("(version unknown)")


def about_dialog(parent: QWidget) -> QDialog:
    """Sources, funding, licence, versions and folders."""
    versions = [
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
    ]
    versions += [f"{part} {_version(part)}" for part in _PARTS]
    parts = (
        f"ocviewer {__version__}",
        _say("An offline reader for the Global Organized Crime Index."),
        _say(
            "The index, its scores, definitions and analysis are the work of the Global Initiative "
            "Against Transnational Organized Crime and the ENACT programme (https://ocindex.net). "
            "Definitions and the text of Peru 2025 are condensed in our own words and labelled so; "
            "they are not the publisher’s text. ocviewer is not affiliated with the publisher."
        ),
        _say(
            "According to its publisher, work on the index was paid for in part by the "
            "United States Department of State; ENACT has its money from the European Union. What "
            "the index finds is its authors’ view, and need not be that of those who funded it."
        ),
        _say(
            "Population and area: World Bank, World Development Indicators (2024, 2022). Gross "
            "domestic product: International Monetary Fund, World Economic Outlook, April 2025. "
            "Capitals: mledoze/countries."
        ),
        _say(
            "The map’s shapes: Natural Earth, in the public domain. It draws borders as they are "
            "controlled. ocviewer takes no side on them."
        ),
        _say("The code is under the MIT licence; the index’s data and texts are not."),
        _say("Bundled data: %1").replace("%1", str(paths.bundled_library())),
        _say("Your library: %1").replace("%1", str(paths.user_library())),
        "\n".join(versions),
    )
    return _text(parent, _say("About ocviewer"), "\n\n".join(parts), (620, 480))
