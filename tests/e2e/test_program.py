"""The program as a process, offscreen: it starts, draws and ends well, whatever it finds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage


def ocviewer(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ocviewer", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


def starts(*arguments: str) -> str:
    """What the program says when it is started until all is painted; it has to end well."""
    done = ocviewer(*arguments, "--exit-after", "ready")
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize("stage", ["first-paint", "ready"])
def test_it_starts_and_says_nothing(home: Path, stage: str) -> None:
    done = ocviewer("PER", "--exit-after", stage)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "arguments", [(), ("PER", "COL"), ("Tuvalu", "--edition", "2021"), ("--edition", "2023")]
)
def test_it_starts_on_any_countries(home: Path, arguments: tuple[str, ...]) -> None:
    assert starts(*arguments) == ""


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"version": 1, "panes": 3, "zoom": "x"}'])
def test_a_corrupt_session_does_not_block_the_start(home: Path, text: str) -> None:
    (home / "session.json").write_text(text)
    told = starts()
    assert "session" in told
    assert "Traceback" not in told


def test_a_session_is_a_starting_point(home: Path) -> None:
    session = {"version": 1, "panes": [["TUV", 2023]], "theme": "dark", "section": "people"}
    (home / "session.json").write_text(json.dumps(session))
    assert starts() == ""


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"schema_version": 9}', "\ufeff", '{"schema_version": 1, "kind": "edition"}'],
)
def test_a_broken_library_of_the_user_leaves_the_bundled_one(home: Path, text: str) -> None:
    for name in ("editions/2025.json", "countries.json", "profiles/2025/PER.json"):
        file = home / "library" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert starts("PER", "--edition", "2025") == ""
    shown = ocviewer("show", "PER")
    assert shown.returncode == 0
    assert "6.62" in shown.stdout
    assert "2025.json" in shown.stderr


NASTY = (
    "<img src=file:///etc/hostname> <script>alert(1)</script> <b>bold</b>",
    "null \x00 bell \x07 escape \x1b[31m",
    "right \u202e to left \u2067 marks \u200f end",
    "word " * 1_000_000,
)


@pytest.mark.parametrize("text", NASTY, ids=["markup", "control", "bidi", "5 MB"])
def test_text_that_is_not_just_text(home: Path, tmp_path: Path, text: str) -> None:
    profile = {
        "schema_version": 1,
        "kind": "profile",
        "country": "COL",
        "edition": 2025,
        "wording": "original",
        "language": "en",
        "source": {"title": "<i>Test page</i>", "url": "https://example.org", "publisher": "Test"},
        "sections": [{"id": "people", "paragraphs": [{"text": text, "indicators": ["1.1.1"]}]}],
    }
    file = home / "library/profiles/2025/COL.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(profile), "utf-8")
    picture = tmp_path / "picture.png"
    done = ocviewer("snapshot", "COL", "--section", "people", "--out", str(picture))
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ((), (1280, 720)),
        (("--size", "1024x640", "--theme", "dark"), (1024, 640)),
        (("--scale", "2", "--size", "1000x700"), (2000, 1400)),
    ],
)
def test_a_snapshot_has_its_size(
    home: Path, tmp_path: Path, options: tuple[str, ...], size: tuple[int, int]
) -> None:
    picture = tmp_path / "picture.png"
    done = ocviewer("snapshot", "PER", "--out", str(picture), *options)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == size


def test_a_snapshot_that_cannot_be_written_says_so(home: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.mkdir()
    done = ocviewer("snapshot", "PER", "--out", str(picture))
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_snapshot_makes_no_folder(home: Path, tmp_path: Path) -> None:
    done = ocviewer("snapshot", "PER", "--out", str(tmp_path / "folder" / "picture.png"))
    assert done.returncode == 2
    assert f"{tmp_path / 'folder'}: There is no such folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_tells_what_is_wrong_with_the_library(home: Path, tmp_path: Path) -> None:
    file = home / "library/editions/2025.json"
    file.parent.mkdir(parents=True)
    file.write_text("{")
    done = ocviewer("snapshot", "PER", "--out", str(tmp_path / "picture.png"))
    assert done.returncode == 0
    assert str(file) in done.stderr


def test_a_snapshot_leaves_the_session_alone(home: Path, tmp_path: Path) -> None:
    ocviewer("snapshot", "TUV", "--out", str(tmp_path / "picture.png"))
    assert not (home / "session.json").exists()


def test_the_reader_and_its_tools_wait_for_the_first_paint(home: Path) -> None:
    """Those of the reader are named by their packages, so that a new module is held too."""
    program = [sys.executable, "-X", "importtime", "-m", "ocviewer"]
    done = subprocess.run(
        [*program, "PER", "--exit-after", "first-paint"],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "ocviewer.ui.window" in loaded
    ui = ("ui.reader", "ui.find", "ui.reading", "library.mention")
    presenter = ("links", "typography", "finding", "contents")
    late = tuple(f"ocviewer.{name}" for name in (*ui, *(f"presenter.{name}" for name in presenter)))
    assert [name for name in loaded if name.startswith(late)] == []


def test_a_pack_is_opened_as_by_a_double_click(home: Path, tmp_path: Path) -> None:
    """The window comes first and says what is wrong with the file; it does not end for that."""
    file = tmp_path / "Field library.OCPACK"
    file.write_bytes(b"PK no pack")
    assert starts(str(file)) == ""
    assert starts("PER", str(file), "--edition", "2023") == ""
