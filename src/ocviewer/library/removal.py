"""Takes a text of the user's out of the library, and brings it back.

What is removed, or replaced by an import, lies in the folder of what was put aside (``aside``);
restoring brings the last of them back.
"""

from pathlib import Path

from ocviewer.library.aside import REMOVED, aside
from ocviewer.library.durable import make_folder, sync_folder
from ocviewer.library.files import is_folder
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.user_texts import text_name, text_path


def remove(folder: Path, iso3: str, year: int) -> bool:
    """Moves a text to what was put aside; whether there was one.

    Raises ``OSError`` where it cannot be moved, ``BadData`` where another window holds the folder.
    """
    if not is_folder(folder):  # nor is it made, e.g. where a drive was pulled out
        return False
    with FolderLock(folder):
        return put_aside(folder, text_name(iso3, year))


def restore(folder: Path, iso3: str, year: int) -> bool:
    """Brings the text back that was put aside last; whether there was one.

    A text that has come in its place meanwhile is put aside. Raises as ``remove`` does.
    """
    if not is_folder(folder):
        return False
    with FolderLock(folder):
        last = _last(folder, iso3, year)
        if last is None:
            return False
        put_aside(folder, text_name(iso3, year))
        _move(last, text_path(folder, iso3, year))
        return True


def put_aside(folder: Path, name: str) -> bool:
    """Moves a file to what was put aside; whether there was one. The caller holds the lock."""
    if not (folder / name).exists():
        return False
    _move(folder / name, folder / aside(folder, name))
    return True


def _move(path: Path, to: Path) -> None:
    make_folder(to.parent)
    path.replace(to)
    sync_folder(to.parent)


def _last(folder: Path, iso3: str, year: int) -> Path | None:
    place = folder / REMOVED / "profiles" / str(year)
    numbers = (path.name.split(".")[1] for path in place.glob(f"{iso3}.*.json"))
    last = max((int(number) for number in numbers if number.isdecimal()), default=None)
    return None if last is None else place / f"{iso3}.{last}.json"
