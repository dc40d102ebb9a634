"""What is no longer in a user's library, and not lost: files that others took the place of."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from ocviewer.domain.problem import BadData
from ocviewer.library.files import read_bytes

REMOVED = "removed"
"""The folder, within the user's library, of such files."""


def aside(folder: Path, name: str) -> str:
    """A free name for what was ``name`` below ``folder``, such as ``removed/editions/2027.1.json``.

    The number counts up, so that the last is the newest.
    """
    path = PurePosixPath(name)
    place = PurePosixPath(REMOVED) / path.parent
    numbers = (each.name.split(".")[-2] for each in (folder / place).glob(f"{path.stem}.*.json"))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return str(place / f"{path.stem}.{last + 1}.json")


def sha256_of(path: Path) -> str:
    """The sha256 of a file, empty where there is none; ``BadData`` when it may not be read."""
    content = bytes_of(path)
    return "" if content is None else hashlib.sha256(content).hexdigest()


def bytes_of(path: Path) -> bytes | None:
    """The bytes of a file, ``None`` where there is none; ``BadData`` when it may not be read."""
    try:
        return read_bytes(path)
    except BadData as error:
        if error.problems[0].key == "not_found":
            return None
        raise


def replacing(
    folder: Path,
    contents: Iterable[tuple[str, bytes]],
    is_kept: Callable[[bytes], bool] = lambda _: False,
) -> Iterator[tuple[str, bytes]]:
    """Contents by their names, each after what it takes the place of, which is put aside.

    To be read while the folder's lock is held, so that what is put aside is what is replaced.
    ``is_kept`` tells of contents that need not be put aside.
    """
    for name, content in contents:
        before = bytes_of(folder / name)
        if before is not None and before != content and not is_kept(before):
            yield aside(folder, name), before
        yield name, content
