"""What each command does."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

from ocviewer import paths
from ocviewer.cli.panes import checked_edition, panes_of
from ocviewer.cli.parser import OPEN, PACK_SUFFIX
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.files import is_absent, is_folder
from ocviewer.library.library import Library
from ocviewer.presenter.state import AT_A_GLANCE, PaneState, ViewState
from ocviewer.presenter.words import Words


class Context(NamedTuple):
    """What a command works with."""

    library: Library
    words: Words
    out: TextIO
    err: TextIO


def list_countries(call: Namespace, context: Context) -> int:
    """Prints the countries: one a line, or a JSON array."""
    countries = sorted(context.library.countries.values(), key=lambda c: c.name.casefold())
    if call.json:
        from ocviewer.exporters.json_text import json_text

        rows = [
            {
                "iso3": country.iso3,
                "iso2": country.iso2,
                "name": country.name,
                "continent": country.continent,
                "region": country.region,
            }
            for country in countries
        ]
        print(json_text(rows, indent=1), file=context.out)
        return 0
    for country in countries:
        line = f"{country.iso3}  {country.name:<34}{country.region}, {country.continent}"
        print(line, file=context.out)
    return 0


def show(call: Namespace, context: Context) -> int:
    """Prints one profile as text or JSON, or all of an edition as one JSON object a line."""
    library, words = context.library, context.words
    if call.all != (call.country is None) or (call.all and not call.json):
        raise BadCall(Problem("show_call"))
    year = checked_edition(call.edition, library)
    if call.all:
        from ocviewer.exporters.json_text import json_text
        from ocviewer.exporters.profile_json import profile_object

        for iso3 in library.countries:
            profile = profile_object(library, words, PaneState(iso3, year))
            print(json_text(profile), file=context.out)
        tell_problems(context)
        return 0
    pane = PaneState(library.lookup.find(call.country), year)
    if call.json:
        from ocviewer.exporters.json_text import json_text
        from ocviewer.exporters.profile_json import profile_object

        profile = profile_object(library, words, pane)
        print(json_text(profile, indent=1), file=context.out)
    else:
        print(_profile_text(pane, context), end="", file=context.out)
    tell_problems(context)
    return 0


def _profile_text(pane: PaneState, context: Context) -> str:
    from ocviewer.exporters.profile_text import profile_text
    from ocviewer.presenter.resolve import resolve
    from ocviewer.presenter.sections import section_view, tabs

    library, words = context.library, context.words
    page = resolve(ViewState((pane,)), library, words)
    sections = tuple(section_view(library, words, pane, tab.id) for tab in tabs(library, words))
    return profile_text(page.panes[0], sections, words)


def rank(call: Namespace, context: Context) -> int:
    """Prints the countries of a place by their score in a node: a table, or a JSON object."""
    from ocviewer.cli.rank import asked_for

    library, words = context.library, context.words
    asked = asked_for(call, checked_edition(call.edition, library), library, words)
    if call.json:
        from ocviewer.exporters.json_text import json_text
        from ocviewer.exporters.ranking_json import ranking_object

        ranking = ranking_object(library, words, asked)
        print(json_text(ranking, indent=1), file=context.out)
    else:
        from ocviewer.exporters.ranking_text import ranking_text

        print(ranking_text(library, words, asked), end="", file=context.out)
    tell_problems(context)
    return 0


def tell_problems(context: Context) -> None:
    """What was met in the library so far and left out, for stderr."""
    for problem in context.library.problems:
        print(context.words.problem(problem), file=context.err)


def compare(call: Namespace, context: Context) -> int:
    """Prints two to four countries side by side."""
    from ocviewer.cli.comparing import compare as print_comparison

    print_comparison(call, context.library, context.words, context.out)
    tell_problems(context)
    return 0


def similar(call: Namespace, context: Context) -> int:
    """Prints the countries whose profiles are the most similar."""
    from ocviewer.cli.comparing import similar as print_similar

    print_similar(call, context.library, context.words, context.out)
    tell_problems(context)
    return 0


def search(call: Namespace, context: Context) -> int:
    """Prints what a query finds, which may be nothing."""
    from ocviewer.cli.search import search as print_found

    print_found(call, context.library, context.words, context.out, context.err)
    tell_problems(context)
    return 0


def notes(call: Namespace, context: Context) -> int:
    """Prints the user's notes, or writes them to a file."""
    from ocviewer.cli.notes import run

    return run(call, context.library, context.words, context.out, context.err)


