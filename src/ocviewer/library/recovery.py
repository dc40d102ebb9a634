"""Puts a user's folder in order after a kill; one look at the disk where there is nothing to do."""

from pathlib import Path

from ocviewer.domain.problem import BadData, Problem

PENDING = ".pending"
"""The folder that several files wait in which are to change together (see ``transaction``)."""


def recover(folder: Path) -> tuple[Problem, ...]:
    """Finishes or throws away what a killed program left in a library folder.

    While another window is at work there, that is its own business. Returns what stands in the
    way, such as a folder that may not be written to; the files wait until it is gone.
    """
    try:
        (folder / PENDING).stat()
    except OSError:
        return ()
    # not at a start that finds nothing
    from ocviewer.library.folder_lock import FolderLock  # noqa: PLC0415
    from ocviewer.library.transaction import failure, finish  # noqa: PLC0415

    try:
        with FolderLock(folder, wait=0):
            finish(folder)
    except BadData as error:
        return tuple(problem for problem in error.problems if problem.key != "folder_locked")
    except OSError as error:
        return (failure("pending_stuck", error, folder / PENDING),)
    return ()
