"""Every way in which a library file can be bad: a clear problem, and the bundled data stays."""

import json
import os
import shutil
from collections.abc import Callable
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadData
from ocviewer.library import gate
from ocviewer.library.check import check_folder
from ocviewer.library.files import parse_object, write_text
from ocviewer.library.library import Library
from ocviewer.library.migrations import migrate
from ocviewer.presenter.words import Words

NAME = "editions/2025.json"


def bundled_text() -> str:
    return (paths.bundled_library() / NAME).read_text("utf-8")


def edited(edit: Callable[[dict[str, Any]], object]) -> str:
    file = json.loads(bundled_text())
    edit(file)
    return json.dumps(file)


BAD: dict[str, tuple[str, str, str]] = {
    "truncated": (bundled_text()[:5000], "truncated", "line"),
    "empty": ("", "truncated", "line 1"),
    "not json": ("Criminality;6.62", "not_json", "line 1"),
    "a list": ("[]", "not_an_object", ""),
    "deep": ("[" * 100_000, "too_deep", ""),
    "newer": (edited(lambda f: f.update(schema_version=3)), "newer_schema", "schema_version"),
    "another kind": (edited(lambda f: f.update(kind="profile")), "wrong_kind", "kind"),
    "a wrong type": (
        edited(lambda f: f["countries"][3]["scores"].update({"1.1": "high"})),
        "schema.float_type",
        'countries[3].scores["1.1"]',
    ),
    "a score of 11": (
        edited(lambda f: f["countries"][3]["scores"].update({"1.1": 11})),
        "schema.less_than_equal",
        'countries[3].scores["1.1"]',
    ),
    "a score of 0": (
        edited(lambda f: f["countries"][0]["scores"].update({"2": 0})),
        "schema.greater_than_equal",
        'countries[0].scores["2"]',
    ),
    "a score of 6.625": (
        edited(lambda f: f["countries"][3]["scores"].update({"1.1": 6.625})),
        "not_hundredths",
        'countries[3].scores["1.1"]',
    ),
    "not a number": (
        edited(lambda f: f["countries"][0]["scores"].update({"2": float("nan")})),
        "schema.finite_number",
        'countries[0].scores["2"]',
    ),
    "a country twice": (
        edited(lambda f: f["countries"].append(f["countries"][0])),
        "twice",
        "countries[193].iso3",
    ),
    "nothing in it": ("{}", "wrong_kind", "kind"),
}


