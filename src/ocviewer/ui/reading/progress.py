"""How far each section was read: the furthest place that was in sight for a while."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from ocviewer.presenter.contents import ContentsRow

MOST = 2_000
"""As many sections are remembered; those that were read longest ago go first."""


class SectionProgress(NamedTuple):
    """A section of the contents with the share of it, 0 to 1, that was read."""

    row: ContentsRow
    share: float

    @property
    def words_left(self) -> int:
        """How many words are still to be read."""
        return round(self.row.words * (1 - self.share))


Entry: TypeAlias = list[Any]
"""A section to be remembered: ISO3, edition, wording, section, and whole percent."""


class ReadText(NamedTuple):
    """The text that is read: a country, its edition, and whose words (empty: the program's)."""

    iso3: str
    edition: int
    wording: str


class Progress:
    """Remembers shares of sections; reading back takes nothing away."""

    def __init__(self, read: Sequence[Entry] = ()) -> None:
        """Goes on from what ``entries`` gave."""
        self._shares = {
            (ReadText(iso3, edition, wording), section): percent / 100
            for iso3, edition, wording, section, percent in read
        }

    def note(self, text: ReadText, section: str, share: float) -> bool:
        """Notes that a section was read up to a share; whether that is further than before."""
        before: float = self._shares.pop((text, section), 0.0)
        self._shares[text, section] = max(before, min(share, 1.0))
        return share > before

    def of(self, text: ReadText, rows: Sequence[ContentsRow]) -> tuple[SectionProgress, ...]:
        """The contents of a text with what was read of them; no words, nothing to be read."""
        return tuple(
            SectionProgress(row, self._shares.get((text, row.id), 0.0) if row.words else 0.0)
            for row in rows
        )

    def entries(self) -> list[Entry]:
        """What was read, to be kept from one start to the next."""
        latest = list(self._shares.items())[-MOST:]
        return [[*text, section, int(100 * share)] for (text, section), share in latest]
