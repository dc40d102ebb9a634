"""The texts in a user's library folder: where they lie, and of which editions there are any."""

from pathlib import Path

from ocviewer.library.aside import REMOVED


def text_name(iso3: str, year: int) -> str:
    """What a library folder calls the text of a country in an edition, below the folder."""
    return f"profiles/{year}/{iso3}.json"


def text_path(folder: Path, iso3: str, year: int) -> Path:
    """Where a library folder keeps the text of a country in an edition."""
    return folder / text_name(iso3, year)


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
    try:
        years = {path.parent.name for path in folder.glob(f"*/{pattern}")}
    except OSError:  # what may not be read cannot be moved, either
        return ()
    return tuple(sorted(int(year) for year in years if year.isdecimal()))
