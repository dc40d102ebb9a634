"""Where panes differ most: the sentences name just what has the widest gap."""

from itertools import combinations

from ocviewer.library.library import Library
from ocviewer.presenter.phrases import in_text
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words


def sentences(library: Library, words: Words, *panes: tuple[str, int]) -> tuple[str, ...]:
    state = ViewState(tuple(PaneState(*pane) for pane in panes))
    found = resolve(state, library, words).comparison
    assert found is not None
    return found.strip


def test_two_countries(library: Library, words: Words) -> None:
    first, second = sentences(library, words, ("PER", 2025), ("COL", 2025))
    assert first == (
        "Peru and Colombia differ most in extortion and protection racketeering (5.50 for Peru, "
        "9.00 for Colombia), and international cooperation (5.50 for Peru, 9.00 for Colombia)."
    )
    assert second == (
        "On average, criminality is 1.20 higher for Colombia and resilience is 1.00 higher for "
        "Colombia."
    )


def test_several_with_a_mean_tell_the_range(library: Library, words: Words) -> None:
    first, second = sentences(library, words, ("PER", 2025), ("TUV", 2025), ("world", 2025))
    assert first.startswith("Peru, Tuvalu and the world mean differ most in ")
    assert second == (
        "On average, criminality runs from 1.53 for Tuvalu to 6.62 for Peru and resilience runs "
        "from 4.46 for Peru to 5.92 for Tuvalu."
    )


def test_the_caribbean_and_the_americas_have_their_article(library: Library, words: Words) -> None:
    panes = ("region:Caribbean", 2025), ("continent:Americas", 2025)
    first, _ = sentences(library, words, *panes)
    assert first.startswith("The mean of the Caribbean and the mean of the Americas differ most")


def test_many_that_differ_as_much_are_counted(library: Library, words: Words) -> None:
    panes = [("TUV", 2025), ("COL", 2025), ("AFG", 2025), ("NOR", 2025)]
    assert "by 8.50 each" in sentences(library, words, *panes)[0]


def test_a_country_beside_itself_in_another_edition(library: Library, words: Words) -> None:
    first, second = sentences(library, words, ("PER", 2021), ("PER", 2025))
    assert first.startswith("Peru 2021 and Peru 2025 differ most in arms trafficking (")
    assert "criminality is 0.27 higher for Peru 2025" in second


def test_the_widest_gap_of_many_pairs_is_named(library: Library, words: Words) -> None:
    edition = library.edition(2025)
    nodes = [node for node in library.indicators if node.section is not None]
    for one, other in combinations(list(library.countries)[::17], 2):
        first, _ = sentences(library, words, (one, 2025), (other, 2025))
        scores = [(edition.scores[one][n.code], edition.scores[other][n.code]) for n in nodes]
        widest = max(abs(a - b) for a, b in scores)
        largest = [n for n, (a, b) in zip(nodes, scores, strict=True) if abs(a - b) == widest]
        if widest == 0:
            assert "same score" in first
        elif len(largest) <= 4:
            assert all(in_text(node.name) in first for node in largest)
            others = [n for n in nodes if n not in largest]
            assert not any(f" {in_text(node.name)} (" in first for node in others)
        else:
            assert f"by {widest / 100:.2f} each" in first
