"""Notes on the disk: two writers, damaged and newer files, folders that cannot be written to."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ocviewer.domain.problem import BadData
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.notes.schema import NotesFile
from ocviewer.library.notes.store import NoteStore, now
from tests.unit.library.notes.samples import (
    T0,
    T2,
    country_note,
    general_note,
    key,
    one_of_each,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "notes"


def stored(folder: Path, *notes: Any) -> NoteStore:
    store = NoteStore(folder)
    for note in notes:
        store.put(note)
    store.save()
    return store


def texts(store: NoteStore, country: str | None = "PER") -> set[str]:
    return {note.text for note in store.notes(country)}


def content(folder: Path, name: str = "PER.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found


def change(folder: Path, edit: Callable[[dict[str, Any]], object], name: str = "PER.json") -> None:
    file = content(folder, name)
    edit(file)
    (folder / name).write_text(json.dumps(file), "utf-8")


def test_what_is_written_is_read_again(folder: Path) -> None:
    notes = one_of_each()
    stored(folder, *notes)
    again = NoteStore(folder)
    assert set(again.all_notes()) == set(notes)
    assert again.all_notes()[0] == notes[-1]  # those in general come first
    assert again.problems == []
    assert sorted(path.name for path in folder.iterdir()) == ["PER.json", "general.json"]


def test_files_are_of_their_schema_and_always_the_same(folder: Path) -> None:
    notes = one_of_each()
    stored(folder, *notes)
    schema = Draft202012Validator(NotesFile.model_json_schema())
    for path in folder.glob("*.json"):
        assert list(schema.iter_errors(json.loads(path.read_text("utf-8")))) == []
    before = (folder / "PER.json").read_bytes()
    store = NoteStore(folder)
    for note in reversed(notes):
        store.put(note)
    store.save()
    assert (folder / "PER.json").read_bytes() == before


def test_nothing_is_made_before_the_first_note(folder: Path) -> None:
    store = NoteStore(folder)
    assert store.notes("PER") == ()
    assert store.all_notes() == ()
    store.save()
    assert not folder.exists()


def test_a_change_is_seen_before_it_is_written(folder: Path) -> None:
    store = NoteStore(folder)
    note = country_note("first")
    store.put(note)
    assert texts(store) == {"first"}
    store.put(note._replace(text="second", modified=now(note.modified)))
    store.save()
    assert store.is_saved
    assert texts(store) == {"second"} == texts(NoteStore(folder))
    store.remove(store.notes("PER")[0])
    assert texts(store) == set()
    store.save()
    assert NoteStore(folder).all_notes() == ()


def test_two_windows_lose_nothing_to_each_other(folder: Path) -> None:
    kept, dropped = country_note("kept", at=T0), country_note("dropped", at=T0)
    one, two = stored(folder, kept, dropped), NoteStore(folder)
    assert texts(two) == {"kept", "dropped"}
    one.put(country_note("from one"))
    one.remove(dropped)
    one.save()
    two.put(country_note("from two"))
    two.save()
    expected = {"kept", "from one", "from two"}
    assert texts(NoteStore(folder)) == expected == texts(two)
    assert texts(one) == {"kept", "from one"}
    assert one.refresh()
    assert texts(one) == expected
    assert not one.refresh()


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_versions_the_later_one_stays_whoever_writes_first(folder: Path, first: int) -> None:
    note = country_note("old", at=T0)
    stored(folder, note)
    stores = [NoteStore(folder), NoteStore(folder)]
    stores[0].put(note._replace(text="early", modified="2026-03-05T00:00:00.000000Z"))
    stores[1].put(note._replace(text="late", modified="2026-03-05T00:00:00.000001Z"))
    for store in (stores[first], stores[1 - first]):
        store.save()
    assert texts(NoteStore(folder)) == {"late"}


def test_a_note_that_was_changed_after_its_removal_stays(folder: Path) -> None:
    note = country_note("old", at=T0)
    stored(folder, note)
    one, two = NoteStore(folder), NoteStore(folder)
    one.remove(note)
    two.put(note._replace(text="new", modified="2999-01-01T00:00:00.000000Z"))
    two.save()
    one.save()
    assert texts(NoteStore(folder)) == {"new"}


def test_a_note_can_come_back(folder: Path) -> None:
    note = country_note("back", at=T0)
    store = stored(folder, note)
    store.remove(note)
    store.save()
    store.put(note._replace(modified=now(note.modified)))
    store.save()
    assert texts(NoteStore(folder)) == {"back"}


def test_many_processes_write_at_once_and_every_note_is_there(folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import country_note
store = NoteStore(Path(sys.argv[1]))
for number in range(10):
    store.put(country_note(f"{sys.argv[2]}-{number}"))
    store.save(wait=60)
"""
    root = Path(__file__).resolve().parents[4]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}
    calls = [[sys.executable, "-c", script, str(folder), name] for name in "abc"]
    running = [subprocess.Popen(call, env=environment) for call in calls]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert texts(NoteStore(folder)) == {f"{name}-{n}" for name in "abc" for n in range(10)}


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_killed_writer_leaves_every_note_that_was_saved(folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import country_note
store = NoteStore(Path(sys.argv[1]))
number = 0
while True:
    store.put(country_note(f"{sys.argv[2]}-{number}"))
    store.save(wait=60)
    print(f"{sys.argv[2]}-{number}", flush=True)
    number += 1
"""
    root = Path(__file__).resolve().parents[4]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}
    told: set[str] = set()
    for turn in range(4):
        call = [sys.executable, "-c", script, str(folder), str(turn)]
        with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            told |= {process.stdout.readline().strip() for _ in range(5 + turn)}
            os.kill(process.pid, signal.SIGKILL)
            told |= {line.strip() for line in process.stdout if line.endswith("\n")}
        store = NoteStore(folder)
        assert told <= texts(store)
        assert store.problems == []


DAMAGES: dict[str, tuple[bytes | Callable[[dict[str, Any]], object], int]] = {
    "empty": (b"", 0),
    "cut": (b'{"schema_version": 1, "kind": "notes", "coun', 0),
    "binary": (b"\x00\xff\x00", 0),
    "a list": (b"[]", 0),
    "a bad row": (lambda file: file["notes"].append({"id": 3}), 2),
    "a row that is none": (lambda file: file["notes"].append(7), 2),
    "an entry too many": (lambda file: file["notes"][0].update(colour="red"), 2),
    "an id twice": (lambda file: file["notes"].append(file["notes"][0]), 2),
    "a key too many": (lambda file: file.update(owner="me"), 2),
    "another country": (lambda file: file.update(country="COL"), 0),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_and_kept_aside(folder: Path, damage: str) -> None:
    stored(folder, country_note("one", at=T0), country_note("two", at=T0))
    what, readable = DAMAGES[damage]
    if isinstance(what, bytes):
        (folder / "PER.json").write_bytes(what)
    else:
        change(folder, what)
    bad = (folder / "PER.json").read_bytes()
    store = NoteStore(folder)
    assert len(store.notes("PER")) == readable
    assert {problem.file for problem in store.problems} == {str(folder / "PER.json")}
    assert (folder / "PER.json").read_bytes() == bad  # reading changes nothing
    store.put(country_note("three"))
    store.save()
    assert (folder / "PER.json.damaged-1").read_bytes() == bad
    assert store.problems[-1].key == "notes_kept_aside"
    again = NoteStore(folder)
    assert len(again.notes("PER")) == readable + 1
    assert again.problems == []


def test_a_second_damaged_file_takes_no_ones_place(folder: Path) -> None:
    stored(folder, country_note("one"))
    for bad in (b"first", b"second"):
        (folder / "PER.json").write_bytes(bad)
        stored(folder, country_note("next"))
    assert (folder / "PER.json.damaged-1").read_bytes() == b"first"
    assert (folder / "PER.json.damaged-2").read_bytes() == b"second"


def newer(file: dict[str, Any]) -> None:
    file["schema_version"] = 2
    file["palette"] = "warm"
    file["notes"][0]["colour"] = "red"
    file["notes"].append({"id": key(), "kind": "drawing"})


def test_a_newer_file_is_opened_read_only_and_said_so(folder: Path) -> None:
    note = country_note("old", at=T0)
    store = stored(folder, note, general_note("other"))
    change(folder, newer)
    before = (folder / "PER.json").read_bytes()
    again = NoteStore(folder)
    assert again.notes("PER") == (note,)
    (problem,) = again.problems
    assert (problem.key, problem.values["version"]) == ("notes_newer", "2")
    assert again.is_read_only("PER")
    assert not again.is_read_only(None)
    with pytest.raises(BadData) as caught:
        again.put(country_note("new"))
    assert caught.value.problems == (problem,)
    with pytest.raises(BadData):
        again.remove(note)
    again.put(general_note("more"))
    again.save()
    # a window that was open before finds out when it writes
    store.put(country_note("from an older window"))
    with pytest.raises(BadData):
        store.save()
    assert (folder / "PER.json").read_bytes() == before
    assert "from an older window" in texts(store)
    assert texts(NoteStore(folder), None) == {"other", "more"}


def test_a_full_disk_leaves_the_old_file_and_the_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stored(folder, country_note("old", at=T0))
    before = (folder / "PER.json").read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    store.put(country_note("new"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BadData) as caught:
            store.save()
    (problem,) = caught.value.problems
    assert problem.key == "notes_not_written"
    assert problem.values["reason"] == "No space left on device"
    assert (folder / "PER.json").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["PER.json"]
    assert texts(store) == {"old", "new"}
    assert not store.is_saved
    store.save()
    assert texts(NoteStore(folder)) == {"old", "new"}


def test_a_damaged_file_stays_where_the_disk_is_too_full_to_keep_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(folder, country_note("old"))
    (folder / "PER.json").write_bytes(b"damaged")
    store = NoteStore(folder)
    store.put(country_note("new"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BadData):
            store.save()
    assert (folder / "PER.json").read_bytes() == b"damaged"
    store.save()
    assert texts(NoteStore(folder)) == {"new"}


@pytest.mark.parametrize("stick", ["stick/library", "stick"])
def test_a_drive_that_is_pulled_out_and_put_back(tmp_path: Path, stick: str) -> None:
    """Nothing is made in its place, nothing is lost: neither what was there nor what is new."""
    folder, pulled = tmp_path / "stick/library/notes", tmp_path / "pulled out"
    (tmp_path / stick).mkdir(parents=True)
    before = {"old"} if stick == "stick/library" else set()
    for text in before:
        stored(folder, country_note(text))
    store = NoteStore(folder)
    store.put(country_note("new"))
    (tmp_path / stick).rename(pulled)
    for _ in range(2):
        store.refresh()
        with pytest.raises(BadData) as caught:
            store.save()
        (problem,) = caught.value.problems
        assert (problem.key, problem.file) == ("notes_folder_gone", str(tmp_path / stick))
        assert not (tmp_path / stick).exists()
        assert "new" in texts(store)
    pulled.rename(tmp_path / stick)
    store.save()
    assert texts(NoteStore(folder)) == texts(store) == {"new"} | before


def test_where_a_file_stands_in_the_way_of_the_folder(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("not a folder")
    store = NoteStore(folder)
    assert store.all_notes() == ()
    store.put(country_note("new"))
    with pytest.raises(BadData) as caught:
        store.save()
    assert caught.value.problems[0].key == "notes_not_written"
    assert folder.read_text() == "not a folder"
    folder.unlink()
    store.save()
    assert texts(NoteStore(folder)) == {"new"}


def test_another_writer_is_waited_for_and_then_told(folder: Path) -> None:
    store = NoteStore(folder)
    store.put(country_note("new"))
    with FolderLock(folder), pytest.raises(BadData) as caught:
        store.save(wait=0.05)
    assert caught.value.problems[0].key == "folder_locked"
    store.save(wait=0.05)
    assert texts(NoteStore(folder)) == {"new"}


def test_what_is_no_file_of_notes_is_left_alone(folder: Path) -> None:
    stored(folder, country_note("one"))
    for name in ("notes.json", "Per.json", "PER.json.damaged-1", ".PER.json.x.part", "readme.txt"):
        (folder / name).write_text("?")
    store = NoteStore(folder)
    assert {note.text for note in store.all_notes()} == {"one"}
    assert store.problems == []


def test_time_does_not_run_backwards_for_a_note() -> None:
    assert now() > T2 > ""
    assert now("2999-01-01T00:00:00.000000Z") == "2999-01-01T00:00:00.000000Z"
