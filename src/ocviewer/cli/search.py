"""`ocviewer search QUERY`: texts, definitions, names and figures."""

import sqlite3
from argparse import Namespace
from typing import TextIO

from ocviewer import paths
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer, answer
from ocviewer.library.search.hits import Search
from ocviewer.library.search.index import update
from ocviewer.library.search.store import Store
from ocviewer.presenter.search.spellings import vocabulary
from ocviewer.presenter.words import Words


def search(call: Namespace, library: Library, words: Words, out: TextIO, err: TextIO) -> None:
    """Prints what a query finds; ``BadCall`` for a wrong one, after showing its place."""
    # bytes that are no text come as halves of characters, which could not be printed
    text = " ".join(call.query).strip().encode("utf-8", "replace").decode()
    if not text:
        raise BadCall(Problem("search_empty"))
    if call.limit < 1:
        raise BadCall(Problem("search_limit", values={"limit": str(call.limit)}))
    year = None if call.edition is None else library.edition(call.edition).year
    found = _answer(text, call.limit, year, library, words)
    mistake = found.mistake
    if mistake is not None:
        mark = "^" * max(1, mistake.end - mistake.start)
        print(f"{text}\n{' ' * mistake.start}{mark}", file=err)
        raise mistake
    if call.json:
        from ocviewer.exporters.json_text import json_text
        from ocviewer.exporters.search_json import search_object

        print(json_text(search_object(found, library), indent=1), file=out)
    else:
        from ocviewer.exporters.search_text import search_text

        print(search_text(found, library, words), end="", file=out)


def _answer(text: str, limit: int, year: int | None, library: Library, words: Words) -> Answer:
    """Brings the index up to date and asks it; a damaged one is made anew, once."""
    store = Store(paths.cache_folder())
    try:
        names = vocabulary(library, words)
        update(store, library)
        try:
            return answer(text, Search(store, library), library, names, limit, year)
        except sqlite3.DatabaseError:
            store.renew()
            update(store, library)
            return answer(text, Search(store, library), library, names, limit, year)
    finally:
        store.close()
