"""Every figure on the index's own page of Peru, 2025, is the library's, to the digit.

The page is no part of the project, so without ../shared/sources this skips. In the page's text a
score and its change run together: ``6.620.22`` is 6.62 and +0.22, ``8.50-0.50`` is 8.50 and -0.50.
"""

import re
from pathlib import Path

import pytest

from ocviewer.domain.change import change
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import score_text
from ocviewer.library.library import Library

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT.parent / "shared/sources/000_17467de0ae79f826.txt"
YEAR = 2025

SCORE = re.compile(r"(\d+\.\d\d)(-?\d+\.\d\d)")
RANK = re.compile(r"(\d+)(?:st|nd|rd|th) of (\d+) countries(?: in (.+?))? (-?\d+)")
TITLES = {"Criminality score": "1", "Resilience score": "2"}
LOST = {"1.2.1", "2.1"}
"""Rows that this copy of the page lost; the real page and the workbook have them."""


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The lines that are not blank."""
    if not PAGE.exists():
        pytest.skip("the sources are not here: no ../shared/sources")
    return [line.strip() for line in PAGE.read_text("utf-8").splitlines() if line.strip()]


def after(lines: list[str], title: str) -> str:
    return lines[lines.index(title) + 1]


def whole(text: str) -> int:
    """The number in ``USD 289,070 million`` or ``1,285,220 km²``."""
    (digits,) = re.findall(r"[\d,]+", text)
    return int(digits.replace(",", ""))


def test_the_facts(lines: list[str], library: Library) -> None:
    peru = library.countries["PER"]
    assert peru.name in lines
    assert peru.population is not None
    assert peru.gdp_musd is not None
    assert peru.area_km2 is not None
    assert ", ".join(peru.capitals) == after(lines, "Capital")
    assert peru.population.value == whole(after(lines, "Population"))
    gdp = after(lines, "Gross domestic product (GDP - CURRENT $US MILLION)")
    assert peru.gdp_musd.value == whole(gdp)
    assert peru.area_km2.value == whole(after(lines, "Area (KM²)"))


def scores_on(lines: list[str], codes: dict[str, str]) -> list[tuple[str, str, str]]:
    """Code, score and change of every score, in the page's order.

    A block's score stands above its title, an indicator's below its name.
    """
    found = []
    for number, line in enumerate(lines):
        match = SCORE.fullmatch(line)
        if match:
            code = TITLES.get(lines[number + 1]) or codes[lines[number - 1]]
            found.append((code, match[1], match[2]))
    return found


def test_every_score_and_change(lines: list[str], library: Library) -> None:
    codes = {node.name: node.code for node in library.indicators}
    found = scores_on(lines, codes)
    now, before = library.edition(YEAR), library.edition_before(YEAR)
    assert before is not None
    for code, score, moved in found:
        ours = now.score("PER", code)
        difference = change(ours, before.score("PER", code))
        assert ours is not None
        assert difference is not None
        assert (code, score_text(ours)) == (code, score)
        assert (code, score_text(difference).replace("−", "-")) == (code, moved)
    assert {code for code, *_ in found} == {node.code for node in library.indicators} - LOST
    assert len(found) == 34 + 12, "the resilience block stands there twice, with 12 scores"


def test_every_rank_and_its_change(lines: list[str], library: Library) -> None:
    found = set()
    title = ""
    for line in lines:
        title = line if line in TITLES else title
        match = RANK.fullmatch(line)
        if match:
            found.add((TITLES[title], *match.groups()))
    expected = set()
    for code in TITLES.values():
        for scope in Scope:
            standing = library.scopes.standing("PER", code, YEAR, scope)
            assert standing is not None
            name = standing.name or None
            place = (str(standing.rank), str(standing.of), name, str(standing.change))
            expected.add((code, *place))
    assert found == expected
    assert len(found) == 6


def test_the_pyramid(lines: list[str], library: Library) -> None:
    edition = library.edition(YEAR)
    numbers = [edition.score("PER", code) for code in ("2", "1.2", "1.1")]
    drawn = " ".join(score_text(score) for score in numbers if score is not None)
    assert f"{drawn} {drawn}" in lines


@pytest.mark.parametrize(("code", "score"), [("1.2.1", 700), ("2.1", 250)])
def test_the_rows_that_the_page_lost(code: str, score: int, library: Library) -> None:
    assert library.edition(YEAR).score("PER", code) == score
