"""What the header of one column says that the column holds.

The workbook's own headers vary: ``Criminality avg.`` in one edition is ``Criminal actors avg,`` or
plain ``Criminal actors`` in another. Folded, each of them is the name of a node, for the four
averages with or without "avg" behind it; other copies have the code, the code and the name, or a
short name. A header that may mean one thing or another is unclear: nothing is guessed.
"""

import re
from enum import Enum, auto
from functools import cached_property

from ocviewer.domain.indicator import AVERAGES, IndicatorTable
from ocviewer.domain.problem import Problem
from ocviewer.importers.texts import shown, text
from ocviewer.library.folding import fold


class Beside(Enum):
    """The columns beside the scores."""

    COUNTRY = auto()
    COUNTRY_CODE = auto()
    CONTINENT = auto()
    REGION = auto()
    EDITION = auto()


_ALPHA = ("2", "3", "alpha 2", "alpha 3")
_BESIDE = {
    "country": Beside.COUNTRY,
    "country name": Beside.COUNTRY,
    **dict.fromkeys(("country code", "iso", "iso code", "iso2", "iso3"), Beside.COUNTRY_CODE),
    **dict.fromkeys((f"iso {kind}" for kind in _ALPHA), Beside.COUNTRY_CODE),
    **dict.fromkeys((f"{kind} code" for kind in ("iso2", "iso3")), Beside.COUNTRY_CODE),
    "continent": Beside.CONTINENT,
    "region": Beside.REGION,
    **dict.fromkeys(("year", "edition", "edition year", "index edition"), Beside.EDITION),
}
_AVERAGE_WORDS = ("avg", "average", "mean")
_NOT_A_NAME = frozenset({*_AVERAGE_WORDS, "score"})
_CODED = re.compile(
    r"([12](?:\.[0-9]{1,2}){0,2})[.):]?(?:[\s\-\N{EN DASH}\N{EM DASH}_]+(.+))?", re.S
)
_TYPOS = 2
_LONG_ENOUGH = 8
"""A name of fewer letters is too near to other words to tell a typing error."""


class HeaderNames:
    """The index's nodes by every name that a header may give them."""

    def __init__(self, indicators: IndicatorTable) -> None:
        """Takes the nodes of the index."""
        self._indicators = indicators
        self._codes = {_folded(node.short_name): node.code for node in indicators}
        self._codes |= {_folded(node.name): node.code for node in indicators}

    def known(self, header: object) -> Beside | str | None:
        """What a header cell means where there is no doubt, else ``None``."""
        if isinstance(header, float):
            code = f"{header:.10g}"
            return code if code in self._indicators and not self._may_be_two(code) else None
        name = text(header)
        beside = _BESIDE.get(fold(name))
        if beside is not None:
            return beside
        coded = self._coded(name)
        if coded is None:
            return self.code(name)
        code, rest = coded
        return code if not rest or self.code(rest) == code else None

    def meaning(self, header: object) -> Beside | str | Problem | None:
        """What a header cell means; ``None`` where nothing is known of it.

        A problem, where it is not clear, still lacks its file and place.
        """
        known = self.known(header)
        if known is not None:
            return known
        name = f"{header:.10g}" if isinstance(header, float) else text(header)
        folded = _folded(name)
        stem, _, last = folded.rpartition(" ")
        average_of = last in _AVERAGE_WORDS and stem in self._codes
        if folded in _NOT_A_NAME or average_of or self._coded(name) is not None:
            return Problem("workbook_unclear_column", values={"name": shown(name)})
        close = self._close(folded)
        if close is not None:
            values = {"name": shown(name), "close": self._indicators[close].name}
            return Problem("workbook_close_column", values=values)
        return None

    def code(self, name: str) -> str | None:
        """The code of the node that a name names, or ``None``."""
        folded = _folded(name)
        return self._codes.get(folded) or self._of_average(folded.removesuffix(" score"))

    def _of_average(self, folded: str) -> str | None:
        """An average may have "avg" behind its name, and any node "score"."""
        stem, _, last = folded.rpartition(" ")
        code = self._codes.get(stem)
        if last in _AVERAGE_WORDS:
            return code if code in AVERAGES else None
        return self._codes.get(folded)

    def _may_be_two(self, number: str) -> bool:
        """Whether a code that became a number was one of two: 2.1 and 2.10 are the same."""
        return f"{number}0" in self._indicators

    def _coded(self, name: str) -> tuple[str, str] | None:
        """The code of a node that a header starts with, and what follows it."""
        match = _CODED.fullmatch(name)
        if match is None or match[1] not in self._indicators:
            return None
        return match[1], match[2] or ""

    def _close(self, folded: str) -> str | None:
        """The code of the node whose name is a typing error or two away."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for a header that is not known

        if len(folded) < _LONG_ENOUGH:
            return None
        for name in self._long_names:
            if OSA.distance(folded, name, score_cutoff=_TYPOS) <= _TYPOS:
                return self._codes[name]
        return None

    @cached_property
    def _long_names(self) -> tuple[str, ...]:
        return tuple(name for name in self._codes if len(name) >= _LONG_ENOUGH)


def _folded(name: str) -> str:
    return fold(name.replace("&", " and "))
