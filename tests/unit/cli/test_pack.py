"""`ocviewer pack` and `ocviewer unpack`, as they are called."""

import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.cli import main
from ocviewer.library.files import write_text
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.recovery import PENDING
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text
from tests.unit.library.pack.make import pack_bytes, write
from tests.unit.library.pack.test_notes import A, B


@pytest.fixture
def pack_file(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A pack of an edition and a text, by the command; the library that it is of is gone."""
    for name, text in ((EDITION, edition_text()), (TEXT, profile_text())):
        write_text(paths.user_library() / name, text)
    out = tmp_path / "x.ocpack"
    assert main(["pack", str(out)]) == 0
    assert f"Written: {out} (1 edition and 1 text, " in capsys.readouterr().out
    (home / "library").rename(home / "before")
    return out


def test_it_is_all_there_afterwards(
    home: Path, pack_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["unpack", str(pack_file), "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "  Edition 2027, scores: new\n  Colombia 2025, text: new\nNew: 2.\n" in told
    assert told.endswith("Nothing was written.\n")
    assert not (home / "library").exists()
    assert main(["unpack", str(pack_file)]) == 0
    assert capsys.readouterr().out.endswith("Written: 2.\n")
    assert (home / "library" / TEXT).read_text("utf-8") == profile_text()
    assert main(["unpack", str(pack_file)]) == 0
    assert capsys.readouterr().out.endswith("There was nothing to write.\nThere already: 2.\n")
    assert main(["list"]) == 0
    assert capsys.readouterr().err == ""


def test_it_asks_about_what_differs(pack_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = profile_text().replace("Peru", "Chad")
    write_text(paths.user_library() / TEXT, other)
    assert main(["unpack", str(pack_file)]) == 2
    told = capsys.readouterr()
    assert "Colombia 2025, text: differs" in told.out
    assert "--newer" in told.err
    assert not (paths.user_library() / EDITION).exists()
    assert main(["unpack", str(pack_file), "--none"]) == 0
    assert "Yours were kept, though they differ: 1." in capsys.readouterr().out
    assert (paths.user_library() / TEXT).read_text("utf-8") == other
    assert main(["unpack", str(pack_file), "--all", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"edition": 1, "profile": 1}
    assert report["editions"] == [2025, 2027]
    assert report["dry_run"] is False
    assert [(part["name"], part["state"], part["written"]) for part in report["parts"]] == [
        (EDITION, "same", False),
        (TEXT, "differing", True),
    ]
    assert (paths.user_library() / TEXT).read_text("utf-8") == profile_text()


def test_a_bad_part_is_named_and_nothing_written(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = {EDITION: edition_text().encode(), TEXT: b"{"}
    path = write(tmp_path / "bad.ocpack", pack_bytes(parts))
    assert main(["unpack", str(path), "--all"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert str(path / TEXT) in told.err
    assert not (home / "library").exists()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["pack", "x.zip"], "ends in .ocpack"),
        (["pack", "no/x.ocpack"], "no such folder"),
        (["pack", "x.ocpack"], "nothing of your own"),
        (["pack", "x.ocpack", "--countries", "Perru"], "Peru"),
        (["pack", "x.ocpack", "--editions", "2022"], "no edition 2022"),
        (["unpack", "x.ocpack"], "no such pack"),
        (["unpack", "x.ocpack", "--all", "--none"], "not allowed with"),
    ],
)
def test_a_wrong_call(
    call: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(call) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_good_is_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_text(paths.user_library() / TEXT, profile_text())
    bad = paths.user_library() / "profiles/2025/CHL.json"
    write_text(bad, "{")
    assert main(["pack", str(tmp_path / "x.ocpack")]) == 1
    told = capsys.readouterr()
    assert "(1 text, " in told.out
    assert str(bad) in told.err
    assert "not in the pack" in told.err


def test_every_command_recovers_what_was_pending(home: Path) -> None:
    pending = home / "library" / PENDING
    write_text(pending / "new" / TEXT, profile_text())
    write_text(
        pending / "journal.json",
        json.dumps({"schema_version": 1, "files": [{"name": TEXT, "was": ""}]}),
    )
    assert main(["list"]) == 0
    assert (home / "library" / TEXT).read_text("utf-8") == profile_text()
    assert not pending.exists()


@pytest.mark.parametrize(
    ("call", "told"),
    [(["no.ocpack"], "no such pack"), (["PER", "a.ocpack", "b.ocpack"], "one library pack")],
)
def test_a_wrong_pack_to_open(
    call: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 2
    assert told in capsys.readouterr().err


def test_notes_go_along_when_asked(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_text(paths.user_library() / "notes/COL.json", sheet_text("COL", [A]))
    write_text(paths.user_library() / "notes/general.json", sheet_text(None, []))
    out = tmp_path / "x.ocpack"
    assert main(["pack", str(out)]) == 2
    assert main(["pack", str(out), "--notes"]) == 0
    assert "(2 files of notes, " in capsys.readouterr().out
    (home / "library").rename(home / "before")
    write_text(paths.user_library() / "notes/COL.json", sheet_text("COL", [B]))
    assert main(["unpack", str(out)]) == 0
    told = capsys.readouterr().out
    assert "  Colombia, notes: adds to yours\n  Notes in general: new\n" in told
    assert main(["notes"]) == 0
    told = capsys.readouterr().out
    assert A.text in told
    assert B.text in told
