"""Reads the call, runs its command, and turns what goes wrong into words and an exit code."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ocviewer import paths
from ocviewer.cli.calls import COMMANDS, Context, tell_problems
from ocviewer.cli.parser import CallError, parse
from ocviewer.domain.problem import BadCall, BadData
from ocviewer.library.library import Library
from ocviewer.library.recovery import recover
from ocviewer.presenter.words import Words

FINE, BAD_DATA, BAD_CALL = 0, 1, 2


def _make_streams_fit() -> None:
    """UTF-8 whatever the system's code page; a GUI start on Windows has no streams at all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns 0 when all is fine, 1 for bad data, 2 for a wrong call."""
    _make_streams_fit()
    words = Words(paths.resources() / "messages" / "en")
    library = Library(paths.bundled_library(), paths.user_library())
    library.problems.extend(recover(paths.user_library()))
    context = Context(library, words, sys.stdout, sys.stderr)
    try:
        call = parse(list(sys.argv[1:] if arguments is None else arguments), words)
        code = COMMANDS[call.command](call, context)
        sys.stdout.flush()
    except CallError as error:
        print(error, file=sys.stderr)
        return BAD_CALL
    except (BadCall, BadData) as error:
        tell_problems(context)  # what was left out may be just what was asked for
        for problem in error.problems:
            print(words.problem(problem), file=sys.stderr)
        return BAD_CALL if isinstance(error, BadCall) else BAD_DATA
    except BrokenPipeError:
        # the reader of the pipe has seen enough; nothing more can be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    else:
        return code
