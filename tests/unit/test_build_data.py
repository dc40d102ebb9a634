"""`make data`: data/ is what the sources give, and making it again changes nothing."""

import shutil
import sys
from pathlib import Path

import build_data
import pytest

from ocviewer import paths
from ocviewer.library.manifest import manifest_path

SOURCES = build_data.SOURCES


@pytest.fixture
def sources() -> Path:
    if not SOURCES.is_dir():
        pytest.skip("the sources are not here: no ../shared/sources")
    return SOURCES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.bundled_library(), tmp_path / "data"))


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_repositorys_data_is_what_the_sources_give(sources: Path, copy: Path) -> None:
    before = contents(copy)
    assert build_data.build(sources, copy) == []
    assert contents(copy) == before


def test_what_is_lost_or_stale_is_made_anew(sources: Path, copy: Path) -> None:
    whole = contents(copy)
    shutil.rmtree(copy / "editions")
    manifest_path(copy).unlink()
    countries = copy / "countries.json"
    stale = countries.read_text("utf-8").replace('"Lima"', '"Cusco"').replace("34217848", "1")
    countries.write_text(stale, "utf-8")
    changed = build_data.build(sources, copy)
    assert contents(copy) == whole
    assert {path.name for path in changed} == {
        "countries.json",
        "2021.json",
        "2023.json",
        "2025.json",
        "manifest.json",
    }


def test_other_names_are_kept(sources: Path, copy: Path) -> None:
    countries = copy / "countries.json"
    mine = countries.read_text("utf-8").replace('"Swaziland"', '"Swaziland", "Testland"')
    countries.write_text(mine, "utf-8")
    build_data.build(sources, copy)
    assert countries.read_text("utf-8") == mine


def test_names_that_differ_from_the_indexs_are_told(
    sources: Path, copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copy)
    indicators = copy / "indicators.json"
    text = indicators.read_text("utf-8").replace('"name": "Prevention"', '"name": "Testing"')
    indicators.write_text(text, "utf-8")
    monkeypatch.setattr(sys, "argv", ["build_data.py", str(sources), "--data", str(copy)])
    assert build_data.main() == 1
    assert "2.11 Testing: only in indicators.json" in capsys.readouterr().err
    assert contents(copy) == {**before, "indicators.json": text.encode()}


def test_missing_sources_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["build_data.py", str(tmp_path / "nowhere")])
    assert build_data.main() == 1
    assert "indicator_codes.csv" in capsys.readouterr().err
