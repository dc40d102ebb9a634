"""The quick check of a profile never finds good what the models refuse, nor doubts what is good."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ocviewer import paths
from ocviewer.library.good_profile import is_good_profile
from ocviewer.library.schema import ProfileFile

BUNDLED = json.loads((paths.bundled_library() / "profiles/2025/PER.json").read_text("utf-8"))
WHOLE: dict[str, Any] = {
    **BUNDLED,
    "origin": {"file": "x", "sha256": "0" * 64, "imported": "2026-01-31", "format": "text"},
    "facts": {"capitals": ["Lima"], "population": 1, "gdp_musd": None, "area_km2": 3},
    "sections": BUNDLED["sections"][:1],
}

Place = tuple[str | int, ...]


def places(value: Any, here: Place = ()) -> list[Place]:
    """Every place in an object, as the steps that lead to it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for step, inner in steps:
        found.append((*here, step))
        if isinstance(inner, dict | list):
            found += places(inner, (*here, step))
    return found


VALUES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3000)
    | st.floats(allow_nan=False)
    | st.text(max_size=4)
    | st.sampled_from(["PER\n", "1.1\n", "text", "original", "2026-01-31\n", "١٢", "1.1.1"])
    | st.just([])
    | st.just({})
    | st.integers(10**15 - 1, 10**15 + 1)
)


def models_take(file: dict[str, Any]) -> bool:
    try:
        ProfileFile.model_validate(file)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("file", [BUNDLED, WHOLE, {**WHOLE, "origin": None}], ids=["a", "b", "c"])
def test_good_files_need_no_models(file: dict[str, Any]) -> None:
    assert is_good_profile(file)
    assert models_take(file)


@given(st.sampled_from(places(WHOLE)), VALUES, st.sampled_from(["set", "drop", "add"]))
def test_what_is_good_is_so_for_the_models(place: Place, value: Any, how: str) -> None:
    file = copy.deepcopy(WHOLE)
    parent: Any = file
    for step in place[:-1]:
        parent = parent[step]
    if how == "set":
        parent[place[-1]] = value
    elif how == "drop":
        del parent[place[-1]]
    elif isinstance(parent, dict):
        parent["more"] = value
    else:
        parent.append(value)
    if is_good_profile(file):
        assert models_take(file)
