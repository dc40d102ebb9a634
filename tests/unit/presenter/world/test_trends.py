from fractions import Fraction

import pytest

from ocviewer.domain.indicator import AVERAGES, Polarity
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.trends import Trace, Trend, Trends, trends


def made(library: Library, words: Words, *panes: tuple[str, int]) -> Trends:
    return trends(ViewState(tuple(PaneState(*pane) for pane in panes)), library, words)


def by_code(part: Trends) -> dict[str, Trend]:
    return {trend.code: trend for group in part.groups for trend in group.trends}


def test_all_36_nodes_stand_in_their_groups(library: Library, words: Words) -> None:
    part = made(library, words, ("PER", 2025))
    titles = [group.title for group in part.groups]
    assert titles == ["", "Criminal markets", "Criminal actors", "Resilience"]
    assert [trend.code for trend in part.groups[0].trends] == list(AVERAGES)
    codes = [trend.code for group in part.groups[1:] for trend in group.trends]
    assert codes == [node.code for node in library.indicators if node.code not in AVERAGES]


def test_every_score_of_every_country_is_that_of_its_edition(
    library: Library, words: Words
) -> None:
    countries = list(library.countries)
    for start in range(0, len(countries), 4):
        four = countries[start : start + 4]
        part = made(library, words, *((iso3, 2025) for iso3 in four))
        for code, trend in by_code(part).items():
            for iso3, trace in zip(four, trend.subjects, strict=True):
                expected = [library.edition(y).scores[iso3].get(code) for y in library.years]
                assert list(trace.scores) == expected


@pytest.mark.parametrize("iso3", ["PER", "TUV", "AFG"])
def test_means_are_the_means_of_the_countries(library: Library, words: Words, iso3: str) -> None:
    region = library.countries[iso3].region
    within = [i for i, country in library.countries.items() if country.region == region]
    for code, trend in by_code(made(library, words, (iso3, 2025))).items():
        assert trend.region is not None
        assert trend.world is not None
        for members, trace in ((within, trend.region), (list(library.countries), trend.world)):
            for year, mean in zip(library.years, trace.scores, strict=True):
                found = [library.edition(year).scores[i].get(code) for i in members]
                scores = [score for score in found if score is not None]
                if not scores:
                    assert mean is None
                    continue
                assert mean is not None
                assert abs(mean - Fraction(sum(scores), len(scores))) <= Fraction(1, 2)


def test_a_change_counts_from_the_first_to_the_last_score(library: Library, words: Words) -> None:
    markets = by_code(made(library, words, ("PER", 2025)))
    human = markets["1"].subjects[0]
    assert human.scores == (635, 640, 662)
    assert (human.change.text, human.period) == ("▲ +0.27 worse", "since 2021")
    resilience = markets["2"].subjects[0]
    assert (resilience.change.text, resilience.period) == ("▼ −0.12 worse", "since 2021")
    assert markets["1.1.1"].subjects[0].change.text == "= unchanged"


def test_what_2021_did_not_score_starts_at_2023(library: Library, words: Words) -> None:
    cyber = by_code(made(library, words, ("PER", 2025)))["1.1.14"]
    assert cyber.subjects[0].scores == (None, 500, 500)
    assert cyber.subjects[0].texts[0] == "not scored in 2021"
    assert cyber.subjects[0].period == "since 2023"
    assert cyber.world is not None
    assert cyber.world.scores[0] is None
    assert "Peru: not scored in 2021, 5.00 in 2023, 5.00 in 2025; unchanged" in cyber.spoken


def test_the_note_tells_what_an_edition_lacks(library: Library, words: Words) -> None:
    assert made(library, words, ("PER", 2025)).note == "2021 scored 26 of the 32 indicators."


def test_another_edition_than_the_last_names_both_ends(library: Library, words: Words) -> None:
    human = by_code(made(library, words, ("PER", 2021)))["1"].subjects[0]
    assert (human.period, human.span) == ("from 2021 to 2025", "2021–2025")


def test_a_chart_tells_when_it_begins_later(library: Library, words: Words) -> None:
    trends_of = by_code(made(library, words, ("PER", 2025), ("COL", 2025)))
    later = {code for code, trend in trends_of.items() if trend.begins == "scored since 2023"}
    assert len(later) == 6
    assert "1.1.14" in later
    assert {trend.begins for code, trend in trends_of.items() if code not in later} == {""}


