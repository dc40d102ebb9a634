"""What the tests of the comparison share."""

from PySide6.QtWidgets import QApplication

from ocviewer.presenter.compare.compared import Comparison
from ocviewer.ui.compare.compare_view import CompareView
from ocviewer.ui.window import MainWindow


def view_of(window: MainWindow) -> CompareView:
    """What shows several panes, settled and in sight."""
    QApplication.processEvents()
    assert window.panes.comparison is not None
    assert window.panes.comparison.isVisible()
    return window.panes.comparison


def comparison_of(window: MainWindow) -> Comparison:
    """What is shown of them."""
    assert window.controller.page.comparison is not None
    return window.controller.page.comparison


def shown(window: MainWindow) -> list[tuple[str, int]]:
    """The panes from left to right: subject and edition."""
    return [(pane.iso3, pane.edition) for pane in window.controller.state.panes]
