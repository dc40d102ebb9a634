"""A job from files to the user's folder: what is written, when nothing is, and what is reported."""

import json
import os
import shutil
from collections.abc import Container
from pathlib import Path

import pytest

from ocviewer.domain.problem import BadCall
from ocviewer.domain.profile import Wording
from ocviewer.importers.found_files import find_files
from ocviewer.importers.job import Everything, FileReport, ImportJob, Outcome, Progress
from ocviewer.importers.pages import store
from ocviewer.importers.pages.held import Difference, Kind
from ocviewer.library.check import check_folder
from ocviewer.library.files import write_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.removal import restore
from tests.fixtures import testland
from tests.unit.importers import xlsx
from tests.unit.importers.pages.conftest import FIXTURES
from tests.unit.importers.xlsx import Table


def opened(user: Path) -> Library:
    return Library(FIXTURES / "library", user)


def run(
    files: list[Path], user: Path, take: Container[Difference] = frozenset(), *, dry: bool = False
) -> list[FileReport]:
    job = ImportJob(opened(user), user, take=take, dry=dry)
    return [step for step in job.run(files) if isinstance(step, FileReport)]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def page_of(iso3: str) -> str:
    """The page of 2025 of another country, as text."""
    small = opened(FIXTURES / "none")
    return testland.PageMaker(small, testland.Layout(2025), iso3).text()


@pytest.fixture
def altered(pages: Path, tmp_path: Path) -> Path:
    """A page that differs in an indicator, its average's rank and a fact."""
    text = (pages / "testland-2025.txt").read_text("utf-8")
    head, _, tail = text.partition("Mafia-style groups\n\n    ")
    text = f"{head}Mafia-style groups\n\n    9.50{tail[4:]}".replace("34,217", "35,000")
    path = tmp_path / "altered.txt"
    path.write_text(text.replace("of 3 countries", "of 4 countries", 1), "utf-8")
    return path


def test_a_page_is_in_the_library_afterwards(pages: Path, user_library: Path) -> None:
    (report,) = run([pages / "testland-2025.mhtml"], user_library)
    assert (report.outcome, report.problems) == (Outcome.IMPORTED, ())
    assert [*contents(user_library)] == ["profiles/2025/XTL.json"]
    library = opened(user_library)
    text = library.profile("XTL", 2025)
    assert text is not None
    assert text.wording is Wording.ORIGINAL
    assert text.source.url == "https://ocindex.net/country/testland"
    assert text.origin is not None
    assert (text.origin.file, text.origin.format) == ("testland-2025.mhtml", "mhtml")
    assert library.problems == []
    assert check_folder(user_library, library).problems == ()


def test_importing_twice_changes_nothing(pages: Path, user_library: Path) -> None:
    files = [pages / "testland-2025.html", pages / "testland-2023.txt"]
    assert [r.outcome for r in run(files, user_library)] == [Outcome.IMPORTED] * 2
    before = contents(user_library)
    assert [r.outcome for r in run(files, user_library)] == [Outcome.UNCHANGED] * 2
    (again,) = run([pages / "testland-2025.html"], user_library)
    assert again.outcome is Outcome.UNCHANGED
    assert contents(user_library) == before


def test_a_dry_run_reports_the_same_and_writes_nothing(pages: Path, user_library: Path) -> None:
    files = [pages / "testland-2025.html", pages / "testland-2021.html"]
    dry = run(files, user_library, dry=True)
    assert contents(user_library) == {}
    assert run(files, user_library) == dry


def test_what_differs_stays_the_library_s(altered: Path, user_library: Path) -> None:
    (report,) = run([altered], user_library)
    assert report.held is not None
    found = [(d.kind, d.key, d.can_be_taken) for d in report.held.differences]
    assert found == [
        (Kind.SCORE, "1.2.1", True),
        (Kind.RANK, "1:world", False),
        (Kind.FACT, "population", True),
    ]
    assert [*contents(user_library)] == ["profiles/2025/XTL.json"]
    library = opened(user_library)
    assert library.edition(2025).scores == opened(FIXTURES / "none").edition(2025).scores
    assert library.country_in("XTL", 2025).population == library.countries["XTL"].population


