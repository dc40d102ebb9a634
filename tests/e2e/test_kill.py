"""Nothing is lost: the program is killed at any moment, the disk is full, two write at once."""

import itertools
import json
import logging
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.aside import REMOVED
from ocviewer.library.durable import PART
from ocviewer.library.files import write_text
from ocviewer.library.folder_lock import LOCK
from ocviewer.library.library import Library
from ocviewer.library.notes.store import NoteStore, now
from ocviewer.library.pack.write import Wanted, write_pack
from ocviewer.library.recovery import PENDING, recover
from ocviewer.library.references import Tables
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table
from tests.unit.library.pack.conftest import edition_text, profile_text

pytestmark = pytest.mark.slow

YEARS = (2027, 2029, 2031, 2033)
KILLS = 25
"""Of each command."""

Files = dict[str, bytes]


def call(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ocviewer", *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(call(*arguments), capture_output=True, text=True, timeout=60, check=False)


def files(folder: Path) -> Files:
    """The files of a library, without what no one reads: locks, and parts of files."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if path.name != LOCK and not path.name.endswith(PART)
    }


def other_edition(year: int) -> str:
    """An edition as the user had it before: one country's score is another."""
    text = edition_text().replace('"edition": 2027', f'"edition": {year}')
    return text.replace('"1.1.1": 7.0', '"1.1.1": 6.5', 1)


@pytest.fixture
def before(tmp_path: Path, library: Library) -> Path:
    """What the user has: two editions and texts of 10 countries."""
    folder = tmp_path / "before"
    for year in YEARS[:2]:
        write_text(folder / f"editions/{year}.json", other_edition(year))
    for iso3 in sorted(library.countries)[:10]:
        text = profile_text(iso3).replace("Peru", "Before")
        write_text(folder / f"profiles/2025/{iso3}.json", text)
    return folder


@pytest.fixture
def pack_file(tmp_path: Path, library: Library) -> Path:
    """Other texts of 24 countries, those of ``before`` among them, and other editions."""
    folder = tmp_path / "packed"
    for year in YEARS:
        text = edition_text().replace('"edition": 2027', f'"edition": {year}')
        write_text(folder / f"editions/{year}.json", text)
    for iso3 in sorted(library.countries)[:24]:
        write_text(folder / f"profiles/2025/{iso3}.json", profile_text(iso3))
    out = tmp_path / "x.ocpack"
    tables = Tables(library.countries, library.indicators)
    write_pack(out, folder, Wanted(("edition", "profile")), tables)
    return out


@pytest.fixture
def workbook(tmp_path: Path, library: Library) -> Path:
    """Four editions of 30 countries, two of which the user has in another form."""
    edition = library.edition(2025)
    nodes = list(library.indicators)
    rows: Table = [["Country", *(node.name for node in nodes)]]
    for iso3, scores in [*list(edition.scores.items())[:29], ("PER", edition.scores["PER"])]:
        rows.append([library.countries[iso3].name, *(scores[n.code] / 100 for n in nodes)])
    return xlsx.write(tmp_path / "index.xlsx", {f"{year}_dataset": rows for year in YEARS})


def killed(command: list[str], delay: float, writing: Callable[[], bool]) -> bool:
    """Runs a command and kills it, a delay after it writes; whether it was still at work."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while not writing() and process.poll() is None:
        time.sleep(0.0005)
    time.sleep(delay)
    process.kill()
    _, told = process.communicate(timeout=60)
    assert b"Traceback" not in told
    return process.returncode not in (0, 1, 2)


def spread(command: list[str], home: Path, before: Path) -> tuple[float, float]:
    """How long a command takes until it writes, and until it ends, in seconds."""
    restore(home, before)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not has_begun(home, before) and process.poll() is None:
        time.sleep(0.0005)
    begun = time.monotonic()
    assert process.wait(60) == 0
    return begun - start, time.monotonic() - begun


def restore(home: Path, before: Path) -> None:
    shutil.rmtree(home / "library", ignore_errors=True)
    shutil.copytree(before, home / "library")


def has_begun(home: Path, before: Path) -> bool:
    """Whether there is anything in the library's folder, or among its editions, that was not."""
    folder = home / "library"
    return any(
        len(os.listdir(folder / name)) != len(os.listdir(before / name))  # noqa: PTH208
        for name in (".", "editions")
    )


def opens(folder: Path) -> None:
    """The library opens, with every edition and text in it."""
    library = Library(paths.bundled_library(), folder)
    assert {2021, 2023, 2025, *YEARS[:2]} <= set(library.years)
    for year in library.years:
        assert library.edition(year).score("PER", "1") is not None
    for iso3 in library.countries:
        library.profile(iso3, 2025)
    assert library.problems == []


def kill_often(
    command: list[str], home: Path, before: Path, seed: int, check: Callable[[Files], str]
) -> Counter[str]:
    """Kills a command at ``KILLS`` points, and looks after each run at what the next start finds.

    Half of them are spread over the whole run, half over the time in which it writes.
    """
    chance = random.Random(seed)
    until, during = spread(command, home, before)
    outcomes: Counter[str] = Counter()
    opened: list[Files] = []
    tries = itertools.count()
    while outcomes["killed"] < KILLS:
        number = next(tries)
        assert number < 10 * KILLS, "it always ends before it is killed"
        restore(home, before)
        if number % 2:
            delay = chance.uniform(0, during)
            was_killed = killed(command, delay, lambda: has_begun(home, before))
        else:
            was_killed = killed(command, chance.uniform(0, until + during), lambda: True)
        folder = home / "library"
        outcomes["killed" if was_killed else "ended before"] += 1
        outcomes["found pending"] += (folder / PENDING).exists()
        assert recover(folder) == ()
        assert not (folder / PENDING).exists()
        found = files(folder)
        outcomes[check(found)] += 1
        if found not in opened:  # the same files open in the same way
            opened.append(found)
            opens(folder)
    logging.getLogger(__name__).info("%s: %s", command[3], dict(outcomes))
    return outcomes


def test_killed_while_a_pack_is_opened(home: Path, before: Path, pack_file: Path) -> None:
    """Everything is as before, or everything is there."""
    restore(home, before)
    command = call("unpack", str(pack_file), "--all")
    old = files(before)
    assert run(*command[3:]).returncode == 0
    new = files(home / "library")
    assert len([name for name in new if name.startswith(REMOVED)]) == len(old)
    assert len(new) == len(old) + 16 + len(old)

    def check(found: Files) -> str:
        assert found in (old, new)
        return "before" if found == old else "after"

    outcomes = kill_often(command, home, before, 5, check)
    assert outcomes["before"] > 0


def test_killed_while_a_workbook_is_imported(home: Path, before: Path, workbook: Path) -> None:
    """Each edition is as before, or as imported with the old one put aside; texts are as before."""
    restore(home, before)
    command = call("import-workbook", str(workbook))
    old = files(before)
    assert run(*command[3:]).returncode == 0
    new = files(home / "library")
    assert len([name for name in new if name.startswith(REMOVED)]) == 2
    assert len(new) == len(old) + 4

    def check(found: Files) -> str:
        assert old.keys() <= found.keys() <= new.keys()
        assert {*old.values()} <= {*found.values()}
        assert all(content in (old.get(name), new[name]) for name, content in found.items())
        return "before" if found == old else "after" if found == new else "some editions"

    outcomes = kill_often(command, home, before, 6, check)
    assert outcomes["before"] > 0


NOTING = """
import sys
from pathlib import Path
from ocviewer.domain.note import Note, NoteKind
from ocviewer.library.notes.store import NoteStore, now
store = NoteStore(Path(sys.argv[1]))
for number in range(60):
    country = ("PER", "COL", "CHL")[number % 3]
    moment = now()
    text = "noted " * (1 + number * 20)
    store.put(Note(f"{number:032x}", NoteKind.COUNTRY, moment, moment, country, text=text))
    store.save()
    print(number, flush=True)
"""


def started(folder: Path) -> "subprocess.Popen[str]":
    """A process that has saved its first note and goes on with others."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-c", NOTING, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_killed_while_notes_are_saved(home: Path) -> None:
    """What was saved is there, whole, and at most the one that was being saved beside it."""
    seed = int(os.environ.get("OCVIEWER_KILL_SEED", random.randrange(10**6)))
    logging.getLogger(__name__).info("OCVIEWER_KILL_SEED=%s", seed)
    chance = random.Random(seed)
    folder = home / "library" / "notes"
    process = started(folder)
    start = time.monotonic()
    process.communicate(timeout=60)  # to its end
    whole = time.monotonic() - start
    outcomes: Counter[str] = Counter()
    while outcomes["killed"] < 2 * KILLS:
        assert outcomes["ended before"] < 2 * KILLS
        process = started(folder)
        time.sleep(chance.uniform(0, whole))
        process.kill()
        # communicate would pass over what came along with the first line
        assert process.stdout is not None
        with process.stdout:
            saved = len(process.stdout.read().split()) + 1
        process.wait(60)
        store = NoteStore(folder)
        found = [int(note.id, 16) for note in store.all_notes()]
        assert sorted(found) in (list(range(saved)), list(range(saved + 1)))
        assert store.problems == []
        store.put(store.all_notes()[0]._replace(text="after", modified=now()))
        store.save()
        was_killed = process.returncode != 0
        whole *= 1.02 if was_killed else 0.9  # the machine may be slower or faster by now
        outcomes["killed" if was_killed else "ended before"] += 1
        outcomes["between two prints"] += len(found) == saved + 1
    logging.getLogger(__name__).info("notes, saved for %.2f s: %s", whole, dict(outcomes))


def test_two_at_once(home: Path, before: Path, pack_file: Path, workbook: Path) -> None:
    """One waits for the other, or says why it did nothing; what is there is whole."""
    restore(home, before)
    calls = [
        call("unpack", str(pack_file), "--all"),
        call("import-workbook", str(workbook)),
        call("unpack", str(pack_file), "--all"),
    ]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(each, stdout=pipe, stderr=pipe, text=True) for each in calls]
    for process in running:
        _, told = process.communicate(timeout=60)
        assert "Traceback" not in told
        assert process.returncode == 0 or "changed after it was compared" in told
    assert run("check", str(home / "library")).stdout.endswith("all fine.\n")
    assert files(home / "library").keys() > files(before).keys()


ON_A_FULL_DISK = """
import json, shutil, subprocess, sys
home, before, size, *command = sys.argv[1:]
mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", home]
if subprocess.run(mount, capture_output=True).returncode:
    sys.exit(77)
shutil.copytree(before, home + "/library")
done = subprocess.run(command, capture_output=True, text=True)
checked = subprocess.run(command[:3] + ["check", home + "/library"], capture_output=True, text=True)
shutil.copytree(home + "/library", before + "-after")
print(json.dumps([done.returncode, done.stderr, checked.stdout]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a small drive of one's own is Linux's")
@pytest.mark.parametrize("command", ["unpack", "import-workbook"])
def test_a_full_disk(
    home: Path, before: Path, pack_file: Path, workbook: Path, command: str
) -> None:
    """On a drive, seen by this test alone, that has room for what is there and little more."""
    used = sum(-(-len(content) // 4096) * 4096 for content in files(before).values())
    file = pack_file if command == "unpack" else workbook
    more = ["--all"] if command == "unpack" else []
    script = [sys.executable, "-c", ON_A_FULL_DISK, str(home), str(before), str(used + 8192)]
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no unshare")
    done = subprocess.run(
        [unshare, "--mount", *script, *call(command, str(file), *more)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode in (1, 77) and not done.stdout:
        pytest.skip("may not mount a drive")
    code, told, checked = json.loads(done.stdout)
    assert code == 1, told
    assert "No space left on device" in told
    assert "Make room" in told
    assert "Traceback" not in told
    assert checked.endswith("all fine.\n")
    after = files(Path(f"{before}-after"))
    assert {name: after[name] for name in files(before) if name in after}.keys() == files(
        before
    ).keys()
    if command == "unpack":
        assert after == files(before)


def bound(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as a user whom permissions bind, which they do not bind root."""
    dropped = "-dac_override,-dac_read_search"
    command = call(*arguments)
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root writes everywhere, and there is no setpriv to be less than root")
        command = [setpriv, f"--bounding-set={dropped}", f"--inh-caps={dropped}", *command]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("command", ["unpack", "import-workbook", "import", "remove", "list"])
def test_a_read_only_folder(
    home: Path, before: Path, pack_file: Path, workbook: Path, command: str
) -> None:
    """Told with the folder and the way out; also where a killed program left something."""
    restore(home, before)
    folder = home / "library"
    if command == "list":
        write_text(folder / PENDING / "new/editions/2035.json", other_edition(2035))
        journal = {
            "schema_version": 1,
            "kind": "journal",
            "files": [{"name": "editions/2035.json", "was": ""}],
        }
        write_text(folder / PENDING / "journal.json", json.dumps(journal))
    places = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for place in places:
        place.chmod(0o555)
    try:
        arguments = {
            "unpack": ["unpack", str(pack_file), "--all"],
            "import-workbook": ["import-workbook", str(workbook)],
            "import": ["import", str(workbook)],
            "remove": ["remove", "ALB"],
            "list": ["show", "PER"],
        }[command]
        done = bound(*arguments)
        assert done.returncode == (0 if command == "list" else 1), done.stderr
        assert str(folder) in done.stderr
        assert "permission" in done.stderr
        assert "Traceback" not in done.stderr
        if command != "list":
            assert files(folder) == files(before)
    finally:
        for place in places:
            place.chmod(0o755)
    if command == "list":
        assert recover(folder) == ()
        assert (folder / "editions/2035.json").read_text("utf-8") == other_edition(2035)


CLOSED = {
    "remove": (["remove", "ALB"], 1),
    "restore": (["restore", "ALB"], 1),
    "pack": (["pack", "OUT"], 1),
    "notes": (["notes"], 1),
    "search": (["search", "cocaine"], 0),
    "show": (["show", "ALB"], 0),
    "check": (["check", "LIBRARY"], 1),
}


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize(("arguments", "code"), CLOSED.values(), ids=CLOSED.keys())
def test_a_closed_folder(
    home: Path, before: Path, tmp_path: Path, arguments: list[str], code: int
) -> None:
    """What may not be read is told, and never taken for missing."""
    restore(home, before)
    folder = home / "library"
    (folder / "notes").mkdir()
    write_text(folder / "removed/profiles/2025/ALB.1.json", profile_text("ALB"))
    names = {"OUT": str(tmp_path / "out.ocpack"), "LIBRARY": str(folder)}
    inner = [folder / name for name in ("editions", "profiles", "notes", "removed/profiles")]
    for place in inner:
        place.chmod(0)
    try:
        done = bound(*(names.get(argument, argument) for argument in arguments))
        told = done.stdout + done.stderr
        assert done.returncode == code, told
        assert "may not read this" in told
        assert str(folder) in told
        assert "Traceback" not in told
    finally:
        for place in inner:
            place.chmod(0o755)
