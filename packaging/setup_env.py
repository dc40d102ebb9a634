"""Make the environment ocviewer runs in, then do a job in it: `make` calls this, and so can you.

    python3 packaging/setup_env.py run PER        open the window
    python3 packaging/setup_env.py test           every check, as CI runs them
    python3 packaging/setup_env.py env [--dev]    only make the environment
    python3 packaging/setup_env.py lock           resolve the dependencies anew

On Windows say `py` in place of `python3`. The first call makes .venv, installs what the locks in
packaging/ pin, by hash, and sees to the system libraries Qt needs. A stamp in .venv tells later
calls that all of this is done. Standard library only, and nothing heavy is imported on the way to
a window that only has to be opened.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TYPE_CHECKING = False  # as in typing, whose import would take a third of the start
if TYPE_CHECKING:
    from typing import TypeAlias

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
OLDEST, NEWEST = (3, 11), (3, 14)  # what PySide6 6.10 is built for

RUNTIME_LOCKS = ("requirements.lock", "requirements-build.lock")
DEV_LOCKS = ("requirements-dev.lock",)

# Calls that open no window, and so need no display.
WINDOWLESS = {
    *("list", "show", "rank", "compare", "similar", "search", "notes", "snapshot"),
    *("check", "import", "import-workbook", "paths", "remove", "restore", "pack", "unpack"),
    *("-h", "--help", "--version"),
}


class SetupError(Exception):
    """The set-up cannot go on; the message says why and what to do, in a person's words."""


@dataclass(frozen=True)
class Done:
    """A finished command: its exit code and all it printed."""

    code: int
    output: str

    def tail(self, lines: int = 12) -> str:
        """Return the last lines of the output, indented."""
        kept = [line for line in self.output.splitlines() if line.strip()][-lines:]
        return "\n".join(f"    {line}" for line in kept)


# a string, as a Python too old for ocviewer has to get as far as being told so
Run: TypeAlias = "Callable[[Sequence[str]], Done]"


