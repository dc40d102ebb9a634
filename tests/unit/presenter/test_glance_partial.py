"""At a glance where an edition of the user's has only some of the scores, or none at all."""

import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.presenter.glance import Glance
from ocviewer.presenter.page import SectionView
from ocviewer.presenter.sections import section_view
from ocviewer.presenter.state import AT_A_GLANCE, PaneState
from ocviewer.presenter.words import Words

Scores = dict[str, float]

BOTH = {"1": 6.0, "2": 4.5}
MARKETS = {f"1.1.{number}": 5.0 for number in range(1, 16)}


def with_edition(user_library: Path, year: int, countries: dict[str, Scores]) -> Library:
    """The bundled library with an edition of the user's in place of one, or besides them."""
    file = json.loads((paths.bundled_library() / "editions/2025.json").read_text("utf-8"))
    file["edition"] = year
    file["countries"] = [{"iso3": iso3, "scores": s} for iso3, s in countries.items()]
    (user_library / "editions").mkdir()
    (user_library / f"editions/{year}.json").write_text(json.dumps(file), "utf-8")
    library = Library(paths.bundled_library(), user_library)
    assert library.edition(year).scores.keys() == countries.keys(), library.problems
    return library


def told(library: Library, words: Words, iso3: str, year: int) -> list[str]:
    return [p.text for p in Glance(library, words, PaneState(iso3, year)).paragraphs()]


def glance(library: Library, words: Words, iso3: str, year: int) -> SectionView:
    return section_view(library, words, PaneState(iso3, year), AT_A_GLANCE)


def test_only_the_two_averages(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2027, {"PER": BOTH, "COL": BOTH})
    level, changes, comparison = told(library, words, "PER", 2027)
    assert level.startswith("Criminality stands at 6.00: 1st of 2 in the world")
    assert changes == (
        "Since 2025, criminality has fallen by 0.62 (better) and resilience has risen by 0.04 "
        "(better)."
    )
    assert comparison.startswith("Criminality is equal to the mean of 6.00 in South America")


def test_an_edition_before_with_only_the_two_averages(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2023, {"PER": BOTH})
    changes = told(library, words, "PER", 2025)[3]
    assert changes == (
        "Since 2023, criminality has risen by 0.62 (worse) and resilience has fallen by 0.04 "
        "(worse). Not scored in 2023, and so without a change: 15 criminal markets, 5 criminal "
        "actors and 12 resilience indicators."
    )


def test_an_edition_before_without_the_country(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2023, {"PER": BOTH})
    paragraphs = told(library, words, "COL", 2025)
    assert paragraphs[3] == "None of these was scored in 2023, so there is no change to tell."
    assert len(paragraphs) == 5


@pytest.mark.parametrize("countries", [{"PER": BOTH}, {"PER": BOTH, "COL": {}}])
def test_a_country_that_was_not_scored_says_so(
    countries: dict[str, Scores], user_library: Path, words: Words
) -> None:
    view = glance(with_edition(user_library, 2023, countries), words, "COL", 2023)
    assert view.paragraphs == ()
    assert view.missing == "Not scored in 2023: this edition has no figures for Colombia."
    assert (view.label, view.citation) == ("", "")


def test_a_country_that_was_scored_misses_nothing(library: Library, words: Words) -> None:
    view = glance(library, words, "COL", 2023)
    assert len(view.paragraphs) == 5
    assert view.missing == ""
    assert "Colombia" in view.citation


def test_nothing_moved_is_said_of_what_could_move(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2027, {"PER": {"1": 6.62, "1.1.1": 7.0}})
    paragraphs = told(library, words, "PER", 2027)
    assert paragraphs[1] == "There is a score for 1 criminal market, human trafficking: 7.00."
    assert paragraphs[2] == (
        "Since 2025, criminality has not changed. No indicator scored in both editions has "
        "changed since 2025."
    )


def test_one_score_is_enough_for_a_text(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2027, {"PER": {"2.11": 3.0}})
    assert told(library, words, "PER", 2027) == [
        "There is a score for 1 resilience indicator, prevention: 3.00.",
        "The indicator that changed most is prevention (−0.50, worse).",
    ]


def test_markets_that_are_all_alike(user_library: Path, words: Words) -> None:
    library = with_edition(user_library, 2027, {"PER": MARKETS})
    assert told(library, words, "PER", 2027)[0] == (
        "Each of the 15 criminal markets scored stands at 5.00."
    )
