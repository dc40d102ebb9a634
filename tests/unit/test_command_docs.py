"""The examples in docs/commands.md are what the commands print."""

import json
import re
import shlex
from pathlib import Path

import pytest

from ocviewer.cli import main
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text
from tests.unit.library.pack.make import pack_bytes, write

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
EXAMPLES = re.findall(r"```console\n\$ ocviewer ([^\n]+)\n(.*?)```", PAGE.read_text("utf-8"), re.S)
EXCERPTS = re.findall(
    r"Of what `ocviewer ([^`]+)` prints:\n\n```json\n(.*?)```", PAGE.read_text("utf-8"), re.S
)


@pytest.fixture(autouse=True)
def field_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack that the examples speak of, where they are called."""
    parts = {EDITION: edition_text().encode(), TEXT: profile_text().encode()}
    program = "ocviewer 0.1.0"
    content = pack_bytes(parts, edit=lambda manifest: manifest.update(program=program))
    write(tmp_path / "field.ocpack", content)
    monkeypatch.chdir(tmp_path)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == PAGE.read_text("utf-8").count("```console") >= 2
    assert len(EXCERPTS) == PAGE.read_text("utf-8").count("```json") >= 2
    called = {call.split()[0] for call, _ in [*EXAMPLES, *EXCERPTS]}
    assert called >= {"rank", "compare", "similar", "unpack"}


@pytest.mark.parametrize(("call", "printed"), EXAMPLES, ids=[call for call, _ in EXAMPLES])
def test_an_example_is_what_the_command_prints(
    call: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(shlex.split(call)) == 0
    assert capsys.readouterr().out == printed


def holds(found: object, shown: object) -> bool:
    """Whether what was found has every key and element that is shown."""
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(
            key in found and holds(found[key], value) for key, value in shown.items()
        )
    if isinstance(shown, list):
        return isinstance(found, list) and all(
            any(holds(element, each) for element in found) for each in shown
        )
    return type(found) is type(shown) and found == shown


@pytest.mark.parametrize(("call", "shown"), EXCERPTS, ids=[call for call, _ in EXCERPTS])
def test_an_excerpt_is_of_what_the_command_prints(
    call: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(shlex.split(call)) == 0
    assert holds(json.loads(capsys.readouterr().out), json.loads(shown))


def test_the_report_of_an_import_is_as_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = PAGE.read_text("utf-8")
    (table,) = re.findall(r"```csv\n(.*?)```", page, re.S)
    start, later = re.findall(r"```text\n(.*?)```", page, re.S)
    monkeypatch.chdir(tmp_path)
    Path("actors-2027.csv").write_text(table, "utf-8")
    assert main(["import-workbook", "actors-2027.csv"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(start)
    assert f"\n{later}" in printed
