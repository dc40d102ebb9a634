"""The manifest vouches for every bundled file, and only for good ones."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadData
from ocviewer.library.manifest import manifest_path, manifest_text


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.bundled_library(), tmp_path / "data"))


def test_the_bundled_manifest_is_up_to_date() -> None:
    folder = paths.bundled_library()
    assert manifest_path(folder).read_text("utf-8") == manifest_text(folder), "run make data"


def test_it_names_every_file(copy: Path) -> None:
    manifest = json.loads(manifest_text(copy))
    assert (manifest["schema_version"], manifest["kind"]) == (2, "manifest")
    files = {path.relative_to(copy).as_posix(): path for path in copy.rglob("*.json")}
    del files["manifest.json"]
    assert manifest["sha256"] == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("editions/2025.json", '"1": 7.02', '"1": 11.0', "schema.less_than_equal"),
        ("editions/2025.json", '"AFG"', '"XXX"', "unknown_country_code"),
        ("countries.json", '"AGO"', '"AFG"', "twice"),
    ],
)
def test_a_bad_file_gets_none(name: str, old: str, new: str, key: str, copy: Path) -> None:
    path = copy / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadData) as caught:
        manifest_text(copy)
    assert key in {problem.key for problem in caught.value.problems}
