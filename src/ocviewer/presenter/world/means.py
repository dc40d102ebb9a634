"""The means of a continent or region in all nodes, worded as the figures of a country are."""

from functools import cached_property

from ocviewer.domain.indicator import AVERAGES, Indicator
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures, change_view
from ocviewer.presenter.page import ChangeView, RankView
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


class Means(Figures):
    """The figures of a place: each score is the mean of the countries that the edition scored.

    In place of ranks, a card has the mean of the world, and the highest and lowest country.
    """

    def __init__(
        self, library: Library, words: Words, scope: Scope, name: str, edition: int
    ) -> None:
        """Computes nothing that is not asked for."""
        super().__init__(library, words, PaneState("", edition))
        self._scope = scope
        self._name = name
        self._changes: dict[str, ChangeView] = {}
        self.members = library.scopes.members(scope, name)

    def _mean(self, scope: Scope, name: str, code: str, year: int) -> Hundredths | None:
        return self._library.scopes.mean_of(scope, name, code, year)

    def score(self, code: str) -> Hundredths | None:
        """The mean in this edition."""
        return self._mean(self._scope, self._name, code, self._edition.year)

    def previous(self, code: str) -> Hundredths | None:
        """The mean one edition before."""
        if self._before is None:
            return None
        return self._mean(self._scope, self._name, code, self._before.year)

    def world(self, code: str) -> Hundredths | None:
        """The mean of all countries in this edition."""
        return self._mean(Scope.WORLD, "", code, self._edition.year)

    def change(self, indicator: Indicator) -> ChangeView:
        """The change of the mean, where both editions scored the same countries.

        That the mean of other countries is another is no change.
        """
        code = indicator.code
        if code not in self._changes:
            self._changes[code] = self._change(indicator)
        return self._changes[code]

    def _change(self, indicator: Indicator) -> ChangeView:
        code = indicator.code
        if self.score(code) is None or self.previous(code) is None or self._same(code):
            return super().change(indicator)
        before = "" if self._before is None else self._before.year
        why = self._words.say("place.others_scored", edition=before)
        return change_view(self._words, indicator.polarity, None, why)

    def _same(self, code: str) -> bool:
        if self._before is None:
            return False
        scored = self._library.scopes.scored
        years = (self._edition.year, self._before.year)
        now, before = (scored(self._scope, self._name, code, year) for year in years)
        return now == before

    def scored(self, code: str) -> dict[str, Hundredths]:
        """The scores of the countries of the place that have one."""
        scores = ((iso3, self._edition.score(iso3, code)) for iso3 in self.members)
        return {iso3: score for iso3, score in scores if score is not None}

    def against_world(self, code: str) -> str:
        """How the mean stands to that of the world, e.g. ``0.86 above``; empty without a mean."""
        mean, world = self.score(code), self.world(code)
        if mean is None or world is None:
            return ""
        key = "equal" if mean == world else ("above" if mean > world else "below")
        return self._words.say(f"place.{key}", by=score_text(abs(mean - world)))

    def ranks(self, code: str) -> tuple[RankView, ...]:
        """The mean of the world, and the highest and lowest country; none without a mean."""
        scored, mean, world = self.scored(code), self.score(code), self.world(code)
        if mean is None or world is None:
            return ()
        signed, said = self._words.signed(mean - world), score_text(world)
        return (
            self._line("world", said, said, signed, self.against_world(code)),
            self._extreme("highest", max(scored.values()), scored),
            self._extreme("lowest", min(scored.values()), scored),
        )

    def _extreme(self, key: str, score: Hundredths, scored: dict[str, Hundredths]) -> RankView:
        which = [iso3 for iso3, known in scored.items() if known == score]
        name = self._library.countries[which[0]].name
        if len(which) > 1:
            name = self._words.say("place.countries", count=len(which))
        return self._line(key, f"{name} {score_text(score)}", score_text(score), "", "")

    def _line(self, key: str, text: str, short: str, signed: str, move: str) -> RankView:
        label, brief = self._words.say(f"place.{key}"), self._words.say(f"place.{key}_short")
        return RankView(self._scope, label, brief, text, short, signed, move)

    def _region_mean(self, code: str) -> Hundredths | None:
        """What the bars are marked with: the mean of the world."""
        return self.world(code)

    @cached_property
    def _beside(self) -> str:
        return self._words.say("glance.in_world")

    def _spoken(self, indicator: Indicator, change: ChangeView) -> str:
        """With how the mean stands to the world's, which a card tells in a line of its own."""
        said, against = super()._spoken(indicator, change), self.against_world(indicator.code)
        world = self.world(indicator.code)
        if world is None or not against or indicator.code in AVERAGES:
            return said
        told = self._words.say("place.to_world", mean=score_text(world), against=against)
        return f"{said} {told}"
