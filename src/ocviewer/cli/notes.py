"""`ocviewer notes`: what the user noted, printed or written to a file."""

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.domain.problem import BadData, Problem
from ocviewer.exporters.notes import FORMATS, notes_text
from ocviewer.library.files import write_text
from ocviewer.library.library import Library
from ocviewer.library.notes.store import FOLDER, NoteStore
from ocviewer.presenter.notes.view import NoteWords
from ocviewer.presenter.words import Words


def run(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Prints or writes the notes of some countries, or all; 1 when a file of notes is not good."""
    store = NoteStore(paths.user_library() / FOLDER)
    if call.country:
        countries = dict.fromkeys(library.lookup.find(text) for text in call.country)
        notes = tuple(note for country in countries for note in store.notes(country))
    else:
        notes = store.all_notes()
    views = NoteWords(library, words).views(notes)
    text = notes_text(views, call.format or _format_of(call.out), words)
    if call.out is None:
        print(text, end="", file=out)
    else:
        try:
            write_text(Path(call.out), text)
        except OSError as error:
            raise BadData(Problem("not_written", call.out)) from error
        print(words.say("notes.written", count=len(views), file=call.out), file=out)
    for problem in store.problems:
        print(words.problem(problem), file=err)
    return 1 if store.problems else 0


def _format_of(file: str | None) -> str:
    """The format that a file's name asks for."""
    suffix = "" if file is None else Path(file).suffix.lower()
    return next((name for name, ending in FORMATS.items() if ending == suffix), "markdown")
