"""The ranking as it is shown: cells, summary, and what is missing."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadCall
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.rankings import Rankings, rankings
from ocviewer.presenter.world.table import Cell, CountryRow, sorted_rows, table_tsv


def ranking(library: Library, words: Words, year: int = 2025, **choice: object) -> Rankings:
    panes = (PaneState("PER", year), PaneState("COL", year))
    state = ViewState(panes, choice=Choice()._replace(**choice))  # type: ignore[arg-type]
    return rankings(state, library, words)


def row(part: Rankings, iso3: str) -> CountryRow:
    return next(row for row in part.table.rows if row.iso3 == iso3)


def cells(part: Rankings, iso3: str) -> dict[str, Cell]:
    return {c.id: x for c, x in zip(part.table.columns, row(part, iso3).cells, strict=True)}


def test_peru_in_the_world(library: Library, words: Words) -> None:
    part = ranking(library, words)
    peru = cells(part, "PER")
    assert [peru[name].text for name in ("rank", "country", "score")] == ["31", "Peru", "6.62"]
    assert (peru["change"].text, peru["change"].brief) == ("▲ +0.22 worse", "▲ +0.22")
    assert (peru["places"].text, peru["places"].note) == ("↑1", "from 32nd")
    assert peru["places"].spoken == "up 1 from 32nd"
    assert peru["editions"].text == "2021: 6.35, 2023: 6.40, 2025: 6.62"
    assert (peru["region"].text, peru["continent"].text) == ("South America", "Americas")
    assert row(part, "PER").spoken == (
        "Peru: 6.62, up 0.22 since 2023, worse. World: 31st of 193, up 1, from 32nd."
    )
    assert part.summary == (
        "2025: 193 countries ranked in the world; rank 1 is the highest score. Mean 5.08."
    )
    assert [mark.iso3 for mark in part.marks] == ["PER", "COL"]
    assert part.first == "PER"
    assert part.file_name == "criminality-2025.csv"


def test_countries_that_share_a_rank_have_a_mark(library: Library, words: Words) -> None:
    part = ranking(library, words)
    assert [cells(part, i)["rank"].text for i in ("MOZ", "NPL", "SDN", "YEM")] == ["=27"] * 4
    assert row(part, "NPL").spoken.endswith("Shared by 4 countries.")


def test_ranks_within_a_place(library: Library, words: Words) -> None:
    part = ranking(library, words, scope=Scope.REGION, place="South America")
    assert len(part.table.rows) == len(part.countries) == 12
    assert cells(part, "PER")["rank"].text == "6"
    assert "South America: 6th of 12" in row(part, "PER").spoken
    assert part.file_name == "criminality-south-america-2025.csv"
    assert "ranked in South America" in part.source
    africa = ranking(library, words, scope=Scope.CONTINENT, place="Africa")
    assert africa.summary.endswith("Peru is not in Africa.")


def test_an_edition_without_the_node_says_so(library: Library, words: Words) -> None:
    part = ranking(library, words, 2021, indicator="1.1.14")
    assert part.summary == (
        "Cyber-dependent crimes: not scored in the world in 2021. Scored in 2023 and 2025."
    )
    peru = cells(part, "PER")
    for name in ("rank", "score", "places"):
        assert (peru[name].text, peru[name].key) == ("–", None)
    assert (peru["change"].text, peru["change"].key) == ("not scored in 2021", None)
    assert peru["editions"].spark[0] is None
    assert None not in peru["editions"].spark[1:]
    assert row(part, "PER").spoken == "Peru: not scored in 2021."
    names = [r.name for r in part.table.rows if r.name.isascii()]
    assert names == sorted(names, key=str.casefold)


def test_the_first_edition_has_no_moves(library: Library, words: Words) -> None:
    peru = cells(ranking(library, words, 2021), "PER")
    assert (peru["change"].text, peru["places"].text) == ("first edition", "–")


def test_sparks_share_one_scale_and_stand_around_their_middle(
    library: Library, words: Words
) -> None:
    part = ranking(library, words)
    number = [column.id for column in part.table.columns].index("editions")
    spans = []
    for shown, one in zip(part.table.rows, part.ranked, strict=True):
        known = [score for score in one.history if score is not None]
        spark = [height for height in shown.cells[number].spark if height is not None]
        assert all(0 <= height <= 1 for height in spark)
        assert max(spark) + min(spark) == pytest.approx(1)
        if max(known) > min(known):
            spans.append((max(known) - min(known)) / (max(spark) - min(spark)))
        assert shown.cells[number].point == 2
    assert spans == pytest.approx([spans[0]] * len(spans))
    assert f"{spans[0] / 100:.2f} points" in part.table.columns[number].tooltip


def test_a_country_that_one_edition_lacks_comes_last(user_library: Path, words: Words) -> None:
    file = json.loads((paths.bundled_library() / "editions/2025.json").read_text("utf-8"))
    for country in file["countries"]:
        if country["iso3"] == "PER":
            del country["scores"]["1"]
    (user_library / "editions").mkdir()
    (user_library / "editions/2025.json").write_text(json.dumps(file), "utf-8")
    part = ranking(Library(paths.bundled_library(), user_library), words)
    assert part.table.rows[-1].iso3 == "PER"
    assert part.summary.startswith("2025: 192 countries ranked")
    assert part.summary.endswith(
        "1 without a score stand last. "
        "2023 ranked other countries, so that no places moved can be told."
    )
    peru = cells(part, "PER")
    assert [height is None for height in peru["editions"].spark] == [False, False, True]
    for descending in (True, False):
        for column in (0, 2, 3):
            assert sorted_rows(part.table.rows, column, descending=descending)[-1].iso3 == "PER"


def test_sorting_by_each_column_keeps_ties_by_name(library: Library, words: Words) -> None:
    part = ranking(library, words, indicator="1.1.1")
    for number in range(len(part.table.columns)):
        for descending in (False, True):
            rows = sorted_rows(part.table.rows, number, descending=descending)
            keys = [r.cells[number].key for r in rows]
            assert keys == sorted(keys, reverse=descending)  # type: ignore[type-var]
            for before, after in pairwise(rows):
                if before.cells[number].key == after.cells[number].key and number != 1:
                    assert before.cells[1].key < after.cells[1].key  # type: ignore[operator]


def test_bad_choices_are_told(library: Library, words: Words) -> None:
    with pytest.raises(BadCall):
        ranking(library, words, indicator="1.1.16")
    with pytest.raises(BadCall):
        ranking(library, words, scope=Scope.REGION, place="Atlantis")


def test_a_page_has_the_ranking_and_equal_states_equal_pages(
    library: Library, words: Words
) -> None:
    state = ViewState((PaneState("PER", 2025),), view=View.RANKINGS)
    page = resolve(state, library, words)
    assert isinstance(page.world, Rankings)
    assert page == resolve(state, library, words)


def test_tsv_has_no_tabs_within_cells_and_a_plain_minus(library: Library, words: Words) -> None:
    part = ranking(library, words, scope=Scope.REGION, place="South America")
    lines = table_tsv(part.table, part.table.rows).splitlines()
    assert len(lines) == 13
    assert {line.count("\t") for line in lines} == {7}
    assert "−" not in "".join(lines)
