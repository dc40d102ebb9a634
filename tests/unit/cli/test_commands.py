"""The commands as a user calls them: what they print and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.cli import main
from ocviewer.library.files import write_text
from ocviewer.library.library import Library


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    "name",
    ["PER", "pe", "604", "peru", "Perú", "PERU", "Republic of Peru", "República del Perú"],
)
def test_a_country_by_any_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, err = call(capsys, "show", name)
    assert (code, err) == (0, "")
    assert out.startswith("Peru  ·  South America, Americas  ·  2025 edition\n")
    assert "Lima  ·  34.2 M people  ·  USD 289 bn  ·  1,285,220 km²" in out
    assert "6.62  ▲ +0.22 worse" in out
    assert "World: 31st of 193  (up 1, from 32nd)" in out


def test_na_is_namibia(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "show", "NA")[1].startswith("Namibia  ·")


def test_a_fact_that_no_one_has_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "GDP: no data" in call(capsys, "show", "AFG")[1]


def test_what_2021_did_not_score_is_no_zero_and_no_change(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = call(capsys, "show", "TUV", "--edition", "2021")[1]
    (line,) = [line for line in out.splitlines() if "Cyber-dependent crimes" in line]
    assert line.split("Cyber-dependent crimes")[1].split() == ["–", "not", "scored", "in", "2021"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "Pery"], "Did you mean Peru"),
        (["show", "Atlantis of Testing"], "ocviewer list"),
        (["show", "PER", "--edition", "2022"], "2021, 2023, 2025"),
        (["show"], "--all --json"),
        (["show", "--all"], "--all --json"),
        (["show", "PER", "--all", "--json"], "--all --json"),
        (["show", "PER", "--edition", "new"], "usage"),
        (["snapshot", "PER"], "--out"),
        (["snapshot", "PER", "--out", "x.png", "--size", "big"], "1280x720"),
        (["snapshot", "PER", "--out", "x.png", "--size", "100x100"], "800x560"),
        (["snapshot", "PER", "--out", "x.png", "--size", "99999x99999"], "7680x4320"),
        (["snapshot", "PER", "--out", "x.png", "--section", "xyz"], "0 at_a_glance, 1 people, "),
        (["snapshot", "PER", "--out", "x.png", "--section", "poeple"], "Did you mean people?"),
        (["snapshot", "A", "B", "C", "D", "E", "--out", "x.png"], "up to 4"),
        (["snapshot", "PER", "Peru", "--out", "x.png"], "named twice"),
        (["snapshot", "PER", "--out", "x.png", "--theme", "blue"], "light"),
        (["snapshot", "PER", "--out", "nowhere/x.png"], "Make it first"),
        (["check", "nowhere"], "no such folder"),
        (["check", __file__], "no such folder"),
        (["import-workbook", "nowhere.xlsx"], "There is no such file"),
        (["--nonsense"], "usage"),
    ],
)
def test_a_wrong_call_says_what_would_work(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_list(capsys: pytest.CaptureFixture[str], library: Library) -> None:
    code, out, _ = call(capsys, "list")
    assert code == 0
    assert len(out.splitlines()) == len(library.countries) == 193
    rows = json.loads(call(capsys, "list", "--json")[1])
    assert {row["iso3"] for row in rows} == set(library.countries)


RANK_KEYS = ["scope", "name", "rank", "of", "previous", "change"]
SCORE_KEYS = ["code", "name", "value", "previous", "change", "direction", "ranks"]
COUNTRY_KEYS = [
    *("iso3", "iso2", "name", "continent", "region", "capitals"),
    *("population", "gdp_musd", "area_km2"),
]


def test_show_json_has_exactly_this(capsys: pytest.CaptureFixture[str]) -> None:
    profile = json.loads(call(capsys, "show", "PER", "--json")[1])
    assert list(profile) == ["country", "edition", "scores", "sections"]
    assert list(profile["country"]) == COUNTRY_KEYS
    assert list(profile["country"]["population"]) == ["value", "year", "source"]
    assert len(profile["scores"]) == 36
    for score in profile["scores"]:
        assert list(score) == SCORE_KEYS
        assert [list(rank) for rank in score["ranks"]] == [RANK_KEYS] * 3
    resilience = next(score for score in profile["scores"] if score["code"] == "2")
    assert (resilience["value"], resilience["change"], resilience["direction"]) == (
        4.46,
        0.08,
        "better",
    )
    assert resilience["ranks"][0] == {
        "scope": "world",
        "name": "World",
        "rank": 114,
        "of": 193,
        "previous": 119,
        "change": -5,
    }
    assert [section["number"] for section in profile["sections"]] == list(range(12))
    assert sum(len(s["paragraphs"]) for s in profile["sections"] if s["number"]) == 28


def test_show_json_of_2021_has_null_and_not_zero(capsys: pytest.CaptureFixture[str]) -> None:
    profile = json.loads(call(capsys, "show", "AFG", "--edition", "2021", "--json")[1])
    missing = [score for score in profile["scores"] if score["value"] is None]
    assert len(profile["scores"]) == 36
    assert [score["code"] for score in missing] == [
        *("1.1.3", "1.1.5", "1.1.6", "1.1.14", "1.1.15", "1.2.5"),
    ]
    for score in missing:
        assert (score["change"], score["direction"], score["ranks"]) == (None, None, [])
    assert profile["country"]["gdp_musd"] is None


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_show_all_is_one_object_a_line(capsys: pytest.CaptureFixture[str], year: int) -> None:
    out = call(capsys, "show", "--all", "--json", "--edition", str(year))[1]
    profiles = [json.loads(line) for line in out.splitlines()]
    assert len({profile["country"]["iso3"] for profile in profiles}) == 193
    assert {profile["edition"] for profile in profiles} == {year}


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert call(capsys, "check")[0] == 0
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/2027.json").write_text("{")
    code, out, _ = call(capsys, "check", str(tmp_path))
    assert code == 1
    assert "2027.json: line 1, column 2: " in out


@pytest.mark.parametrize(
    "arguments", [("show", "PER"), ("show", "PER", "--json"), ("show", "--all", "--json")]
)
def test_a_broken_library_file_is_told(
    capsys: pytest.CaptureFixture[str], user_library: Path, arguments: tuple[str, ...]
) -> None:
    write_text(user_library / "editions/2025.json", "{")
    code, out, err = call(capsys, *arguments)
    assert code == 0
    assert out
    assert str(user_library / "editions/2025.json") in err


def test_a_broken_file_is_told_when_it_is_what_was_asked_for(
    capsys: pytest.CaptureFixture[str], user_library: Path
) -> None:
    write_text(user_library / "editions/2027.json", "{")
    code, _, err = call(capsys, "show", "PER", "--edition", "2027")
    assert code == 2
    assert str(user_library / "editions/2027.json") in err
    assert "There is no edition 2027" in err


def test_output_is_utf8_whatever_the_system_thinks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ocviewer", "show", "PER"],
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert "▲ +0.22 worse" in done.stdout.decode("utf-8")


def test_a_start_without_streams_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["list"]) == 0
    assert main(["show", "Atlantis of Testing"]) == 2
    sys.stdout.close()
    sys.stderr.close()


def test_a_text_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], user_library: Path
) -> None:
    file = json.loads((paths.bundled_library() / "profiles/2025/PER.json").read_text("utf-8"))
    file["sections"][0]["paragraphs"][0]["text"] = "before \x1b[31m\u202e after"
    write_text(user_library / "profiles/2025/PER.json", json.dumps(file))
    out = call(capsys, "show", "PER")[1]
    assert "before [31m after" in out
    assert "\x1b" not in out
    for arguments in (("PER",), ("--all",)):
        out = call(capsys, "show", *arguments, "--json")[1]
        assert "before \\u001b[31m\\u202e after" in out
        assert "\u202e" not in out


HEAVY = (
    *("PySide6", "pyqtgraph", "numpy", "pydantic", "difflib", "rapidfuzz", "python_calamine"),
    "ocviewer.library.matching",
)


@pytest.mark.parametrize("name", ["PER", "peru", "Peru, Republic of"])
def test_show_loads_no_more_than_it_needs(name: str) -> None:
    script = (
        f"import sys; from ocviewer.cli import main; code = main(['show', {name!r}]); "
        f"print([m for m in sys.modules if m.startswith({HEAVY})]); "
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -m ocviewer show --all --json | head -n 1"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith('{"country"')
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_what_works(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, _, err = call(capsys, "PER")
    assert code == 2
    assert "ocviewer snapshot" in err
