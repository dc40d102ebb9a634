"""One cell of the heat table in words."""

from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import change_view
from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.words import Words


class HeatCell(NamedTuple):
    """A country's score in one indicator.

    ``score`` is the score, or why there is none; ``change`` is that since ``since``, which is
    empty where there is no change to tell; ``mean`` is that of the country's region.
    """

    country: str
    indicator: str
    score: str
    change: ChangeView
    since: str
    mean: str
    spoken: str


class HeatTeller:
    """Words the cells of one edition, each when it is asked for."""

    def __init__(self, library: Library, words: Words, year: int, since: int | None) -> None:
        """Changes count from ``since``, or from the edition before where that is ``None``."""
        self._library = library
        self._words = words
        self._year = year
        before = library.edition_before(year)
        self._before = since if since is not None else (before.year if before else None)

    def _edition(self) -> tuple[Library, int, int | None]:
        return self._library, self._year, self._before

    def __eq__(self, other: object) -> bool:
        """Tellers of the same editions tell the same."""
        return isinstance(other, HeatTeller) and self._edition() == other._edition()

    def __hash__(self) -> int:
        """As equality has it."""
        return hash(self._edition())

    def cell(self, iso3: str, code: str) -> HeatCell:
        """The cell of a country and an indicator."""
        say = self._words.say
        node, country = self._library.indicators[code], self._library.countries[iso3]
        score = self._library.edition(self._year).score(iso3, code)
        mean = self._library.scopes.mean(iso3, code, self._year, Scope.REGION)
        change = self._change(iso3, code)
        score_said = say("figures.not_scored", edition=self._year)
        if score is not None:
            score_said = score_text(score)
        since = ""
        if change.difference is not None:
            since = say("heat.since", edition=self._before)
        mean_said = ""
        if mean is not None:
            where = self._words.within(country.region)
            mean_said = say("figures.region_mean", where=where, score=score_text(mean))
        told = (f"{country.name}, {node.name}", score_said, self._spoken_change(change), mean_said)
        return HeatCell(
            country=country.name,
            indicator=f"{node.code}  {node.name}",
            score=score_said,
            change=change,
            since=since,
            mean=mean_said,
            spoken=". ".join(filter(None, told)) + ".",
        )

    def _change(self, iso3: str, code: str) -> ChangeView:
        now = self._library.edition(self._year).score(iso3, code)
        polarity = self._library.indicators[code].polarity
        if self._before is None:
            why = self._words.say("figures.first_edition") if now is not None else ""
            return change_view(self._words, polarity, None, why)
        old = self._library.edition(self._before).score(iso3, code)
        why = ""
        if now is not None and old is None:
            why = self._words.say("figures.not_scored", edition=self._before)
        return change_view(self._words, polarity, changes.change(now, old), why)

    def _spoken_change(self, change: ChangeView) -> str:
        """The change in words, without arrow and sign."""
        if change.difference is None:
            return change.word
        key = "same" if change.difference == 0 else ("up" if change.difference > 0 else "down")
        by = score_text(abs(change.difference))
        values = {"by": by, "word": change.word, "edition": self._before}
        return self._words.say(f"heat.spoken_{key}", **values)
