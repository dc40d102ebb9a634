"""One writer at a time in a folder, also among programs: a lock file that only one can create.

The file names its process. It is stale, and taken over, when that process is gone, or when it was
not refreshed for ``STALE_AFTER`` seconds: the process may run on another machine, and its number
may be another process's by now. Work that takes longer calls ``refresh`` on its way. One that
stays empty was left by a process that was killed before it could write its name.
"""

import json
import os
import platform
import time
import uuid
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from ocviewer.domain.problem import BadData, Problem

LOCK = ".lock"
"""The lock file's name in the folder."""

STALE_AFTER = 20.0
"""Seconds without a sign of its owner after which a lock is no longer believed."""

_PAUSE = 0.02
_BLANK = 1.0
"""Seconds for which a waiter sees a lock name no one before it is not believed."""
_GUARD = ".lock.guard"


class FolderLock:
    """Holds a folder, which is made where it is not there, for the time of a ``with``.

    Not to be nested: a second lock on the same folder waits for the first, in one thread for ever,
    that is for ``wait`` seconds. Entering raises ``BadData`` (``folder_locked``) when the folder
    did not come free, and ``OSError`` when the system lets no lock file be written there.
    """

    def __init__(self, folder: Path, wait: float = 5.0) -> None:
        """``wait`` is for how many seconds another owner may be waited for."""
        self._folder = folder
        self._path = folder / LOCK
        self._wait = wait
        self._mark = b""

    def __enter__(self) -> "FolderLock":
        self._folder.mkdir(parents=True, exist_ok=True)
        owner = {"host": platform.node(), "pid": os.getpid(), "id": uuid.uuid4().hex}
        mark = json.dumps(owner).encode()
        since = time.monotonic()
        end = since + self._wait
        blank = None
        while not self._create(self._path, mark):
            seen, now = _read(self._path), time.monotonic()
            last, blank = blank, _blank(self._path)
            if blank is None or blank != last:
                since = now
            if _is_stale(self._path, seen):
                self._take_away(seen)
            elif blank is not None and now - since > _BLANK:
                self._take_away(seen, blank)
            elif now >= end:
                raise BadData(Problem("folder_locked", str(self._folder)))
            else:
                time.sleep(_PAUSE)
        self._mark = mark
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if _read(self._path) == self._mark:  # or another took it over, and it is theirs
            with suppress(OSError):  # e.g. the stick was pulled out; the lock will be stale
                self._path.unlink(missing_ok=True)

    def refresh(self) -> None:
        """Tells others that the owner still works, now and then in what takes seconds.

        Raises ``BadData`` when the lock was lost meanwhile: nothing more may be written then.
        """
        if _read(self._path) != self._mark:
            raise BadData(Problem("folder_locked", str(self._folder)))
        os.utime(self._path)

    @staticmethod
    def _create(path: Path, mark: bytes) -> bool:
        """Makes the file unless it is there; one that cannot be filled is taken away again."""
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            return False
        except PermissionError:
            if path.exists():  # Windows says so of a file that is just being removed
                return False
            raise
        try:
            os.write(handle, mark)
        except OSError:
            os.close(handle)
            path.unlink(missing_ok=True)
            raise
        os.close(handle)
        return True

    def _take_away(self, seen: bytes, blank: object = None) -> None:
        """Removes a stale lock, or one that stayed blank, unless it is another by now.

        Of several that find it stale, the one with the guard looks again and removes it; the
        others would remove the lock that the first then makes.
        """
        guard = self._folder / _GUARD
        if not self._create(guard, b""):
            if _is_old(guard):
                guard.unlink(missing_ok=True)
            time.sleep(_PAUSE)
            return
        try:
            is_left = blank is not None and _blank(self._path) == blank
            if _read(self._path) == seen and (is_left or _is_stale(self._path, seen)):
                self._path.unlink(missing_ok=True)
        finally:
            guard.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _blank(path: Path) -> object:
    """What tells an empty file from the next one; ``None`` for one that is not empty."""
    try:
        status = path.stat()
    except OSError:
        return None
    return None if status.st_size else (status.st_ino, status.st_mtime_ns)


def _is_stale(path: Path, content: bytes) -> bool:
    return _is_orphan(content) or _is_old(path)


def _is_old(path: Path) -> bool:
    """Whether a file was written long ago, or so far in the future that a clock was set back."""
    try:
        return abs(time.time() - path.stat().st_mtime) > STALE_AFTER
    except OSError:  # gone: it will be made anew
        return False


def _is_orphan(content: bytes) -> bool:
    """Whether the owner was a process of this machine that is gone."""
    try:
        owner = json.loads(content)
        host, pid = owner["host"], int(owner["pid"])
    except (ValueError, KeyError, TypeError):  # it is just being written
        return False
    return host == platform.node() and not _is_running(pid)


def _is_running(pid: int) -> bool:
    """Whether there may be such a process."""
    if os.name == "nt":
        return True  # there, signal 0 would end the process; a stale lock shows by its age
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is someone else's
        return True
    return True
