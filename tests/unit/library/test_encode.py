"""Editions as library files: readable, the same every time, and exactly what was read."""

import json
from itertools import product
from pathlib import Path
from string import ascii_uppercase

from ocviewer.domain.edition import Edition
from ocviewer.library import decode, gate
from ocviewer.library.encode import EditionOrigin, edition_text
from ocviewer.library.library import Library

ORIGIN = EditionOrigin("A title", "https://example.org", "A publisher", "0" * 64)
EDITION = Edition(
    2023, {"PER": {"2": 438, "1": 640, "1.1.10": 550, "1.1.2": 700}, "ALB": {"1": 100}}
)


def test_a_country_a_line_in_order(library: Library) -> None:
    lines = edition_text(EDITION, ORIGIN, library.indicators).splitlines()
    assert lines[-5:] == [
        '  "countries": [',
        '    {"iso3": "ALB", "scores": {"1": 1.0}},',
        '    {"iso3": "PER", "scores": {"1": 6.4, "1.1.2": 7.0, "1.1.10": 5.5, "2": 4.38}}',
        "  ]",
        "}",
    ]


def test_the_text_is_an_edition_file(library: Library) -> None:
    file = json.loads(edition_text(EDITION, ORIGIN, library.indicators))
    assert decode.edition(gate.checked(file, "edition", Path("2023.json"))) == EDITION
    assert file["source"]["sha256"] == ORIGIN.sha256


def test_the_order_of_reading_makes_no_difference(library: Library) -> None:
    turned = {
        iso3: dict(reversed([*scores.items()]))
        for iso3, scores in reversed([*EDITION.scores.items()])
    }
    assert edition_text(Edition(2023, turned), ORIGIN, library.indicators) == edition_text(
        EDITION, ORIGIN, library.indicators
    )


def test_every_score_there_can_be_comes_back(library: Library) -> None:
    codes = ("".join(letters) for letters in product(ascii_uppercase, repeat=3))
    scores = {code: {"1": score} for code, score in zip(codes, range(100, 1001), strict=False)}
    assert len(scores) == 901
    text = edition_text(Edition(2023, scores), ORIGIN, library.indicators)
    file = gate.checked(json.loads(text), "edition", Path("2023.json"))
    assert decode.edition(file).scores == scores
