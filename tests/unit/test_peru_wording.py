"""Peru's analysis of 2025 is condensed in our own words: no sentence copied, no fact lost.

The publisher's sentences are under copyright, so this compares data/profiles/2025/PER.json with
the page that it was made from. The page is no part of the project: without it, only the checks
themselves are tested, on made-up sentences.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROFILE = ROOT / "data/profiles/2025/PER.json"
PAGE = ROOT.parent / "shared/sources/000_17467de0ae79f826.txt"

RUN = 8
"""So many words in a row, the same as in the source, are a copy."""
JOINING = frozenset({"of", "the", "and", "de", "da", "for", "in"})
"""Short words within names, as in "Centre for Peace, Disarmament and Development in …"."""
UNNAMED = frozenset({"Peru"})
"""Names that a paragraph need not repeat: the profile's subject is in its title."""

Analysis = dict[str, list[str]]
"""The paragraphs by section id, in reading order."""


@dataclass(frozen=True)
class Word:
    text: str
    """As written, without a possessive ending."""
    starts_sentence: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def named(self) -> bool:
        """Whether this is capitalised although no sentence starts here."""
        return self.capital and not self.starts_sentence


# ---------------------------------------------------------------- reading


def words(text: str) -> list[Word]:
    """The words without punctuation; 1 405 and 1,405 are one word, 1405."""
    text = re.sub(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}\b)", "", text)
    return [
        Word(re.sub(r"[’']s?$", "", word), index == 0)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        for index, word in enumerate(re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", sentence))
    ]


def analysis_of_page(page: str) -> Analysis:
    """The Analysis part: a line that ends in a full stop is a paragraph, any other a heading."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    start = lines.index("Analysis") + 1
    end = next(i for i, line in enumerate(lines) if line.startswith("For a better experience"))
    found: Analysis = {}
    for line in lines[start:end]:
        if line.endswith("."):
            found[list(found)[-1]].append(line)
        elif not line[0].isdigit():  # the row 01 02 03 … leads to the sections
            found[line.lower().replace(" ", "_")] = []
    return found


def analysis_of_profile(profile: str) -> Analysis:
    return {
        section["id"]: [paragraph["text"] for paragraph in section["paragraphs"]]
        for section in json.loads(profile)["sections"]
    }


def pairs(source: Analysis, ours: Analysis) -> Iterator[tuple[str, str, str]]:
    """Each paragraph's place, its source and our wording."""
    for section, paragraphs in source.items():
        for number, (theirs, own) in enumerate(zip(paragraphs, ours[section], strict=True), 1):
            yield f"{section} {number}", theirs, own


# ---------------------------------------------------------------- the checks


def outline(analysis: Analysis) -> list[tuple[str, int]]:
    return [(section, len(paragraphs)) for section, paragraphs in analysis.items()]


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Each run of words in lower case, and whether it is all names and joining words."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        run = found[start : start + RUN]
        yield (
            " ".join(word.text.lower() for word in run),
            all(word.named or word.text.lower() in JOINING for word in run),
        )


def copied_runs(source: Analysis, ours: Analysis) -> list[str]:
    theirs = {
        run
        for paragraphs in source.values()
        for paragraph in paragraphs
        for run, is_name in runs(paragraph)
        if not is_name
    }
    return [
        run
        for paragraphs in ours.values()
        for paragraph in paragraphs
        for run, _ in runs(paragraph)
        if run in theirs
    ]


def proper_names(source: Analysis) -> frozenset[str]:
    """What the source capitalises in mid-sentence."""
    return frozenset(
        word.text
        for paragraphs in source.values()
        for paragraph in paragraphs
        for word in words(paragraph)
        if word.named
    )


def ordinary_words(source: Analysis) -> frozenset[str]:
    """What the source writes in lower case, capitalised as at the start of a sentence."""
    return frozenset(
        word.text.capitalize()
        for paragraphs in source.values()
        for paragraph in paragraphs
        for word in words(paragraph)
        if not word.capital
    )


def lost_facts(source: Analysis, ours: Analysis) -> list[str]:
    """Numbers and names that a paragraph of ours lacks.

    A word that starts a sentence is a name if the source capitalises it in mid-sentence
    elsewhere and has it nowhere in lower case.
    """
    starting = proper_names(source) - ordinary_words(source)
    lost: list[str] = []
    for place, theirs, own in pairs(source, ours):
        kept = {word.text for word in words(own)}
        facts = {
            word.text
            for word in words(theirs)
            if word.text[0].isdigit() or word.named or word.text in starting
        }
        lost += [f"{place}: {fact}" for fact in sorted(facts - UNNAMED - kept)]
    return lost


def not_shorter(source: Analysis, ours: Analysis) -> list[str]:
    return [
        place
        for place, theirs, own in pairs(source, ours)
        if len(own) >= len(theirs) or len(words(own)) >= len(words(theirs))
    ]


# ---------------------------------------------------------------- Peru


@pytest.fixture(scope="module")
def source() -> Analysis:
    if not PAGE.is_file():
        pytest.skip(f"The source page is not at {PAGE}, so the wording is not compared with it.")
    return analysis_of_page(PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ours() -> Analysis:
    return analysis_of_profile(PROFILE.read_text(encoding="utf-8"))


def test_sections_and_paragraph_counts_are_the_sources(source: Analysis, ours: Analysis) -> None:
    assert outline(ours) == outline(source)


def test_no_run_of_words_is_copied(source: Analysis, ours: Analysis) -> None:
    assert copied_runs(source, ours) == []


def test_every_number_and_name_is_kept(source: Analysis, ours: Analysis) -> None:
    assert lost_facts(source, ours) == []


def test_every_paragraph_is_shorter(source: Analysis, ours: Analysis) -> None:
    assert not_shorter(source, ours) == []


# ---------------------------------------------------------------- the checks can fail

MADE_UP = """
Resilience

Analysis

01 02

Sea Trade

Smugglers from Utopia sail at night to the Isle of Man and sell 1 200 barrels there.
Utopia denies it, and the island’s harbour master has seen nothing.

Law

The Court of Justice of the Isle of Man and Utopia met in Lilliput.

For a better experience, please rotate your device.
"""
FAITHFUL: Analysis = {
    "sea_trade": [
        "By night, 1,200 barrels reach buyers on the Isle of Man from Utopia.",
        "The harbour master saw nothing; Utopia denies it.",
    ],
    "law": ["Lilliput saw the Court of Justice of the Isle of Man and Utopia."],
}


def test_the_checks_pass_a_faithful_wording() -> None:
    theirs = analysis_of_page(MADE_UP)
    assert outline(theirs) == outline(FAITHFUL) == [("sea_trade", 2), ("law", 1)]
    assert copied_runs(theirs, FAITHFUL) == []
    assert lost_facts(theirs, FAITHFUL) == []
    assert not_shorter(theirs, FAITHFUL) == []


def test_the_checks_find_planted_faults() -> None:
    theirs = analysis_of_page(MADE_UP)
    first, second = theirs["sea_trade"]
    copied = FAITHFUL | {"sea_trade": ["Sail AT night – to the Isle of Man, and so on.", second]}
    assert copied_runs(theirs, copied)[0] == "sail at night to the isle of man"
    # a name at the start of a sentence, a name within one, and a number
    lossy = FAITHFUL | {"sea_trade": ["120 barrels reach the Isle of Wight.", "They deny it."]}
    assert lost_facts(theirs, lossy) == [
        "sea_trade 1: 1200",
        "sea_trade 1: Man",
        "sea_trade 1: Utopia",
        "sea_trade 2: Utopia",
    ]
    assert not_shorter(theirs, FAITHFUL | {"sea_trade": [first, "No."]}) == ["sea_trade 1"]
    assert outline({"law": [], "sea_trade": []}) != outline(theirs)