def test_one_country_in_two_editions_is_one_line(library: Library, words: Words) -> None:
    part = made(library, words, ("PER", 2021), ("COL", 2025), ("PER", 2025))
    assert [(c.name, c.colour) for c in part.subjects] == [("Peru", 0), ("Colombia", 1)]
    assert (part.editions, part.chosen) == ((2021, 2023, 2025), 0)


def test_another_early_edition_changes_only_which_is_chosen(library: Library, words: Words) -> None:
    part = made(library, words, ("PER", 2021))
    assert made(library, words, ("PER", 2023)) == part._replace(chosen=1)


class _Gaps:
    """A library in which one country has only some scores."""

    def __init__(self, library: Library, kept: tuple[int, ...]) -> None:
        self._library = library
        self._kept = kept
        self.years, self.indicators = library.years, library.indicators
        self.countries, self.scopes = library.countries, library.scopes

    def edition(self, year: int) -> object:
        edition = self._library.edition(year)
        if year in self._kept:
            return edition
        scores = {iso3: by for iso3, by in edition.scores.items() if iso3 != "PER"}
        return edition._replace(scores=scores)


def trace_with(library: Library, words: Words, *kept: int) -> Trace:
    gaps: Library = _Gaps(library, kept)  # type: ignore[assignment]
    return by_code(made(gaps, words, ("PER", 2025)))["1"].subjects[0]


def test_a_country_that_editions_lack_says_so(library: Library, words: Words) -> None:
    never = trace_with(library, words)
    assert (never.scores, never.change.text) == ((None, None, None), "not scored")
    once = trace_with(library, words, 2023)
    assert (once.change.direction, once.change.text) == (None, "scored in 2023 only")
    early = trace_with(library, words, 2021, 2023)
    assert (early.change.text, early.period) == ("▲ +0.05 worse", "from 2021 to 2023")
    apart = trace_with(library, words, 2021, 2025)
    assert apart.scores == (635, None, 662)
    assert (apart.change.amount, apart.period) == ("+0.27", "since 2021")


def test_up_is_worse_for_criminality_and_better_for_resilience(
    library: Library, words: Words
) -> None:
    seen = set()
    for iso3 in list(library.countries)[::10]:
        for trend in by_code(made(library, words, (iso3, 2025))).values():
            change = trend.subjects[0].change
            if change.difference:
                worse = (change.difference > 0) == (trend.polarity is Polarity.CRIMINALITY)
                assert change.word == ("worse" if worse else "better")
                seen.add((trend.polarity, change.difference > 0))
    assert len(seen) == 4


def test_a_pane_of_a_mean_is_a_line_like_a_country(library: Library, words: Words) -> None:
    region = "region:South America"
    part = made(library, words, ("world", 2025), (region, 2025), ("continent:Asia", 2025))
    names = ["Mean of the world", "Mean in South America", "Mean in Asia"]
    assert [subject.name for subject in part.subjects] == names
    assert [subject.colour for subject in part.subjects] == [0, 1, 2]
    peru = by_code(made(library, words, ("PER", 2025)))
    for code, trend in by_code(part).items():
        assert trend.subjects[:2] == (peru[code].world, peru[code].region)
        asia = [library.scopes.mean_of(Scope.CONTINENT, "Asia", code, y) for y in library.years]
        assert list(trend.subjects[2].scores) == asia
    first = part.groups[0].trends[0]
    assert first.subjects[0].scores == (487, 503, 508)
    assert first.spoken.startswith("Criminality. Mean of the world: 4.87 in 2021")


def test_a_mean_that_a_pane_shows_is_not_drawn_twice(library: Library, words: Words) -> None:
    part = made(library, words, ("world", 2025))
    assert (part.region_text, part.world_text) == ("", "")
    part = made(library, words, ("PER", 2025), ("region:South America", 2025))
    assert (part.region_text, part.world_text) == ("", "Mean of the world")
    assert {trend.region for trend in by_code(part).values()} == {None}
    part = made(library, words, ("region:Caribbean", 2025), ("PER", 2025))
    assert part.region_text == "Mean in South America"
