"""The most similar profiles, over the bundled editions, against numpy on the raw files."""

import json
from pathlib import Path

import numpy as np
import pytest

from ocviewer.library.library import Library
from ocviewer.library.similar import similar

DATA = Path(__file__).resolve().parents[3] / "data"


def raw(year: int) -> tuple[list[str], "np.ndarray[tuple[int, int], np.dtype[np.float64]]"]:
    """The countries, and their 32 indicators as the file has them, ``nan`` where there is none."""
    file = json.loads((DATA / f"editions/{year}.json").read_text("utf-8"))
    nodes = json.loads((DATA / "indicators.json").read_text("utf-8"))["indicators"]
    codes = [node["code"] for node in nodes if node["code"] not in ("1", "1.1", "1.2", "2")]
    assert len(codes) == 32
    rows = file["countries"]
    table = [[row["scores"].get(code, np.nan) for code in codes] for row in rows]
    return [row["iso3"] for row in rows], np.array(table, dtype=float)


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_all_distances_of_all_countries(library: Library, year: int) -> None:
    names, table = raw(year)
    for place, iso3 in enumerate(names):
        expected = np.sqrt(np.nanmean((table - table[place]) ** 2, axis=1))
        found = similar(library, iso3, year, len(names))
        assert len(found) == len(names) - 1
        points = {each.iso3: each.distance.points for each in found}
        assert iso3 not in points
        assert [points[n] for n in names if n != iso3] == pytest.approx(
            [e for n, e in zip(names, expected, strict=True) if n != iso3], abs=1e-12
        )
        order = [each.distance.points for each in found]
        assert order == sorted(order)


def test_an_edition_counts_what_it_scored(library: Library) -> None:
    assert {each.distance.indicators for each in similar(library, "PER", 2021, 200)} == {26}
    assert {each.distance.indicators for each in similar(library, "PER", 2025, 200)} == {32}


def test_equal_distances_are_in_the_order_of_names(library: Library) -> None:
    found = similar(library, "PER", 2025, 192)
    names = [(e.distance.points, library.countries[e.iso3].name) for e in found]
    assert names == sorted(names)
    assert len({points for points, _ in names}) < len(names)
