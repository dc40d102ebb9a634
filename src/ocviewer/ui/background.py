"""Work that takes longer than a moment: off the UI thread, with progress, and to be cancelled."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from ocviewer.domain.problem import UserError

_PAUSE = 0.03
"""Seconds between two signs of progress; more often, no one can read them."""


class Cancelled(Exception):
    """Ends work whose outcome is no longer wanted."""


Step = Callable[[str, int, int], None]
"""Called by the work with what is at hand, its number and how many there are.

How many is 0 while that is not known.
"""


class Work(QThread):
    """Runs a plain function once, with a ``Step`` that raises ``Cancelled`` when it should end.

    Afterwards exactly one of ``done`` (what it returned), ``failed`` (the problems of a
    ``UserError``), ``cancelled`` and ``crashed`` (any other error) is emitted.
    """

    progressed = Signal(str, int, int)
    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Step], object], parent: QObject | None = None) -> None:
        """``start`` begins."""
        super().__init__(parent)
        self._work = work
        self._told = 0.0

    def run(self) -> None:
        """Called by Qt, in the thread."""
        try:
            outcome = self._work(self._step)
        except Cancelled:
            self.cancelled.emit()
        except UserError as error:
            self.failed.emit(error.problems)
        except Exception as error:  # told by whoever listens, as any other error is
            self.crashed.emit(error)
        else:
            self.done.emit(outcome)

    def _step(self, what: str, number: int, count: int) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        now = time.monotonic()
        if now - self._told > _PAUSE or number == count > 0:
            self._told = now
            self.progressed.emit(what, number, count)

    def end(self) -> None:
        """Cancels the work and waits until it is over: nothing runs on behind a closed window."""
        self.requestInterruption()
        self.wait()