@pytest.mark.parametrize(("text", "key", "place"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_and_the_bundled_one_used(
    text: str, key: str, place: str, user_library: Path, words: Words
) -> None:
    write_text(user_library / NAME, text)
    library = Library(paths.bundled_library(), user_library)
    assert library.edition(2025).score("PER", "1") == 662
    problem = library.problems[0]
    assert problem.key == key
    assert place in words.place(problem.place)
    told = words.problem(problem)
    assert str(user_library / NAME) in told
    assert len(told) > len(problem.file) + len(words.place(problem.place)) + 10


@pytest.mark.parametrize(("text", "key", "place"), BAD.values(), ids=BAD.keys())
def test_check_lists_it(text: str, key: str, place: str, user_library: Path) -> None:
    write_text(user_library / NAME, text)
    report = check_folder(user_library, Library(paths.bundled_library()))
    assert report.files == 1
    assert report.problems[0].key == key


def test_not_utf8(user_library: Path, words: Words) -> None:
    file = user_library / NAME
    file.parent.mkdir()
    file.write_bytes(b'{"kind": "\xff"}')
    library = Library(paths.bundled_library(), user_library)
    assert library.edition(2025).score("PER", "1") == 662
    (problem,) = library.problems
    assert (problem.key, words.place(problem.place)) == ("not_utf8", "byte 10")


def test_a_new_edition_of_the_user_that_is_bad_is_left_out(user_library: Path) -> None:
    write_text(user_library / "editions/2027.json", "{")
    library = Library(paths.bundled_library(), user_library)
    assert library.years == (2021, 2023, 2025)
    assert [p.key for p in library.problems] == ["truncated"]


def test_a_new_edition_of_the_user_is_there(user_library: Path) -> None:
    text = edited(lambda f: f.update(edition=2027))
    write_text(user_library / "editions/2027.json", text)
    library = Library(paths.bundled_library(), user_library)
    assert library.years == (2021, 2023, 2025, 2027)
    assert library.problems == []


def test_a_missing_bundled_edition_is_simply_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(paths.bundled_library(), folder)
    (folder / "editions/2023.json").unlink()
    library = Library(folder)
    assert library.years == (2021, 2025)
    assert library.edition_before(2025) is library.edition(2021)


def test_a_bundled_file_that_was_changed_is_checked_in_full(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(paths.bundled_library(), folder)
    text = edited(lambda f: f["countries"][3]["scores"].update({"1.1": 11}))
    write_text(folder / NAME, text)
    with pytest.raises(BadData) as caught:
        Library(folder).edition(2025)
    assert caught.value.problems[0].key == "schema.less_than_equal"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_without_read_permission(
    user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # root reads everything, so the refusal of the system is played, not provoked
    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    write_text(user_library / NAME, bundled_text())
    library = Library(paths.bundled_library(), user_library)
    read = Path.read_bytes
    monkeypatch.setattr(
        Path,
        "read_bytes",
        lambda self: refused(self) if user_library in self.parents else read(self),
    )
    assert library.edition(2025).score("PER", "1") == 662
    assert [p.key for p in library.problems] == ["no_permission"]


def test_a_bad_profile_says_so_and_shows_the_bundled_one(user_library: Path) -> None:
    write_text(user_library / "profiles/2025/PER.json", "{")
    library = Library(paths.bundled_library(), user_library)
    profile = library.profile("PER", 2025)
    assert profile is not None
    assert len(profile.sections) == 11
    assert [p.key for p in library.problems] == ["truncated"]


def test_the_bundled_library_passes_its_own_check(library: Library) -> None:
    report = check_folder(paths.bundled_library(), library)
    assert report.problems == ()
    assert report.files >= 6


def test_an_edition_under_a_wrong_name_is_not_shown_as_another(user_library: Path) -> None:
    text = (paths.bundled_library() / "editions/2023.json").read_text("utf-8")
    write_text(user_library / NAME, text)
    library = Library(paths.bundled_library(), user_library)
    assert library.edition(2025).score("PER", "1") == 662
    assert [p.key for p in library.problems] == ["misplaced"]


def test_a_text_under_a_wrong_name_is_not_shown_as_anothers(user_library: Path) -> None:
    text = (paths.bundled_library() / "profiles/2025/PER.json").read_text("utf-8")
    write_text(user_library / "profiles/2025/BRA.json", text)
    library = Library(paths.bundled_library(), user_library)
    assert library.profile("BRA", 2025) is None
    assert [p.key for p in library.problems] == ["misplaced"]


@pytest.mark.parametrize("name", ["indicators.json", "countries.json"])
def test_the_tables_are_always_the_bundles(user_library: Path, name: str) -> None:
    file = json.loads((paths.bundled_library() / name).read_text("utf-8"))
    file[name.removesuffix(".json")] = file[name.removesuffix(".json")][:1]
    write_text(user_library / name, json.dumps(file))
    library = Library(paths.bundled_library(), user_library)
    assert (len(library.countries), len(library.indicators)) == (193, 36)


def test_a_library_without_any_edition_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        Library(tmp_path).edition(2025)
    assert caught.value.problems[0].key == "no_editions"


def test_check_tells_an_empty_folder_and_files_out_of_place(
    tmp_path: Path, library: Library
) -> None:
    assert [p.key for p in check_folder(tmp_path, library).problems] == ["no_files"]
    assert [p.key for p in check_folder(tmp_path / "no", library).problems] == ["no_folder"]
    write_text(tmp_path / "2025.json", bundled_text())
    assert [p.key for p in check_folder(tmp_path, library).problems] == ["stray"]


def test_check_tells_a_folder_that_it_may_not_read(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walk(top: Path, onerror: Callable[[OSError], None]) -> list[object]:
        onerror(PermissionError(13, "Permission denied", str(top)))
        return []

    monkeypatch.setattr(os, "walk", walk)
    (problem,) = check_folder(tmp_path, library).problems
    assert (problem.key, problem.file) == ("no_permission", str(tmp_path))


def test_check_finds_what_refers_to_nothing(user_library: Path, library: Library) -> None:
    def spoil(file: dict[str, Any]) -> None:
        file["countries"][0]["iso3"] = "XQX"
        file["countries"][1]["scores"]["1.9"] = 5.0
        file["edition"] = 2019

    write_text(user_library / NAME, edited(spoil))
    keys = {problem.key for problem in check_folder(user_library, library).problems}
    assert keys == {"unknown_country_code", "unknown_indicator_code", "misplaced"}


@pytest.mark.parametrize(
    ("name", "steps", "value", "place", "way_out"),
    [
        ("profiles/2025/PER.json", ("sections", 2, "id"), "enviroment", "sections[2].id", "trade"),
        (
            "profiles/2025/PER.json",
            ("sections", 0, "paragraphs", 1, "indicators", 0),
            "1.1.99",
            "sections[0].paragraphs[1].indicators[0]",
            "docs/data-format.md",
        ),
        ("editions/2025.json", ("countries", 4, "iso3"), "XQX", "countries[4].iso3", "ocviewer li"),
    ],
)
def test_what_refers_to_nothing_is_told_when_it_is_loaded(
    user_library: Path,
    words: Words,
    name: str,
    steps: tuple[str | int, ...],
    value: str,
    place: str,
    way_out: str,
) -> None:
    file = json.loads((paths.bundled_library() / name).read_text("utf-8"))
    *parents, last = steps
    reduce(getitem, parents, file)[last] = value
    write_text(user_library / name, json.dumps(file))
    library = Library(paths.bundled_library(), user_library)
    assert library.edition(2025).score("PER", "1") == 662
    profile = library.profile("PER", 2025)
    assert profile is not None
    assert len(profile.sections) == 11
    (problem,) = library.problems
    assert (problem.file, problem.place) == (str(user_library / name), place)
    told = words.problem(problem)
    assert value in told
    assert way_out in told


def test_an_older_version_is_brought_up_step_by_step() -> None:
    steps = {
        -1: lambda file: {**file, "schema_version": 0, "first": True},
        0: lambda file: {**file, "schema_version": 1, "second": True},
    }
    assert migrate({"schema_version": -1}, 1, steps) == {
        "schema_version": 1,
        "first": True,
        "second": True,
    }
    assert migrate({"schema_version": "old"}, 1, steps) == {"schema_version": "old"}


def test_a_file_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.json"
    file.write_text("{}")
    monkeypatch.setattr("ocviewer.library.files.MAX_BYTES", 1)
    with pytest.raises(BadData) as caught:
        gate.read(file, "edition", {}, "large.json")
    assert caught.value.problems[0].key == "too_large"


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.json"
    write_text(file, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_text(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_duplicate_keys_do_not_hide(tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        parse_object(b'{"scores": {"1": 5, "1": 6}}', tmp_path / "x.json")
    assert caught.value.problems[0].key == "key_twice"
