"""From one library to another: what is packed, what is new there, what differs, what is written."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadCall, BadData
from ocviewer.library.check import check_folder
from ocviewer.library.files import write_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.pack.compare import State, Step, compare
from ocviewer.library.pack.merge import Choice, chosen, merge
from ocviewer.library.pack.read import read_pack
from ocviewer.library.pack.write import Packed, Wanted, write_pack
from ocviewer.library.recovery import PENDING
from ocviewer.library.references import Tables
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text

ALL = Wanted(("edition", "profile"))
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def packed(out: Path, folder: Path, tables: Tables, wanted: Wanted = ALL) -> Packed:
    return write_pack(out, folder, wanted, tables, NOON)


@pytest.fixture
def pack_file(tmp_path: Path, mine: Path, tables: Tables) -> Path:
    packed(tmp_path / "x.ocpack", mine, tables)
    return tmp_path / "x.ocpack"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user"


def steps_of(pack_file: Path, user: Path, tables: Tables) -> tuple[Step, ...]:
    return compare(read_pack(pack_file, tables), user, paths.bundled_library(), tables)


def states(pack_file: Path, user: Path, tables: Tables) -> dict[str, State]:
    return {step.name: step.state for step in steps_of(pack_file, user, tables)}


def unpacked(
    pack_file: Path, user: Path, tables: Tables, choice: Choice = Choice.NONE
) -> tuple[str, ...]:
    steps = steps_of(pack_file, user, tables)
    return merge(steps, chosen(steps, choice), user)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_everything_is_there_and_then_the_same(
    pack_file: Path, mine: Path, user: Path, tables: Tables
) -> None:
    assert states(pack_file, user, tables) == {EDITION: State.NEW, TEXT: State.NEW}
    assert unpacked(pack_file, user, tables) == (EDITION, TEXT)
    assert files(user) == files(mine)
    library = Library(paths.bundled_library(), user)
    assert 2027 in library.years
    assert library.profile("COL", 2025) is not None
    assert library.problems == []
    assert set(states(pack_file, user, tables).values()) == {State.SAME}
    before = {path: path.stat().st_ino for path in user.rglob("*")}
    assert unpacked(pack_file, user, tables, Choice.ALL) == ()
    assert {path: path.stat().st_ino for path in user.rglob("*")} == before


def test_the_same_library_gives_the_same_pack(tmp_path: Path, mine: Path, tables: Tables) -> None:
    first = packed(tmp_path / "1.ocpack", mine, tables)
    packed(tmp_path / "2.ocpack", mine, tables)
    content = (tmp_path / "1.ocpack").read_bytes()
    assert content == (tmp_path / "2.ocpack").read_bytes()
    assert first.size == len(content)
    assert first.manifest.created == "2026-01-02T12:00:00Z"
    assert first.manifest.editions == [2025, 2027]
    assert first.manifest.counts == {"edition": 1, "profile": 1}


def test_only_what_was_asked_for(tmp_path: Path, mine: Path, tables: Tables) -> None:
    write_text(mine / "profiles/2023/COL.json", profile_text().replace(": 2025", ": 2023"))
    write_text(mine / "profiles/2025/CHL.json", profile_text("CHL"))

    def names(wanted: Wanted) -> list[str]:
        out = tmp_path / "x.ocpack"
        return [part.name for part in packed(out, mine, tables, wanted).manifest.parts]

    assert names(ALL._replace(countries={"COL"})) == [EDITION, "profiles/2023/COL.json", TEXT]
    assert names(ALL._replace(editions={2023})) == ["profiles/2023/COL.json"]
    both = ALL._replace(countries={"CHL"}, editions={2025})
    assert names(both) == ["profiles/2025/CHL.json"]
    with pytest.raises(BadCall) as caught:
        names(ALL._replace(editions={2021}))
    assert [problem.key for problem in caught.value.problems] == ["pack_nothing"]


def test_a_file_that_is_not_good_is_left_out_and_told(
    tmp_path: Path, mine: Path, tables: Tables
) -> None:
    write_text(mine / "profiles/2025/CHL.json", "{")
    (mine / "profiles/2025/PRY.txt").write_text("no library file")
    done = packed(tmp_path / "x.ocpack", mine, tables)
    assert [part.name for part in done.manifest.parts] == [EDITION, TEXT]
    assert [(p.key, p.file) for p in done.left_out] == [
        ("truncated", str(mine / "profiles/2025/CHL.json"))
    ]


def test_a_pack_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, mine: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.ocpack"
    out.write_bytes(b"the pack of yesterday")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadCall) as caught:
        packed(out, mine, tables)
    assert caught.value.problems[0].key == "pack_not_written"
    assert "No space" in caught.value.problems[0].values["reason"]
    assert out.read_bytes() == b"the pack of yesterday"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.ocpack"]


def test_what_the_bundle_says_is_not_written(tmp_path: Path, user: Path, tables: Tables) -> None:
    mine = tmp_path / "mine"
    bundled = json.loads((paths.bundled_library() / "editions/2023.json").read_text("utf-8"))
    bundled["source"]["title"] = "another copy of the workbook"
    write_text(mine / "editions/2023.json", json.dumps(bundled))
    packed(tmp_path / "x.ocpack", mine, tables)
    assert states(tmp_path / "x.ocpack", user, tables) == {"editions/2023.json": State.SAME}
    assert unpacked(tmp_path / "x.ocpack", user, tables, Choice.ALL) == ()


def test_parts_that_differ(pack_file: Path, user: Path, tables: Tables) -> None:
    other = edition_text().replace('"1.1.1": 7.0', '"1.1.1": 6.5', 1)
    write_text(user / EDITION, other)
    write_text(user / TEXT, "{")
    assert states(pack_file, user, tables) == {EDITION: State.DIFFERING, TEXT: State.DAMAGED}
    before = files(user)
    assert unpacked(pack_file, user, tables, Choice.NONE) == ()
    assert files(user) == before
    assert unpacked(pack_file, user, tables, Choice.NEWER) == (TEXT,)
    assert (user / EDITION).read_text("utf-8") == other
    assert unpacked(pack_file, user, tables, Choice.ALL) == (EDITION,)
    assert files(user) == {
        EDITION: edition_text().encode(),
        TEXT: profile_text().encode(),
        "removed/editions/2027.1.json": other.encode(),
        "removed/profiles/2025/COL.1.json": b"{",
    }
    assert check_folder(user, Library(paths.bundled_library())).problems == ()
    write_text(user / EDITION, other)
    assert unpacked(pack_file, user, tables, Choice.ALL) == (EDITION,)
    assert "removed/editions/2027.2.json" in files(user)


def test_a_file_of_a_newer_version_stays(pack_file: Path, user: Path, tables: Tables) -> None:
    newer = json.dumps(json.loads(profile_text()) | {"schema_version": 99, "more": True})
    write_text(user / TEXT, newer)
    assert states(pack_file, user, tables) == {EDITION: State.NEW, TEXT: State.HELD}
    steps = steps_of(pack_file, user, tables)
    assert merge(steps, frozenset({EDITION, TEXT}), user) == (EDITION,)
    assert (user / TEXT).read_text("utf-8") == newer


def test_a_file_that_changed_meanwhile_stays(pack_file: Path, user: Path, tables: Tables) -> None:
    steps = steps_of(pack_file, user, tables)
    write_text(user / TEXT, profile_text().replace("Peru", "Chad"))
    before = files(user)
    with pytest.raises(BadData) as caught:
        merge(steps, chosen(steps, Choice.ALL), user)
    assert [(p.key, p.file) for p in caught.value.problems] == [
        ("pack_changed_meanwhile", str(user / TEXT))
    ]
    assert files(user) == before
    assert not (user / PENDING).exists()


class Cancelled(Exception):
    pass


def test_a_cancel_leaves_nothing(pack_file: Path, user: Path, tables: Tables) -> None:
    steps = steps_of(pack_file, user, tables)
    seen = []

    def cancel(name: str, number: int, count: int) -> None:
        seen.append((name, number, count))
        if number == count:
            raise Cancelled

    with pytest.raises(Cancelled):
        merge(steps, chosen(steps, Choice.ALL), user, cancel)
    assert seen == [(EDITION, 1, 2), (TEXT, 2, 2)]
    assert files(user) == {}
    with pytest.raises(Cancelled):
        read_pack(pack_file, tables, cancel)


def test_a_folder_in_use_is_waited_for_and_told(
    pack_file: Path, user: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = steps_of(pack_file, user, tables)
    monkeypatch.setattr(FolderLock.__init__, "__defaults__", (0.1,))
    with FolderLock(user), pytest.raises(BadData) as caught:
        merge(steps, chosen(steps, Choice.ALL), user)
    assert caught.value.problems[0].key == "folder_locked"
    assert files(user) == {}
