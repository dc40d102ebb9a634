"""What an import tells of one edition in a table, in lines of text."""

from collections.abc import Iterator

from ocviewer.domain.indicator import ACTORS, AVERAGES, MARKETS, RESILIENCE
from ocviewer.domain.score import score_text
from ocviewer.importers.report import ComputedAverage, FoundDiscrepancy, SheetReport, YearSource
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

MAX_DISCREPANCIES = 20
"""Of one edition that are printed one by one."""


def sheet_lines(sheet: SheetReport, library: Library, words: Words) -> Iterator[str]:
    """What was read, how, and what is not there."""
    indicators = library.indicators
    counts = {
        name: sum(child.code in sheet.codes for child in indicators.children(code))
        for name, code in (("markets", MARKETS), ("actors", ACTORS), ("resilience", RESILIENCE))
    }
    yield words.say(
        "importing.sheet",
        edition=sheet.year,
        sheet=sheet.sheet,
        countries=len(sheet.countries),
        **counts,
    )
    if sheet.year_from is YearSource.FILE:
        yield words.say("importing.year_from_file")
    if sheet.ignored:
        names = [
            words.say("importing.column", name=column.name, place=words.place(column.place))
            if column.name
            else words.place(column.place)
            for column in sheet.ignored
        ]
        yield words.say("importing.columns_ignored", names=words.joined(names))
    not_scored = [node.name for node in indicators if node.code not in sheet.codes]
    if not_scored:
        yield words.say("importing.not_scored", names=words.joined(not_scored))
    absent = [c.name for c in library.countries.values() if c.iso3 not in sheet.countries]
    if absent:
        yield words.say("importing.absent", names=words.joined(absent))
    yield from _averages(sheet, library, words)


def _averages(sheet: SheetReport, library: Library, words: Words) -> Iterator[str]:
    """Which averages were computed or rounded, and which do not follow from their members."""
    if sheet.computed:
        names = [_computed(average, library, words) for average in sheet.computed]
        yield words.say("importing.computed", names=words.joined(names))
    if sheet.rounded:
        yield words.say("importing.rounded", count=sheet.rounded)
    for found in sheet.discrepancies[:MAX_DISCREPANCIES]:
        yield _discrepancy(found, library, words)
    more = len(sheet.discrepancies) - MAX_DISCREPANCIES
    if more > 0:
        yield words.say("importing.discrepancies_more", count=more)
    published = set(sheet.codes) - {average.code for average in sheet.computed}
    if not sheet.discrepancies and set(AVERAGES) <= published:
        yield words.say("importing.no_discrepancies")


def _computed(average: ComputedAverage, library: Library, words: Words) -> str:
    return words.say(
        "importing.computed_one",
        name=library.indicators[average.code].name,
        members=average.members,
        of=average.of,
    )


def _discrepancy(found: FoundDiscrepancy, library: Library, words: Words) -> str:
    average = found.discrepancy
    return words.say(
        "importing.discrepancy",
        place=words.place(found.place),
        country=library.countries[found.iso3].name,
        name=library.indicators[average.code].name,
        published=score_text(average.published),
        expected=f"{float(average.expected / 100):.4f}",
    )
