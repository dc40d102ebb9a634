"""The user's texts: several of one country, removed and brought back."""

import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.library.migrations import migrate
from ocviewer.library.removal import remove, restore
from ocviewer.library.user_texts import (
    removed_years,
    text_path,
    text_years,
)

NAME = "profiles/2025/PER.json"


def put(folder: Path, wording: str, mark: str, **more: object) -> Path:
    """A text of Peru whose title is a mark."""
    file = json.loads((paths.bundled_library() / NAME).read_text("utf-8"))
    file |= {"wording": wording, **more}
    file["source"]["title"] = mark
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(file), "utf-8")
    return path


def titles(library: Library) -> list[str]:
    return [text.source.title[:6] for text in library.texts("PER", 2025)]


def test_the_user_s_text_stands_before_the_bundled_one(user_library: Path) -> None:
    put(user_library, "original", "mine")
    library = Library(paths.bundled_library(), user_library)
    assert titles(library) == ["mine", "Global"]
    for wording, title in (
        (None, "mine"),
        (Wording.ORIGINAL, "mine"),
        (Wording.CONDENSED, "Global"),
    ):
        text = library.profile("PER", 2025, wording)
        assert text is not None
        assert text.source.title.startswith(title)
    assert library.texts("BRA", 2025) == ()
    assert library.problems == []


def test_without_the_wording_that_is_wanted_there_is_the_other(library: Library) -> None:
    text = library.profile("PER", 2025, Wording.ORIGINAL)
    assert text is not None
    assert text.wording is Wording.CONDENSED


def test_a_file_of_version_1_is_read(user_library: Path) -> None:
    path = put(user_library, "original", "old", schema_version=1)
    file = json.loads(path.read_text("utf-8"))
    del file["origin"], file["facts"]
    path.write_text(json.dumps(file), "utf-8")
    library = Library(paths.bundled_library(), user_library)
    text = library.profile("PER", 2025)
    assert text is not None
    assert (text.source.title, text.origin, text.facts) == ("old", None, None)
    assert library.problems == []


@pytest.mark.parametrize("version", [True, 1.0, "1", None])
def test_only_a_whole_number_is_a_version(version: object) -> None:
    assert migrate({"schema_version": version}, 2) == {"schema_version": version}


def test_facts_that_were_taken_stand_in_their_edition(user_library: Path) -> None:
    facts = {"capitals": ["Here"], "population": 7, "gdp_musd": None, "area_km2": None}
    put(user_library, "original", "mine", facts=facts)
    library = Library(paths.bundled_library(), user_library)
    peru, own = library.countries["PER"], library.country_in("PER", 2025)
    assert own.population is not None
    assert (own.population.value, own.population.year, own.capitals) == (7, 2025, ("Here",))
    assert own.gdp_musd == peru.gdp_musd
    assert library.country_in("PER", 2023) == peru


def test_removed_and_brought_back(user_library: Path) -> None:
    path = put(user_library, "original", "first")
    assert text_path(user_library, "PER", 2025) == path
    assert text_years(user_library, "PER") == (2025,)
    assert remove(user_library, "PER", 2025)
    assert not path.exists()
    assert (text_years(user_library, "PER"), removed_years(user_library, "PER")) == ((), (2025,))
    put(user_library, "original", "second")
    remove(user_library, "PER", 2025)
    put(user_library, "original", "third")
    assert restore(user_library, "PER", 2025)
    library = Library(paths.bundled_library(), user_library)
    assert titles(library) == ["second", "Global"]
    assert not restore(user_library, "BRA", 2025)
    assert not remove(user_library, "BRA", 2025)
    left = sorted(file.name for file in (user_library / "removed").rglob("*.json"))
    assert left == ["PER.1.json", "PER.3.json"], "the first and the third are not lost"


def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    assert not remove(tmp_path / "gone", "PER", 2025)
    assert not restore(tmp_path / "gone", "PER", 2025)
    assert not (tmp_path / "gone").exists()
