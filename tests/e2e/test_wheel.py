"""The wheel, built and installed elsewhere, as a person gets it: the program finds its own data."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# How pip says that it could reach no index; anything else it says is a fault of ours.
UNREACHABLE = ("NewConnectionError", "ConnectTimeoutError", "NameResolutionError", "ProxyError")


def call(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without what this test run has in its environment of Python."""
    dropped = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "OCVIEWER_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = call([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT)
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("ocviewer-*.whl")
    return file


def test_the_wheel_holds_code_data_and_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    for bundled in ("data", "resources"):
        files = [file for file in (ROOT / bundled).rglob("*") if file.is_file()]
        assert files, f"{bundled}/ is empty"
        inside = {f"ocviewer/_bundle/{file.relative_to(ROOT).as_posix()}" for file in files}
        assert inside <= held
    page = (ROOT / "docs/data-format.md").read_text("utf-8")
    links = set(re.findall(r"\]\(([^)#\\]+)\)", page))
    assert len(links) == 4
    assert {f"ocviewer/_bundle/docs/{name}" for name in ("data-format.md", *links)} <= held
    code = {file.relative_to(ROOT / "src").as_posix() for file in (ROOT / "src").rglob("*.py")}
    assert code <= held
    assert not [name for name in held if name.split("/")[0] in {"tests", "bench", "packaging"}]
    assert any(name.endswith("/licenses/LICENSE") for name in held)


@pytest.mark.slow
@pytest.mark.network
def test_the_wheel_runs_in_a_fresh_environment_elsewhere(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "home with spaces"
    venv.create(home / "env", with_pip=True)
    scripts = home / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [
        scripts / "python",
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
    ]

    lock = ROOT / "packaging" / "requirements.lock"
    options = ("--require-hashes", "--only-binary=:all:", "--no-deps", "--retries", "1")
    locked = call([*pip, *options, "-r", lock], home)
    offline = locked.returncode and any(sign in locked.stderr for sign in UNREACHABLE)
    if offline and not os.environ.get("CI"):  # CI has to see it run
        pytest.skip("The package index cannot be reached, so no fresh environment can be filled.")
    assert locked.returncode == 0, locked.stderr
    installed = call([*pip, "--no-deps", "--no-index", wheel], home)
    assert installed.returncode == 0, installed.stderr

    shown = call([scripts / "ocviewer", "show", "PER"], tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "Peru" in shown.stdout
    assert "6.62" in shown.stdout
