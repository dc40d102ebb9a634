"""`ocviewer pack OUT` and `ocviewer unpack FILE`: a library to another laptop and back."""

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.cli.panes import checked_edition
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.exporters.json_text import json_text
from ocviewer.library.files import is_folder
from ocviewer.library.library import Library
from ocviewer.library.pack.compare import ASKED, Step, compare
from ocviewer.library.pack.merge import Choice, chosen, merge
from ocviewer.library.pack.read import Pack, read_pack
from ocviewer.library.pack.write import SUFFIX, Wanted, write_pack
from ocviewer.library.references import Tables
from ocviewer.presenter.packs import listed, made_text, outcome, packed_text, summary
from ocviewer.presenter.words import Words

FINE, BAD_DATA, BAD_CALL = 0, 1, 2


def pack(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Writes a pack; 1 when a file was left out, for it is not good."""
    file = Path(call.out)
    if file.suffix.lower() != SUFFIX:
        raise BadCall(Problem("pack_suffix", call.out))
    if not is_folder(file.parent):
        raise BadCall(Problem("no_pack_folder", str(file.parent)))
    countries = call.countries and {library.lookup.find(name) for name in call.countries}
    editions = call.editions and {checked_edition(year, library) for year in call.editions}
    tables = Tables(library.countries, library.indicators)
    kinds = ("edition", "profile", *(("notes",) if call.notes else ()))
    wanted = Wanted(kinds, countries, editions)
    packed = write_pack(file, paths.user_library(), wanted, tables)
    print(packed_text(packed, words), file=out)
    for problem in packed.left_out:
        print(words.problem(problem), file=err)
    if packed.left_out:
        print(words.say("pack.left_out"), file=err)
    return BAD_DATA if packed.left_out else FINE


def unpack(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Brings a pack into the user's library.

    Returns 2 when parts differ and the call does not say what to do with them.
    """
    file, user = Path(call.file), paths.user_library()
    tables = Tables(library.countries, library.indicators)
    found = read_pack(file, tables)
    steps = compare(found, user, paths.bundled_library(), tables)
    differs = any(step.state in ASKED for step in steps)
    unasked = call.choice is None and differs and not call.dry_run
    taken = chosen(steps, Choice(call.choice or Choice.NONE))
    written = () if unasked or call.dry_run else merge(steps, taken, user)
    if call.json:
        report = _report(found, steps, written) | {"dry_run": call.dry_run}
        print(json_text(report, indent=1), file=out)
    else:
        print(made_text(found.manifest, words), file=out)
        lines = list(listed(steps, library, words))
        if call.dry_run or unasked:
            lines += [*summary(steps, words), words.say("pack.dry_run")]
        else:
            lines += outcome(steps, taken, written, words)
        print("\n".join(lines), file=out)
    if unasked:
        print(words.say("pack.choose"), file=err)
    return BAD_CALL if unasked else FINE


def _report(found: Pack, steps: tuple[Step, ...], written: tuple[str, ...]) -> dict[str, object]:
    return {
        "file": str(found.path),
        "program": found.manifest.program,
        "created": found.manifest.created,
        "editions": found.manifest.editions,
        "counts": found.manifest.counts,
        "parts": [
            {
                "name": step.name,
                "kind": step.part.kind.kind,
                "state": str(step.state),
                "mine": step.dates[0] or None,
                "theirs": step.dates[1] or None,
                "written": step.name in written,
            }
            for step in steps
        ],
    }
