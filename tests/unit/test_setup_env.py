"""The set-up's logic, with every command faked: nothing is installed here."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import install
import pytest
import qt_libraries
import setup_env
import steps
from qt_libraries import Needs
from setup_env import Done, Environment, SetupError

from ocviewer.cli.parser import NAMED

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"

LDD = """\
\tlinux-vdso.so.1 (0x00007ffc)
\tlibxcb-cursor.so.0 => not found
\tlibQt6Gui.so.6 => /x/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


class FakeShell:
    """Stands for the system: notes each command, and answers those it was given answers for."""

    def __init__(self, answers: dict[str, Done] | None = None) -> None:
        self.answers = answers or {}
        self.commands: list[str] = []

    def __call__(self, command: Sequence[str]) -> Done:
        line = " ".join(command)
        self.commands.append(line)
        return next((a for part, a in self.answers.items() if part in line), Done(0, ""))

    def ran(self, part: str) -> bool:
        return any(part in line for line in self.commands)


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "is_debian", lambda: True)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "is_root", lambda: True)


@pytest.fixture
def no_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "is_root", lambda: False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with locks, and an interpreter in .venv that is only a file."""
    (tmp_path / "packaging").mkdir()
    for name in (*setup_env.RUNTIME_LOCKS, *setup_env.DEV_LOCKS):
        (tmp_path / "packaging" / name).write_text(f"{name}==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    python = Environment(tmp_path).python
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


# ---------------------------------------------------------------- Qt's libraries


def test_unresolved_names_each_missing_library_once() -> None:
    assert qt_libraries.unresolved(LDD) == {"libxcb-cursor.so.0", "libEGL.so.1"}


def test_missing_asks_for_the_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "QtGui.abi3.so").touch()
    asked: list[Path] = []

    def linker(file: Path) -> str:
        asked.append(file)
        return LDD

    needs = qt_libraries.missing(tmp_path, linker=linker)
    assert needs.libraries == ("libEGL.so.1", "libxcb-cursor.so.0")
    assert asked == [tmp_path / "QtGui.abi3.so"]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (set(), ["fonts-dejavu-core", "libglib2.0-0", "libxcb-cursor0"]),  # Debian 12
        ({"libglib2.0-0t64"}, ["fonts-dejavu-core", "libglib2.0-0t64", "libxcb-cursor0"]),
    ],
)
def test_packages_have_the_names_of_the_release(known: set[str], expected: list[str]) -> None:
    needs = Needs(("libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0"), font=True)
    assert needs.packages(known.__contains__) == expected


def test_a_library_without_a_known_package_is_told() -> None:
    needs = Needs(("libEGL.so.1", "libnew.so.9"))
    assert needs.unmapped() == ["libnew.so.9"]
    assert needs.packages(lambda _: False) == ["libegl1"]


@pytest.mark.parametrize(
    ("needs", "summary"),
    [
        (Needs(("libEGL.so.1",)), "1 library"),
        (Needs(("libEGL.so.1", "libGL.so.1"), font=True), "2 libraries and a font"),
        (Needs(font=True), "a font"),
    ],
)
def test_needs_are_summed_up(needs: Needs, summary: str) -> None:
    assert needs.summary() == summary
    assert needs
    assert not Needs()


@pytest.mark.parametrize("soname", sorted(qt_libraries.PACKAGES))
def test_every_row_of_the_table_is_a_soname_and_a_package(soname: str) -> None:
    assert re.fullmatch(r"lib[\w.+-]+\.so\.\d+", soname)
    assert re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", qt_libraries.PACKAGES[soname])
    assert not qt_libraries.PACKAGES[soname].endswith("t64")


def test_a_font_is_found_below_the_folders(tmp_path: Path) -> None:
    assert not qt_libraries.has_font([str(tmp_path), str(tmp_path / "none")])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Sans.TTF").touch()
    assert qt_libraries.has_font([str(tmp_path)])


# ---------------------------------------------------------------- system packages


@pytest.mark.usefixtures("debian", "no_root")
def test_without_root_the_exact_command_is_told_and_nothing_runs() -> None:
    shell = FakeShell()
    with pytest.raises(SetupError, match="sudo apt-get install libegl1 libxcb-cursor0\n"):
        install.get_packages(["libegl1", "libxcb-cursor0"], "Qt needs them", shell)
    assert shell.commands == []


@pytest.mark.usefixtures("debian", "root")
def test_as_root_the_lists_are_refreshed_once_then_the_packages_installed() -> None:
    shell = FakeShell()
    install.get_packages(["libegl1"], "Qt needs it", shell)
    assert shell.commands == [
        "apt-get update -qq",
        "apt-get install -y --no-install-recommends libegl1",
    ]


@pytest.mark.usefixtures("debian", "root")
def test_apt_failing_is_told_with_its_last_lines() -> None:
    shell = FakeShell({"install": Done(100, "E: Unable to locate package libegl1\n")})
    with pytest.raises(SetupError, match="Unable to locate package libegl1"):
        install.get_packages(["libegl1"], "Qt needs it", shell)


def test_other_systems_are_told_the_sonames(
    monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    site = checkout / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6"
    site.mkdir(parents=True)
    monkeypatch.setattr(install, "is_debian", lambda: False)
    monkeypatch.setattr(qt_libraries, "missing", lambda _: Needs(("libEGL.so.1",)))
    with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
        install.check_system(Environment(checkout), FakeShell())


@pytest.mark.usefixtures("debian", "root")
def test_libraries_are_installed_and_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    site = checkout / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6"
    site.mkdir(parents=True)
    rounds = iter([Needs(("libEGL.so.1", "libglib-2.0.so.0"), font=True), Needs()])
    monkeypatch.setattr(qt_libraries, "missing", lambda _: next(rounds))
    shell = FakeShell({"pkgnames libglib2.0-0t64": Done(0, "libglib2.0-0t64\n")})
    install.check_system(Environment(checkout), shell)
    assert shell.commands[0] == "apt-get update -qq"
    assert shell.commands[-1].endswith("fonts-dejavu-core libegl1 libglib2.0-0t64")


@pytest.mark.usefixtures("debian", "no_root")
def test_python_without_venv_is_told_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SetupError, match=r"sudo apt-get install python3[.\d]*-venv\n"):
        install.make_venv(Environment(checkout), FakeShell())


# ---------------------------------------------------------------- stamp


def test_a_stamp_holds_until_something_it_covers_changes(checkout: Path) -> None:
    environment = Environment(checkout)
    assert not environment.ready()
    environment.set_stamp(*environment.wanted())
    assert environment.ready()
    (checkout / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert not environment.ready()
    assert environment.installed()  # only the project is to be installed again
    (checkout / "packaging" / "requirements.lock").write_text("other==2\n")
    assert not environment.installed()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"one", b"one two three"])
def test_a_broken_stamp_is_no_stamp(checkout: Path, content: bytes) -> None:
    environment = Environment(checkout)
    environment.stamp.write_bytes(content)
    assert not environment.ready()


def test_a_dev_environment_serves_a_run_but_not_the_other_way(checkout: Path) -> None:
    small, dev = Environment(checkout), Environment(checkout, dev=True)
    small.set_stamp(*small.wanted())
    assert not dev.ready()
    small.stamp.unlink()
    dev.set_stamp(*dev.wanted())
    assert small.ready()


def test_a_dev_environment_stays_one_when_its_locks_change(checkout: Path) -> None:
    run, dev = Environment(checkout), Environment(checkout, dev=True)
    assert run.to_make() == run
    dev.set_stamp(*dev.wanted())
    (checkout / "packaging" / "requirements-dev.lock").write_text("newer==1")
    assert not run.ready()
    assert run.to_make() == dev


def test_an_environment_without_its_python_is_not_ready(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.set_stamp(*environment.wanted())
    environment.python.unlink()
    assert not environment.ready()


def test_a_moved_checkout_is_set_up_anew(checkout: Path, tmp_path: Path) -> None:
    environment = Environment(checkout)
    environment.set_stamp(*environment.wanted())
    moved = checkout.rename(tmp_path.parent / f"{tmp_path.name}-moved")
    assert not Environment(moved).installed()


# ---------------------------------------------------------------- making it


@pytest.fixture
def sound_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "check_system", lambda *_: None)


def venv_maker(checkout: Path) -> Callable[[Sequence[str]], Done]:
    """A shell in which `python -m venv` makes the one file that is looked for."""

    def shell(command: Sequence[str]) -> Done:
        if "venv" in command:
            python = Environment(checkout).python
            python.parent.mkdir(parents=True)
            python.touch()
        return Done(0, "")

    return shell


@pytest.mark.usefixtures("sound_system")
def test_making_it_leaves_a_sound_stamp(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    environment = Environment(checkout)
    install.make(environment, venv_maker(checkout))
    assert environment.ready()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["Making", "Installing", "Installing"]


@pytest.mark.usefixtures("sound_system")
def test_dev_comes_on_top_of_a_sound_environment(checkout: Path) -> None:
    small, dev = Environment(checkout), Environment(checkout, dev=True)
    small.set_stamp(*small.wanted())
    shell = FakeShell()
    install.make(dev, shell)
    assert not shell.ran("-m venv")
    assert shell.ran("--require-hashes")
    assert dev.ready()
    assert small.ready()


@pytest.mark.usefixtures("sound_system")
def test_a_changed_project_is_installed_without_the_network(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.set_stamp(environment.wanted()[0])
    shell = FakeShell()
    install.make(environment, shell)
    assert not shell.ran("--require-hashes")
    assert shell.ran("--no-deps --no-build-isolation -e")
    assert shell.ran("-m compileall")


def test_pip_failing_keeps_its_last_lines_and_no_stamp(checkout: Path) -> None:
    environment = Environment(checkout)
    shell = FakeShell({"--require-hashes": Done(1, "noise\n" * 50 + "ERROR: no route to host\n")})
    with pytest.raises(SetupError, match=r"no route to host\n.*needs the network") as caught:
        install.make(environment, shell)
    assert str(caught.value).count("noise") < 15
    assert not environment.ready()


def test_the_locks_are_all_that_is_installed(checkout: Path) -> None:
    """A release newer than the lock must not change, or break, what is installed."""
    environment = Environment(checkout)
    shell = FakeShell({"pip --disable-pip-version-check --no-input --quiet check": Done(1, "a b")})
    with pytest.raises(SetupError, match=r"a b\n.*make lock"):
        install.make(environment, shell)
    assert shell.ran("--require-hashes --only-binary=:all: --no-deps")
    assert not environment.ready()


# ---------------------------------------------------------------- which Python, which job


@pytest.mark.parametrize(
    ("version", "fits"),
    [((3, 10, 9), False), ((3, 11, 0), True), ((3, 14, 1), True), ((3, 15, 0), False)],
)
def test_python_that_fits(version: tuple[int, int, int], *, fits: bool) -> None:
    assert setup_env.fits(version) is fits


def test_too_old_a_python_hands_over_to_a_newer_one() -> None:
    there = {"python3.12": "/usr/bin/python3.12", "python3.11": "/usr/bin/python3.11"}
    assert setup_env.better_python(there.get, FakeShell()) == "/usr/bin/python3.12"
    broken = FakeShell({"python3.12": Done(127, "pyenv: python3.12: command not found")})
    assert setup_env.better_python(there.get, broken) == "/usr/bin/python3.11"


def test_too_old_a_python_alone_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup_env, "fits", lambda _: False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert setup_env.main(["run"]) == 1
    assert "ocviewer needs Python 3.11 to 3.14" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_display(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, shown: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("os.environ", variables)
    assert setup_env.has_display() is shown


@pytest.mark.parametrize(
    ("arguments", "countries", "edition"),
    [
        ([], ["PER"], []),
        (["PER", "COL"], ["PER", "COL"], []),
        (["DR Congo", "--edition", "2023"], ["DR Congo"], ["--edition", "2023"]),
        (["--edition=2021"], ["PER"], ["--edition=2021"]),
        (["PER", "--exit-after=ready"], ["PER"], []),
    ],
)
def test_arguments_without_a_display(
    arguments: list[str], countries: list[str], edition: list[str]
) -> None:
    assert steps.split_arguments(arguments) == (countries, edition)


def test_without_a_display_the_window_is_drawn_and_the_profile_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(steps, "ROOT", tmp_path)

    def call(command: list[str]) -> int:
        called.append(command)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    assert steps.run_without_display("ocviewer", ["PER", "COL"]) == 0
    picture = str(tmp_path / "build" / "ocviewer.png")
    assert called == [
        ["ocviewer", "snapshot", "PER", "COL", "--out", picture],
        ["ocviewer", "show", "PER"],
        ["ocviewer", "show", "COL"],
    ]
    assert capsys.readouterr().out.startswith("No display here")


def test_checks_stop_at_the_first_that_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(command: Sequence[str], **_: object) -> int:
        return 1 if "mypy" in command[0] else 0

    monkeypatch.setattr(subprocess, "call", call)
    assert steps.test(Environment(dev=True), []) == 1
    out = capsys.readouterr().out
    assert "stopped at step 3, types (mypy --strict)" in out
    assert "pytest" not in out


def test_commands_need_no_display() -> None:
    assert set(NAMED) <= setup_env.WINDOWLESS


def test_an_unknown_job_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup_env.main(["fly"]) == 2
    assert "setup_env.py run PER" in capsys.readouterr().out


# ---------------------------------------------------------------- the locks as they are


def pins(name: str) -> set[str]:
    """The lines of a lock that pin a package, without their markers."""
    text = (PACKAGING / name).read_text("utf-8")
    return set(re.findall(r"^([a-z0-9-]+==[^ ]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", [*setup_env.RUNTIME_LOCKS, *setup_env.DEV_LOCKS])
def test_a_lock_has_a_hash_for_every_pin_and_no_address(name: str) -> None:
    text = (PACKAGING / name).read_text("utf-8")
    assert "make lock" in text.partition("==")[0]
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--index|--extra|--find|--trusted)", text, re.MULTILINE)
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block


def test_the_dev_lock_holds_the_others() -> None:
    for name in setup_env.RUNTIME_LOCKS:
        assert pins(name) <= pins(*setup_env.DEV_LOCKS)


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-build.lock": groups["build"],
        "requirements-dev.lock": [line for line in groups["dev"] if isinstance(line, str)],
    }
    for lock, lines in wanted.items():
        locked = {pin.partition("==")[0] for pin in pins(lock)}
        assert {re.split(r"[<>=]", line)[0].lower() for line in lines} <= locked


def test_the_readme_is_in_the_metadata_once_there_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    there = (ROOT / "README.md").exists()
    assert project.get("readme") == ("README.md" if there else None), "pyproject.toml: readme"
