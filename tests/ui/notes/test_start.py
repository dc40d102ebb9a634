"""Notes cost a start nothing before the first paint, and little after it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import country_note

SCRIPT = """
import sys
from ocviewer.cli import main
code = main(["PER", "--exit-after", sys.argv[1]])
print(code, sorted(name for name in sys.modules if ".notes" in name or name == "pydantic"))
"""


def started(stage: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, stage],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize("notes", [0, 3])
def test_nothing_of_notes_is_imported_before_the_first_paint(home: Path, notes: int) -> None:
    store = NoteStore(home / "library" / "notes")
    for number in range(notes):
        store.put(country_note(str(number)))
    store.save()
    assert started("first-paint") == "0 []"


def test_a_start_without_notes_checks_none(home: Path) -> None:
    assert "pydantic" not in started("ready")
    assert not (home / "library").exists()
