"""What the country selector lists: every country with its averages, in the order asked for."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from ocviewer.domain.change import Direction, change, direction
from ocviewer.domain.indicator import CRIMINALITY, RESILIENCE, Polarity
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ocviewer.library.library import Library
    from ocviewer.presenter.words import Words


class PickerSort(StrEnum):
    """How the countries are ordered, and with it which figure stands beside them."""

    NAME = "name"
    CRIMINALITY = "criminality"
    RESILIENCE = "resilience"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class PickerEntry:
    """One country of the selector; ``change`` is that of criminality, in hundredths.

    ``sort_name`` is the name without accents and case, ``before`` the edition before. The texts
    are put in words when a row is painted: the selector is on the way to the first paint, and few
    of its rows are in sight.
    """

    iso3: str
    name: str
    sort_name: str
    continent: str
    region: str
    edition: int
    before: int | None
    criminality: Hundredths | None
    resilience: Hundredths | None
    change: Hundredths | None
    direction: Direction | None
    words: "Words" = field(repr=False, compare=False)

    @property
    def criminality_text(self) -> str:
        """The criminality score, or a dash where the edition has none."""
        return self._score_text(self.criminality)

    @property
    def resilience_text(self) -> str:
        """The resilience score, or a dash where the edition has none."""
        return self._score_text(self.resilience)

    def _score_text(self, score: Hundredths | None) -> str:
        return self.words.say("figures.no_score") if score is None else score_text(score)

    @property
    def change_text(self) -> str:
        """An arrow and a signed number, ``▲ +0.22``; ``=`` when unchanged, a dash without one."""
        if self.change is None:
            return self.words.say("figures.no_score")
        if self.change == 0:
            return "="
        return f"{'▲' if self.change > 0 else '▼'} {self.words.signed(self.change)}"

    @property
    def spoken(self) -> str:
        """Name, region and both scores in words."""
        return self.words.say(
            "picker.spoken",
            name=self.name,
            region=self.region,
            criminality=self._spoken_criminality(),
            resilience=self._spoken_score(self.resilience),
        )

    def _spoken_score(self, score: Hundredths | None) -> str:
        if score is None:
            return self.words.say("picker.spoken_missing", edition=self.edition)
        return score_text(score)

    def _spoken_criminality(self) -> str:
        score = self._spoken_score(self.criminality)
        if self.change is None or self.direction is None:
            return score
        amount = score_text(abs(self.change))
        return self.words.say(f"picker.spoken_{self.direction}", score=score, amount=amount)


@dataclass(frozen=True, slots=True)
class PickerGroup:
    """Countries that follow each other in an order; the heading may be empty."""

    heading: str
    entries: tuple[PickerEntry, ...]


@dataclass(frozen=True, slots=True)
class PickerFigure:
    """The figure beside a country: a score in its family's colour, or a change in its own."""

    text: str
    score: Hundredths | None
    polarity: Polarity | None
    direction: Direction | None


def picker_entries(library: "Library", year: int, words: "Words") -> tuple[PickerEntry, ...]:
    """Every country in one edition, by name; ``BadCall`` when there is no such edition."""
    edition = library.edition(year)
    before = library.edition_before(year)
    entries = []
    for iso3, country in library.countries.items():
        criminality = edition.score(iso3, CRIMINALITY)
        difference = change(criminality, before.score(iso3, CRIMINALITY) if before else None)
        entries.append(
            PickerEntry(
                iso3=iso3,
                name=country.name,
                sort_name=_sort_name(country.name),
                continent=country.continent,
                region=country.region,
                edition=year,
                before=before.year if before else None,
                criminality=criminality,
                resilience=edition.score(iso3, RESILIENCE),
                change=difference,
                direction=direction(Polarity.CRIMINALITY, difference),
                words=words,
            )
        )
    return sorted_entries(entries, PickerSort.NAME)


_sort_name = lru_cache(maxsize=512)(fold)


def _by_name(entry: PickerEntry) -> tuple[str, str]:
    return entry.sort_name, entry.iso3


_SORT_FIGURES: "Mapping[PickerSort, Callable[[PickerEntry], Hundredths | None]]" = {
    PickerSort.CRIMINALITY: lambda entry: entry.criminality,
    PickerSort.RESILIENCE: lambda entry: entry.resilience,
    PickerSort.CHANGE: lambda entry: entry.change,
}


def sorted_entries(entries: "Iterable[PickerEntry]", sort: PickerSort) -> tuple[PickerEntry, ...]:
    """The entries by name, or the highest first; ties by name, and what has no figure last."""
    by_name = sorted(entries, key=_by_name)
    figure_of = _SORT_FIGURES.get(sort)
    if figure_of is None:
        return tuple(by_name)
    figures = [(figure_of(entry), entry) for entry in by_name]
    scored = [(figure, entry) for figure, entry in figures if figure is not None]
    scored.sort(key=lambda pair: -pair[0])
    rest = (entry for figure, entry in figures if figure is None)
    return (*(entry for _, entry in scored), *rest)


def grouped_entries(entries: "Iterable[PickerEntry]", sort: PickerSort) -> tuple[PickerGroup, ...]:
    """The sorted entries; by change in groups whose headings say worse, unchanged or better."""
    ordered = sorted_entries(entries, sort)
    if sort is not PickerSort.CHANGE:
        return (PickerGroup("", ordered),)
    return tuple(
        PickerGroup(_change_heading(members[0]), tuple(members))
        for _, group in groupby(ordered, key=lambda entry: entry.direction)
        if (members := list(group))
    )


def _change_heading(entry: PickerEntry) -> str:
    """The word that goes with the arrows of a group."""
    if entry.direction is None:
        return entry.words.say("picker.heading_none")
    return entry.words.say(f"picker.heading_{entry.direction}", edition=entry.before)


def figure(entry: PickerEntry, sort: PickerSort) -> PickerFigure:
    """The figure that stands beside a country in an order: criminality when it is by name."""
    if sort is PickerSort.CHANGE:
        return PickerFigure(entry.change_text, None, None, entry.direction)
    if sort is PickerSort.RESILIENCE:
        text, score = entry.resilience_text, entry.resilience
        return PickerFigure(text, score, Polarity.RESILIENCE, None)
    text, score = entry.criminality_text, entry.criminality
    return PickerFigure(text, score, Polarity.CRIMINALITY, None)
