"""The texts in a user's library folder: where they lie, and how one is removed and restored.

What is removed, or replaced by an import, lies in ``removed/`` under a number that counts up, so
that nothing is lost; restoring brings the last of them back.
"""

from pathlib import Path

from ocviewer.library.files import write_bytes

REMOVED = "removed"
"""The folder, within the user's library, of what is no longer in it."""


def text_path(folder: Path, iso3: str, year: int) -> Path:
    """Where a library folder keeps the text of a country in an edition."""
    return folder / "profiles" / str(year) / f"{iso3}.json"


def mentions_facts(path: Path) -> bool:
    """Whether a text may hold facts, by a look that costs a start no check of the whole file."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return b'"facts"' in content and b'"facts": null' not in content


def text_years(folder: Path, iso3: str) -> tuple[int, ...]:
    """The editions of which a folder has a text of a country."""
    return _years(folder / "profiles", f"{iso3}.json")


def removed_years(folder: Path, iso3: str) -> tuple[int, ...]:
    """The editions of which a text of a country was removed."""
    return _years(folder / REMOVED / "profiles", f"{iso3}.*.json")


def _years(folder: Path, pattern: str) -> tuple[int, ...]:
    years = {path.parent.name for path in folder.glob(f"*/{pattern}")}
    return tuple(sorted(int(year) for year in years if year.isdecimal()))


def put_aside(folder: Path, iso3: str, year: int, *, keep: bool = False) -> Path | None:
    """Moves a text to what was removed, where there is one; ``keep`` leaves it there as well.

    Raises ``OSError`` where it cannot be moved.
    """
    path = text_path(folder, iso3, year)
    if not path.exists():
        return None
    last = _last(folder, iso3, year)
    aside = _aside(folder, iso3, year, 1 if last is None else last + 1)
    if keep:
        write_bytes(aside, path.read_bytes())
    else:
        aside.parent.mkdir(parents=True, exist_ok=True)
        path.replace(aside)
    return aside


def restore(folder: Path, iso3: str, year: int) -> Path | None:
    """Brings the text back that was removed last; ``None`` where there is none.

    A text that has come in its place meanwhile is put aside. Raises ``OSError`` where it cannot be
    moved.
    """
    last = _last(folder, iso3, year)
    if last is None:
        return None
    aside, path = _aside(folder, iso3, year, last), text_path(folder, iso3, year)
    if path.exists():
        put_aside(folder, iso3, year)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.replace(path)
    return path


def _aside(folder: Path, iso3: str, year: int, number: int) -> Path:
    return folder / REMOVED / "profiles" / str(year) / f"{iso3}.{number}.json"


def _last(folder: Path, iso3: str, year: int) -> int | None:
    place = folder / REMOVED / "profiles" / str(year)
    numbers = (path.name.split(".")[1] for path in place.glob(f"{iso3}.*.json"))
    return max((int(number) for number in numbers if number.isdecimal()), default=None)
