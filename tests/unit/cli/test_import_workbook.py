"""`ocviewer import-workbook`: into the user's own library, all or nothing."""

import io
import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.cli import main
from ocviewer.cli.import_workbook import run
from ocviewer.domain.problem import BadData
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table


@pytest.fixture
def table(library: Library) -> Table:
    """Two countries that score 5 everywhere."""
    names = [node.name for node in library.indicators]
    rows: Table = [["", "", name, *[5.0] * len(names)] for name in ("Peru", "Chad")]
    return [["Continent", "Region", "Country", *names], *rows]


def imported(path: Path, library: Library, words: Words) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return run(path, library, words, out, err), out.getvalue(), err.getvalue()


def written(home: Path) -> list[str]:
    return sorted(path.name for path in home.rglob("*") if path.is_file())


def test_the_edition_is_there_afterwards(
    home: Path, tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    code, out, err = imported(path, library, words)
    assert (code, err) == (0, "")
    target = home / "library" / "editions" / "2027.json"
    assert f"written: {target}" in out
    assert "2 countries; 15 criminal markets, 5 criminal actors, 12 resilience" in out
    assert "every average follows from its members" in out
    mine = Library(paths.bundled_library(), paths.user_library())
    assert mine.years == (2021, 2023, 2025, 2027)
    assert mine.edition(2027).score("PER", "1.1.1") == 500
    assert mine.problems == []
    assert json.loads(target.read_text("utf-8"))["source"]["title"].endswith("workbook small.xlsx")


def test_importing_again_writes_nothing(
    home: Path, tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    imported(path, library, words)
    target = home / "library" / "editions" / "2027.json"
    before = target.stat()
    code, out, _ = imported(path, library, words)
    assert code == 0
    assert f"unchanged: {target}" in out
    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.fixture
def bundled_table(library: Library) -> Table:
    """The edition of 2021 as it is bundled, in a sheet."""
    edition = library.edition(2021)
    nodes = [n for n in library.indicators if edition.score("PER", n.code) is not None]
    rows: Table = [["Country", *(node.name for node in nodes)]]
    for iso3, scores in edition.scores.items():
        rows.append([library.countries[iso3].name, *(scores[n.code] / 100 for n in nodes)])
    return rows


def test_nothing_is_written_for_an_edition_that_is_bundled(
    home: Path, tmp_path: Path, bundled_table: Table, library: Library, words: Words
) -> None:
    path = xlsx.write(tmp_path / "same.xlsx", {"2021_dataset": bundled_table})
    code, out, err = imported(path, library, words)
    assert (code, err) == (0, "")
    assert "the same scores as the edition that comes with ocviewer; nothing to write" in out
    assert written(home) == []


def test_a_bundled_edition_takes_the_place_of_an_imported_one(
    home: Path, tmp_path: Path, bundled_table: Table, library: Library, words: Words
) -> None:
    mine: Table = [row[:] for row in bundled_table]
    mine[1][1:] = [5.0] * len(mine[1][1:])
    imported(xlsx.write(tmp_path / "mine.xlsx", {"2021_dataset": mine}), library, words)
    assert written(home) == ["2021.json"]
    before = (home / "library/editions/2021.json").read_bytes()
    path = xlsx.write(tmp_path / "same.xlsx", {"2021_dataset": bundled_table})
    # what is compared with is what comes with the program, not what the user has put on top
    on_top = Library(paths.bundled_library(), paths.user_library())
    code, out, _ = imported(path, on_top, words)
    assert code == 0
    assert f"put aside below removed/: {home / 'library' / 'editions' / '2021.json'}" in out
    assert not (home / "library/editions/2021.json").exists()
    assert (home / "library/removed/editions/2021.1.json").read_bytes() == before


def test_what_the_sheet_lacks_and_what_disagrees_is_told(
    tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    column = table[0].index("Extortion and protection racketeering")
    for row in table:
        del row[column]
    table[1][table[0].index("Criminal actors")] = 5.5
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    code, out, err = imported(path, library, words)
    assert (code, err) == (0, "")
    assert "not scored in this edition: Extortion and protection racketeering\n" in out
    assert "not in this sheet: Afghanistan, " in out
    actors = xlsx.letters(table[0].index("Criminal actors"))
    place = f"2027_dataset, row 2, column {actors}"
    assert f"{place}: Peru, Criminal actors is 5.50, but its members give 5.0000" in out
    assert "every average" not in out


def test_nothing_is_written_when_anything_is_wrong(
    home: Path, tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    bad: Table = [*table[:-1], [*table[-1][:-1], 11]]
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table, "2029_dataset": bad})
    code, out, err = imported(path, library, words)
    assert code == 1
    assert written(home) == []
    assert "written:" not in out
    column = xlsx.letters(len(table[0]) - 1)
    assert f"{path}: 2029_dataset, row 3, column {column}: Non-state actors is 11." in err
    assert "Nothing was written" in err


def test_a_file_that_is_no_workbook(
    home: Path, tmp_path: Path, library: Library, words: Words
) -> None:
    path = tmp_path / "index.xlsx"
    path.write_text("Country,Criminality\n", "utf-8")
    code, out, err = imported(path, library, words)
    assert (code, out) == (1, "")
    assert "no workbook in the .xlsx or .ods format" in err
    assert written(home) == []


CSV = """\
ISO2;Mafia-style groups;CRIMINAL NETWORKS;1.2.3;Foreign actors;1.2.5;Bribes;Resilience
NA;5,0;5,5;5;5;5;1;4,3333
PE;6,0;6,0;6,5;7;;2;5,25
"""


def test_what_was_made_of_a_csv_export_is_told(
    home: Path, tmp_path: Path, library: Library, words: Words
) -> None:
    path = tmp_path / "export-2027.csv"
    path.write_text(CSV, "utf-8")
    code, out, err = imported(path, library, words)
    assert (code, err) == (0, "")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0].startswith("2027 (sheet export-2027): 2 countries; 0 criminal markets, 5 ")
    assert lines[1] == "the edition is the year in the file's name"
    assert lines[2].endswith(": “Bribes” (export-2027, row 1, column G)")
    assert any(line.endswith("to 0.01: Criminal actors (from 5 of 5)") for line in lines)
    assert "averages with more than two decimals, rounded to 0.01: 1" in lines
    target = home / "library" / "editions" / "2027.json"
    mine = Library(paths.bundled_library(), paths.user_library())
    assert mine.edition(2027).scores["NAM"]["1.2"] == 510
    assert mine.edition(2027).scores["PER"]["1.2"] == 638
    assert mine.edition(2027).scores["NAM"]["2"] == 433
    title = json.loads(target.read_text("utf-8"))["source"]["title"]
    assert title.endswith(
        "workbook export-2027.csv; averages computed by ocviewer: Criminal actors"
    )


def test_the_edition_is_asked_for_where_nothing_tells_it(
    home: Path, tmp_path: Path, table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(xlsx.write(tmp_path / "small.xlsx", {"Full_dataset": table}))
    assert main(["import-workbook", path]) == 1
    assert "--edition YEAR" in capsys.readouterr().err
    assert written(home) == []
    assert main(["import-workbook", path, "--edition", "27"]) == 1
    assert "“27” is no edition" in capsys.readouterr().err
    assert main(["import-workbook", path, "--edition", "2027"]) == 0
    assert written(home) == ["2027.json"]
    capsys.readouterr()
    assert main(["show", "Peru", "--edition", "2027"]) == 0
    assert "2027 edition" in capsys.readouterr().out


def test_many_discrepancies_are_counted(
    tmp_path: Path, bundled_table: Table, library: Library, words: Words
) -> None:
    column = bundled_table[0].index("Resilience")
    for row in bundled_table[1:]:
        row[column] = 9.99
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": bundled_table})
    code, out, _ = imported(path, library, words)
    assert code == 0
    assert out.count("but its members give") == 20
    assert "and 173 more averages that do not follow from their members" in out


def test_a_folder_that_cannot_be_written_to(
    home: Path, tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    (home / "library").write_text("a file where the folder should be", "utf-8")
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    with pytest.raises(BadData) as caught:
        imported(path, library, words)
    assert [problem.key for problem in caught.value.problems] == ["workbook_write_failed"]
    assert words.problem(caught.value.problems[0]).startswith(str(home / "library" / "editions"))


def test_every_problem_of_the_importer_has_words(words: Words) -> None:
    """Each key that the code names is in the catalogue, and each in the catalogue is named."""
    source = Path(paths.__file__).parent
    code = "".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    keys = json.loads((paths.resources() / "messages/en/problems.json").read_text("utf-8"))
    ours = {key for key in keys if key.startswith("workbook_")}
    renamed = {
        "workbook_no_permission",
        "workbook_unreadable",
        "workbook_too_large",
    }  # book.py puts "workbook_" before the keys of files.py
    assert {key for key in ours if f'"{key}"' not in code} == renamed
    assert all(f'"{key.removeprefix("workbook_")}"' in code for key in renamed)


def test_an_edition_of_a_newer_version_stays(
    home: Path, tmp_path: Path, table: Table, library: Library, words: Words
) -> None:
    target = home / "library" / "editions" / "2027.json"
    target.parent.mkdir(parents=True)
    target.write_text('{"schema_version": 99, "kind": "edition"}')
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    with pytest.raises(BadData) as caught:
        imported(path, library, words)
    assert [(p.key, p.file) for p in caught.value.problems] == [("newer_kept", str(target))]
    assert target.read_text() == '{"schema_version": 99, "kind": "edition"}'


def test_a_lock_is_told_and_nothing_written(
    home: Path,
    tmp_path: Path,
    table: Table,
    library: Library,
    words: Words,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FolderLock.__init__, "__defaults__", (0.1,))
    path = xlsx.write(tmp_path / "small.xlsx", {"2027_dataset": table})
    with FolderLock(home / "library"):
        with pytest.raises(BadData) as caught:
            imported(path, library, words)
        assert [problem.key for problem in caught.value.problems] == ["folder_locked"]
    assert written(home) == []