def check(call: Namespace, context: Context) -> int:
    """Lists every problem of a library folder; 1 when there is any."""
    from ocviewer.library.check import check_folder

    if call.folder is None:
        folders = [paths.bundled_library(), *filter(is_folder, [paths.user_library()])]
    else:
        folders = [Path(call.folder)]
        if not is_folder(folders[0]):
            raise BadCall(Problem("no_folder", call.folder))
    found = 0
    for folder in folders:
        report = check_folder(folder, context.library)
        for problem in report.problems:
            print(context.words.problem(problem), file=context.out)
        key = "cli.check_bad" if report.problems else "cli.check_fine"
        count = len(report.problems)
        found += count
        line = context.words.say(key, folder=folder, files=report.files, count=count)
        print(line, file=context.out)
    return 1 if found else 0


def import_workbook(call: Namespace, context: Context) -> int:
    """Reads a workbook into the user's library and prints the report."""
    from ocviewer.cli.import_workbook import run

    file = Path(call.file)
    if is_absent(file):
        raise BadCall(Problem("workbook_not_found", call.file))
    return run(file, context.library, context.words, context.out, context.err, call.edition)


def import_files(call: Namespace, context: Context) -> int:
    """Brings saved pages and workbooks into the user's library and prints a report."""
    from ocviewer.cli.importing import run

    code = run(call, context.library, context.words, context.out, context.err)
    tell_problems(context)
    return code


def print_paths(call: Namespace, context: Context) -> int:
    """Prints where the program reads and writes."""
    from ocviewer.cli.own_texts import print_paths as print_all

    print_all(call, context.words, context.out)
    return 0


def remove(call: Namespace, context: Context) -> int:
    """Takes the user's texts of a country out of the library."""
    from ocviewer.cli.own_texts import remove_texts

    remove_texts(call, context.library, context.words, context.out)
    return 0


def restore(call: Namespace, context: Context) -> int:
    """Brings removed texts of a country back."""
    from ocviewer.cli.own_texts import restore_texts

    restore_texts(call, context.library, context.words, context.out)
    return 0


def pack(call: Namespace, context: Context) -> int:
    """Writes the user's library into one file."""
    from ocviewer.cli.pack import pack as write

    return write(call, context.library, context.words, context.out, context.err)


def unpack(call: Namespace, context: Context) -> int:
    """Brings such a file into the user's library."""
    from ocviewer.cli.pack import unpack as merge

    return merge(call, context.library, context.words, context.out, context.err)


def snapshot(call: Namespace, context: Context) -> int:
    """Renders the real window offscreen into a PNG file."""
    from ocviewer.cli.section import section_id
    from ocviewer.cli.view import with_view

    library = context.library
    out = Path(call.out)
    if out.suffix.lower() != ".png":
        raise BadCall(Problem("not_png", call.out))
    if not is_folder(out.parent):
        raise BadCall(Problem("no_picture_folder", str(out.parent)))
    section = section_id(call.section or AT_A_GLANCE, library, context.words)
    panes = panes_of(call.countries, call.edition, library)
    state = ViewState(panes, section, reading=call.section is not None)
    state = with_view(state, call, library, context.words)
    from ocviewer.app import Picture, take_picture

    picture = Picture(out, call.size, call.scale, call.theme)
    take_picture(library, context.words, state, picture)
    print(context.words.say("cli.snapshot_written", file=call.out), file=context.out)
    tell_problems(context)
    return 0


def open_window(call: Namespace, context: Context) -> int:
    """Opens the window on the countries that are named, or where it was left."""
    import gc

    # Imports and set-up make many objects that stay; collecting among them only slows the start.
    # ``app.run`` turns the collector on again when the window is complete.
    gc.disable()
    file, countries = _pack_among(call.countries)
    panes = panes_of(countries, call.edition, context.library) if countries else ()
    year = None if call.edition is None else checked_edition(call.edition, context.library)
    try:
        from ocviewer.app import run

        return run(context.library, context.words, panes, year, call.exit_after, file)
    finally:
        gc.enable()


def _pack_among(names: list[str]) -> tuple[str, list[str]]:
    """The library pack among the countries of a call, if there is one, and the countries."""
    packs = [name for name in names if name.lower().endswith(PACK_SUFFIX)]
    if len(packs) > 1:
        raise BadCall(Problem("pack_one_at_a_time"))
    for name in packs:
        if is_absent(Path(name)):
            raise BadCall(Problem("pack_not_found", name))
    return "".join(packs), [name for name in names if name not in packs]


COMMANDS: dict[str, Callable[[Namespace, Context], int]] = {
    OPEN: open_window,
    "list": list_countries,
    "show": show,
    "rank": rank,
    "compare": compare,
    "similar": similar,
    "search": search,
    "notes": notes,
    "snapshot": snapshot,
    "check": check,
    "import": import_files,
    "import-workbook": import_workbook,
    "paths": print_paths,
    "remove": remove,
    "restore": restore,
    "pack": pack,
    "unpack": unpack,
}
"""The commands by the name that the call carries."""
