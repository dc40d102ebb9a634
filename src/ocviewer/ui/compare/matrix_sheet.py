"""The matrix in one size: its columns, rows and picture, kept from switch to switch."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont

from ocviewer.presenter.compare.compared import Comparison, Row
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.compare.matrix_layout import LEAST_ROW, Columns, Lines, columns, lines, needed
from ocviewer.ui.compare.matrix_picture import Drafter, MatrixPicture

_SMALL_TYPE_FROM = 16
"""Rows below this height have smaller type, and leave a hairline between lines."""


class MatrixSheet:
    """Computes what is painted; what hangs on the size alone is kept for the next comparison."""

    def __init__(self, font: QFont) -> None:
        """Nothing is shown yet."""
        self._letters: dict[tuple[int, bool], Lettering] = {}
        self._layout: tuple[object, ...] = ()
        self._drafter: Drafter | None = None
        self._font = font
        self.rows: tuple[Row, ...] = ()
        self.columns: Columns | None = None
        self.lines: Lines | None = None
        self.letters = self._pair(LEAST_ROW)
        """The type of indicators, and that of averages."""
        self.picture = MatrixPicture()

    def set_font(self, font: QFont) -> None:
        """Takes another font; ``arrange`` follows."""
        self._font = font
        self._letters.clear()

    def needed(self, height: int) -> int:
        """How high it is with rows of a height."""
        return needed(self.rows, height, self._caption())

    def arrange(self, shown: Comparison, size: QSize, ratio: float) -> None:
        """Shows a comparison in a size, on a screen with ``ratio`` device pixels in one."""
        self.rows = shown.rows
        caption = self._caption()
        self.lines = lines(size.width(), size.height(), caption, self.rows)
        height = self.lines.height
        self.letters = self._pair(height - (height < _SMALL_TYPE_FROM))
        self.columns = columns(size.width(), shown.columns, *self.letters, self.rows, shown.words)
        layout = (self.columns, self.lines, self.letters, ratio)
        if self._drafter is None or layout != self._layout:
            self._layout = layout
            self._drafter = Drafter(self.columns, self.lines, self.letters, _snapper(ratio))
        self.picture = self._drafter.picture(self.rows, shown.columns, caption)

    def row_of(self, code: str) -> int:
        """The row of a node; -1 where it has none."""
        return next((place for place, row in enumerate(self.rows) if row.code == code), -1)

    def row_rect(self, code: str) -> QRectF | None:
        """The area of a node's row; ``None`` where it has none."""
        row = self.row_of(code)
        return None if row < 0 or self.lines is None else self.lines.rect(row)

    def code_at(self, y: float) -> str:
        """The code of the row at a height; empty where there is none."""
        row = self.lines.at(y) if self.lines else -1
        return self.rows[row].code if row >= 0 else ""

    def edges(self) -> tuple[float, ...]:
        """Where each pane begins and the last one ends; empty before there is any."""
        return self.columns.edges if self.columns else ()

    def pane_at(self, x: float) -> int:
        """The pane at a place across; -1 beside them."""
        edges = self.edges()
        return next((i for i in range(len(edges) - 1) if edges[i] <= x < edges[i + 1]), -1)

    def _caption(self) -> float:
        return self._lettering(LEAST_ROW, strong=False).height + 4

    def _pair(self, height: int) -> tuple[Lettering, Lettering]:
        return self._lettering(height, strong=False), self._lettering(height, strong=True)

    def _lettering(self, height: int, *, strong: bool) -> Lettering:
        key = (height, strong)
        if key not in self._letters:
            font = fitting_font(self._font, height)
            font.setBold(strong)
            self._letters[key] = Lettering(font)
        return self._letters[key]


def _snapper(ratio: float) -> Callable[[float], float]:
    """Finds for a logical position that of the nearest edge between device pixels."""
    return round if ratio == 1 else lambda position: round(position * ratio) / ratio
