"""The page of a continent or region: who is in it, what is said of it, and where links lead."""

import json
import re
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadCall
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.linked import unlinked
from ocviewer.presenter.world.place import PlacePage, place_page

ROOTS = ("1", "2")


def page(library: Library, words: Words, year: int = 2025, **choice: object) -> PlacePage:
    chosen = Choice()._replace(**choice)  # type: ignore[arg-type]
    return place_page(ViewState((PaneState("PER", year),), choice=chosen), library, words)


def all_places(library: Library) -> list[tuple[Scope, str]]:
    scopes = (Scope.CONTINENT, Scope.REGION)
    return [(scope, name) for scope in scopes for name in library.scopes.names(scope)]


def test_without_a_choice_it_is_the_region_of_the_first_country(
    library: Library, words: Words
) -> None:
    part = page(library, words)
    assert (part.scope, part.place) == (Scope.REGION, "South America")
    assert part.title == "South America · 2025"
    assert (Scope.WORLD, "") not in [option.value for option in part.places]
    members, level, extremes, means, countries = map(unlinked, part.sentences)
    assert members == (
        "12 of the index’s 193 countries are in South America. The region lies in the Americas."
    )
    assert level == (
        "Criminality averages 6.13, 1.05 above the mean of 5.08 in the world. "
        "Resilience averages 4.66, 0.12 below the mean of 4.78 in the world."
    )
    assert extremes == (
        "Criminality is highest in Colombia (7.82) and lowest in Uruguay (3.57). "
        "Resilience is highest in Uruguay (7.46) and lowest in Venezuela (1.88)."
    )
    assert means == (
        "Since 2023, on average, criminality has risen by 0.19 (worse) and resilience has fallen "
        "by 0.06 (worse). Among the indicators, the mean rose most for illicit trade in excisable "
        "goods (+0.75, worse) and fell most for heroin trade (−0.34, better)."
    )
    assert countries == (
        "Since 2023, criminality rose most in Ecuador (+0.41, worse) and fell most in Guyana "
        "(−0.19, better). Since 2023, resilience rose most in Guyana (+0.21, better) and fell most "
        "in Ecuador (−0.42, worse)."
    )


def test_the_table_has_the_countries_by_criminality(library: Library, words: Words) -> None:
    part = page(library, words)
    assert [row.iso3 for row in part.table.rows][:3] == ["COL", "ECU", "PRY"]
    peru = next(row for row in part.table.rows if row.iso3 == "PER")
    assert [cell.text for cell in peru.cells] == [
        *("Peru", "6.62", "▲ +0.22 worse", "4.46", "▲ +0.08 better")
    ]
    assert peru.spoken == (
        "Peru. Criminality: 6.62, up 0.22 since 2023, worse. "
        "Resilience: 4.46, up 0.08 since 2023, better."
    )


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_how_many_and_who_is_highest_and_lowest_in_every_place(
    year: int, library: Library, words: Words
) -> None:
    scores = library.edition(year).scores
    for scope, name in all_places(library):
        part = page(library, words, year, scope=scope, place=name)
        assert not re.search(r"[{}\x00-\x1f]|None", part.spoken), part.spoken
        members = library.scopes.members(scope, name)
        assert part.spoken.startswith(f"{len(members)} of the index’s 193 countries ")
        assert {row.iso3 for row in part.table.rows} == set(members)
        for code in ROOTS:
            root = library.indicators[code].name
            group = {library.countries[iso3].name: scores[iso3][code] for iso3 in members}
            high, low = max(group.values()), min(group.values())
            told = re.search(
                rf"{root} is highest in (.*?) \({high / 100:.2f}\) "
                rf"and lowest in (.*?) \({low / 100:.2f}\)\.",
                part.spoken,
            )
            assert told, (root, part.spoken)
            assert all(who in told[1] for who, score in group.items() if score == high)
            assert all(who in told[2] for who, score in group.items() if score == low)


@pytest.mark.parametrize(("year", "before"), [(2023, 2021), (2025, 2023)])
def test_who_rose_and_fell_most_in_every_place(
    year: int, before: int, library: Library, words: Words
) -> None:
    now, old = library.edition(year).scores, library.edition(before).scores
    for scope, name in all_places(library):
        *_, last = page(library, words, year, scope=scope, place=name).sentences
        for code in ROOTS:
            root = library.indicators[code].name.lower()
            told = re.search(rf"Since {before}, {root} (.*?)\.(?= Since|$)", unlinked(last))
            assert told, unlinked(last)
            moved = {
                library.countries[iso3].name: now[iso3][code] - old[iso3][code]
                for iso3 in library.scopes.members(scope, name)
            }
            for word, most in (("rose", max(moved.values())), ("fell", min(moved.values()))):
                if (most > 0) != (word == "rose") or most == 0:
                    assert f"{word} in no country" in told[1]
                    continue
                start = told[1].index(f"{word} most in ")
                part = told[1][start : told[1].index(f"({words.signed(most)}, ", start)]
                assert all(who in part for who, amount in moved.items() if amount == most)


def test_every_link_leads_somewhere(library: Library, words: Words) -> None:
    kinds = set()
    for scope, name in all_places(library):
        for sentence in page(library, words, scope=scope, place=name).sentences:
            for piece in sentence:
                kind, _, key = piece.target.partition(":")
                kinds.add(kind)
                if kind == "country":
                    assert piece.text == library.countries[key].name
                elif kind == "node":
                    assert piece.text.lower() == library.indicators[key].name.lower()
                elif kind:
                    assert library.scopes.members(Scope(kind), key)
    assert kinds == {"", "country", "node", "region", "continent"}


def test_nodes_that_share_a_move_are_named_with_one_meaning(library: Library, words: Words) -> None:
    said = page(library, words, scope=Scope.REGION, place="North America").spoken
    assert "fell most for non-renewable resource crimes and heroin trade (−0.50, better)" in said


def test_an_edition_with_few_countries_is_told_without_what_it_lacks(
    user_library: Path, words: Words
) -> None:
    file = json.loads((paths.bundled_library() / "editions/2025.json").read_text("utf-8"))
    file["edition"] = 2027
    file["countries"] = [
        {"iso3": "PER", "scores": {"1": 6.0, "2": 4.0}},
        {"iso3": "COL", "scores": {"1": 6.0, "2": 5.0}},
    ]
    (user_library / "editions").mkdir()
    (user_library / "editions/2027.json").write_text(json.dumps(file), "utf-8")
    library = Library(paths.bundled_library(), user_library)
    said = page(library, words, 2027).spoken
    assert "Criminality is 6.00 in every country scored." in said
    assert "Resilience is highest in Colombia (5.00) and lowest in Peru (4.00)." in said
    assert "Since 2025, resilience fell" not in said.split("on average")[0]
    empty = page(library, words, 2027, scope=Scope.REGION, place="Caribbean")
    assert empty.spoken == (
        "13 of the index’s 193 countries are in the Caribbean. The region lies in the Americas."
    )
    assert {card.score_text for card in empty.cards} == {"–"}


def test_a_place_that_there_is_not_is_told(library: Library, words: Words) -> None:
    with pytest.raises(BadCall):
        page(library, words, scope=Scope.CONTINENT, place="Atlantis")


def test_a_page_has_the_place_and_equal_states_equal_pages(library: Library, words: Words) -> None:
    state = ViewState((PaneState("TUV", 2025),), view=View.PLACE)
    found = resolve(state, library, words)
    assert isinstance(found.world, PlacePage)
    assert found.world.place == "Polynesia"
    assert found == resolve(state, library, words)