def test_what_is_taken_is_the_page_s(altered: Path, user_library: Path) -> None:
    run([altered], user_library, Everything())
    library = opened(user_library)
    assert library.edition(2025).score("XTL", "1.2.1") == 950
    population = library.country_in("XTL", 2025).population
    assert population is not None
    assert population.value == 35_000
    of_2023 = library.country_in("XTL", 2023).population
    assert of_2023 is not None
    assert of_2023.value == 34_217
    assert library.problems == []
    before = contents(user_library)
    (again,) = run([altered], user_library)
    assert again.outcome is Outcome.UNCHANGED
    assert again.held is not None
    assert [d.kind for d in again.held.differences] == [Kind.CHANGE, Kind.RANK]
    assert contents(user_library) == before


def test_single_differences_are_taken(altered: Path, user_library: Path) -> None:
    (dry,) = run([altered], user_library, dry=True)
    assert dry.held is not None
    chosen = {d for d in dry.held.differences if d.kind is Kind.SCORE}
    run([altered], user_library, chosen)
    library = opened(user_library)
    assert library.edition(2025).score("XTL", "1.2.1") == 950
    assert library.taken_facts("XTL", 2025) is None


def test_two_files_of_one_page(pages: Path, tmp_path: Path, user_library: Path) -> None:
    other = tmp_path / "other.txt"
    text = (pages / "testland-2025.txt").read_text("utf-8")
    other.write_text(text.replace("page three", "page four"), "utf-8")
    files = [pages / "testland-2025.txt", pages / "testland-2025.html", other]
    reports = run(files, user_library)
    assert [r.outcome for r in reports] == [Outcome.IMPORTED, Outcome.UNCHANGED, Outcome.REFUSED]
    assert [p.key for p in reports[2].problems] == ["page_twice"]


def test_a_text_of_the_user_s_is_put_aside(pages: Path, user_library: Path) -> None:
    run([pages / "testland-2025.txt"], user_library)
    path = user_library / "profiles/2025/XTL.json"
    own = json.loads(path.read_text("utf-8"))
    own["sections"] = own["sections"][:1]
    path.write_text(json.dumps(own), "utf-8")
    mine = path.read_bytes()
    (report,) = run([pages / "testland-2025.txt"], user_library)
    assert report.outcome is Outcome.IMPORTED
    assert contents(user_library)["removed/profiles/2025/XTL.1.json"] == mine
    assert check_folder(user_library, opened(user_library)).problems == ()


def test_an_edition_of_the_user_s_is_put_aside_once(
    pages: Path, altered: Path, tmp_path: Path, user_library: Path
) -> None:
    """Of pages that each take a score, the first finds what the user had."""
    run([altered], user_library, Everything())
    mine = (user_library / "editions/2025.json").read_bytes()
    files = [pages / "testland-2025.txt"]
    for iso3, score in (("XOL", "7.50"), ("XTH", "8.50")):
        head, _, tail = page_of(iso3).partition("Mafia-style groups\n\n    ")
        files.append(tmp_path / f"{iso3}.txt")
        files[-1].write_text(f"{head}Mafia-style groups\n\n    {score}{tail[4:]}", "utf-8")
    assert [r.outcome for r in run(files, user_library, Everything())] == [Outcome.IMPORTED] * 3
    edition = opened(user_library).edition(2025)
    found = [edition.score(iso3, "1.2.1") for iso3 in ("XTL", "XOL", "XTH")]
    assert found == [opened(FIXTURES / "none").edition(2025).score("XTL", "1.2.1"), 750, 850]
    kept = {name: file for name, file in contents(user_library).items() if "removed/ed" in name}
    assert kept == {"removed/editions/2025.1.json": mine}


def test_scores_that_are_the_bundled_ones_again(
    pages: Path, altered: Path, user_library: Path
) -> None:
    run([altered], user_library, Everything())
    mine = (user_library / "editions/2025.json").read_bytes()
    run([pages / "testland-2025.txt"], user_library, Everything())
    assert contents(user_library)["removed/editions/2025.1.json"] == mine
    assert not (user_library / "editions/2025.json").exists()
    (again,) = run([pages / "testland-2025.txt"], user_library, Everything())
    assert again.outcome is Outcome.UNCHANGED


