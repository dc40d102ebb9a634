"""A write in one step: whole or not at all, without a trace of the attempts."""

import os
from pathlib import Path

import pytest

from ocviewer.library.durable import replace_file
from ocviewer.library.files import write_text


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_in_a_new_folder(tmp_path: Path) -> None:
    write_text(tmp_path / "a/b/c.json", "Côte d’Ivoire\n")
    assert (tmp_path / "a/b/c.json").read_bytes() == "Côte d’Ivoire\n".encode()
    assert names(tmp_path / "a/b") == ["c.json"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_others_may_read_it_as_any_file(tmp_path: Path) -> None:
    """A temporary file of the system's own kind would be the owner's alone."""
    (tmp_path / "plain").write_text("")
    replace_file(tmp_path / "a.json", b"{}")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_fails_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "a.json"
    file.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"new")
    assert file.read_text() == "old"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells files from folders by it")
def test_file_and_folder_are_synced_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content before its name, its name before the end: a power cut then loses nothing."""
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")  # noqa: PTH112
        sync(handle)

    def replaced(*args: object) -> None:
        done.append("replace")
        replace(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    replace_file(tmp_path / "a.json", b"{}")
    assert done == ["file", "replace", "folder"]


def test_what_a_killed_program_left_is_swept(tmp_path: Path) -> None:
    old = tmp_path / ".a.json.0123abcd.part"
    young = tmp_path / ".a.json.4567abcd.part"
    other = tmp_path / ".b.json.0123abcd.part"
    for path in (old, young, other):
        path.write_text("{")
    for path in (old, other):
        os.utime(path, (0, 0))
    replace_file(tmp_path / "a.json", b"{}")
    assert names(tmp_path) == sorted(["a.json", young.name, other.name])
