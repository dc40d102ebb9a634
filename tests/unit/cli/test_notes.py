"""`ocviewer notes`, on notes in the user's folder."""

import json
import re
from pathlib import Path

import pytest

from ocviewer.cli import main
from ocviewer.domain.note import Anchor, NoteKind
from ocviewer.library.notes.store import NoteStore
from tests.unit.library.notes.samples import T1, country_note, one_of_each

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(user_library: Path) -> Path:
    store = NoteStore(user_library / "notes")
    for note in (*one_of_each(), country_note("About Colombia.", "COL")):
        store.put(note)
    store.save()
    return user_library / "notes"


def test_all_notes_as_markdown(folder: Path, capsys: Capture) -> None:
    assert main(["notes"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Notes\n\n## In general\n")
    assert out.index("## Colombia") < out.index("## Peru")


def test_of_some_countries(folder: Path, capsys: Capture) -> None:
    assert main(["notes", "--country", "Peru", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["country"] for each in found} == {"PER"}
    assert main(["notes", "--country", "col", "--country", "PE", "--format", "json"]) == 0
    assert {each["country"] for each in json.loads(capsys.readouterr().out)} == {"COL", "PER"}
    assert main(["notes", "--country", "Atlantis"]) == 2
    assert "Atlantis" in capsys.readouterr().err


def test_without_notes(capsys: Capture) -> None:
    assert main(["notes"]) == 0
    assert capsys.readouterr().out == "# Notes\n\nThere are no notes yet.\n"


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("n.md", [], "# Notes"),
        ("n.csv", [], "\ufeffkind,"),
        ("n.json", [], "[\n"),
        ("n.txt", [], "# Notes"),
        ("n.txt", ["--format", "csv"], "\ufeffkind,"),
    ],
)
def test_into_a_file(
    folder: Path, tmp_path: Path, capsys: Capture, name: str, options: list[str], begins: str
) -> None:
    file = tmp_path / name
    assert main(["notes", "--out", str(file), *options]) == 0
    assert file.read_bytes().decode("utf-8").startswith(begins)
    assert capsys.readouterr().out == f"Notes written: 7, to {file}\n"


def test_a_file_that_cannot_be_written(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").touch()
    assert main(["notes", "--out", str(tmp_path / "file" / "n.md")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_damaged_file_is_told_and_the_others_are_printed(folder: Path, capsys: Capture) -> None:
    (folder / "COL.json").write_bytes(b"{")
    assert main(["notes"]) == 1
    printed = capsys.readouterr()
    assert "## Peru" in printed.out
    assert "COL.json" in printed.err
    assert (folder / "COL.json").read_bytes() == b"{"  # printing changes nothing


def test_check_knows_notes(folder: Path, capsys: Capture) -> None:
    assert main(["check", str(folder.parent)]) == 0
    assert "3 files" in capsys.readouterr().out
    file = json.loads((folder / "PER.json").read_text("utf-8"))
    file["notes"][0]["mark"] = 9
    (folder / "PER.json").write_text(json.dumps(file), "utf-8")
    (folder / "Peru.json").write_text("{}")
    assert main(["check", str(folder.parent)]) == 1
    out = capsys.readouterr().out
    assert "notes[0].highlight.mark" in out
    assert "Peru.json: This is no library file" in out


def test_the_page_shows_what_is_printed(user_library: Path, capsys: Capture) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "commands.md").read_text("utf-8")
    (shown,) = re.findall(r"```markdown\n(.*?)```", page, re.DOTALL)
    quote = "Foreign groups such as Ecuador’s Los Tiguerones"
    highlight = next(note for note in one_of_each() if note.kind is NoteKind.HIGHLIGHT)
    anchor = Anchor(
        quote, "nd cross Ecuador into Colombia. ", " and Tren de Aragua alternately ", 147
    )
    indicator = next(note for note in one_of_each() if note.indicator and note.country)
    store = NoteStore(user_library / "notes")
    store.put(highlight._replace(mark=1, anchor=anchor, text="Who else?", modified=T1))
    store.put(country_note("Visit in March.\nAsk in Lima."))
    store.put(indicator._replace(indicator="1.1.4", text="Higher than expected.", modified=T1))
    store.save()
    assert main(["notes"]) == 0
    assert capsys.readouterr().out == shown
