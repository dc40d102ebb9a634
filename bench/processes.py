"""Whole processes: wall time and peak memory, several runs of several commands in turn."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall time in seconds, peak resident memory in MiB."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one command."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median wall time."""
        return median(run.seconds for run in self.runs)

    @property
    def mebibytes(self) -> float:
        """The median peak memory."""
        return median(run.mebibytes for run in self.runs)


def run_once(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Runs a command to its end; ``RuntimeError`` when it fails, for a failure is no figure."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    told = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}: {told[-2000:]}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss / scale)


def measure(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int
) -> dict[str, Runs]:
    """Runs all commands in turn, A B C A B C …, after one round that is not counted."""
    kept: dict[str, list[Run]] = {name: [] for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            run = run_once(command, environment)
            if round_:
                kept[name].append(run)
    return {name: Runs(tuple(runs)) for name, runs in kept.items()}
