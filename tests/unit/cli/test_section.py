"""A section by id, title or number."""

import sys

import pytest

from ocviewer.cli.section import section_id
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.sections import tabs
from ocviewer.presenter.words import Words


def test_every_section_by_id_title_and_number(
    library: Library, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)  # no typo, no search
    for tab in tabs(library, words):
        numbers = (str(tab.number), f"{tab.number:02d}")
        for text in (tab.id, tab.title, tab.title.upper(), *numbers):
            assert section_id(text, library, words) == tab.id


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("poeple", "people"),
        ("cybercrime", "cyber_crimes"),
        ("civil society", "civil_society_and_social_protection"),
        ("leadership", "leadership_and_governance"),
        ("glance", "at_a_glance"),
    ],
)
def test_the_closest_is_suggested_first(
    typed: str, close: str, library: Library, words: Words
) -> None:
    with pytest.raises(BadCall) as caught:
        section_id(typed, library, words)
    (problem,) = caught.value.problems
    assert problem.key == "unknown_section_close"
    assert problem.values["close"].split(", ")[0] == close


@pytest.mark.parametrize("typed", ["12", "", "xyz"])
def test_where_nothing_is_close_all_are_listed(typed: str, library: Library, words: Words) -> None:
    with pytest.raises(BadCall) as caught:
        section_id(typed, library, words)
    (problem,) = caught.value.problems
    assert problem.key == "unknown_section"
    assert problem.values["known"].endswith("11 civil_society_and_social_protection")
