"""How far each section was read: the furthest place that was in sight for a while."""

from collections.abc import Sequence
from typing import NamedTuple

from ocviewer.presenter.contents import ContentsRow
from ocviewer.presenter.state import PaneState


class SectionProgress(NamedTuple):
    """A section of the contents with the share of it, 0 to 1, that was read."""

    row: ContentsRow
    share: float

    @property
    def words_left(self) -> int:
        """How many words are still to be read."""
        return round(self.row.words * (1 - self.share))


class Progress:
    """Remembers shares while the program runs; reading back takes nothing away."""

    def __init__(self) -> None:
        """Nothing was read."""
        self._shares: dict[tuple[PaneState, str], float] = {}

    def note(self, pane: PaneState, section: str, share: float) -> bool:
        """Notes that a section was read up to a share; whether that is further than before."""
        before = self._shares.get((pane, section), 0.0)
        self._shares[pane, section] = max(before, min(share, 1.0))
        return share > before

    def of(self, pane: PaneState, rows: Sequence[ContentsRow]) -> tuple[SectionProgress, ...]:
        """The contents of a pane with what was read of them."""
        return tuple(SectionProgress(row, self._shares.get((pane, row.id), 0.0)) for row in rows)
