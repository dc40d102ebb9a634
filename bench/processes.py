"""Whole processes: wall time and peak memory, several runs of several commands in turn."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

_LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
process.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps([seconds, process.returncode, usage.ru_maxrss]))
"""
"""A small process between: a child's peak begins at that of the process that starts it."""


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
    launched = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, *command],
        env=dict(environment),
        capture_output=True,
        text=True,
        errors="replace",
        check=True,
    )
    seconds, code, peak = json.loads(launched.stdout)
    if code:
        raise RuntimeError(f"{command} ended with {code}: {launched.stderr[-2000:]}")
    return Run(seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


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
