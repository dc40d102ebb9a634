"""Folders and files of notes that are closed, by real permissions."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import country_note

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")

ROOT = Path(__file__).resolve().parents[4]
_DROPPED = "-dac_override,-dac_read_search"
HEAD = """
import sys
from pathlib import Path
from ocviewer.domain.problem import BadData
from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import country_note
folder = Path(sys.argv[1])
store = NoteStore(folder)
"""


def bound(script: str, folder: Path) -> str:
    """What a script prints as a user whom permissions bind, which they do not bind root."""
    command = [sys.executable, "-c", HEAD + script, str(folder)]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root writes everywhere, and there is no setpriv to be less than root")
        command = [setpriv, f"--bounding-set={_DROPPED}", f"--inh-caps={_DROPPED}", *command]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env=environment
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    store = NoteStore(folder)
    store.put(country_note("old"))
    store.save()
    return folder


def test_a_read_only_folder_is_told_and_the_change_is_kept(folder: Path) -> None:
    script = """
store.put(country_note("new"))
folder.chmod(0o500)
try:
    store.save()
except BadData as error:
    print([problem.key for problem in error.problems], store.is_saved)
print(sorted(note.text for note in store.notes("PER")))
folder.chmod(0o700)
store.save()
print(store.is_saved)
"""
    expected = "['notes_not_written'] False\n['new', 'old']\nTrue\n"
    assert bound(script, folder) == expected
    assert {note.text for note in NoteStore(folder).notes("PER")} == {"old", "new"}
    assert [path.name for path in folder.iterdir()] == ["PER.json"]


def test_a_file_that_may_not_be_read_is_never_written_over(folder: Path) -> None:
    script = """
path = folder / "PER.json"
path.chmod(0)
print(store.notes("PER"), [problem.key for problem in store.problems])
try:
    store.put(country_note("new"))
except BadData as error:
    print([problem.key for problem in error.problems])
path.chmod(0o600)
print(store.is_read_only("PER"), [note.text for note in store.notes("PER")])
"""
    expected = "() ['no_permission']\n['no_permission']\nFalse ['old']\n"
    assert bound(script, folder) == expected


def test_a_folder_that_may_not_be_read_holds_no_notes_and_is_told(folder: Path) -> None:
    script = """
folder.chmod(0)
print(store.all_notes(), store.notes("PER"), [problem.key for problem in store.problems])
folder.chmod(0o700)
print(len(store.all_notes()))
"""
    assert bound(script, folder) == "() () ['no_permission', 'no_permission']\n1\n"
