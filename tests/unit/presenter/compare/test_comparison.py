"""The rows of a comparison: every number against the raw scores, in words that fit."""

from itertools import combinations

import pytest

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.library.library import Library
from ocviewer.presenter.compare.compared import Comparison
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import Order, PaneState, View, ViewState
from ocviewer.presenter.words import Words


def compared(
    library: Library, words: Words, *panes: tuple[str, int], order: Order = Order.INDEX
) -> Comparison:
    state = ViewState(tuple(PaneState(*pane) for pane in panes), order=order)
    found = resolve(state, library, words).comparison
    assert found is not None
    return found


def test_one_pane_and_the_views_of_the_world_compare_nothing(
    library: Library, words: Words
) -> None:
    one = ViewState((PaneState("PER", 2025),))
    assert resolve(one, library, words).comparison is None
    two = ViewState((PaneState("PER", 2025), PaneState("COL", 2025)), view=View.MAP)
    assert resolve(two, library, words).comparison is None


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_every_difference_of_many_pairs(library: Library, words: Words, year: int) -> None:
    edition = library.edition(year)
    some = list(library.countries)[::19]
    for one, other in combinations(some, 2):
        rows = compared(library, words, (one, year), (other, year)).rows
        assert len(rows) == 36
        for row in rows:
            first, second = edition.score(one, row.code), edition.score(other, row.code)
            assert [cell.score for cell in row.cells] == [first, second]
            against = row.cells[1].against
            assert row.cells[0].against is None
            assert against is not None
            if first is None or second is None:
                assert (against.difference, against.text) == (None, "–")
                continue
            assert against.difference == second - first
            worse = (second > first) == (row.polarity is Polarity.CRIMINALITY)
            if second == first:
                assert (against.direction, against.text) == (Direction.UNCHANGED, "= equal")
            else:
                assert against.direction is (Direction.WORSE if worse else Direction.BETTER)
                word = "higher" if second > first else "lower"
                arrow, sign = ("▲", "+") if second > first else ("▼", "−")
                amount = f"{abs(second - first) / 100:.2f}"
                assert against.text == f"{arrow} {sign}{amount} {word}"


def test_up_is_worse_for_criminality_and_better_for_resilience(
    library: Library, words: Words
) -> None:
    rows = {r.code: r for r in compared(library, words, ("PER", 2025), ("COL", 2025)).rows}
    found = {code: rows[code].cells[1].against for code in ("1", "2")}
    assert [a.direction for a in found.values() if a] == [Direction.WORSE, Direction.BETTER]
    assert [a.text for a in found.values() if a] == ["▲ +1.20 higher", "▲ +1.00 higher"]


def test_what_one_edition_did_not_score_is_no_difference(library: Library, words: Words) -> None:
    rows = {r.code: r for r in compared(library, words, ("PER", 2021), ("PER", 2025)).rows}
    before, now = rows["1.1.14"].cells
    assert before.score is None
    assert before.change.word == "not scored in 2021"
    assert now.against is not None
    assert now.against.difference is None
    assert "Peru 2021: not scored in 2021." in rows["1.1.14"].spoken


def test_averages_have_their_rank_in_the_world_and_others_in_the_tooltip(
    library: Library, words: Words
) -> None:
    rows = compared(library, words, ("PER", 2025), ("COL", 2025), ("world", 2025)).rows
    averages = [row for row in rows if row.is_average]
    assert [row.code for row in averages] == ["1", "1.1", "1.2", "2"]
    assert [cell.rank for cell in averages[0].cells] == ["31st", "2nd", ""]
    assert "Americas 10th of 35" in averages[0].tooltip
    assert {cell.rank for row in rows if not row.is_average for cell in row.cells} == {""}


@pytest.mark.parametrize("order", list(Order))
def test_rows_are_in_the_order_of_the_first_pane(
    library: Library, words: Words, order: Order
) -> None:
    panes = ("PER", 2025), ("COL", 2025)
    rows = compared(library, words, *panes, order=order).rows
    peru = resolve(ViewState((PaneState("PER", 2025),), order=order), library, words).panes[0]
    expected = ["1"]
    for group in peru.groups:
        expected += [group.code, *(bar.code for bar in group.bars)]
    assert [row.code for row in rows] == expected


def test_a_row_is_spoken_in_words(library: Library, words: Words) -> None:
    rows = {r.code: r for r in compared(library, words, ("PER", 2025), ("COL", 2025)).rows}
    assert rows["1.1.11"].spoken == (
        "Cocaine trade. Peru: 9.00, unchanged since 2023. Colombia: 9.50, unchanged since 2023. "
        "0.50 higher than Peru, worse."
    )
    assert rows["1.1.7"].spoken.endswith("Equal to Peru.")


def test_names_have_their_edition_only_where_editions_differ(
    library: Library, words: Words
) -> None:
    columns = compared(library, words, ("PER", 2025), ("COL", 2025)).columns
    assert [column.name for column in columns] == ["Peru", "Colombia"]
    assert (columns[0].against, columns[1].against) == ("", "against Peru")
    assert columns[1].change == "since 2023"
    columns = compared(library, words, ("PER", 2021), ("PER", 2025)).columns
    assert [column.name for column in columns] == ["Peru 2021", "Peru 2025"]
    assert columns[0].change == ""


def test_at_a_glance_is_aligned_paragraph_by_paragraph(library: Library, words: Words) -> None:
    found = compared(library, words, ("PER", 2025), ("COL", 2025), ("TUV", 2025))
    assert found.alignment == tuple((n, n, n) for n in range(5))
