"""One writer at a time, whoever dies on the way."""

import json
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ocviewer.domain.problem import BadData
from ocviewer.library.folder_lock import LOCK, STALE_AFTER, FolderLock

ADDS = """
import sys
from pathlib import Path
from ocviewer.library.folder_lock import FolderLock
folder = Path(sys.argv[1])
for _ in range(int(sys.argv[2])):
    with FolderLock(folder, wait=60):
        count = folder / "count"
        number = int(count.read_text())
        count.write_text(str(number + 1))
"""
HOLDS = """
import sys, time
from pathlib import Path
from ocviewer.library.folder_lock import FolderLock
with FolderLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def owner(pid: int, host: str = "") -> str:
    return json.dumps({"host": host or platform.node(), "pid": pid, "id": "x"})


def gone() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_lock_is_there_for_the_time_of_a_with(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    with FolderLock(folder):
        assert (folder / LOCK).exists()
    assert list(folder.iterdir()) == []


def test_an_error_inside_frees_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), FolderLock(tmp_path):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_who_waits_too_long_is_told_where(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        with pytest.raises(BadData) as caught, FolderLock(tmp_path, wait=0.1):
            pass
        assert (tmp_path / LOCK).exists()
    (problem,) = caught.value.problems
    assert (problem.key, problem.file) == ("folder_locked", str(tmp_path))


def test_processes_and_threads_count_without_losing_one(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    call = [sys.executable, "-c", ADDS, str(tmp_path), "40"]
    processes = [subprocess.Popen(call) for _ in range(3)]

    def add() -> None:
        for _ in range(40):
            with FolderLock(tmp_path, wait=60):
                number = int((tmp_path / "count").read_text())
                (tmp_path / "count").write_text(str(number + 1))

    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "200"


@pytest.mark.skipif(os.name == "nt", reason="a lock of a killed process is stale by its age there")
def test_a_killed_owner_leaves_the_folder_to_others_at_once(tmp_path: Path) -> None:
    call = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(call, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        os.kill(process.pid, signal.SIGKILL)
    assert (tmp_path / LOCK).exists()
    with FolderLock(tmp_path, wait=0.5):
        assert json.loads((tmp_path / LOCK).read_text())["pid"] == os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="a lock of a killed process is stale by its age there")
def test_many_that_find_a_dead_lock_take_it_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(owner(gone()))
    (tmp_path / "count").write_text("0")
    call = [sys.executable, "-c", ADDS, str(tmp_path), "10"]
    processes = [subprocess.Popen(call) for _ in range(4)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert (tmp_path / "count").read_text() == "40"


@pytest.mark.parametrize("age", [STALE_AFTER + 5, -STALE_AFTER - 5])
def test_a_lock_of_another_machine_is_stale_by_its_age(tmp_path: Path, age: float) -> None:
    lock = tmp_path / LOCK
    lock.write_text(owner(1, "another-machine"))
    with pytest.raises(BadData), FolderLock(tmp_path, wait=0.05):
        pass
    os.utime(lock, (time.time() - age,) * 2)
    with FolderLock(tmp_path, wait=0.5):
        pass


@pytest.mark.parametrize("content", ["", "{", "[]", '{"host": 1}', '{"host": "a", "pid": "x"}'])
def test_a_lock_that_tells_no_owner_is_believed_while_it_is_young(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / LOCK).write_text(content)
    with pytest.raises(BadData), FolderLock(tmp_path, wait=0.05):
        pass
    os.utime(tmp_path / LOCK, (time.time() - STALE_AFTER - 5,) * 2)
    with FolderLock(tmp_path, wait=0.5):
        pass


def test_a_lock_whose_owner_was_killed_before_it_wrote_its_name(tmp_path: Path) -> None:
    """It stays empty, so who waits as long as writers do gets it, and no one has to try again."""
    (tmp_path / LOCK).touch()
    with FolderLock(tmp_path):
        assert json.loads((tmp_path / LOCK).read_text())["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a lock of a killed process is stale by its age there")
def test_a_guard_that_was_left_behind_does_not_hold_for_ever(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(owner(gone()))
    guard = tmp_path / ".lock.guard"
    guard.touch()
    os.utime(guard, (time.time() - STALE_AFTER - 5,) * 2)
    with FolderLock(tmp_path, wait=0.5):
        assert not guard.exists()


def test_refreshing_keeps_a_lock_young(tmp_path: Path) -> None:
    with FolderLock(tmp_path) as lock:
        os.utime(tmp_path / LOCK, (0, 0))
        lock.refresh()
        assert time.time() - (tmp_path / LOCK).stat().st_mtime < STALE_AFTER


def test_an_owner_that_was_taken_over_is_told_and_takes_nothing_away(tmp_path: Path) -> None:
    with FolderLock(tmp_path) as lock:
        (tmp_path / LOCK).write_text(owner(os.getpid()))
        with pytest.raises(BadData):
            lock.refresh()
    assert (tmp_path / LOCK).exists()


def test_a_full_disk_leaves_no_lock_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"), FolderLock(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
