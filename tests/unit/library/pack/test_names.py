"""Names that would lead out of a library, or mean something else on another system."""

import pytest

from ocviewer.library.pack.kinds import kind_of
from ocviewer.library.pack.names import name_problem, twice

BAD = {
    "../editions/2027.json": "pack_name_outside",
    "editions/../../2027.json": "pack_name_outside",
    "/etc/2027.json": "pack_name_outside",
    "C:/editions/2027.json": "pack_name_outside",
    "c:2027.json": "pack_name_outside",
    "editions/2027.json:stream": "pack_name_outside",
    "editions\\2027.json": "pack_name_backslash",
    "..\\..\\2027.json": "pack_name_backslash",
    "\\\\server\\share": "pack_name_backslash",
    "profiles/2025/CON.json": "pack_name_reserved",
    "profiles/2025/nul.json": "pack_name_reserved",
    "aux/2027.json": "pack_name_reserved",
    "notes/COM¹.json": "pack_name_reserved",
    "notes/lpt9 .json": "pack_name_reserved",
    "": "pack_name_unfit",
    "editions/": "pack_name_unfit",
    "editions//2027.json": "pack_name_unfit",
    "./editions/2027.json": "pack_name_unfit",
    "editions/2027.json.": "pack_name_unfit",
    "editions /2027.json": "pack_name_unfit",
    "editions/2027?.json": "pack_name_unfit",
    "editions/2027\x00.json": "pack_name_unfit",
    "editions/2027\n.json": "pack_name_unfit",
    "editions/\u202e2027.json": "pack_name_unfit",
    f"editions/{'2' * 200}.json": "pack_name_long",
}


@pytest.mark.parametrize(("name", "key"), BAD.items(), ids=map(repr, BAD))
def test_a_bad_name(name: str, key: str) -> None:
    assert name_problem(name) == key


@pytest.mark.parametrize("name", ["manifest.json", "editions/2027.json", "profiles/2025/CIV.json"])
def test_a_good_name(name: str) -> None:
    assert name_problem(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        *("editions/27.json", "editions/2027.txt", "editions/2027.json\n", "2027.json"),
        *("profiles/2025/per.json", "profiles/PER.json", "countries.json", "session.json"),
        *("editions/２０２７.json", ".lock", ".pending/journal.json"),
    ],
)
def test_what_no_pack_carries(name: str) -> None:
    assert kind_of(name) is None


def test_names_that_are_there_twice() -> None:
    names = ["a.json", "B.json", "b.json", "a.json", "\u00e9.json", "e\u0301.json"]
    found = [(p.place, p.key, p.values["first"]) for p in twice(names, "x.ocpack")]
    assert found == [
        ("b.json", "pack_name_clash", "B.json"),
        ("a.json", "pack_name_twice", "a.json"),
        ("e\u0301.json", "pack_name_clash", "\u00e9.json"),
    ]
