"""From the bytes of a saved page to what it says."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.importers.pages.analysis import read_sections
from ocviewer.importers.pages.content import PageContent
from ocviewer.importers.pages.editions import check_edition, edition_of
from ocviewer.importers.pages.facts import label_of, read_facts
from ocviewer.importers.pages.figures import FiguresReader
from ocviewer.importers.pages.names import PageNames
from ocviewer.importers.pages.numbers import joined_changes
from ocviewer.importers.pages.page import SavedPage, SavedScore
from ocviewer.importers.pages.sniffing import content_of
from ocviewer.library.folding import fold
from ocviewer.library.library import Library

_NAME_REACH = 8
"""How many lines above the facts the country's name stands at most."""


class PageReader:
    """Reads saved country pages of ocindex.net and africa.ocindex.net, by what is in them."""

    def __init__(self, library: Library) -> None:
        """Takes the countries, nodes and editions that a page may speak of."""
        self._library = library
        self._names = PageNames(library.indicators, library.scopes)

    def read(self, content: bytes, path: Path, edition: int | None = None) -> SavedPage:
        """What a page says; ``edition`` is the user's word on which one it shows.

        ``BadData`` for what is no country page, of no known country or edition, or contradictory.
        """
        file = str(path)
        form, page = content_of(content, file, self._names)
        head, figures, analysis = self._parts(joined_changes(page.lines), file)
        facts = read_facts(head)
        scores = self._scores(page, figures, file)
        iso3 = self._country(page, head, file)
        if edition is not None:
            check_edition(edition, self._library, file)
        year = edition or edition_of(iso3, scores, page.years, self._library, file)
        sections = read_sections(analysis, self._names, file)
        if not sections:
            raise BadData(Problem("page_no_analysis", file))
        return SavedPage(
            file=file,
            sha256=hashlib.sha256(content).hexdigest(),
            format=form,
            url=page.url,
            iso3=iso3,
            edition=year,
            facts=facts,
            scores=scores,
            ranks=FiguresReader(self._names, file).ranks(figures, year),
            sections=sections,
        )

    def _parts(
        self, lines: Sequence[str], file: str
    ) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        """The head with the facts, the figures, and the analysis, which stand in this order."""
        titles = {
            code: number
            for number, line in reversed([*enumerate(lines)])
            if (code := self._names.title(line)) is not None
        }
        if not titles:
            raise BadData(Problem("page_not_a_page", file))
        first, last = max(min(titles.values()) - 1, 0), max(titles.values())
        below = (n for n, line in enumerate(lines[last:], last) if fold(line[:20]) == "analysis")
        end = next(below, None)
        if end is None:
            raise BadData(Problem("page_no_analysis", file))
        return lines[:first], lines[first:end], lines[end + 1 :]

    def _scores(
        self, page: PageContent, figures: Sequence[str], file: str
    ) -> dict[str, SavedScore]:
        """The scores in the lines, and those that HTML marks by their codes."""
        reader = FiguresReader(self._names, file)
        found = reader.scores(figures)
        for name, score in page.scores.items():
            code = self._names.code(name)
            if code is not None:
                reader.add(found, code, score)
        return found

    def _country(self, page: PageContent, head: Sequence[str], file: str) -> str:
        """The country: the name above the facts, held against the one in the page's address."""
        labels = (number for number, line in enumerate(head) if label_of(line))
        end = next(labels, len(head))
        above = [line for line in reversed(head[max(end - _NAME_REACH, 0) : end]) if len(line) > 3]
        lookup, names = self._library.lookup, (*above, *page.names)
        address = page.iso3 if page.iso3 in self._library.countries else ""
        found = next((iso3 for name in names if (iso3 := lookup.get(name))), "")
        if address and found and address != found:
            values = {"first": address, "second": found}
            raise BadData(Problem("page_countries_disagree", file, values=values))
        if found or address:
            return found or address
        named = next((name for name in names if fold(name) != "profile"), "")
        if not named:
            raise BadData(Problem("page_no_country", file))
        try:
            return lookup.find(named)
        except BadCall as error:
            problem = error.problems[0]
            close = problem.values["close"]
            key = "page_unknown_country_close" if close else "page_unknown_country"
            raise BadData(Problem(key, file, values=problem.values)) from error
