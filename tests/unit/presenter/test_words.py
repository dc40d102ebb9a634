"""Every message key in the code has its words, and every word is used."""

import json
import re
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import Problem
from ocviewer.presenter.words import Words

SOURCE = Path(__file__).resolve().parents[3] / "src"
CATALOGUES = sorted((paths.resources() / "messages" / "en").glob("*.json"))


def code() -> str:
    return "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))


def test_every_key_in_the_code_has_words(words: Words) -> None:
    names = "|".join(path.stem for path in CATALOGUES)
    keys = set(re.findall(rf'"((?:{names})\.[a-z_]+)"', code()))
    assert len(keys) > 40
    assert {key for key in keys if not words.has(key)} == set()


def test_every_problem_in_the_code_has_words(words: Words) -> None:
    keys = set(re.findall(r'Problem\(\s*"([a-z_.]+)"', code()))
    assert len(keys) > 15
    assert {key for key in keys if not words.has(f"problems.{key}")} == set()
    spots = set(re.findall(r'Spot\(\s*"([a-z_.]+)"', code()))
    lines = {"at_line", "at_text_line", "at_row", "at_text_row"}
    assert spots == {"at_byte", "at_cell", "at_character"} | lines
    assert {key for key in spots if not words.has(f"problems.{key}")} == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_catalogues_are_sorted_and_their_templates_are_sound(path: Path) -> None:
    messages = json.loads(path.read_text("utf-8"))
    assert list(messages) == sorted(messages)
    for message in messages.values():
        names = re.findall(r"{(\w+)(?::\w+)?}", message)
        assert message.format(**dict.fromkeys(names, 1)) != ""


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *[(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th")],
        *[(21, "21st"), (102, "102nd"), (111, "111th"), (113, "113th"), (193, "193rd")],
    ],
)
def test_ordinals(words: Words, number: int, text: str) -> None:
    assert words.ordinal(number) == text


def test_lists_in_running_text(words: Words) -> None:
    assert words.joined([]) == ""
    assert words.joined(["a"]) == "a"
    assert words.joined(["a", "b", "c"]) == "a, b and c"
    assert words.joined(["laws and policies", "prisons"]) == "laws and policies, and prisons"


def test_a_problem_names_file_place_and_what_is_wrong(words: Words) -> None:
    problem = Problem("schema.less_than_equal", "x.json", "a[1]", {"found": "11", "le": "10.0"})
    assert words.problem(problem).startswith("x.json: a[1]: 11 is more than 10.0")


def test_a_rule_without_words_of_its_own_still_speaks(words: Words) -> None:
    values = {"found": "x", "reason": "Input should be odd"}
    assert words.problem(Problem("schema.odd", "x.json", "", values)) == (
        "x.json: x: Input should be odd."
    )


def test_braces_in_a_value_stay_as_they_are(words: Words) -> None:
    assert "{name}" in words.problem(Problem("unknown_country", values={"name": "{name}"}))
