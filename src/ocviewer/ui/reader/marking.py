"""The marks of a text, layer upon layer, as the extra selections that paint them."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ocviewer.ui.reader.marks import LAYERS, Mark, MarkKind, format_of
from ocviewer.ui.reader.places import Places
from ocviewer.ui.theme import Theme


class Marking:
    """Holds the marks of each layer; the document is never altered."""

    def __init__(self) -> None:
        """No marks."""
        self._layers: dict[str, tuple[Mark, ...]] = {}

    def set_layer(self, layer: str, marks: Iterable[Mark]) -> None:
        """Replaces the marks of a layer; ``ValueError`` for a layer that there is not."""
        if layer not in LAYERS:
            raise ValueError(layer)
        self._layers[layer] = tuple(marks)

    def layer(self, layer: str) -> tuple[Mark, ...]:
        """The marks of a layer."""
        return self._layers.get(layer, ())

    def clear(self) -> None:
        """Takes all marks away."""
        self._layers.clear()

    def is_empty(self) -> bool:
        """Whether there is no mark at all."""
        return not any(self._layers.values())

    def selections(
        self, cursor: QTextCursor, places: Places, theme: Theme
    ) -> list[QTextEdit.ExtraSelection]:
        """What paints the marks of all that is written, the topmost layer last."""
        forms: dict[MarkKind, QTextCharFormat] = {}
        found = []
        for layer in LAYERS:
            for mark in self._layers.get(layer, ()):
                start = places.position(mark.paragraph, mark.start)
                end = places.position(mark.paragraph, mark.end)
                if start is None or end is None or start >= end:
                    continue
                if mark.kind not in forms:
                    forms[mark.kind] = format_of(mark.kind, theme)
                selection = QTextEdit.ExtraSelection()
                words = QTextCursor(cursor)
                words.setPosition(start)
                words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor = words
                selection.format = forms[mark.kind]
                found.append(selection)
        return found
