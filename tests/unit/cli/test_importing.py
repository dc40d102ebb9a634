"""`ocviewer import`, `paths`, `remove` and `restore` as a user calls them."""

import json
import re
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.cli import main

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
COMMANDS = Path(__file__).resolve().parents[3] / "docs" / "commands.md"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small library in place of the bundled one, and the pages at hand."""
    monkeypatch.setattr(paths, "bundled_library", lambda: FIXTURES / "library")
    monkeypatch.chdir(FIXTURES / "pages")


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_example_in_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(
        r"```sh-session\n\$ ocviewer (import .*?)\n(.*?)```", COMMANDS.read_text(), re.S
    )
    assert found is not None
    assert call(capsys, *found[1].split()) == (0, found[2], "")


def test_a_folder(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, err = call(capsys, "import", ".")
    assert (code, err) == (0, "")
    assert out.endswith("3 imported, 7 unchanged, 0 refused; 0 with differences.\n")
    assert sorted(path.name for path in (home / "library/profiles").iterdir()) == [
        "2021",
        "2023",
        "2025",
    ]
    assert call(capsys, "check", str(home / "library"))[0] == 0


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, _ = call(capsys, "import", "testland-2025.txt", "--dry-run")
    assert code == 0
    assert out.endswith("1 to import, 0 unchanged, 0 refused; 0 with differences.\n")
    assert list(home.rglob("*")) == []


@pytest.fixture
def altered(tmp_path: Path) -> str:
    """A page with another score of mafia-style groups and another population."""
    text = (FIXTURES / "pages/testland-2023.txt").read_text("utf-8")
    head, _, tail = text.partition("Mafia-style groups\n\n    ")
    path = tmp_path / "altered.txt"
    text = f"{head}Mafia-style groups\n\n    9.50{tail[4:]}".replace("34,217", "35,000")
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize(("take", "which"), [("library", "library’s is kept"), ("page", "page’s")])
def test_each_difference_is_a_line(
    capsys: pytest.CaptureFixture[str], altered: str, take: str, which: str
) -> None:
    code, out, err = call(capsys, "import", altered, "--take", take)
    assert (code, err) == (0, "")
    differing = [line for line in out.splitlines() if line.startswith("  differs: ")]
    assert len(differing) == 2
    assert "population is 35,000 on the page, 34,217 in the library" in differing[1]
    assert all(which in line for line in differing)
    assert out.endswith("1 with differences.\n")
    shown = json.loads(call(capsys, "show", "XTL", "--edition", "2023", "--json")[1])
    assert shown["country"]["population"]["value"] == (35_000 if take == "page" else 34_217)


def test_the_report_as_json(
    capsys: pytest.CaptureFixture[str], altered: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").touch()
    (tmp_path / "x.png").touch()
    code, out, err = call(capsys, "import", str(tmp_path), "--json")
    assert (code, err) == (1, "")
    report = json.loads(out)
    assert report["counts"] == {
        "imported": 1,
        "unchanged": 0,
        "refused": 1,
        "differing": 1,
        "passed_over": 1,
    }
    page, empty = report["files"]
    assert (page["country"], page["edition"], page["format"]) == ("XTL", 2023, "text")
    assert page["sections"]["people"] == 3
    score = page["differences"][0]
    assert (score["kind"], score["key"], score["page"]) == ("score", "1.2.1", 9.5)
    assert [problem["key"] for problem in empty["problems"]] == ["page_empty"]


def test_a_refused_file_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    file.write_text("<html>news</html>")
    code, out, err = call(capsys, "import", str(file), "testland-2025.txt")
    assert code == 1
    assert f"{file}: refused" in out
    assert err.startswith(f"{file}: This is no country page of the index")
    assert out.endswith("1 imported, 0 unchanged, 1 refused; 0 with differences.\n")


@pytest.mark.parametrize(
    "arguments",
    [("nowhere.html",), ("testland-2025.txt", "--edition", "new"), ("x", "--take", "all"), ()],
)
def test_a_wrong_call(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, out, err = call(capsys, "import", *arguments)
    assert (code, out) == (2, "")
    assert err


def test_an_edition_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "import", "testland-2025.txt", "--edition", "2027")
    assert code == 1
    assert "The page shows the edition 2027" in err


def test_removed_and_restored(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    call(capsys, "import", ".")
    file = home / "library/profiles/2023/XTL.json"
    code, out, _ = call(capsys, "remove", "Testland", "--edition", "2023")
    assert (code, out.count("\n"), file.exists()) == (0, 1, False)
    assert call(capsys, "remove", "Testland", "--edition", "2023")[0] == 2
    code, out, _ = call(capsys, "remove", "Testland")
    assert (code, out.count("\n")) == (0, 2)
    code, out, _ = call(capsys, "restore", "Testland")
    assert (code, out.count("\n"), file.exists()) == (0, 3, True)
    assert call(capsys, "restore", "Testland")[0] == 2
    assert call(capsys, "restore", "Quux")[0] == 2
    last = call(capsys, "import", ".")[1].splitlines()[-1]
    assert last == "0 imported, 10 unchanged, 0 refused; 0 with differences."


def test_paths(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, _ = call(capsys, "paths")
    assert code == 0
    assert str(home / "library") in out
    found = json.loads(call(capsys, "paths", "--json")[1])
    assert found["library"] == str(home / "library")
