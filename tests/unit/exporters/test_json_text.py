"""JSON that is the same to a program, and harmless to a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.exporters.json_text import json_text

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "character",
    ["\x1b", "\x7f", "\x9b", "\u061c", "\u200f", "\u202e", "\u2066", "\ufeff", "\U000e0041"],
)
def test_what_steers_is_escaped(character: str) -> None:
    text = json_text({"text": f"before {character} after"})
    assert character not in text
    assert "\\u" in text
    assert json.loads(text) == {"text": f"before {character} after"}


def test_what_people_read_is_left_as_it_is() -> None:
    assert json_text(["Türkiye – 中国 ▲ العربية 😀"]) == '["Türkiye – 中国 ▲ العربية 😀"]'


@given(ANY_TEXT)
def test_any_text_comes_back_and_can_be_written(text: str) -> None:
    printed = json_text({text: [text]}, indent=1)
    assert json.loads(printed) == {text: [text]}
    printed.encode("utf-8")
    kinds = {unicodedata.category(character) for character in printed if character != "\n"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in printed} & {
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
    }
