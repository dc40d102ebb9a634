"""Places as what a pane shows, by their keys."""

import pytest

from ocviewer.domain.place import Place, place_of
from ocviewer.domain.ranking import Scope


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("world", Place(Scope.WORLD, "")),
        ("region:Caribbean", Place(Scope.REGION, "Caribbean")),
        ("continent:Americas", Place(Scope.CONTINENT, "Americas")),
    ],
)
def test_a_place_and_its_key_are_one(key: str, place: Place) -> None:
    assert place_of(key) == place
    assert place.key == key


@pytest.mark.parametrize(
    "text", ["PER", "", "world:", "world:x", "region", "region:", "planet:Mars", "WORLD"]
)
def test_anything_else_is_none(text: str) -> None:
    assert place_of(text) is None
