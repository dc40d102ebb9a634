"""At a glance for all 579 profiles: whole sentences, and only what the figures carry."""

import re

import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.glance import Glance
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words

JUDGING = re.compile(
    r"\b(high(?!est)|low(?!est)|very|severe|alarming|significant\w*|strong(?!est)|weak(?!est)|"
    r"serious\w*|dramatic\w*|notabl\w+|only|merely|good|bad)\b",
    re.IGNORECASE,
)


def text_of(library: Library, words: Words, iso3: str, year: int) -> str:
    paragraphs = Glance(library, words, PaneState(iso3, year)).paragraphs()
    return "\n".join(paragraph.text for paragraph in paragraphs)


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_every_profile_reads_as_sentences(library: Library, words: Words, year: int) -> None:
    for iso3 in library.countries:
        text = text_of(library, words, iso3, year)
        assert len(text.split("\n")) == 5, iso3
        assert not re.search(r"[{}]|  |None|\b0 indicators|,\s*[.,;]| \.", text), (iso3, text)
        for paragraph in text.split("\n"):
            assert paragraph.endswith("."), (iso3, paragraph)
            for sentence in re.split(r"(?<=\.)\s+(?=\D)", paragraph):
                assert sentence[0].isupper(), (iso3, sentence)
        assert not JUDGING.search(text), (iso3, text)
        assert not re.search(r"\b1 (?:indicators|of them)", text), (iso3, text)


def test_every_number_of_the_text_is_a_figure_of_the_index(library: Library, words: Words) -> None:
    text = text_of(library, words, "PER", 2025)
    scores = {f"{score / 100:.2f}" for score in library.edition(2025).scores["PER"].values()}
    decimals = set(re.findall(r"\d\.\d\d", text))
    assert {"6.62", "4.46", "6.33", "6.90", "9.00", "2.50"} <= decimals & scores
    assert "31st of 193 in the world" in text
    assert "criminality rose by 0.22 (worse) and resilience rose by 0.08 (better)" in text
    assert "illicit trade in excisable goods (+2.50, worse)" in text


def test_the_first_edition_has_no_change_to_tell(library: Library, words: Words) -> None:
    text = text_of(library, words, "PER", 2021)
    assert "The 2021 edition is the first" in text
    assert "rose" not in text
    assert "cyber" not in text.lower()
    assert "Of the 10 criminal markets" in text


def test_what_was_not_scored_before_is_named_as_new(library: Library, words: Words) -> None:
    text = text_of(library, words, "TUV", 2023)
    assert "Not scored in 2021, and so without a change: extortion" in text
    assert "private sector actors" in text


def test_a_country_without_scores_has_no_text(library: Library, words: Words) -> None:
    glance = Glance(library, words, PaneState("PER", 2025))
    glance._pane = PaneState("XQX", 2025)
    assert glance.paragraphs() == ()
