from ocviewer.domain.consistency import discrepancies
from ocviewer.library.library import Library


def test_the_bundled_averages_follow_from_their_members(library: Library) -> None:
    found = [
        (year, iso3, discrepancy)
        for year in library.years
        for iso3, scores in library.edition(year).scores.items()
        for discrepancy in discrepancies(scores, library.indicators)
    ]
    assert found == []


def test_a_wrong_average_is_found(library: Library) -> None:
    scores = dict(library.edition(2025).scores["PER"])
    scores["1.1"] += 1
    (found,) = discrepancies(scores, library.indicators)
    assert (found.code, found.published) == ("1.1", 634)
    assert round(found.expected) == 633


def test_criminality_is_the_mean_of_the_unrounded_averages(library: Library) -> None:
    scores = dict(library.edition(2025).scores["PER"])
    scores["1"] = 700
    assert [d.code for d in discrepancies(scores, library.indicators)] == ["1"]
