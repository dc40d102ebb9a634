"""What `make test`, `make lock`, and `make run` without a display do, once .venv is ready."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence

from install import make_venv
from setup_env import ROOT, Environment, SetupError, run_quietly, say

PICTURE = "build/ocviewer.png"
COUNTRY = "PER"

# name, then the program in .venv and its arguments; the first that fails ends the run
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("lint (ruff check)", ("ruff", "check", ".")),
    ("format (ruff format --check)", ("ruff", "format", "--check", ".")),
    ("types (mypy --strict)", ("mypy",)),
    ("imports (lint-imports)", ("lint-imports", "--no-logo")),
    ("tests (pytest)", ("pytest", "--cov", "--cov-report=term")),
)

# lock, then uv's arguments; the largest first, so that the others agree with it
LOCKS = (
    ("requirements-dev.lock", ("pyproject.toml", "--group", "dev")),
    ("requirements.lock", ("pyproject.toml", "-c", "packaging/requirements-dev.lock")),
    ("requirements-build.lock", ("--group", "build", "-c", "packaging/requirements-dev.lock")),
)

HEADER = """\
# {what}
# Versions and hashes for Linux, macOS and Windows, Python 3.11 and later. Not edited by hand:
# `make lock` makes it from pyproject.toml, `make lock ARGS=--upgrade` with newer versions.
"""
CONTENTS = {
    "requirements-dev.lock": "All that `make test` needs: the program, the build and the checks.",
    "requirements.lock": "What ocviewer runs with.",
    "requirements-build.lock": "What installing the project itself needs.",
}


def test(environment: Environment, arguments: Sequence[str]) -> int:
    """Run every check in turn, up to the first that fails.

    Args:
        environment: with the development tools.
        arguments: passed on to pytest.
    """
    for number, (name, command) in enumerate(CHECKS, 1):
        say(f"── {number}/{len(CHECKS)} {name}")
        program, *rest = command
        extra = arguments if program == "pytest" else ()
        started = time.monotonic()
        code = subprocess.call(
            [str(environment.scripts / program), *rest, *extra],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        if code:
            say(f"\nmake test stopped at step {number}, {name}: exit code {code}.")
            return 1
        say(f"   done in {time.monotonic() - started:.1f} s")
    say("All checks passed.")
    return 0


def lock(environment: Environment, arguments: Sequence[str]) -> int:
    """Make the locks anew from pyproject.toml.

    Args:
        environment: where uv, which resolves for all systems at once, is put.
        arguments: passed on to uv, such as --upgrade.
    """
    if not environment.python.exists():
        make_venv(environment, run_quietly)
    installed = run_quietly([str(environment.python), "-m", "pip", "install", "--quiet", "uv"])
    if installed.code:
        raise SetupError(f"Could not install uv. pip's last lines:\n{installed.tail()}")
    for name, sources in LOCKS:
        say(f"Resolving packaging/{name}")
        file = ROOT / "packaging" / name
        options = ("--universal", "--python-version=3.11", "--generate-hashes", "--no-header")
        compiled = run_quietly(
            [
                *(str(environment.python), "-m", "uv", "pip", "compile", *options, "--quiet"),
                *(f"--directory={ROOT}", *sources, f"-o=packaging/{name}", *arguments),
            ]
        )
        if compiled.code:
            raise SetupError(f"uv stopped. Its last lines:\n{compiled.tail()}")
        file.write_text(HEADER.format(what=CONTENTS[name]) + file.read_text("utf-8"), "utf-8")
    return 0


def split_arguments(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the countries, and the options that both `snapshot` and `show` know (--edition)."""
    countries: list[str] = []
    edition: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--edition":
            edition = [argument, next(rest, "")]
        elif argument.startswith("--edition="):
            edition = [argument]
        elif not argument.startswith("-"):
            countries.append(argument)
    return countries or [COUNTRY], edition


def run_without_display(ocviewer: str, arguments: Sequence[str]) -> int:
    """Draw the window into a file and print the profiles, where no window can be shown."""
    countries, edition = split_arguments(arguments)
    say(
        "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): "
        f"drawing the window into {PICTURE} instead."
    )
    picture = ROOT / PICTURE
    picture.parent.mkdir(exist_ok=True)
    code = subprocess.call([ocviewer, "snapshot", *countries, *edition, "--out", str(picture)])
    for country in countries:
        if code:
            break
        say("")
        code = subprocess.call([ocviewer, "show", country, *edition])
    return code
