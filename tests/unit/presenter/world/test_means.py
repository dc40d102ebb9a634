"""The means of every place, node and edition against a plain calculation of their own."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from ocviewer import paths
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.state import Order
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.means import Means

BEFORE = {2021: None, 2023: 2021, 2025: 2023}


def data(name: str) -> dict[str, Any]:
    text = (paths.bundled_library() / name).read_text("utf-8")
    parsed: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return parsed


def mean(scores: list[Decimal]) -> Decimal | None:
    if not scores:
        return None
    exact = sum(scores, Decimal(0)) / len(scores)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP) * 100


@pytest.mark.parametrize("year", BEFORE)
def test_means_and_their_changes(year: int, library: Library, words: Words) -> None:
    countries = data("countries.json")["countries"]
    scores = {
        known: {row["iso3"]: row["scores"] for row in data(f"editions/{known}.json")["countries"]}
        for known in BEFORE
    }

    def of(members: list[str], code: str, edition: int | None) -> Decimal | None:
        if edition is None:
            return None
        return mean([scores[edition][i][code] for i in members if code in scores[edition][i]])

    world = [row["iso3"] for row in countries]
    compared = 0
    for scope, key in ((Scope.CONTINENT, "continent"), (Scope.REGION, "region")):
        for place in sorted({row[key] for row in countries}):
            means = Means(library, words, scope, place, year)
            members = [row["iso3"] for row in countries if row[key] == place]
            for node in library.indicators:
                now, old = of(members, node.code, year), of(members, node.code, BEFORE[year])
                assert means.score(node.code) == now
                assert means.previous(node.code) == old
                assert means.world(node.code) == of(world, node.code, year)
                difference = None if now is None or old is None else now - old
                assert means.change(node).difference == difference
                compared += now is not None
    assert compared == 27 * (30 if year == 2021 else 36)


def test_a_card_tells_the_world_the_highest_and_the_lowest(library: Library, words: Words) -> None:
    (criminality, *_) = Means(library, words, Scope.REGION, "South America", 2025).cards()
    assert criminality.score_text == "6.13"
    assert criminality.change.text == "▲ +0.19 worse"
    lines = [(line.scope_text, line.text, line.move_text) for line in criminality.ranks]
    assert lines == [
        ("World mean", "5.08", "1.05 above"),
        ("Highest", "Colombia 7.82", ""),
        ("Lowest", "Uruguay 3.57", ""),
    ]
    assert criminality.spoken.startswith("Criminality: 6.13, up 0.19 since 2023, worse. World mean")


def test_countries_that_share_the_highest_are_counted(library: Library, words: Words) -> None:
    means = Means(library, words, Scope.REGION, "Caribbean", 2025)
    scores = [library.edition(2025).score(iso3, "1.1.9") for iso3 in means.members]
    lowest = min(score for score in scores if score is not None)
    assert scores.count(lowest) > 1
    assert means.ranks("1.1.9")[2].text == f"{scores.count(lowest)} countries {lowest / 100:.2f}"


def test_bars_are_means_with_the_mean_of_the_world(library: Library, words: Words) -> None:
    means = Means(library, words, Scope.CONTINENT, "Africa", 2025)
    group = means.group("1.1", Order.INDEX)
    assert len(group.bars) == 15
    for bar in group.bars:
        assert bar.score == means.score(bar.code)
        assert bar.region_mean == means.world(bar.code)
        assert bar.previous == means.previous(bar.code)
        assert means.against_world(bar.code) in bar.spoken
    by_score = [bar.score or 0 for bar in means.group("1.1", Order.SCORE).bars]
    assert by_score == sorted(by_score, reverse=True)
    assert means.legend().endswith("mean in the world")


def test_what_an_edition_did_not_score_has_no_mean(library: Library, words: Words) -> None:
    means = Means(library, words, Scope.REGION, "Polynesia", 2021)
    bar = next(b for b in means.group("1.1", Order.INDEX).bars if b.code == "1.1.14")
    assert (bar.score, bar.region_mean, bar.change.word) == (None, None, "not scored in 2021")
    assert means.ranks("1.1.14") == ()


def test_the_mean_of_other_countries_is_no_change(user_library: Path, words: Words) -> None:
    file = json.loads((paths.bundled_library() / "editions/2023.json").read_text("utf-8"))
    file["countries"] = [row for row in file["countries"] if row["iso3"] != "PER"]
    (user_library / "editions").mkdir()
    (user_library / "editions/2023.json").write_text(json.dumps(file), "utf-8")
    library = Library(paths.bundled_library(), user_library)
    node = library.indicators["1"]
    means = Means(library, words, Scope.REGION, "South America", 2025)
    assert not library.edition(2023).has_country("PER"), library.problems
    assert means.previous("1") is not None
    assert means.change(node).difference is None
    assert means.change(node).word == "other countries scored in 2023"
    caribbean = Means(library, words, Scope.REGION, "Caribbean", 2025)
    assert caribbean.change(node).difference is not None
