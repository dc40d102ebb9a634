"""A pack's zip file, held against its own directory before anything in it is believed."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.library.files import ABSENT, MAX_BYTES
from ocviewer.library.pack.names import LONGEST, name_problem, shown, twice

MOST_PARTS = 20_000
"""A hundred editions of every country."""
MOST_UNPACKED = 256 * 1024 * 1024
MOST_RATIO = 200
"""Times that a part may be larger unpacked; JSON of real text is five times larger."""
_FREE = 1024 * 1024
"""Bytes up to which the ratio does not matter."""
_CHUNK = 64 * 1024
_END = struct.Struct("<4s4H2LH")
_LOCAL = 30
"""Bytes before an entry's content, at least: its name follows them."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What zipfile raises over damage of one kind or another."""


def read_whole(path: Path) -> bytes:
    """The bytes of a pack; from here on it may vanish. ``BadCall`` when it cannot be read."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            values = {"megabytes": str(size // 1_000_000), "limit": str(MAX_BYTES // 1_000_000)}
            raise BadData(Problem("pack_too_large", str(path), values=values))
        return path.read_bytes()
    except ABSENT as error:
        raise BadCall(Problem("pack_not_found", str(path))) from error
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise BadCall(Problem("pack_unreadable", str(path), values=values)) from error


class Archive:
    """The entries of a pack by name, none of them read yet."""

    def __init__(self, content: bytes, path: Path) -> None:
        """``BadData`` with all that is wrong with the directory; ``path`` is for messages."""
        self._path = path
        _require_end(content, path)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            infos = self._zip.infolist()
        except UnicodeDecodeError as error:  # a name that says it is UTF-8
            part = error.object.decode("utf-8", "backslashreplace")
            raise BadData(Problem("pack_name_unfit", str(path), part)) from error
        except _BROKEN as error:
            raise BadData(_damaged(path, error)) from error
        problems = list(self._problems(infos))
        problems.extend(twice((info.orig_filename for info in infos), str(path)))
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            values = {"limit": str(MOST_UNPACKED // 1_000_000)}
            problems.append(Problem("pack_bomb", str(path), values=values))
        problems.extend(_overlaps(infos, self._zip.start_dir, path))
        if problems:
            raise BadData(*problems)
        self._infos = {info.orig_filename: info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in their order."""
        return tuple(self._infos)

    def read(self, name: str, most: int) -> bytes:
        """An entry's bytes; ``BadData`` when it is damaged or has more than ``most``."""
        content = io.BytesIO()
        try:
            with self._zip.open(self._infos[name]) as file:
                while chunk := file.read(_CHUNK):
                    content.write(chunk)
                    if content.tell() > most:
                        raise BadData(Problem("pack_part_size", str(self._path), name))
        except _BROKEN as error:
            raise BadData(_damaged(self._path, error, name)) from error
        return content.getvalue()

    def _problems(self, infos: list[zipfile.ZipInfo]) -> Iterator[Problem]:
        for info in infos:
            key = name_problem(info.orig_filename) or _entry_problem(info)
            if key:
                values = {"limit": str(MAX_BYTES // 1_000_000), "ratio": str(MOST_RATIO)}
                yield Problem(key, str(self._path), shown(info.orig_filename), values)


def _entry_problem(info: zipfile.ZipInfo) -> str:
    """The key of what is wrong with an entry of the directory, whose name is a good one."""
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return "pack_link"
    if info.flag_bits & 1:
        return "pack_encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "pack_method"
    if info.file_size > MAX_BYTES:
        return "pack_part_large"
    if info.file_size > max(_FREE, MOST_RATIO * info.compress_size):
        return "pack_part_ratio"
    return ""


def _overlaps(infos: list[zipfile.ZipInfo], end: int, path: Path) -> Iterator[Problem]:
    """Entries that share bytes with the next, as those of a bomb do, or reach beyond ``end``."""
    infos = sorted(infos, key=lambda info: info.header_offset)
    nexts = [*(info.header_offset for info in infos[1:]), end]
    for info, following in zip(infos, nexts, strict=True):
        if info.header_offset + _LOCAL + info.compress_size > following:
            values = {"reason": "overlap"}
            yield Problem("pack_part_damaged", str(path), info.orig_filename, values)


def _require_end(content: bytes, path: Path) -> None:
    """Raises ``BadData`` unless the file ends as a plain zip file does, with a directory of bounds.

    zipfile would look for an end further up, read a directory of any size into memory, and take
    the extensions for huge files, which no pack needs.
    """
    if not content.startswith(b"PK\x03\x04"):
        raise BadData(Problem("pack_not_one", str(path)))
    if len(content) < _END.size or not content.startswith(b"PK\x05\x06", len(content) - _END.size):
        raise BadData(Problem("pack_truncated", str(path)))
    end = len(content) - _END.size
    _, disk, start_disk, here, entries, length, offset, _ = _END.unpack_from(content, end)
    is_huge = content.startswith(b"PK\x06\x07", end - 20)
    if disk or start_disk or here != entries or offset + length != end or is_huge:
        raise BadData(Problem("pack_damaged", str(path), values={"reason": "directory"}))
    # an entry has 46 bytes and its name; a longer directory has more entries than it says
    if entries > MOST_PARTS or length > entries * (46 + LONGEST):
        values = {"limit": str(MOST_PARTS)}
        raise BadData(Problem("pack_many_parts", str(path), values=values))


def _damaged(path: Path, error: Exception, part: str = "") -> Problem:
    key = "pack_part_damaged" if part else "pack_damaged"
    return Problem(key, str(path), part, {"reason": str(error) or type(error).__name__})
