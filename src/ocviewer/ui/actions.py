"""Everything that can be done, in one table: menus, toolbar, shortcuts and the help are made of it.

To add an action is to add a row and a handler of the same name.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from ocviewer.ui.views.check_button import CheckButton

if TYPE_CHECKING:  # PySide6's own stub says that it returns an object

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: D103
        ...
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Actions"

MENUS: tuple[tuple[str, str], ...] = (
    ("country", QT_TRANSLATE_NOOP("Actions", "&Country")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("sections", QT_TRANSLATE_NOOP("Actions", "&Sections")),
    ("compare", QT_TRANSLATE_NOOP("Actions", "C&ompare")),
    ("notes", QT_TRANSLATE_NOOP("Actions", "&Notes")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)


class ActionRow(NamedTuple):
    """One action: its handler's name, its text, its menu and its shortcuts.

    ``argument`` is handed to the handler when it is not ``None``. Rows of one ``group`` exclude
    each other and can be ticked, ``checkable`` ones can be ticked alone. ``rule`` draws a line
    above; ``toolbar`` is the text of its button in the toolbar, where it has one. A ``shortcut``
    is portable text (``Ctrl+K``); several are parted by spaces.
    """

    id: str
    text: str
    menu: str
    shortcut: str = ""
    argument: str | int | None = None
    group: str = ""
    checkable: bool = False
    rule: bool = False
    toolbar: str = ""

    @property
    def key(self) -> str:
        """The row's own name: its id, with its argument where rows share a handler."""
        return self.id if self.argument is None else f"{self.id}:{self.argument}"


ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "find_country", QT_TRANSLATE_NOOP("Actions", "&Find a country…"), "country", "Ctrl+K"
    ),
    ActionRow(
        "show_table", QT_TRANSLATE_NOOP("Actions", "Figures as a &table…"), "country", "Ctrl+T"
    ),
    ActionRow("find_in_page", QT_TRANSLATE_NOOP("Actions", "&Find in page…"), "sections", "Ctrl+F"),
    ActionRow(
        "find_next", QT_TRANSLATE_NOOP("Actions", "Next &hit"), "sections", "Ctrl+G", argument=1
    ),
    ActionRow(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "P&revious hit"),
        "sections",
        "Ctrl+Shift+G",
        argument=-1,
    ),
    ActionRow(
        "import_files",
        QT_TRANSLATE_NOOP("Actions", "&Import pages and workbooks…"),
        "country",
        "Ctrl+I",
        rule=True,
    ),
    ActionRow("import_folder", QT_TRANSLATE_NOOP("Actions", "Import a fol&der…"), "country"),
    ActionRow("remove_text", QT_TRANSLATE_NOOP("Actions", "Remove i&mported text"), "country"),
    ActionRow("restore_text", QT_TRANSLATE_NOOP("Actions", "Restor&e removed text"), "country"),
    ActionRow(
        "save_pack",
        QT_TRANSLATE_NOOP("Actions", "&Save library pack…"),
        "country",
        rule=True,
    ),
    ActionRow("open_pack", QT_TRANSLATE_NOOP("Actions", "&Open library pack…"), "country"),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "country", "Ctrl+Q", rule=True),
    ActionRow(
        "show_sidebar",
        QT_TRANSLATE_NOOP("Actions", "&Country list"),
        "view",
        "F9",
        checkable=True,
        toolbar=QT_TRANSLATE_NOOP("Actions", "Countries"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Profile"),
        "view",
        "F2",
        argument="profile",
        group="view",
        rule=True,
        toolbar=QT_TRANSLATE_NOOP("Actions", "Profile"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Map"),
        "view",
        "F3",
        argument="map",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Map"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "Ran&kings"),
        "view",
        "F4",
        argument="rankings",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Rankings"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "Re&gion page"),
        "view",
        "Ctrl+R",
        argument="place",
        group="view",
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Trends"),
        "view",
        "F5",
        argument="trends",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Trends"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Relations"),
        "view",
        "F7",
        argument="scatter",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Relations"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Heat table"),
        "view",
        "F8",
        argument="heat",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Heat"),
    ),
    ActionRow(
        "open_view",
        QT_TRANSLATE_NOOP("Actions", "&Search"),
        "view",
        "Ctrl+Shift+F",
        argument="search",
        group="view",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Search"),
    ),
    ActionRow(
        "step_edition",
        QT_TRANSLATE_NOOP("Actions", "&Earlier edition"),
        "view",
        "Alt+Left",
        argument=-1,
        rule=True,
    ),
    ActionRow(
        "step_edition",
        QT_TRANSLATE_NOOP("Actions", "&Later edition"),
        "view",
        "Alt+Right",
        argument=1,
    ),
    ActionRow(
        "sort_bars",
        QT_TRANSLATE_NOOP("Actions", "Bars in the order of the &index"),
        "view",
        "Ctrl+1",
        argument="index",
        group="order",
        rule=True,
    ),
    ActionRow(
        "sort_bars",
        QT_TRANSLATE_NOOP("Actions", "Bars by &score"),
        "view",
        "Ctrl+2",
        argument="score",
        group="order",
    ),
    ActionRow(
        "sort_bars",
        QT_TRANSLATE_NOOP("Actions", "Bars by c&hange"),
        "view",
        "Ctrl+3",
        argument="change",
        group="order",
    ),
    ActionRow(
        "zoom_text",
        QT_TRANSLATE_NOOP("Actions", "L&arger text"),
        "view",
        "Ctrl++ Ctrl+=",
        argument=1,
        rule=True,
    ),
    ActionRow(
        "zoom_text", QT_TRANSLATE_NOOP("Actions", "S&maller text"), "view", "Ctrl+-", argument=-1
    ),
    ActionRow(
        "zoom_text", QT_TRANSLATE_NOOP("Actions", "&Normal text"), "view", "Ctrl+0", argument=0
    ),
    ActionRow(
        "text_settings",
        QT_TRANSLATE_NOOP("Actions", "Te&xt settings…"),
        "view",
        "Ctrl+Shift+T",
    ),
    ActionRow(
        "text_alone",
        QT_TRANSLATE_NOOP("Actions", "Text al&one"),
        "view",
        "F12",
        checkable=True,
    ),
    ActionRow(
        "choose_theme",
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the s&ystem"),
        "view",
        argument="system",
        group="theme",
        rule=True,
    ),
    ActionRow(
        "choose_theme",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        "view",
        argument="light",
        group="theme",
    ),
    ActionRow(
        "choose_theme",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        "view",
        argument="dark",
        group="theme",
    ),
    ActionRow(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        "view",
        "F11",
        checkable=True,
        rule=True,
    ),
    ActionRow(
        "step_section",
        QT_TRANSLATE_NOOP("Actions", "&Next section"),
        "sections",
        "Ctrl+Tab Ctrl+PgDown",
        argument=1,
    ),
    ActionRow(
        "step_section",
        QT_TRANSLATE_NOOP("Actions", "&Previous section"),
        "sections",
        "Ctrl+Shift+Tab Ctrl+PgUp",
        argument=-1,
    ),
    ActionRow(
        "switch_wording",
        QT_TRANSLATE_NOOP("Actions", "Publisher’s text or our &wording"),
        "sections",
        "Ctrl+Shift+O",
        rule=True,
    ),
    ActionRow(
        "add_country",
        QT_TRANSLATE_NOOP("Actions", "&Add a country…"),
        "compare",
        "Ctrl+Shift+A",
    ),
    ActionRow(
        "compare_with",
        QT_TRANSLATE_NOOP("Actions", "Com&pare with…"),
        "compare",
        "Ctrl+Shift+C",
        toolbar=QT_TRANSLATE_NOOP("Actions", "Compare…"),
    ),
    ActionRow(
        "close_pane", QT_TRANSLATE_NOOP("Actions", "&Close this country"), "compare", "Ctrl+W"
    ),
    ActionRow(
        "next_pane", QT_TRANSLATE_NOOP("Actions", "&Turn to the next country"), "compare", "F6"
    ),
    ActionRow(
        "move_pane",
        QT_TRANSLATE_NOOP("Actions", "Move to the &left"),
        "compare",
        "Ctrl+Shift+Left",
        argument=-1,
        rule=True,
    ),
    ActionRow(
        "move_pane",
        QT_TRANSLATE_NOOP("Actions", "Move to the &right"),
        "compare",
        "Ctrl+Shift+Right",
        argument=1,
    ),
    ActionRow(
        "swap_panes",
        QT_TRANSLATE_NOOP("Actions", "Change places with the &first"),
        "compare",
        "Ctrl+Shift+X",
    ),
    ActionRow(
        "show_figures",
        QT_TRANSLATE_NOOP("Actions", "Fig&ures side by side"),
        "compare",
        "Ctrl+M",
        rule=True,
    ),
    ActionRow(
        "keep_first",
        QT_TRANSLATE_NOOP("Actions", "&End the comparison"),
        "compare",
        "Ctrl+Shift+W",
    ),
    ActionRow(
        "toggle_bookmark",
        QT_TRANSLATE_NOOP("Actions", "&Bookmark this section"),
        "notes",
        "Ctrl+D",
    ),
    ActionRow(
        "show_notes",
        QT_TRANSLATE_NOOP("Actions", "&All notes and bookmarks…"),
        "notes",
        "Ctrl+Shift+N",
    ),
    ActionRow(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Highlight &1, line"),
        "notes",
        "Ctrl+H,1",
        argument=1,
        rule=True,
    ),
    ActionRow(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Highlight &2, dashes"),
        "notes",
        "Ctrl+H,2",
        argument=2,
    ),
    ActionRow(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Highlight &3, dots"),
        "notes",
        "Ctrl+H,3",
        argument=3,
    ),
    ActionRow(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Highlight &4, wave"),
        "notes",
        "Ctrl+H,4",
        argument=4,
    ),
    ActionRow(
        "note_passage",
        QT_TRANSLATE_NOOP("Actions", "&Note on the passage or section…"),
        "notes",
        "Ctrl+N",
        rule=True,
    ),
    ActionRow(
        "note_country",
        QT_TRANSLATE_NOOP("Actions", "Note on the &country…"),
        "notes",
        "Ctrl+Shift+K",
    ),
    ActionRow(
        "undo_note",
        QT_TRANSLATE_NOOP("Actions", "&Undo the deletion of a note"),
        "notes",
        "Ctrl+Z",
        rule=True,
    ),
    ActionRow("export_notes", QT_TRANSLATE_NOOP("Actions", "&Export notes…"), "notes"),
    ActionRow("show_shortcuts", QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), "help", "F1"),
    ActionRow("show_problems", QT_TRANSLATE_NOOP("Actions", "&Problems of the library"), "help"),
    ActionRow("show_format", QT_TRANSLATE_NOOP("Actions", "&Data format"), "help"),
    ActionRow("show_about", QT_TRANSLATE_NOOP("Actions", "&About ocviewer"), "help", rule=True),
)

