"""What an import tells of each file in lines of text, and of all in one."""

from collections.abc import Container, Sequence

from ocviewer.domain.indicator import IndicatorTable, Section
from ocviewer.domain.score import score_text
from ocviewer.importers.job import FileReport, Outcome
from ocviewer.importers.pages.held import Difference, Held, Kind, Value
from ocviewer.importers.pages.ties import tied
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


class Teller:
    """Words the reports of an import."""

    def __init__(self, library: Library, words: Words) -> None:
        """``library`` is the one that the job compared with."""
        self._library = library
        self._words = words

    def heading(self, report: FileReport) -> str:
        """The file and what became of it, with country and edition where it is a page."""
        values = {"file": report.file, "outcome": self._words.say(f"pages.{report.outcome}")}
        if report.held is None:
            return self._words.say("pages.heading", **values)
        page = report.held.page
        name = self._library.countries[page.iso3].name
        return self._words.say("pages.heading_page", name=name, edition=page.edition, **values)

    def lines(self, held: Held, taken: Container[Difference]) -> list[str]:
        """What a page has, what is equal, what it lacks, and each difference.

        ``taken`` holds the differences in which the page's figure is used.
        """
        lines = self.summary(held)
        return lines + [self.difference(d, takes_page=d in taken) for d in held.differences]

    def summary(self, held: Held) -> list[str]:
        """What a page has, what is equal and what it lacks."""
        words, page = self._words, held.page
        paragraphs = [
            paragraph
            for section, texts in page.sections.items()
            for paragraph in tied(texts, section, self._library.indicators)
        ]
        lines = [
            words.say(
                "pages.text",
                sections=len(page.sections),
                paragraphs=len(paragraphs),
                tied=sum(bool(paragraph.indicators) for paragraph in paragraphs),
            )
        ]
        absent = [s.title for s in missing_sections(held, self._library.indicators)]
        if absent:
            lines.append(words.say("pages.sections_absent", names=words.joined(absent)))
        equal = [
            words.say(f"pages.count_{kind}", count=count)
            for kind, count in held.equal.items()
            if count
        ]
        if equal:
            lines.append(words.say("pages.equal", counts=words.joined(equal)))
        if held.lacking:
            names = [self._library.indicators[code].name for code in held.lacking]
            lines.append(words.say("pages.lacking", names=words.joined(names)))
        return lines

    def difference(self, difference: Difference, *, takes_page: bool) -> str:
        """What differs, on the page and in the library, and which of them is used."""
        key = "computed"
        if difference.can_be_taken:
            key = "taken" if takes_page else "kept"
        what, page, library = self.cells(difference)
        return self._words.say(f"pages.differs_{key}", what=what, page=page, library=library)

    def cells(self, difference: Difference) -> tuple[str, str, str]:
        """What differs, and what it is on the page and in the library."""
        page, library = (
            self._value(difference, value) for value in (difference.page, difference.library)
        )
        return self._what(difference), page, library

    def _what(self, difference: Difference) -> str:
        words = self._words
        if difference.kind is Kind.FACT:
            return words.say(f"pages.fact_{difference.key}")
        code, _, scope = difference.key.partition(":")
        name = self._library.indicators[code].name
        if not scope:
            return words.say(f"pages.what_{difference.kind}", name=name)
        return words.say(
            f"pages.what_{difference.kind}", name=name, scope=words.say(f"pages.{scope}")
        )

    def _value(self, difference: Difference, value: Value) -> str:
        words = self._words
        if value is None:
            return words.say("pages.none")
        if difference.kind is Kind.RANK and isinstance(value, tuple):
            rank, of = value
            return words.say("pages.rank", rank=rank, of=of)
        if isinstance(value, tuple):
            return words.joined([str(part) for part in value])
        if difference.kind in (Kind.SCORE, Kind.CHANGE):
            return score_text(value) if difference.kind is Kind.SCORE else words.signed(value)
        if difference.kind is Kind.FACT:
            return words.number(value)
        return f"{value:+d}".replace("-", "−") if value else "0"

    def counts(self, reports: Sequence[FileReport], *, dry: bool, passed_over: int) -> str:
        """How many files had which outcome."""
        counts = {str(o): sum(r.outcome is o for r in reports) for o in Outcome}
        differing = sum(bool(r.held and r.held.differences) for r in reports)
        key = "pages.counts_dry" if dry else "pages.counts"
        line = self._words.say(key, differing=differing, **counts)
        if passed_over:
            line += " " + self._words.say("pages.passed_over", count=passed_over)
        return line


def missing_sections(held: Held, indicators: IndicatorTable) -> list[Section]:
    """The sections that a page lacks although its edition scored an indicator of theirs."""
    page = held.page
    scored = {*page.scores, *held.lacking}
    return [
        section
        for section in indicators.sections
        if section.id not in page.sections
        and any(node.code in scored for node in indicators.in_section(section.id))
    ]
