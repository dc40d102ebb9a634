"""``compare`` and ``similar`` as a user calls them, and the panes that a call may name."""

import json
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.cli.panes import pane_of
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState
from tests.unit.cli.test_commands import call


def test_compare_prints_sentences_and_a_line_for_each_node(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = call(capsys, "compare", "PER", "COL")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Peru · Colombia · 2025"
    assert "Peru and Colombia differ most in extortion" in out
    (line,) = [line for line in lines if "Cocaine trade" in line]
    assert line.split() == ["Cocaine", "trade", "9.00", "=", "9.50", "=", "▲", "+0.50", "higher"]
    (line,) = [line for line in lines if line.startswith("Criminality")]
    assert line.split()[1:5] == ["6.62", "31st", "▲", "+0.22"]
    assert line.endswith("7.82    2nd  ▲ +0.07  ▲ +1.20 higher")
    assert sum("." in line[40:52] for line in lines) >= 36


def test_columns_of_four_stand_below_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    out = call(capsys, "compare", "PER:2021", "COL", "TUV", "world")[1]
    lines = out.splitlines()
    head = next(number for number, line in enumerate(lines) if line.lstrip().startswith("Score"))
    ends = [n + 5 for n in range(len(lines[head])) if lines[head][n : n + 5] == "Score"]
    assert len(ends) == 4
    rows = [line for line in lines[head + 1 :] if line]
    assert len(rows) == 36
    for row in rows:
        for end in ends:
            assert row[end - 4 : end].strip(" –").replace(".", "").isdigit() or (
                row[end - 1] == "–"
            ), row


PANE_KEYS = ["subject", "kind", "name", "edition", "countries"]
VALUE_KEYS = [
    *("value", "previous", "change", "direction", "rank", "of", "difference", "meaning"),
]


def test_compare_json_has_exactly_this(
    capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    out = call(capsys, "compare", "PER", "PER:2021", "region:south america", "--json")[1]
    found = json.loads(out)
    assert list(found) == ["panes", "sentences", "rows"]
    assert [list(pane) for pane in found["panes"]] == [PANE_KEYS] * 3
    assert [tuple(pane.values()) for pane in found["panes"]] == [
        ("PER", "country", "Peru", 2025, 1),
        ("PER", "country", "Peru", 2021, 1),
        ("region:South America", "mean", "South America", 2025, 12),
    ]
    assert len(found["sentences"]) == 2
    assert [row["code"] for row in found["rows"]] == [node.code for node in library.indicators]
    for row in found["rows"]:
        assert list(row) == ["code", "name", "polarity", "values"]
        first, second, third = row["values"]
        assert [list(value) for value in row["values"]] == [VALUE_KEYS] * 3
        assert (first["difference"], first["meaning"]) == (None, None)
        assert (third["rank"], third["of"]) == (None, None)
        if second["value"] is None:
            assert second["difference"] is second["rank"] is None
        else:
            difference = round(second["value"] - first["value"], 2)
            assert second["difference"] == difference
            worse = (difference > 0) == (row["polarity"] == "criminality")
            meaning = "unchanged" if not difference else "worse" if worse else "better"
            assert second["meaning"] == meaning


def test_similar_prints_ten_with_their_distances(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "similar", "Perú")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 11
    assert lines[1].split() == ["UGA", "Uganda", "1.39", "points", "over", "32", "indicators"]


def test_similar_json_has_exactly_this(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(call(capsys, "similar", "PER", "--edition", "2021", "--json")[1])
    assert list(found) == ["country", "name", "edition", "similar"]
    assert (found["country"], found["name"], found["edition"]) == ("PER", "Peru", 2021)
    assert len(found["similar"]) == 10
    for each in found["similar"]:
        assert list(each) == ["iso3", "name", "distance", "indicators"]
        assert each["indicators"] == 26
    distances = [each["distance"] for each in found["similar"]]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", "PER"], "ocviewer compare PER COL"),
        (["compare"], "usage"),
        (["compare", "PER", "Peru"], "Peru is named twice for 2025"),
        (["compare", "PER", "peru:2025"], "PER:2021 PER:2025"),
        (["compare", "world", "World"], "named twice"),
        (["compare", "PER", "COL", "BRA", "TUV", "AFG"], "up to 4"),
        (["compare", "PER", "Colombya"], "Did you mean Colombia"),
        (["compare", "PER", "COL:2022"], "2021, 2023, 2025"),
        (["compare", "PER", "COL", "--edition", "1999"], "2021, 2023, 2025"),
        (["compare", "PER", "region:Mars"], "South America"),
        (["compare", "PER", "continent:Atlantis"], "Oceania"),
        (["similar", "Pery"], "Did you mean Peru"),
        (["similar", "PER", "--edition", "2022"], "2021, 2023, 2025"),
        (["similar"], "usage"),
        (["snapshot", "PER", "PER:2025", "--out", "x.png"], "named twice"),
    ],
)
def test_a_wrong_call_says_what_would_work(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "pane"),
    [
        ("PER", ("PER", 2023)),
        ("Peru:2021", ("PER", 2021)),
        ("world", ("world", 2023)),
        ("World:2025", ("world", 2025)),
        ("Region: caribbean :2021", ("region:Caribbean", 2021)),
        ("continent:AMERICAS", ("continent:Americas", 2023)),
    ],
)
def test_what_a_pane_may_be_called(library: Library, text: str, pane: tuple[str, int]) -> None:
    assert pane_of(text, 2023, library) == PaneState(*pane)


def test_similar_to_a_country_that_an_edition_lacks(
    capsys: pytest.CaptureFixture[str], user_library: Path
) -> None:
    bundled = json.loads((paths.bundled_library() / "editions" / "2023.json").read_text("utf-8"))
    bundled["countries"] = [row for row in bundled["countries"] if row["iso3"] != "PER"]
    (user_library / "editions").mkdir()
    (user_library / "editions" / "2023.json").write_text(json.dumps(bundled), "utf-8")
    code, out, err = call(capsys, "similar", "PER", "--edition", "2023")
    assert (code, out) == (2, "")
    assert "Peru has no scores in 2023. Editions that scored it: 2021, 2025." in err
