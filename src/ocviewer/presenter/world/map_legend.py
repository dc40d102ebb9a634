"""The legend of a map: its classes in numbers and in words, with the count of countries."""

from collections import Counter

from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.map_part import LegendEntry
from ocviewer.presenter.world.map_scale import Step


class MapLegend:
    """Words the classes of one map."""

    def __init__(self, words: Words, steps: tuple[Step, ...], *, changes: bool) -> None:
        """``changes`` tells classes of a change from classes of scores."""
        self._words = words
        self._steps = steps
        self._changes = changes

    def entries(self, counts: Counter[int | None]) -> tuple[LegendEntry, ...]:
        """The classes with the countries of each tone."""
        return tuple(
            LegendEntry(step.tone, self._text(step), self._short(step), counts[step.tone])
            for step in self._steps
        )

    def missing(self, counts: Counter[int | None]) -> LegendEntry:
        """The countries that have no figure."""
        key = "map.missing_change" if self._changes else "map.missing_score"
        text = self._words.say(key)
        return LegendEntry(None, text, text, counts[None])

    def spoken(self, counts: Counter[int | None]) -> str:
        """All of it in sentences; classes without a country are left out."""
        told = [
            self._entry(self._spoken(step), counts[step.tone])
            for step in self._steps
            if counts[step.tone]
        ]
        if counts[None]:
            told.append(self._entry(self.missing(counts).text, counts[None]))
        return " ".join(told)

    def _entry(self, text: str, count: int) -> str:
        key = "map.count_one" if count == 1 else "map.count_other"
        return self._words.say("map.entry", text=text, count=self._words.say(key, count=count))

    def _text(self, step: Step) -> str:
        """A range as short as it can be; that of a change tells the end that is nearer to 0."""
        low, high, say, signed = step.low, step.high, self._words.say, self._words.signed
        if not self._changes and low is not None and high is not None:
            return say("map.range", low=score_text(low), high=score_text(high))
        if low is not None and low == high:
            return signed(low)
        if high is not None and high < 0:
            return say("map.below_zero") if high == -1 else say("map.at_most", high=signed(high))
        assert low is not None, "a class that is open below ends below zero"
        return say("map.above_zero") if low == 1 else say("map.at_least", low=signed(low))

    def _short(self, step: Step) -> str:
        if self._changes or step.low is None:
            return self._text(step)
        return self._words.say("map.at_least", low=score_text(step.low))

    def _spoken(self, step: Step) -> str:
        low, high = step.low, step.high
        if not self._changes and low is not None and high is not None:
            return self._words.say("map.spoken_range", low=score_text(low), high=score_text(high))
        if low is not None and low == high:
            key = "unchanged" if low == 0 else ("falls_of" if low < 0 else "rises_of")
            return self._words.say(f"map.spoken_{key}", by=score_text(abs(low)))
        if high is not None and high < 0:
            return self._range("spoken_falls", high, low)
        assert low is not None, "a class that is open below ends below zero"
        return self._range("spoken_rises", low, high)

    def _range(self, key: str, near: Hundredths, far: Hundredths | None) -> str:
        if far is None:
            return self._words.say(f"map.{key}_open", low=score_text(abs(near)))
        values = {"low": score_text(abs(near)), "high": score_text(abs(far))}
        return self._words.say(f"map.{key}", **values)
