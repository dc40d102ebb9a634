"""Several files at once: whatever a program dies of, all of them are new, or none is."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ocviewer.domain.problem import BadData
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.recovery import PENDING, recover
from ocviewer.library.transaction import write_together

OLD = {"editions/2025.json": b"old edition", "profiles/2025/PER.json": b"old text"}
NEW = {
    "editions/2025.json": b"new edition",
    "profiles/2025/COL.json": b"new text",
    "profiles/2027/PER.json": b"new text",
}


class Killed(BaseException):
    """What no one catches: the program is gone."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for name, content in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_all_of_them_are_written(folder: Path) -> None:
    write_together(folder, NEW.items())
    assert files(folder) == OLD | NEW
    assert recover(folder) == ()


def test_nothing_to_recover_is_one_look(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    look = os.stat

    def counted(path: object, *args: object, **kwargs: object) -> os.stat_result:
        looks.append(path)
        return look(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", counted)
    assert recover(folder) == ()
    assert looks == [folder / PENDING]


CALLS = ("open", "replace", "fsync", "unlink", "mkdir", "rmdir", "rename")


def counted_kill(monkeypatch: pytest.MonkeyPatch, at: int, *, after: bool) -> list[str]:
    """Kills the program at the ``at``-th call that changes the disk; after it, nothing works."""
    seen: list[str] = []

    def dying(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def act(*args: object, **kwargs: object) -> object:
            seen.append(name)
            if len(seen) > at:
                raise Killed
            if len(seen) < at:
                return call(*args, **kwargs)
            if after:
                call(*args, **kwargs)
            raise Killed

        return act

    calls = {name: getattr(os, name) for name in CALLS} | {"fsync": lambda _handle: None}
    for name, call in calls.items():
        monkeypatch.setattr(os, name, dying(name, call))
    return seen


def test_killed_at_each_call(tmp_path: Path) -> None:
    """Before and after every single call to the system that changes the disk."""
    outcomes = set()
    at = 0
    while True:
        at += 1
        done = False
        for after in (False, True):
            place = tmp_path / f"{at}-{after}"
            for name, content in OLD.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_bytes(content)
            with pytest.MonkeyPatch.context() as patch:
                seen = counted_kill(patch, at, after=after)
                try:
                    write_together(place, NEW.items())
                    done = True
                except Killed:
                    pass
            assert recover(place) == ()
            found = files(place)
            assert found in (OLD, OLD | NEW)
            outcomes.add((len(seen) >= at, found == OLD))
            assert not (place / PENDING).exists()
        if done and len(seen) < at:
            break
    assert at > 40
    assert {(True, True), (True, False)} <= outcomes


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, count = os.fsync, iter(range(100))

    def full(handle: int) -> None:
        if next(count) >= 3:
            raise OSError(28, "No space left on device")
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadData) as caught:
        write_together(folder, NEW.items())
    (problem,) = caught.value.problems
    assert (problem.key, problem.values["reason"]) == ("not_stored", "No space left on device")
    assert files(folder) == OLD


def test_what_the_files_raise_ends_it(folder: Path) -> None:
    def two() -> Iterator[tuple[str, bytes]]:
        yield "editions/2025.json", b"new"
        raise Killed

    with pytest.raises(Killed):
        write_together(folder, two())
    assert files(folder) == OLD


def test_a_folder_in_a_files_place(folder: Path) -> None:
    (folder / "profiles/2027/PER.json").mkdir(parents=True)
    with pytest.raises(BadData) as caught:
        write_together(folder, NEW.items())
    (problem,) = caught.value.problems
    assert (problem.key, problem.file) == ("not_stored", str(folder / "profiles/2027/PER.json"))
    assert files(folder) == OLD


def pending(folder: Path, journal: object) -> None:
    """As a program leaves it that is killed before anything is moved."""
    (folder / PENDING / "new/editions").mkdir(parents=True)
    (folder / PENDING / "new/editions/2025.json").write_bytes(b"new edition")
    (folder / PENDING / "journal.json").write_text(json.dumps(journal))


OLD_SHA = hashlib.sha256(b"old edition").hexdigest()
ROW = {"name": "editions/2025.json", "was": OLD_SHA}
GOOD = {"schema_version": 1, "kind": "journal", "files": [ROW]}


def test_what_another_window_wrote_meanwhile_stays(folder: Path) -> None:
    pending(folder, GOOD)
    (folder / "editions/2025.json").write_bytes(b"of another window")
    assert recover(folder) == ()
    assert files(folder) == OLD | {
        "editions/2025.json": b"of another window",
        "removed/editions/2025.1.json": b"new edition",
    }


def test_another_window_at_work_is_left_alone(folder: Path) -> None:
    pending(folder, GOOD)
    with FolderLock(folder):
        assert recover(folder) == ()
        assert (folder / "editions/2025.json").read_bytes() == b"old edition"
    assert recover(folder) == ()
    assert (folder / "editions/2025.json").read_bytes() == b"new edition"


@pytest.mark.parametrize(
    ("journal", "key"),
    [
        (GOOD | {"files": [ROW | {"name": "../2025.json"}]}, "journal_damaged"),
        (GOOD | {"files": [ROW | {"name": "/etc/passwd"}]}, "journal_damaged"),
        (GOOD | {"files": [{"name": "editions/2025.json"}]}, "journal_damaged"),
        (GOOD | {"files": ["editions/2025.json"]}, "journal_damaged"),
        (GOOD | {"files": 3}, "journal_damaged"),
        (GOOD | {"schema_version": 2}, "newer_schema"),
        ([], "not_an_object"),
    ],
)
def test_a_journal_that_is_not_good_is_told(folder: Path, journal: object, key: str) -> None:
    pending(folder, journal)
    before = files(folder)
    (problem,) = recover(folder)
    assert (problem.key, problem.file) == (key, str(folder / PENDING / "journal.json"))
    assert files(folder) == before


def test_what_cannot_be_put_in_place_waits(folder: Path) -> None:
    pending(folder, GOOD | {"files": [ROW | {"was": ""}]})
    (folder / "editions/2025.json").unlink()
    (folder / "editions/2025.json").mkdir()
    (problem,) = recover(folder)
    assert (problem.key, problem.file) == ("pending_stuck", str(folder / "editions/2025.json"))
    with pytest.raises(BadData):
        write_together(folder, NEW.items())
    (folder / "editions/2025.json").rmdir()
    assert recover(folder) == ()
    assert (folder / "editions/2025.json").read_bytes() == b"new edition"
