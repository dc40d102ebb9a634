"""The set-up itself: the virtual environment, its packages, and the system's libraries."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import qt_libraries
from setup_env import Done, Environment, Run, SetupError, run_quietly, say

PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")

# Qt starts, for real, on its own offscreen platform: the last word on whether all is there.
SMOKE_TEST = "from PySide6.QtWidgets import QApplication; QApplication([])"


def make(environment: Environment, execute: Run = run_quietly) -> None:
    """Bring the environment to what the locks and pyproject.toml say, and stamp it.

    Raises:
        SetupError: with what went wrong and what to do about it.
    """
    if not environment.installed():
        # dev comes on top of a sound smaller one; anything else is made from nothing, so that
        # no package of an older lock stays behind
        if not Environment(environment.root).installed():
            make_venv(environment, execute)
        install_locked(environment, execute)
        environment.set_stamp(environment.wanted()[0])
    install_project(environment, execute)
    if sys.platform.startswith("linux"):
        check_system(environment, execute)
    smoke_test(environment, execute)
    environment.set_stamp(*environment.wanted())


# ---------------------------------------------------------------- Python's side


def base_python() -> str:
    """Return the interpreter to make the environment with, also when run by .venv's own."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def make_venv(environment: Environment, execute: Run) -> None:
    """Make an empty virtual environment, in place of one that may be there."""
    version = ".".join(map(str, sys.version_info[:3]))
    say(f"Making .venv with Python {version}")
    if importlib.util.find_spec("ensurepip") is None:
        get_packages([venv_package()], "Python's venv module is not complete", execute)
    python = base_python()
    shutil.rmtree(environment.folder, ignore_errors=True)
    done = execute([python, "-m", "venv", str(environment.folder)])
    if done.code:
        shutil.rmtree(environment.folder, ignore_errors=True)
        raise SetupError(
            f"Could not make the virtual environment:\n{done.tail()}\n"
            f"See whether this works by itself: {python} -m venv {environment.folder}"
        )


def venv_package() -> str:
    """Return the Debian package that completes venv for the Python in use."""
    major, minor = sys.version_info[:2]
    default = Path("/usr/bin/python3").resolve().name == f"python{major}.{minor}"
    return "python3-venv" if default else f"python{major}.{minor}-venv"


def install_locked(environment: Environment, execute: Run) -> None:
    """Install what the locks pin; pip compares each download's hash with the lock's.

    The locks are complete, so pip has nothing to resolve and is told so: by itself it looks first
    at the newest release of what is asked for with an extra (``coverage[toml]``), and stops as
    that one's hash is not in the lock. ``pip check`` then holds the outcome against what the
    packages say of themselves.
    """
    say("Installing the locked packages (about 100 MB to download, once)")
    lists = [part for lock in environment.locks for part in ("-r", str(lock))]
    hint = (
        "The first set-up needs the network, to reach the package index (or a mirror that pip is "
        "configured for).\nWhen that is in order, give the same command again."
    )
    command = ["install", "--require-hashes", "--only-binary=:all:", "--no-deps", *lists]
    pip(environment, command, hint, execute)
    incomplete = "The locks in packaging/ are not complete: `make lock` makes them anew."
    pip(environment, ["check"], incomplete, execute)


def install_project(environment: Environment, execute: Run) -> None:
    """Install the project itself, editable: .venv then points to src/, compiled."""
    say("Installing ocviewer from src/")
    here = str(environment.root)
    hint = "This needs no network: the reason is in the checkout, most likely in pyproject.toml."
    command = ["install", "--no-deps", "--no-build-isolation", "-e", here]
    pip(environment, command, hint, execute)
    # pip compiles what it copies, and an editable install copies nothing: without this the first
    # start would, and each one where Python is told to write no bytecode
    sources = str(environment.root / "src" / "ocviewer")
    execute([str(environment.python), "-m", "compileall", "-q", sources])


def pip(environment: Environment, arguments: Sequence[str], hint: str, execute: Run) -> None:
    """Call the environment's pip; the hint tells what to do where it fails."""
    done = execute([str(environment.python), *PIP, *arguments])
    if done.code:
        raise SetupError(f"pip stopped. Its last lines:\n{done.tail()}\n{hint}")


def smoke_test(environment: Environment, execute: Run) -> None:
    """Start Qt once."""
    offscreen = "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'; "
    done = execute([str(environment.python), "-c", offscreen + SMOKE_TEST])
    if done.code:
        raise SetupError(f"Qt does not start on this system. Its last lines:\n{done.tail()}")


# ---------------------------------------------------------------- the system's side


def check_system(environment: Environment, execute: Run) -> None:
    """See that Qt's libraries and a font are there; install them, or say how."""
    pyside = next(environment.folder.glob("lib/python*/site-packages/PySide6"))
    needs = qt_libraries.missing(pyside)
    if not needs:
        return
    if not is_debian():
        raise SetupError(
            f"Qt needs these from the system, which has them not: {needs}.\n"
            "Install the packages that hold them, then give the same command again."
        )
    if is_root():
        update_lists(execute)
    packages = needs.packages(lambda name: in_lists(name, execute))
    if packages:
        get_packages(packages, f"Qt needs {needs.summary()} that this system lacks", execute)
    left = qt_libraries.missing(pyside)
    if left:
        raise SetupError(
            f"Qt still lacks: {left}.\nInstall the packages that hold them, then try again."
        )


def get_packages(packages: Sequence[str], reason: str, execute: Run) -> None:
    """Install Debian packages as root; as anyone else, stop with the reason and the command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not is_debian():
        raise SetupError(f"{reason}.\nInstall your system's package for it, then try again.")
    if not is_root():
        raise SetupError(
            f"{reason}.\nInstall it with\n\n    sudo apt-get install {' '.join(packages)}\n\n"
            "then give the same command again."
        )
    update_lists(execute)
    say(f"Installing system packages: {' '.join(packages)}")
    done = execute(command)
    if done.code:
        raise SetupError(f"{' '.join(command)} stopped. Its last lines:\n{done.tail()}")


@cache
def update_lists(execute: Run) -> Done:
    """Refresh the package lists, once. A failure shows at the install, which may do without."""
    say("Refreshing the system's package lists")
    return execute(["apt-get", "update", "-qq"])


def in_lists(package: str, execute: Run) -> bool:
    """Return whether the system's package lists have a package of exactly this name."""
    return package in execute(["apt-cache", "pkgnames", package]).output.split()


def is_debian() -> bool:
    """Return whether this is Debian or a descendant of it."""
    return shutil.which("apt-get") is not None


def is_root() -> bool:
    """Return whether packages can be installed without asking anyone."""
    return getattr(os, "geteuid", lambda: -1)() == 0
