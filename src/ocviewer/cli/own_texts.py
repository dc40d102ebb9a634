"""`ocviewer paths`, `ocviewer remove` and `ocviewer restore`: the user's own folder."""

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.exporters.json_text import json_text
from ocviewer.library.aside import REMOVED
from ocviewer.library.files import list_folder
from ocviewer.library.library import Library
from ocviewer.library.removal import remove, restore
from ocviewer.library.transaction import failure
from ocviewer.library.user_texts import removed_years, text_years
from ocviewer.presenter.words import Words


def print_paths(call: Namespace, words: Words, out: TextIO) -> None:
    """Prints where the program reads and writes, as text or JSON."""
    folders = {
        "library": paths.user_library(),
        "bundled": paths.bundled_library(),
        "session": paths.session_file(),
    }
    if call.json:
        texts = {name: str(path) for name, path in folders.items()}
        print(json_text(texts, indent=1), file=out)
        return
    for name, path in folders.items():
        print(words.say(f"pages.path_{name}", path=path), file=out)


def remove_texts(call: Namespace, library: Library, words: Words, out: TextIO) -> None:
    """Takes the user's texts of a country out of the library; ``restore`` brings them back."""
    folder, iso3 = paths.user_library(), library.lookup.find(call.country)
    years = _wanted(call, text_years(folder, iso3))
    name = library.countries[iso3].name
    if not years:
        _require_readable(folder / "profiles")
        raise BadCall(Problem("no_own_text", values={"name": name}))
    for year in years:
        try:
            remove(folder, iso3, year)
        except OSError as error:
            raise BadData(failure("not_stored", error, folder)) from error
        print(words.say("pages.removed", name=name, edition=year), file=out)


def restore_texts(call: Namespace, library: Library, words: Words, out: TextIO) -> None:
    """Brings a country's texts back as they were before they were last removed or replaced."""
    folder, iso3 = paths.user_library(), library.lookup.find(call.country)
    years = _wanted(call, removed_years(folder, iso3))
    name = library.countries[iso3].name
    if not years:
        _require_readable(folder / REMOVED / "profiles")
        raise BadCall(Problem("no_removed_text", values={"name": name}))
    for year in years:
        try:
            restore(folder, iso3, year)
        except OSError as error:
            raise BadData(failure("not_stored", error, folder)) from error
        print(words.say("pages.restored", name=name, edition=year), file=out)


def _require_readable(folder: Path) -> None:
    """Raises ``BadData`` for a folder that may not be read: there may well be something in it."""
    for place in (folder, *(folder / name for name in list_folder(folder))):
        list_folder(place)


def _wanted(call: Namespace, years: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(year for year in years if call.edition in (None, year))
