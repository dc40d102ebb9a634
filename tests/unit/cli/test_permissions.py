"""Folders that the program may not read, by real permissions: told, and never a traceback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocviewer import paths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")

_DROPPED = "-dac_override,-dac_read_search"


def ocviewer(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as a user whom permissions bind, which they do not bind root."""
    command = [sys.executable, "-m", "ocviewer", *arguments]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root reads everything, and there is no setpriv to be less than root")
        command = [setpriv, f"--bounding-set={_DROPPED}", f"--inh-caps={_DROPPED}", *command]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(params=["the folder that holds it", "the library", "its editions"])
def closed(request: pytest.FixtureRequest, home: Path) -> Iterator[Path]:
    """A folder without any permission, with or above the user's library."""
    editions = home / "library" / "editions"
    editions.mkdir(parents=True)
    shutil.copy(paths.bundled_library() / "editions/2025.json", editions)
    folder: Path = {
        "the folder that holds it": home,
        "the library": home / "library",
        "its editions": editions,
    }[request.param]
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


def test_check_tells_it(closed: Path) -> None:
    done = ocviewer("check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "may not read this" in done.stdout


def test_check_of_a_folder_tells_it(closed: Path) -> None:
    done = ocviewer("check", str(closed))
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{closed}: The program may not read this" in done.stdout


def test_a_profile_is_shown_from_the_bundle(closed: Path) -> None:
    done = ocviewer("show", "PER")
    assert done.returncode == 0
    assert "6.62" in done.stdout
    assert "may not read this" in done.stderr
    assert "Traceback" not in done.stderr