def run_quietly(command: Sequence[str]) -> Done:
    """Run a command, keeping what it prints instead of showing it."""
    import subprocess

    try:
        done = subprocess.run(
            list(command),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except OSError as error:
        return Done(127, str(error))
    return Done(done.returncode, done.stdout)


def say(line: str) -> None:
    """Tell of one step."""
    print(line, flush=True)


# ---------------------------------------------------------------- which Python


def fits(version: tuple[int, ...]) -> bool:
    """Return whether ocviewer runs on this version of Python."""
    return OLDEST <= version[:2] <= NEWEST


def better_python(
    find: Callable[[str], str | None] | None = None, execute: Run = run_quietly
) -> str:
    """Return another Python on this system that fits, the newest first.

    Args:
        find: gives a program's path, shutil.which by default.
        execute: tries one out: a version manager's stand-in may be there and lead nowhere.
    """
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    paths = filter(None, map(find or shutil.which, names))
    found = next((path for path in paths if execute([path, "-c", ""]).code == 0), None)
    if found is None:
        have = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(
            f"ocviewer needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}; this is "
            f"Python {have}, and no other was found.\n"
            "Install one (Debian, Ubuntu: sudo apt-get install python3.11 python3.11-venv; "
            "elsewhere: https://www.python.org/downloads/),\n"
            "then try again, or name it: make run PYTHON=/path/to/python3"
        )
    return found


# ---------------------------------------------------------------- the environment


@dataclass(frozen=True)
class Environment:
    """The virtual environment of one checkout: its places, and the stamp that says it is ready.

    Attributes:
        root: the checkout.
        dev: with the tools for `make test`, or only what the program needs.
    """

    root: Path = ROOT
    dev: bool = False

    @property
    def folder(self) -> Path:
        """The environment's folder."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """Where its programs are."""
        return self.folder / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if WINDOWS else "python")

    @property
    def locks(self) -> list[Path]:
        """The lists of what is installed, by version and hash."""
        return [self.root / "packaging" / n for n in (DEV_LOCKS if self.dev else RUNTIME_LOCKS)]

    @property
    def stamp(self) -> Path:
        """The file that says the environment is ready, and for what."""
        return self.folder / f"ready-{'dev' if self.dev else 'run'}.txt"

    def wanted(self) -> tuple[str, str]:
        """Return the fingerprints of what has to be installed and of how the project is set up."""
        where = f"{sys.version_info[:2]} {self.root}".encode()
        project = ("pyproject.toml", "packaging/install.py", "packaging/qt_libraries.py")
        return fingerprint(self.locks, where), fingerprint([self.root / n for n in project])

    def found(self) -> tuple[str, str]:
        """Return the same two as the stamp has them, empty where it has none."""
        try:
            installed, project, *_ = [*self.stamp.read_text("utf-8").split(), "", ""]
        except (OSError, ValueError):
            return "", ""
        return installed, project

    def set_stamp(self, *fingerprints: str) -> None:
        """Note what is done: the first of `wanted` once the packages are there, then both."""
        self.stamp.write_text("\n".join(fingerprints) + "\n", "utf-8")

    def serving(self) -> list[Environment]:
        """Return the kinds of environment that do for this one: dev holds all of the other."""
        return [self] if self.dev else [self, Environment(self.root, dev=True)]

    def ready(self) -> bool:
        """Return whether nothing is to be done."""
        return self.python.exists() and any(e.found() == e.wanted() for e in self.serving())

    def to_make(self) -> Environment:
        """Return the kind to make for this one: where the tools were, they stay."""
        whole = Environment(self.root, dev=True)
        return whole if whole.stamp.exists() else self

    def installed(self) -> bool:
        """Return whether the locked packages are there, whatever became of the project since."""
        return self.python.exists() and any(e.found()[0] == e.wanted()[0] for e in self.serving())


def fingerprint(files: Sequence[Path], extra: bytes = b"") -> str:
    """Return a hash over the files' bytes; a file that is missing counts as empty."""
    digest = hashlib.sha256(extra)
    for file in files:
        digest.update(file.read_bytes() if file.exists() else b"")
        digest.update(b"\0")
    return digest.hexdigest()


def run(arguments: Sequence[str]) -> int:
    """Open the window; with no display, draw it into a file and print the profile."""
    ocviewer = str(Environment().scripts / ("ocviewer.exe" if WINDOWS else "ocviewer"))
    if has_display() or (arguments and arguments[0] in WINDOWLESS):
        return become([ocviewer, *arguments])
    from steps import run_without_display

    return run_without_display(ocviewer, arguments)


def has_display() -> bool:
    """Return whether a window can be shown. QT_QPA_PLATFORM set means that the caller knows."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def become(command: Sequence[str]) -> int:
    """Go over into a program, so that nothing of the set-up stays in memory beside it."""
    if WINDOWS:
        import subprocess

        return subprocess.call(list(command))
    return os.execv(command[0], list(command))


def work(job: str, arguments: Sequence[str]) -> int:
    """Do one of the jobs; see the module's docstring."""
    if job not in {"run", "test", "env", "lock"}:
        say((__doc__ or "").rstrip())
        return 0 if job in {"-h", "--help", "help"} else 2
    environment = Environment(dev=job == "test" or "--dev" in arguments[: job == "env"])
    if job == "lock":  # before the rest: it can make the locks that the rest needs
        from steps import lock

        return lock(environment, arguments)
    if not environment.ready():
        from install import make

        make(environment.to_make())
    if job == "run":
        return run(arguments)
    if job == "test":
        from steps import test

        return test(environment, arguments)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    try:
        if not fits(sys.version_info[:2]):
            return become([better_python(), __file__, *arguments])
        job, *rest = arguments or ["help"]
        return work(job, rest)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    # The helpers import this file's names; let them find it as it is, not a second copy.
    sys.modules["setup_env"] = sys.modules["__main__"]
    sys.exit(main(sys.argv[1:]))
