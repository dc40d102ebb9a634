"""One edition of the index: every score that it published."""

from collections.abc import Mapping
from typing import NamedTuple

from ocviewer.domain.score import Hundredths


class Edition(NamedTuple):
    """The scores of one edition, by country (ISO3) and by the code of the node.

    What the edition did not score is not in the mapping: missing is never 0.
    """

    year: int
    scores: Mapping[str, Mapping[str, Hundredths]]

    def score(self, iso3: str, code: str) -> Hundredths | None:
        """The score of a node, or ``None`` where the edition has none."""
        return self.scores.get(iso3, {}).get(code)

    def has_country(self, iso3: str) -> bool:
        """Whether the edition scored the country at all."""
        return iso3 in self.scores
