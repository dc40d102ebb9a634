"""The figures beside the text: a small chip at the margin of each paragraph for what it treats."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ocviewer.domain.change import Direction
from ocviewer.domain.plain_text import one_line
from ocviewer.presenter.page import Chip, SectionView
from ocviewer.ui.theme import Theme

GAP = 10
"""The space between the text and its chips, in pixels."""

WIDEST = 190
"""As wide as a chip gets, in pixels."""

_BETWEEN = 6
_SIDE = 8
_ABOVE_AND_BELOW = 3
_LEAST_NAME = 90
"""With less room, in pixels, a name would be a few letters: it is left out."""


class MarginChip(NamedTuple):
    """A chip and where it stands in the document; ``name`` is empty where there is no room."""

    chip: Chip
    rect: QRectF
    name: str
    change: str


def stacked(tops: Sequence[float], height: float, gap: float) -> tuple[float, ...]:
    """Where things of one height stand that want to be at ``tops`` (rising): never overlapping."""
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + height + gap) if placed else top)
    return tuple(placed)


class Margin:
    """Prepares the chips of a section, paints them, and tells which one is at a point."""

    def __init__(self) -> None:
        """No chips."""
        self.chips: tuple[MarginChip, ...] = ()
        self._font = QFont()
        self._bold = QFont()
        self._line = 0.0

    def clear(self) -> None:
        """Takes the chips away."""
        self.chips = ()

    def prepare(
        self, section: SectionView, tops: Sequence[float], left: float, room: float, font: QFont
    ) -> None:
        """Places the chips of each paragraph beside its top.

        ``tops`` are those of the paragraphs that are laid out, ``left`` is the right edge of the
        text, ``room`` the width beside it. There are none where a score and a change do not fit.
        """
        self._font, self._bold = font, QFont(font)
        self._bold.setBold(True)
        figures, letters = QFontMetricsF(self._bold), QFontMetricsF(font)
        by_code = {chip.code: chip for chip in section.chips}
        treated = [
            (top, by_code[code])
            for paragraph, top in zip(section.paragraphs, tops, strict=False)
            for code in paragraph.indicators
            if code in by_code
        ]
        least = figures.horizontalAdvance("10.00") + letters.horizontalAdvance("▲ +0.00")
        width = min(room - 2 * GAP, WIDEST)
        if not treated or width < least + _BETWEEN + 2 * _SIDE:
            self.chips = ()
            return
        with_name = width - 2 * _SIDE >= _LEAST_NAME + least / 2
        self._line = ceil(max(figures.height(), letters.height()))
        height = self._line * (2 if with_name else 1) + 2 * _ABOVE_AND_BELOW
        places = stacked([top for top, _ in treated], height, _BETWEEN)
        self.chips = tuple(
            MarginChip(
                chip,
                QRectF(left + GAP, top, width, height),
                self._name(chip, letters, width) if with_name else "",
                _change(chip),
            )
            for top, (_, chip) in zip(places, treated, strict=True)
        )

    @staticmethod
    def _name(chip: Chip, metrics: QFontMetricsF, width: float) -> str:
        name = one_line(chip.name)
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - 2 * _SIDE + 1)

    def paint(self, painter: QPainter, scrolled: int, seen: QRectF, theme: Theme) -> None:
        """Paints what is in sight: a bar in the family's colour, the name, score and change."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for chip in self.chips:
            rect = chip.rect.translated(0, -scrolled)
            if not rect.intersects(seen):
                continue
            family = QColor(theme.family(chip.chip.polarity))
            painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), family)
            inner = rect.adjusted(_SIDE, _ABOVE_AND_BELOW, -_SIDE, -_ABOVE_AND_BELOW)
            if chip.name:
                painter.setFont(self._font)
                painter.setPen(QColor(theme.muted))
                painter.drawText(
                    QRectF(inner.left(), inner.top(), inner.width() + 1, self._line),
                    flags,
                    chip.name,
                )
                inner.setTop(inner.top() + self._line)
            painter.setFont(self._bold)
            painter.setPen(family)
            painter.drawText(inner, flags, chip.chip.score_text)
            painter.setFont(self._font)
            painter.setPen(QColor(theme.direction(chip.chip.change.direction)))
            after = QFontMetricsF(self._bold).horizontalAdvance("10.00")
            painter.drawText(inner.adjusted(after + _BETWEEN, 0, 1, 0), flags, chip.change)

    def at(self, point: QPointF, scrolled: int) -> MarginChip | None:
        """The chip at a point of what is in sight."""
        place = point + QPointF(0, scrolled)
        return next((chip for chip in self.chips if chip.rect.contains(place)), None)


def _change(chip: Chip) -> str:
    change = chip.change
    moved = change.direction in (Direction.BETTER, Direction.WORSE)
    return f"{change.arrow} {change.amount}" if moved else change.arrow