def test_what_another_window_brings_at_the_same_time_is_not_lost(
    pages: Path,
    altered: Path,
    tmp_path: Path,
    user_library: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both have read the library; the other writes just before this one gets the folder."""
    head, _, tail = page_of("XOL").partition("Mafia-style groups\n\n    ")
    other = tmp_path / "other.txt"
    other.write_text(f"{head}Mafia-style groups\n\n    7.50{tail[4:]}", "utf-8")
    others = [[pages / "testland-2025.html", other]]

    def lock(folder: Path) -> FolderLock:
        if others:
            run(others.pop(), user_library, Everything())
        return FolderLock(folder)

    monkeypatch.setattr(store, "FolderLock", lock)
    run([altered], user_library, Everything())
    edition = opened(user_library).edition(2025)
    assert (edition.score("XTL", "1.2.1"), edition.score("XOL", "1.2.1")) == (950, 750)
    there = contents(user_library)
    assert b"testland-2025.html" in there["removed/profiles/2025/XTL.1.json"]
    assert b"altered.txt" in there["profiles/2025/XTL.json"]


def test_files_of_version_1_open_and_are_imported_on(pages: Path, user_library: Path) -> None:
    """They are brought up to date when they are read, and kept as they are when replaced."""
    run([pages / "testland-2025.txt"], user_library)
    text = json.loads((user_library / "profiles/2025/XTL.json").read_text("utf-8"))
    del text["origin"], text["facts"]
    text |= {"schema_version": 1, "wording": "original"}
    text["sections"] = text["sections"][:2]
    edition = json.loads((FIXTURES / "library/editions/2025.json").read_text("utf-8"))
    edition["schema_version"] = 1
    edition["countries"][0]["scores"]["1.2.1"] = 9.5
    old = {"profiles/2025/XTL.json": text, "editions/2025.json": edition}
    for name, file in old.items():
        write_text(user_library / name, json.dumps(file))
    library = opened(user_library)
    assert library.edition(2025).score(edition["countries"][0]["iso3"], "1.2.1") == 950
    assert len(library.texts("XTL", 2025)[0].sections) == 2
    assert (library.problems, check_folder(user_library, library).problems) == ([], ())
    (report,) = run([pages / "testland-2025.html"], user_library, Everything())
    assert report.outcome is Outcome.IMPORTED
    there = contents(user_library)
    kept = json.loads(there["removed/profiles/2025/XTL.1.json"])
    assert kept == text
    assert json.loads(there["profiles/2025/XTL.json"])["schema_version"] == 2
    assert restore(user_library, "XTL", 2025)
    again = opened(user_library)
    assert len(again.texts("XTL", 2025)[0].sections) == 2
    assert again.problems == []


def test_a_drive_that_was_pulled_out_meanwhile(
    pages: Path, tmp_path: Path, user_library: Path
) -> None:
    """No second library is made in its place, which would be hidden when the drive is back."""
    files = [pages / f"testland-{year}.txt" for year in (2021, 2023)]
    steps = ImportJob(opened(user_library), user_library).run(files)
    assert [next(steps), next(steps)][1].outcome is Outcome.IMPORTED  # type: ignore[union-attr]
    user_library.rename(tmp_path / "pulled out")
    (report,) = [step for step in steps if isinstance(step, FileReport)]
    assert report.outcome is Outcome.REFUSED
    assert [p.key for p in report.problems] == ["user_folder_gone"]
    assert not user_library.exists()


def test_it_can_be_stopped_between_files(pages: Path, user_library: Path) -> None:
    files = [pages / f"testland-{year}.txt" for year in (2021, 2023, 2025)]
    steps = ImportJob(opened(user_library), user_library).run(files)
    assert next(steps) == Progress(0, 3, str(files[0]))
    assert isinstance(next(steps), FileReport)
    assert next(steps) == Progress(1, 3, str(files[1]))
    steps.close()  # type: ignore[attr-defined]
    assert [*contents(user_library)] == ["profiles/2021/XTL.json"]


def test_a_file_that_is_refused_does_not_stop_the_others(
    pages: Path, tmp_path: Path, user_library: Path
) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    gone = tmp_path / "gone.html"
    reports = run([empty, gone, pages / "testland-2025.txt"], user_library)
    assert [r.outcome for r in reports] == [Outcome.REFUSED, Outcome.REFUSED, Outcome.IMPORTED]
    assert [p.key for r in reports for p in r.problems] == ["page_empty", "page_not_found"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to(pages: Path, user_library: Path) -> None:
    user_library.chmod(0o500)
    (report,) = run([pages / "testland-2025.txt"], user_library)
    user_library.chmod(0o700)
    assert [p.key for p in report.problems] == ["not_stored"]


def test_a_full_disk_leaves_what_was_there(
    pages: Path, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([pages / "testland-2023.txt"], user_library)
    before = contents(user_library)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (report,) = run([pages / "testland-2025.txt"], user_library)
    assert report.outcome is Outcome.REFUSED
    assert "No space left" in report.problems[0].values["reason"]
    assert contents(user_library) == before


def test_a_workbook_brings_the_edition_that_pages_show(
    tmp_path: Path, user_library: Path, small: Library
) -> None:
    names = [node.name for node in small.indicators]
    edition = small.edition(2025).scores
    scores = [[edition[i][node.code] / 100 for node in small.indicators] for i in ("XTL", "XOL")]
    scores[0][names.index("Human trafficking")] = 1.0  # an edition of its own
    rows: Table = [
        ["Africa", small.countries[iso3].region, small.countries[iso3].name, *row]
        for iso3, row in zip(("XTL", "XOL"), scores, strict=True)
    ]
    table: Table = [["Continent", "Region", "Country", *names], *rows]
    xlsx.write(tmp_path / "new.xlsx", {"2027_dataset": table})
    run([tmp_path / "new.xlsx"], tmp_path / "elsewhere")
    new = opened(tmp_path / "elsewhere")
    page = testland.PageMaker(new, testland.Layout(2027)).text()
    (tmp_path / "page.txt").write_text(page, "utf-8")
    files = [tmp_path / "page.txt", tmp_path / "new.xlsx"]
    reports = run([*find_files(files).files], user_library)
    assert [r.outcome for r in reports] == [Outcome.IMPORTED] * 2
    assert sorted(contents(user_library)) == ["editions/2027.json", "profiles/2027/XTL.json"]


def test_a_table_of_text_of_an_edition_that_it_does_not_name(
    tmp_path: Path, user_library: Path, small: Library
) -> None:
    names = [node.name for node in small.indicators]
    row = [str(small.edition(2025).scores["XTL"][node.code] / 100) for node in small.indicators]
    lines = ["\t".join(["Country", *names]), "\t".join(["Testland (invented)", *row])]
    table = tmp_path / "scores.tsv"
    table.write_text("\n".join(lines), "utf-8")
    (report,) = run([table], user_library)
    assert report.outcome is Outcome.REFUSED
    job = ImportJob(opened(user_library), user_library, edition=2027)
    reports = [step for step in job.run([table]) if isinstance(step, FileReport)]
    assert [r.outcome for r in reports] == [Outcome.IMPORTED]
    assert opened(user_library).years == (2021, 2023, 2025, 2027)


def test_folders_without_parts_of_complete_saves(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    shutil.copytree(pages, folder / "deep" / "er")
    for name in ("picture.png", ".hidden.html"):
        (folder / name).touch()
    (folder / ".git").mkdir()
    (folder / ".git" / "x.html").touch()
    (folder / "book.xlsx").touch()
    found = find_files([folder, folder / "picture.png", folder / "book.xlsx"])
    names = [path.name for path in found.files]
    assert names[0] == "book.xlsx"
    assert "frame.html" not in names
    assert len(names) == 12, "ten pages, the workbook, and the picture that was named"
    assert found.passed_over == 2
    with pytest.raises(BadCall):
        find_files([tmp_path / "nowhere"])