VIEW_KEYS: tuple[tuple[str, str, str], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "Open the marked country"), "Return", "country"),
    (QT_TRANSLATE_NOOP("Actions", "Put the marked country beside"), "Ctrl+Return", "country"),
    (QT_TRANSLATE_NOOP("Actions", "Move in the country list"), "Up Down", "country"),
    (QT_TRANSLATE_NOOP("Actions", "Clear the filter"), "Esc", "country"),
    (QT_TRANSLATE_NOOP("Actions", "The next hit of find in page"), "Return", "sections"),
    (QT_TRANSLATE_NOOP("Actions", "The hit before"), "Shift+Return", "sections"),
    (QT_TRANSLATE_NOOP("Actions", "Close find in page"), "Esc", "sections"),
    (QT_TRANSLATE_NOOP("Actions", "Open a country named in the text"), "Return", "sections"),
    (QT_TRANSLATE_NOOP("Actions", "Put it beside"), "Ctrl+Return", "sections"),
    (QT_TRANSLATE_NOOP("Actions", "Move among bars"), "Up Down Home End", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Open the section of a bar"), "Return", "view"),
    (QT_TRANSLATE_NOOP("Actions", "The menu of a bar, with its ranks"), "Menu", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Open the ranking of a bar"), "Shift+Return", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Open the ranking of a card"), "Return", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Copy the selected rows of a ranking, or all"), "Ctrl+C", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Save a ranking as CSV"), "Ctrl+S", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Move among countries of the map"), "Left Right Up Down", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Nearer to the map, or farther"), "+ -", "view"),
    (QT_TRANSLATE_NOOP("Actions", "The whole map"), "Home 0", "view"),
    (
        QT_TRANSLATE_NOOP("Actions", "Move among rows and countries"),
        "Up Down Left Right",
        "compare",
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Move among sections or chips"),
        "Left Right Up Down Home End",
        "sections",
    ),
    (QT_TRANSLATE_NOOP("Actions", "Move among results while typing"), "Up Down", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Open the marked result"), "Return", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Complete the word in the search"), "Ctrl+Space Right", "view"),
    (
        QT_TRANSLATE_NOOP("Actions", "Select text, from its first line in view"),
        "Shift+Right Shift+Left Shift+Down Shift+Up Shift+End",
        "notes",
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Move the beginning of the selection"),
        "Alt+Shift+Right Alt+Shift+Left Alt+Shift+Down Alt+Shift+Up",
        "notes",
    ),
    (QT_TRANSLATE_NOOP("Actions", "Open the passage of a note in the list"), "Return", "notes"),
    (QT_TRANSLATE_NOOP("Actions", "Write on the note in the list"), "F2", "notes"),
    (QT_TRANSLATE_NOOP("Actions", "Delete the notes in the list"), "Del", "notes"),
    (QT_TRANSLATE_NOOP("Actions", "Close a note; what was written is kept"), "Esc", "notes"),
    (QT_TRANSLATE_NOOP("Actions", "Move among charts or cells"), "Left Right Up Down", "view"),
    (QT_TRANSLATE_NOOP("Actions", "Higher or lower rows of the heat table"), "+ - 0", "view"),
)
"""Keys that the views themselves understand: text, keys and menu, for the help alone."""

