"""The names that a page uses, as the library's codes, ids and places."""

import re

from ocviewer.domain.indicator import CRIMINALITY, RESILIENCE, IndicatorTable
from ocviewer.domain.ranking import Scope
from ocviewer.library.folding import fold
from ocviewer.library.scopes import Scopes

_NUMBERED = re.compile(r"\d{1,2}[.:]?\s+")
LONGEST = 100
"""No name of the index comes near this many characters; a longer line is none."""


def folded(name: str) -> str:
    """A name as it is compared: africa.ocindex.net writes "&" for "and"."""
    return fold(name.replace("&", " and ")) if len(name) <= LONGEST else ""


class PageNames:
    """Knows nodes, sections and places by the names on a page."""

    def __init__(self, indicators: IndicatorTable, scopes: Scopes) -> None:
        """Takes the nodes and sections of the index, and its continents and regions."""
        self._codes = {folded(node.name): node.code for node in indicators}
        self._sections = {folded(section.title): section.id for section in indicators.sections}
        self._titles = {"criminality score": CRIMINALITY, "resilience score": RESILIENCE}
        self._places = {
            folded(name): (scope, name)
            for scope in (Scope.REGION, Scope.CONTINENT)
            for name in scopes.names(scope)
        }

    def code(self, line: str) -> str | None:
        """The node that a line names."""
        return self._codes.get(folded(line))

    def title(self, line: str) -> str | None:
        """The code of the average that a line is the title of, which stands below its score."""
        return self._titles.get(folded(line))

    def is_name(self, line: str) -> bool:
        """Whether a line is nothing but the name or title of a node."""
        return self.code(line) is not None or self.title(line) is not None

    def section(self, line: str) -> str | None:
        """The section that a line is the title of, with or without its number."""
        return self._sections.get(folded(_NUMBERED.sub("", line, count=1)))

    def place(self, name: str) -> tuple[Scope, str] | None:
        """The continent or region of a name."""
        return self._places.get(folded(name))
