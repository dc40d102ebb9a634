"""At a glance for all 579 profiles: whole sentences, and only what the figures carry."""

import re
from collections.abc import Iterator

import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.glance import Glance
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words

YEARS = (2021, 2023, 2025)
SENTENCE_END = re.compile(r"(?<=\.)\s+(?=\D)")

ONE = "indicator|criminal market|criminal actor|resilience indicator"
MANY = "indicators|criminal markets|criminal actors|resilience indicators"

FORBIDDEN = {
    "a word that judges": r"(?i)\b(high|low|strong|weak|very|severe|alarming|significant\w*|"
    r"serious\w*|dramatic\w*|notabl\w+|only|merely|good|bad)\b",
    "what is left of a template": r"[{}\[\]<>]|\bNone\b(?! of)",
    "a zero that is counted": rf"\b0 (?:up|down|worse|better|for|of|{ONE}|{MANY})\b",
    "a doubled word": r"(?i)\b([a-z]+) \1\b",
    "a space too many": r"  | [,.;:)]|\( |\n ",
    "a space too few": r"[,;:)][A-Za-z]|[a-z]\(|\.[A-Z]",
    "doubled punctuation": r"\.\.|,,|;;|[,;:][,.;:]|\.[,;:]|\(\)",
    "and before a comma": r"\band[,.;)]",
    "and twice": r"\band and\b|, and, ",
    "one of many": rf"\b1 (?:{MANY})\b",
    "many of one": rf"\b(?!1\b)\d+ (?:{ONE})\b",
    "one of them": r"\b1 of them\b|by 1 indicators|\bthe 1\b",
    "verb and number": r"indicator that changed most (?!is)|indicators that changed most (?!are)",
    "a minus that is a hyphen": r"[( ]-\d",
    "a sign of a change twice": r"[+−]{2}|[+−]0\.00",
}


def all_texts(library: Library, words: Words) -> Iterator[tuple[str, list[str]]]:
    for year in YEARS:
        for iso3 in library.countries:
            yield f"{iso3} {year}", paragraphs_of(library, words, iso3, year)


def paragraphs_of(library: Library, words: Words, iso3: str, year: int) -> list[str]:
    return [p.text for p in Glance(library, words, PaneState(iso3, year)).paragraphs()]


def text_of(library: Library, words: Words, iso3: str, year: int) -> str:
    return "\n".join(paragraphs_of(library, words, iso3, year))


@pytest.fixture(scope="module")
def texts(library: Library, words: Words) -> dict[str, list[str]]:
    return dict(all_texts(library, words))


def test_every_profile_has_its_five_paragraphs(texts: dict[str, list[str]]) -> None:
    assert len(texts) == 579
    for profile, paragraphs in texts.items():
        assert len(paragraphs) == 5, profile
        assert all(paragraph.strip() == paragraph != "" for paragraph in paragraphs), profile


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_no_profile_has(fault: str, texts: dict[str, list[str]]) -> None:
    pattern = re.compile(FORBIDDEN[fault])
    for profile, paragraphs in texts.items():
        for paragraph in paragraphs:
            assert not pattern.search(paragraph), (profile, pattern.search(paragraph), paragraph)


def test_the_patterns_find_what_they_forbid() -> None:
    faults = {
        "a word that judges": "a high score",
        "what is left of a template": "of {name}",
        "a zero that is counted": "12 up and 0 down",
        "a doubled word": "goes to to heroin trade",
        "a space too many": "heroin trade , and",
        "a space too few": "heroin trade(9.00)",
        "doubled punctuation": "heroin trade..",
        "and before a comma": "heroin trade and, cocaine trade",
        "and twice": "trade and and cocaine",
        "one of many": "and 1 criminal markets",
        "many of one": "11 indicator moved",
        "one of them": "is shared by 1 of them",
        "verb and number": "The indicator that changed most are",
        "a minus that is a hyphen": "heroin trade (-0.50, better)",
        "a sign of a change twice": "(+0.00, worse)",
    }
    assert faults.keys() == FORBIDDEN.keys()
    for fault, text in faults.items():
        assert re.search(FORBIDDEN[fault], text), fault


def test_sentences_begin_and_end_as_sentences(texts: dict[str, list[str]]) -> None:
    for profile, paragraphs in texts.items():
        for paragraph in paragraphs:
            for sentence in SENTENCE_END.split(paragraph):
                assert re.fullmatch(r"[A-Z].*[a-z0-9)]\.", sentence), (profile, sentence)
                assert sentence.count("(") == sentence.count(")"), (profile, sentence)


def test_no_sentence_names_an_indicator_twice(
    library: Library, texts: dict[str, list[str]]
) -> None:
    names = [node.name.lower() for node in library.indicators if node.section]
    for profile, paragraphs in texts.items():
        for sentence in SENTENCE_END.split(" ".join(paragraphs)):
            repeated = [name for name in names if sentence.lower().count(name) > 1]
            assert not repeated, (profile, sentence)


def test_names_that_hold_an_and_are_kept_apart(library: Library, words: Words) -> None:
    assert (
        "followed by non-renewable resource crimes at 9.00, then by extortion and protection "
        "racketeering at 8.50."
    ) in text_of(library, words, "COL", 2023)
    assert (
        "followed by arms trafficking at 8.00; then by human trafficking, and extortion and "
        "protection racketeering at 7.00 each."
    ) in text_of(library, words, "BFA", 2025)


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        ("ARG 2023", "and 1 for the better (flora crimes)."),
        ("KOR 2023", "all for the better: 1 criminal market, 2 criminal actors and 4 resilience"),
        ("SAU 2025", "the largest change is 0.50, shared by 9 of them, all for the worse: 3"),
        ("COD 2021", "Each of the 4 criminal actors scored stands at 9.00."),
    ],
)
def test_what_is_shared_by_many(profile: str, sentence: str, texts: dict[str, list[str]]) -> None:
    assert sentence in "\n".join(texts[profile])


def test_every_number_of_the_text_is_a_figure_of_the_index(library: Library, words: Words) -> None:
    text = text_of(library, words, "PER", 2025)
    scores = {f"{score / 100:.2f}" for score in library.edition(2025).scores["PER"].values()}
    decimals = set(re.findall(r"\d\.\d\d", text))
    assert {"6.62", "4.46", "6.33", "6.90", "9.00", "2.50"} <= decimals & scores
    assert "31st of 193 in the world" in text
    assert "criminality has risen by 0.22 (worse) and resilience has risen by 0.08" in text
    assert (
        "The indicator that changed most is illicit trade in excisable goods (+2.50, worse)."
        in text
    )


def test_the_first_edition_has_no_change_to_tell(library: Library, words: Words) -> None:
    text = text_of(library, words, "PER", 2021)
    assert "The 2021 edition is the first" in text
    assert "risen" not in text
    assert "cyber" not in text.lower()
    assert "Of the 10 criminal markets" in text


def test_what_was_not_scored_before_is_named_as_new(library: Library, words: Words) -> None:
    text = text_of(library, words, "TUV", 2023)
    assert "Not scored in 2021, and so without a change: extortion" in text
    assert "private sector actors" in text


def test_a_paragraph_points_to_the_indicators_that_it_names(library: Library, words: Words) -> None:
    changes = Glance(library, words, PaneState("PER", 2025)).paragraphs()[3]
    assert changes.indicators == ("1", "1.1.6", "2")
