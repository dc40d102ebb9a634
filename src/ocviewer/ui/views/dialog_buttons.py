"""The standard buttons of a dialog, in words alone."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def in_words(box: QDialogButtonBox) -> QDialogButtonBox:
    """Takes away the icons, which some desktops draw dark on a dark ground; gives the box back."""
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
