"""Whatever Tab comes to shows that it has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.ui.theme import DARK, LIGHT, Theme, ThemeChoice, apply_theme
from ocviewer.ui.views.check_button import CheckButton
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.test_tab_order import walk

_LEAST = 24
"""So many pixels have to look different: the caret of a text alone has fewer."""
_CLEARLY = 80
"""A difference of a colour's red, green or blue that an eye sees, of 255."""


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(one: QImage, other: QImage) -> int:
    """How many pixels are clearly of another colour."""
    first, second = (memoryview(image.constBits()).tobytes() for image in (one, other))
    if first == second or one.size() != other.size():
        return 0
    return sum(
        any(abs(a - b) > _CLEARLY for a, b in zip(first[at : at + 3], second[at : at + 3]))  # noqa: B905 - of one length
        for at in range(0, len(first), 4)
        if first[at : at + 3] != second[at : at + 3]
    )


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("view", [None, *View])
def test_every_stop_of_tab_shows_that_it_has_the_keyboard(
    qtbot: QtBot, qapp: QApplication, make_window: MakeWindow, view: View | None, theme: ThemeChoice
) -> None:
    apply_theme(qapp, theme)
    window = make_window("PER", "COL") if view is None else make_window("PER")
    window.resize(1280, 800)
    show(window, view)
    window.activateWindow()
    window.picker.focus_filter()
    stops = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    blind = []
    for stop in stops:
        assert window.focusWidget() is stop
        with_keyboard = picture(stop)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)  # Qt's own controls show it only after a real key
        if window.focusWidget() is not stop and changed(with_keyboard, picture(stop)) < _LEAST:
            blind.append((type(stop).__name__, stop.accessibleName()))
    assert blind == []


def show(window: MainWindow, view: View | None) -> None:
    """A view of the world; a section's text of one country, or of two where there is no view."""
    if view is None or view is View.PROFILE:
        window.controller.open_section("people")
    else:
        window.controller.open_view(view)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_ring_of_a_pressed_button_stands_off_its_ground(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    apply_theme(qapp, ThemeChoice.DARK if theme is DARK else ThemeChoice.LIGHT)
    button = CheckButton()
    qtbot.addWidget(button)
    button.setText("Profile")
    button.setCheckable(True)
    button.setChecked(True)
    button.show()
    button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    image = picture(button)
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(6)]
    assert row == [*2 * [theme.accent], *2 * [theme.window], *2 * [theme.accent]]
