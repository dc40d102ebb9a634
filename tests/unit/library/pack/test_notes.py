"""Notes in a pack: those of both laptops come together, and nothing has to be asked."""

import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.note import Note, NoteKind
from ocviewer.domain.problem import BadData
from ocviewer.library.files import write_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.notes.store import NoteStore
from ocviewer.library.pack.compare import State, Step, compare
from ocviewer.library.pack.merge import Choice, chosen, merge
from ocviewer.library.pack.read import pack_of
from ocviewer.library.references import Tables
from tests.unit.library.pack.make import pack_bytes

NAME = "notes/COL.json"


def note(number: int, text: str, day: int = 1) -> Note:
    """A note of the first of the month, changed on a day."""
    first, changed = (f"2026-01-0{each}T09:30:00.000000Z" for each in (1, day))
    return Note(f"{number:032x}", NoteKind.COUNTRY, first, changed, "COL", text=text)


A, B = note(1, "noted in the field"), note(2, "noted at home")


def steps_of(content: str, user: Path, tables: Tables, name: str = NAME) -> tuple[Step, ...]:
    pack = pack_of(pack_bytes({name: content.encode()}), Path("x.ocpack"), tables)
    return compare(pack, user, paths.bundled_library(), tables)


def brought(content: str, user: Path, tables: Tables, choice: Choice = Choice.NONE) -> State:
    """Opens a pack with notes; returns the state that they were in."""
    steps = steps_of(content, user, tables)
    merge(steps, chosen(steps, choice), user)
    return steps[0].state


def texts(user: Path) -> list[str]:
    return [each.text for each in NoteStore(user / "notes").notes("COL")]


def test_notes_of_both_come_together(tmp_path: Path, tables: Tables) -> None:
    assert brought(sheet_text("COL", [A]), tmp_path, tables) is State.NEW
    assert brought(sheet_text("COL", [B]), tmp_path, tables) is State.MERGED
    assert texts(tmp_path) == [A.text, B.text]
    assert brought(sheet_text("COL", [A]), tmp_path, tables) is State.SAME
    assert not (tmp_path / "removed").exists()


def test_of_two_versions_of_a_note_the_later_one_stays(tmp_path: Path, tables: Tables) -> None:
    write_text(tmp_path / NAME, sheet_text("COL", [note(1, "second", day=2)]))
    assert brought(sheet_text("COL", [note(1, "first")]), tmp_path, tables) is State.SAME
    assert texts(tmp_path) == ["second"]
    assert brought(sheet_text("COL", [note(1, "third", 3)]), tmp_path, tables) is State.MERGED
    assert texts(tmp_path) == ["third"]


def test_a_damaged_file_of_the_users_is_kept_with_what_can_be_read(
    tmp_path: Path, tables: Tables
) -> None:
    file = json.loads(sheet_text("COL", [A]))
    damaged = json.dumps(file | {"notes": [*file["notes"], {"id": "x"}]})
    write_text(tmp_path / NAME, damaged)
    theirs = sheet_text("COL", [B])
    assert brought(theirs, tmp_path, tables) is State.DAMAGED
    assert (tmp_path / NAME).read_text("utf-8") == damaged
    assert brought(theirs, tmp_path, tables, Choice.NEWER) is State.DAMAGED
    assert texts(tmp_path) == [A.text, B.text]
    assert (tmp_path / "removed/notes/COL.1.json").read_text("utf-8") == damaged


def test_notes_of_a_newer_version_stay(tmp_path: Path, tables: Tables) -> None:
    newer = json.dumps(json.loads(sheet_text("COL", [A])) | {"schema_version": 99})
    write_text(tmp_path / NAME, newer)
    assert brought(sheet_text("COL", [B]), tmp_path, tables, Choice.ALL) is State.HELD
    assert (tmp_path / NAME).read_text("utf-8") == newer


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        (NAME, "{}", "schema.missing"),
        (NAME, sheet_text("PER", []), "misplaced"),
        ("notes/XXX.json", sheet_text("XXX", []), "unknown_country_code"),
        (NAME, sheet_text("COL", [A, A]), "schema.value_error"),
        ("notes/other.json", sheet_text(None, []), "pack_part_unknown"),
    ],
)
def test_notes_that_are_not_good(
    tmp_path: Path, tables: Tables, name: str, content: str, key: str
) -> None:
    with pytest.raises(BadData) as caught:
        steps_of(content, tmp_path, tables, name)
    assert caught.value.problems[0].key == key


def test_a_window_that_writes_notes_is_waited_for(
    tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderLock.__init__, "__defaults__", (0.1,))
    steps = steps_of(sheet_text("COL", [A]), tmp_path, tables)
    with FolderLock(tmp_path / "notes"), pytest.raises(BadData) as caught:
        merge(steps, chosen(steps, Choice.ALL), tmp_path)
    assert caught.value.problems[0].key == "folder_locked"
    assert not (tmp_path / NAME).exists()
