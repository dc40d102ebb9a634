"""``ocviewer rank``: what it takes, prints and refuses."""

import json

import pytest

from ocviewer.cli import main
from ocviewer.cli.node import find_node
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["rank", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_node_by_code_name_and_short_name(library: Library, words: Words) -> None:
    for node in library.indicators:
        for text in (node.code, node.name, node.name.upper(), node.short_name):
            assert find_node(text, library, words) == node
    assert find_node("markets", library, words).code == "1.1"


def test_the_world_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "1")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Criminality (1)  ·  World  ·  2025"
    (peru,) = [line for line in lines if "Peru" in line]
    assert peru.split()[:5] == ["31", "Peru", "6.62", "▲", "+0.22"]
    assert "↑1 from 32nd" in peru
    body = lines[2:196]
    assert all(line[:4].strip().lstrip("=").isdecimal() for line in body[1:])
    assert "https://ocindex.net" in out


def test_the_same_as_json(capsys: pytest.CaptureFixture[str], library: Library) -> None:
    code, out, _ = call(capsys, "resilience", "--json", "--scope", "Region:south america")
    ranking = json.loads(out)
    assert code == 0
    assert ranking["scope"] == {"scope": "region", "name": "South America"}
    assert ranking["indicator"] == {"code": "2", "name": "Resilience", "polarity": "resilience"}
    assert len(ranking["countries"]) == 12
    peru = next(country for country in ranking["countries"] if country["iso3"] == "PER")
    assert (peru["value"], peru["previous"], peru["change"]) == (4.46, 4.38, 0.08)
    assert peru["direction"] == "better"
    standing = library.scopes.standing("PER", "2", 2025, Scope.REGION)
    assert standing is not None
    assert (peru["rank"]["rank"], peru["rank"]["of"]) == (standing.rank, standing.of)
    assert peru["editions"]["2025"] == 4.46


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["heroine trade"], "Did you mean Heroin trade (1.1.10)"),
        (["1.3"], "2.12"),
        ([""], "1.1.15"),
        (["1.1.14", "--edition", "2021"], "2023, 2025"),
        (["1", "--edition", "2022"], "2021, 2023, 2025"),
        (["1", "--scope", "region:Atlantis"], "Caribbean"),
        (["1", "--scope", "continent:South America"], "Oceania"),
        (["1", "--scope", "South America"], "region:NAME"),
        (["1", "--scope", "world:Peru"], "region:NAME"),
        ([], "CODE"),
    ],
)
def test_a_wrong_call_says_what_would_work(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
