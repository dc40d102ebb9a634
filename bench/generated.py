"""A library of real size with invented text: 193 countries × 3 editions × 11 sections."""

import json
import random
from pathlib import Path

from ocviewer.library.library import Library

WORDS = 2_600
"""About how many a profile of the index has."""
PARAGRAPHS = 28
_SEED = 2025
_VOCABULARY = 9_000
_STARTS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr")
_ENDS = ("a", "e", "i", "o", "u", "an", "er", "ing", "ion", "or")
_FREQUENT = (
    *("the", "of", "and", "to", "in", "a", "is", "that", "for", "as", "are", "by", "with", "on"),
    *("from", "have", "has", "which", "also", "state", "criminal", "groups", "trafficking"),
    *("country", "organized", "crime", "drug", "police", "corruption", "border", "trade"),
    *("markets", "cocaine", "illegal", "mining", "smuggling", "networks", "government", "law"),
)


def vocabulary(chance: random.Random) -> list[str]:
    """Words, the frequent ones first."""
    made: dict[str, None] = dict.fromkeys(_FREQUENT)
    while len(made) < _VOCABULARY:
        syllables = range(chance.randint(2, 4))
        word = "".join(chance.choice(_STARTS) + chance.choice(_ENDS) for _ in syllables)
        made[word] = None
    return list(made)


def write_profiles(folder: Path, library: Library, words: int = WORDS) -> list[str]:
    """Writes a profile for every country and edition below a user's folder; gives the words."""
    chance = random.Random(_SEED)
    known = vocabulary(chance)
    sections, codes = _sections(library)
    for year in library.years:
        (folder / "profiles" / str(year)).mkdir(parents=True)
        for iso3 in library.countries:
            text = _text(chance, known, words)
            file = folder / "profiles" / str(year) / f"{iso3}.json"
            file.write_text(json.dumps(profile(iso3, year, text, sections, codes)), "utf-8")
    return known


def write_page(folder: Path, library: Library, iso3: str) -> None:
    """Writes the texts of a country in all editions, sentences that name other countries."""
    chance = random.Random(_SEED)
    known = vocabulary(chance)
    sections, codes = _sections(library)
    names = [country.name for country in library.countries.values()]
    for year in library.years:
        text = _text(chance, known, WORDS)
        for place in range(10, len(text), 20):
            text[place] = f"{text[place]}."
            text[place + 1] = text[place + 1].capitalize()
        for place in range(15, len(text), 40):
            text[place] = chance.choice(names)
        file = folder / "profiles" / str(year) / f"{iso3}.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(profile(iso3, year, text, sections, codes)), "utf-8")


def _sections(library: Library) -> tuple[list[str], dict[str, list[str]]]:
    """The ids of the sections, and the codes of the indicators of each."""
    sections = [section.id for section in library.indicators.sections]
    codes = {s: [node.code for node in library.indicators.in_section(s)] for s in sections}
    return sections, codes


def _text(chance: random.Random, known: list[str], words: int) -> list[str]:
    # as in any language, the word of rank n comes about 1/n times as often as the first
    weights = [1 / (rank + 3) for rank in range(len(known))]
    return chance.choices(known, weights, k=words)


def profile(
    iso3: str, year: int, text: list[str], sections: list[str], codes: dict[str, list[str]]
) -> dict[str, object]:
    """One file of the library, with the words parted among sections and paragraphs."""
    size = len(text) // PARAGRAPHS
    pieces = [" ".join(text[n * size : (n + 1) * size]).capitalize() for n in range(PARAGRAPHS)]
    shares = [pieces[number :: len(sections)] for number in range(len(sections))]
    return {
        "schema_version": 1,
        "kind": "profile",
        "country": iso3,
        "edition": year,
        "wording": "original",
        "language": "en",
        "source": {"title": "Invented text", "url": "https://example.org", "publisher": "No one"},
        "sections": [
            {
                "id": section,
                "paragraphs": [
                    {"text": f"{piece}.", "indicators": codes[section][:1]} for piece in share
                ],
            }
            for section, share in zip(sections, shares, strict=True)
        ],
    }
