"""What a screen reader says of cards, bars and pyramid: sentences, no arrows and no signs."""

import re

import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS, Figures
from ocviewer.presenter.state import Order, PaneState
from ocviewer.presenter.words import Words


def bar_of(library: Library, words: Words, year: int, code: str) -> str:
    group = Figures(library, words, PaneState("PER", year)).group(code[:3], Order.INDEX)
    return next(bar.spoken for bar in group.bars if bar.code == code)


@pytest.mark.parametrize(
    ("year", "code", "spoken"),
    [
        (2025, "1.1.2", "Human smuggling: 6.50, unchanged since 2023."),
        (2025, "1.1.4", "Arms trafficking: 7.00, up 0.50 since 2023, worse."),
        (2025, "1.1.5", "Trade in counterfeit goods: 8.50, down 0.50 since 2023, better."),
        (2023, "1.1.3", "Extortion and protection racketeering: 4.50, not scored in 2021."),
        (2021, "1.1.1", "Human trafficking: 7.00, first edition."),
        (2021, "1.1.14", "Cyber-dependent crimes: not scored in 2021."),
    ],
)
def test_a_bar(library: Library, words: Words, year: int, code: str, spoken: str) -> None:
    assert bar_of(library, words, year, code) == spoken


def test_a_card_tells_its_ranks(library: Library, words: Words) -> None:
    cards = Figures(library, words, PaneState("PER", 2025)).cards()
    assert cards[0].spoken == (
        "Criminality: 6.62, up 0.22 since 2023, worse. World: 31st of 193, up 1, from 32nd. "
        "Americas: 10th of 35, same rank as in 2023. South America: 6th of 12, same rank as in "
        "2023."
    )
    first = Figures(library, words, PaneState("PER", 2021)).cards()[0].spoken
    assert first.endswith("South America: 5th of 12.")


def test_a_pyramid_without_scores(library: Library, words: Words) -> None:
    figures = Figures(library, words, PaneState("PER", 2025))
    assert "criminal markets 6.33 (width" in figures.pyramid().spoken
    nowhere = Figures(library, words, PaneState("XQX", 2025))
    assert "criminal markets not scored in 2025 (width" in nowhere.pyramid().spoken


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_all_that_is_spoken_is_words_and_full_stops(
    library: Library, words: Words, year: int
) -> None:
    for iso3 in library.countries:
        figures = Figures(library, words, PaneState(iso3, year))
        bars = [bar for code in GROUPS for bar in figures.group(code, Order.INDEX).bars]
        spoken = [*(card.spoken for card in figures.cards()), *(bar.spoken for bar in bars)]
        assert len(spoken) == 36
        for text in spoken:
            assert re.fullmatch(r"[A-Z][\w.,:& -]*[a-z0-9]\.", text), (iso3, text)
            assert not re.search(r"  | [,.]|\.\.|,\.| -|- ", text), (iso3, text)
