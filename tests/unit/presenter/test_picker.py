"""The entries of the country selector."""

import pytest

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.library.library import Library
from ocviewer.presenter.picker import (
    PickerEntry,
    PickerSort,
    figure,
    grouped_entries,
    picker_entries,
    sorted_entries,
)
from ocviewer.presenter.words import Words


@pytest.fixture
def make(words: Words):  # type: ignore[no-untyped-def]
    def make_entry(
        name: str,
        criminality: int | None = 500,
        resilience: int | None = 500,
        change: int | None = 0,
        direction: Direction | None = Direction.UNCHANGED,
    ) -> PickerEntry:
        return PickerEntry(
            iso3=name[:3].upper(),
            name=name,
            sort_name=name.lower(),
            continent="Testcontinent",
            region="Testregion",
            edition=2025,
            before=2023,
            criminality=criminality,
            resilience=resilience,
            change=change,
            direction=direction,
            words=words,
        )

    return make_entry


def entry_of(entries: tuple[PickerEntry, ...], iso3: str) -> PickerEntry:
    return next(entry for entry in entries if entry.iso3 == iso3)


def test_peru_in_2025(library: Library, words: Words) -> None:
    peru = entry_of(picker_entries(library, 2025, words), "PER")
    assert (peru.continent, peru.region) == ("Americas", "South America")
    assert (peru.criminality_text, peru.resilience_text) == ("6.62", "4.46")
    assert (peru.change, peru.change_text, peru.direction) == (22, "▲ +0.22", Direction.WORSE)
    assert peru.spoken == (
        "Peru, South America. Criminality 6.62, up 0.22, worse. Resilience 4.46."
    )


def test_the_first_edition_has_no_change(library: Library, words: Words) -> None:
    peru = entry_of(picker_entries(library, 2021, words), "PER")
    assert (peru.change, peru.direction, peru.change_text) == (None, None, "–")
    assert "Criminality 6." in peru.spoken
    assert "worse" not in peru.spoken


def test_every_country_is_there_by_name(library: Library, words: Words) -> None:
    entries = picker_entries(library, 2025, words)
    assert {entry.iso3 for entry in entries} == set(library.countries)
    names = [entry.name for entry in entries]
    assert names.index("Côte d'Ivoire") < names.index("Croatia")
    assert names.index("eSwatini") < names.index("Ethiopia")


def test_missing_scores_say_so(make) -> None:  # type: ignore[no-untyped-def]
    entry = make("Testland", criminality=None, change=None, direction=None)
    assert entry.criminality_text == "–"
    assert entry.spoken == (
        "Testland, Testregion. Criminality not scored in 2025. Resilience 5.00."
    )


@pytest.mark.parametrize(
    ("change", "direction", "text", "spoken"),
    [
        (22, Direction.WORSE, "▲ +0.22", "5.00, up 0.22, worse"),
        (-50, Direction.BETTER, "▼ −0.50", "5.00, down 0.50, better"),
        (0, Direction.UNCHANGED, "=", "5.00, unchanged"),
    ],
)
def test_changes_in_words(  # type: ignore[no-untyped-def]
    make, change: int, direction: Direction, text: str, spoken: str
) -> None:
    entry = make("Testland", change=change, direction=direction)
    assert entry.change_text == text
    assert f"Criminality {spoken}." in entry.spoken


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (PickerSort.NAME, ["Atest", "Btest", "Ctest", "Dtest"]),
        (PickerSort.CRIMINALITY, ["Btest", "Ctest", "Dtest", "Atest"]),
        (PickerSort.RESILIENCE, ["Atest", "Ctest", "Dtest", "Btest"]),
        (PickerSort.CHANGE, ["Dtest", "Btest", "Ctest", "Atest"]),
    ],
)
def test_orders(make, sort: PickerSort, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    entries = [
        make("Ctest", 600, 400, 0, Direction.UNCHANGED),
        make("Atest", None, 900, None, None),
        make("Dtest", 600, 400, 30, Direction.WORSE),
        make("Btest", 700, None, 10, Direction.WORSE),
    ]
    assert [entry.name for entry in sorted_entries(entries, sort)] == names


def test_groups_of_changes_carry_the_word(make) -> None:  # type: ignore[no-untyped-def]
    entries = [
        make("Atest", change=None, direction=None),
        make("Btest", change=-10, direction=Direction.BETTER),
        make("Ctest", change=0, direction=Direction.UNCHANGED),
        make("Dtest", change=20, direction=Direction.WORSE),
    ]
    groups = grouped_entries(entries, PickerSort.CHANGE)
    assert [(group.heading, [e.name for e in group.entries]) for group in groups] == [
        ("Worse than in 2023", ["Dtest"]),
        ("Unchanged since 2023", ["Ctest"]),
        ("Better than in 2023", ["Btest"]),
        ("No change to tell", ["Atest"]),
    ]
    assert [group.heading for group in grouped_entries(entries, PickerSort.NAME)] == [""]


def test_the_figure_follows_the_order(make) -> None:  # type: ignore[no-untyped-def]
    entry = make("Testland", 662, 446, 22, Direction.WORSE)
    for sort in (PickerSort.NAME, PickerSort.CRIMINALITY):
        shown = figure(entry, sort)
        assert (shown.text, shown.score, shown.polarity) == ("6.62", 662, Polarity.CRIMINALITY)
    shown = figure(entry, PickerSort.RESILIENCE)
    assert (shown.text, shown.score, shown.polarity) == ("4.46", 446, Polarity.RESILIENCE)
    shown = figure(entry, PickerSort.CHANGE)
    assert (shown.text, shown.polarity, shown.direction) == ("▲ +0.22", None, Direction.WORSE)
