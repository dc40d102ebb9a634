"""Selects text by keys in a text that has no caret."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

_Op = QTextCursor.MoveOperation
_MOVES = {
    Qt.Key.Key_Right: _Op.WordRight,
    Qt.Key.Key_Left: _Op.WordLeft,
    Qt.Key.Key_Down: _Op.Down,
    Qt.Key.Key_Up: _Op.Up,
    Qt.Key.Key_Home: _Op.StartOfLine,
    Qt.Key.Key_End: _Op.EndOfLine,
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_BY_WORD = (Qt.Key.Key_Left, Qt.Key.Key_Right)
"""With Ctrl they go by word in every other program, and so they do here."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def selected_by(event: QKeyEvent, now: QTextCursor, first: QTextCursor) -> QTextCursor | None:
    """The selection after a key; ``None`` for a key that selects nothing.

    Shift with an arrow, Home or End moves the end of the selection by a word or line, with Alt its
    beginning. ``first`` is the first character in view, where a selection begins if there is none.
    """
    move = _MOVES.get(Qt.Key(event.key()))
    held = event.modifiers() & ~_KEYPAD
    if event.key() in _BY_WORD and held == _SHIFT | _CTRL:
        held = _SHIFT
    if move is None or held not in (_SHIFT, _SHIFT | _ALT):
        return None
    cursor = QTextCursor(now if now.hasSelection() else first)
    if held == _SHIFT:
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        return cursor
    start, end = QTextCursor(cursor), cursor.position()
    start.setPosition(cursor.anchor())
    start.movePosition(move)
    start.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return start
