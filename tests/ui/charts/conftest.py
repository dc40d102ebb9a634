from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ocviewer.ui.theme import LIGHT, Theme, palette_of

Shown = Callable[[QWidget, int, int], None]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Shows a widget in light colours and a size of logical pixels."""

    def show(widget: QWidget, width: int, height: int, theme: Theme = LIGHT) -> None:
        qtbot.addWidget(widget)
        widget.setPalette(palette_of(theme))
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()

    return show


@pytest.fixture
def picture() -> Callable[[QWidget], QImage]:
    """What a widget paints."""
    return lambda widget: widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def count() -> Callable[[QImage, str], int]:
    """How many pixels have exactly a colour."""

    def count_pixels(image: QImage, colour: str) -> int:
        wanted = QColor(colour).rgb()
        return sum(
            image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
        )

    return count_pixels
