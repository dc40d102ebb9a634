"""``ocviewer search``: what it takes, prints and refuses."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ocviewer import paths
from ocviewer.cli import main
from ocviewer.domain.note import Note, NoteKind
from ocviewer.library.library import Library
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.search.store import FILE_NAME
from tests.unit.library.search.queries import QUERIES


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["search", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_hits_by_country_and_section(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "cocaine", "rivers")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "1 result in 1 country"
    assert lines[2] == "Peru, South America"
    assert lines[3] == "  04 Drugs  ·  2025  ·  paragraph 2"
    assert "rivers take cocaine" in lines[4]


def test_the_same_as_json(capsys: pytest.CaptureFixture[str], library: Library) -> None:
    _, out, _ = call(capsys, "cocaine rivers", "--json")
    (hit,) = json.loads(out)["hits"]
    assert (hit["iso3"], hit["edition"], hit["section"], hit["paragraph"]) == (
        "PER",
        2025,
        "drugs",
        1,
    )
    found = [hit["snippet"][start:end] for start, end in hit["found"]]
    assert found == ["rivers", "cocaine"]
    profile = library.profile("PER", 2025)
    assert profile is not None
    assert hit["snippet"].strip("…") in profile.sections["drugs"][1].text


def test_figures(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, 'cocaine > 8 region:"South America"')
    assert code == 0
    assert out.splitlines()[0] == "9 countries, 2025"
    _, out, _ = call(capsys, "cocaine > 8 change > 0", "--edition", "2023", "--json")
    found = json.loads(out)
    assert found["hits"] == []
    assert found["countries"]
    for country in found["countries"]:
        assert country["edition"] == 2023
        score, change = country["figures"]
        assert score["value"] > 8
        assert change["value"] > 0
        assert (score["code"], change["code"]) == ("1.1.11", "1.1.11")


def test_nothing_found_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "qwertyuiop") == (0, "Nothing found\n", "")
    assert call(capsys, "cocaine > 9.99")[:2] == (0, "0 countries, 2025\n")


def test_the_limit(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "republic", "--limit", "2", "--json")
    found = json.loads(out)
    assert (len(found["hits"]), found["more"]) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cocaine > many",), "“many” is no number"),
        (("region:Soth",), "South America"),
        (("trafficking > 2",), "Human trafficking, Arms trafficking"),
        ((" ",), "There is nothing to search for"),
        (("peru", "--limit", "0"), "Ask for 1 or more"),
        (("peru", "--edition", "1999"), "There is no edition 1999"),
    ],
)
def test_a_wrong_query(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_the_place_of_a_mistake_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = call(capsys, "cocaine > many")
    query, mark, told = err.splitlines()
    assert query == "cocaine > many"
    assert mark == "          ^^^^"
    assert told.startswith("character 11: ")


def test_the_index_is_kept_and_can_be_deleted(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    first = call(capsys, "cocaine")
    file = home / "cache" / FILE_NAME
    assert file.exists()
    file.write_bytes(b"damaged" * 1000)
    assert call(capsys, "cocaine") == first
    for one in file.parent.iterdir():
        one.unlink()
    assert call(capsys, "cocaine") == first


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(QUERIES, st.booleans())
@example("-z", False)
@example("is:", True)
def test_whatever_is_asked_is_answered_or_refused(
    capsys: pytest.CaptureFixture[str], query: str, as_json: bool
) -> None:
    code, out, err = call(capsys, *(["--json"] if as_json else []), "--", query)
    assert code in (0, 2)
    assert "Traceback" not in err
    assert bool(out) is (code == 0)
    assert bool(err) is (code == 2)
    if as_json and out:
        assert json.loads(out)["query"] == query.strip().encode("utf-8", "replace").decode()


def test_a_text_in_two_wordings_and_a_note(
    capsys: pytest.CaptureFixture[str], user_library: Path
) -> None:
    file = json.loads((paths.bundled_library() / "profiles/2025/PER.json").read_text("utf-8"))
    file["wording"] = "original"
    path = user_library / "profiles/2025/PER.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(file), "utf-8")
    at = "2026-01-31T09:30:00.000000Z"
    note = Note("a" * 32, NoteKind.SECTION, at, at, "PER", 2025, "drugs", text="Cocaine on rivers.")
    folder = user_library / "notes"
    folder.mkdir()
    (folder / "PER.json").write_text(sheet_text("PER", [note]), "utf-8")
    _, out, _ = call(capsys, "cocaine rivers", "--json")
    hits = json.loads(out)["hits"]
    assert {(h["kind"], h["wording"], h["paragraph"], h["note"]) for h in hits} == {
        ("text", "original", 1, None),
        ("text", "condensed", 1, None),
        ("note", None, None, "a" * 32),
    }
    code, out, _ = call(capsys, "cocaine rivers")
    assert code == 0
    headings = [line.strip() for line in out.splitlines() if "  ·  2025" in line]
    assert sorted(headings) == [
        "04 Drugs  ·  2025 · our wording  ·  paragraph 2",
        "04 Drugs  ·  2025 · the publisher’s words  ·  paragraph 2",
        "Note · 04 Drugs  ·  2025",
    ]
    _, out, _ = call(capsys, "is:note", "--json")
    assert [hit["kind"] for hit in json.loads(out)["hits"]] == ["note"]
    assert call(capsys, "is:notice")[0] == 2