Handler = Callable[..., None]


def section_rows(titles: Mapping[int, str]) -> tuple[ActionRow, ...]:
    """A row for each section by its number; Alt and a digit open the first ten tabs."""
    return tuple(
        ActionRow(
            "open_section_number",
            title.replace("&", "&&"),
            "sections",
            f"Alt+{number}" if number < 10 else "",
            argument=number,
            rule=number == 0,
        )
        for number, title in titles.items()
    )


def plain(text: str) -> str:
    """An action's text without the mark of its key and without an ellipsis."""
    return text.replace("&", "").rstrip("…")


def shown(row: ActionRow) -> str:
    """The row's text in the user's language."""
    return QCoreApplication.translate(CONTEXT, row.text)


class Actions:
    """The actions of a window, made from the table, in its menus."""

    def __init__(
        self,
        window: QWidget,
        menu_bar: QMenuBar,
        rows: tuple[ActionRow, ...],
        handlers: Mapping[str, Handler],
    ) -> None:
        """``handlers`` has a callable for every id; ``KeyError`` when one is missing."""
        self.rows = rows
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._buttons: dict[str, QWidget] = {}
        self.menus = {
            name: menu_bar.addMenu(QCoreApplication.translate(CONTEXT, text))
            for name, text in MENUS
        }
        """The menus by name."""
        for row in rows:
            self._add(row, window, self.menus[row.menu], handlers[row.id])

    def __getitem__(self, key: str) -> QAction:
        """The action of a row's key."""
        return self._actions[key]

    def button_of(self, key: str) -> QWidget:
        """The button in the toolbar of a row that has one."""
        return self._buttons[key]

    def _add(self, row: ActionRow, window: QWidget, menu: QMenu, handler: Handler) -> None:
        action = QAction(shown(row), window)
        shortcuts = [QKeySequence(text) for text in row.shortcut.split()]
        action.setShortcuts(shortcuts)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(window))
            group.addAction(action)
        if row.group or row.checkable:
            action.setCheckable(True)
        if row.argument is not None:
            action.triggered.connect(lambda *, a=row.argument: handler(a))
        elif row.checkable:
            action.triggered.connect(handler)
        else:
            action.triggered.connect(lambda _checked: handler())
        if row.rule and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(action)
        self._actions[row.key] = action

    def fill_toolbar(self, bar: QToolBar, edition_switch: QWidget) -> None:
        """Puts the edition switch and a button for each row that has one into a toolbar."""
        groups: list[str] = []
        for row in self.rows:
            if not row.toolbar:
                continue
            if row.menu not in groups and groups:
                bar.addSeparator()
            groups.append(row.menu)
            action = self._actions[row.key]
            action.setIconText(QCoreApplication.translate(CONTEXT, row.toolbar))
            button = CheckButton(bar)
            button.setDefaultAction(action)
            bar.addWidget(button)
            self._buttons[row.key] = button
        bar.addSeparator()
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(edition_switch)
