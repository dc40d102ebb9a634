"""The examples in docs/commands.md are what the commands print."""

import re
import shlex
from pathlib import Path

import pytest

from ocviewer.cli import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
EXAMPLES = re.findall(r"```console\n\$ ocviewer ([^\n]+)\n(.*?)```", PAGE.read_text("utf-8"), re.S)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == PAGE.read_text("utf-8").count("```console") >= 2


@pytest.mark.parametrize(("call", "printed"), EXAMPLES, ids=[call for call, _ in EXAMPLES])
def test_an_example_is_what_the_command_prints(
    call: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(shlex.split(call)) == 0
    assert capsys.readouterr().out == printed
