"""The tabs above a comparison, with the buttons for marks and for scrolling beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ocviewer.presenter.compare.compared import Comparison
from ocviewer.ui.reader.section_tabs import SectionTabs
from ocviewer.ui.views.check_button import CheckButton


class TabRow(QHBoxLayout):
    """A layout, not a widget: so the tabs' height is settled with that of all else at once."""

    def __init__(self, parent: QWidget) -> None:
        """Makes tabs and buttons in ``parent``; both buttons are pressed."""
        super().__init__()
        self.tabs = SectionTabs(parent)
        self.link = _button(self.tr("Scroll together"), parent)
        kept = self.link.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the tabs stay where they are
        self.link.setSizePolicy(kept)
        self.changes = _button(self.tr("Mark changes"), parent)
        self.changes.setToolTip(self.tr("The words that the other edition does not have"))
        self.changes.hide()
        self.setContentsMargins(0, 0, 8, 0)
        self.setSpacing(0)
        self.addWidget(self.tabs, 1)
        self.addWidget(self.changes, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def offer(self, comparison: Comparison) -> None:
        """Shows the buttons that there is a use for."""
        if self.link.isHidden() is comparison.reading:
            self.link.setVisible(comparison.reading)
        differ = any(comparison.changed)
        if self.changes.isHidden() is differ:
            self.changes.setVisible(differ)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab."""
        return (*self.tabs.tab_stops(), self.changes, self.link)


def _button(text: str, parent: QWidget) -> CheckButton:
    button = CheckButton(parent)
    button.setCheckable(True)
    button.setChecked(True)
    button.setText(text)
    return button
