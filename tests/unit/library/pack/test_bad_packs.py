"""Packs that are damaged, hostile or of another version: refused whole, with the part's name."""

import json
import random
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ocviewer.domain.problem import BadCall, BadData, UserError
from ocviewer.library.pack import archive
from ocviewer.library.pack.manifest import NAME
from ocviewer.library.pack.read import pack_of, read_pack
from ocviewer.library.references import Tables
from ocviewer.presenter.words import Words
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text
from tests.unit.library.pack.make import entry, manifest_of, pack_bytes, write, zipped

GOOD = {EDITION: edition_text().encode(), TEXT: profile_text().encode()}
OUT = Path("x.ocpack")


def newer_text() -> bytes:
    return json.dumps(json.loads(profile_text()) | {"schema_version": 99}).encode()


def wrong_score() -> bytes:
    file = json.loads(edition_text())
    file["countries"][3]["scores"]["1.1"] = 11
    return json.dumps(file).encode()


def set_(**values: Any) -> Any:
    return lambda manifest: manifest.update(values)


def row(**values: Any) -> Any:
    return lambda manifest: manifest["parts"][0].update(values)


def patched(name: str, place: int, value: bytes) -> bytes:
    """A good pack with some bytes of an entry of its directory changed."""
    content = bytearray(pack_bytes(GOOD))
    at = content.rindex(name.encode()) - 46 + place
    content[at : at + len(value)] = value
    return bytes(content)


def huge_directory() -> bytes:
    """A directory that is empty by its end, and has an entry a byte short of the least."""
    content = pack_bytes(GOOD)
    start = content.index(b"PK\x01\x02")
    directory = content[start : start + 46] * 1000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, len(directory), start, 0)
    return content[:start] + directory + end


def zip64() -> bytes:
    """A good pack whose directory ends in what zipfile takes for the locator of a huge one."""
    content = pack_bytes(GOOD)
    end = bytearray(content[-22:])
    (length,) = struct.unpack_from("<L", end, 12)
    struct.pack_into("<L", end, 12, length + 20)
    return content[:-22] + b"PK\x06\x07" + bytes(16) + bytes(end)


LINK = entry("editions/2029.json", stat.S_IFLNK | 0o777)
BAD: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "pack_not_one", ""),
    "no zip": (b"Country,Criminality\n" * 10, "pack_not_one", ""),
    "another zip": (zipped([(entry("a.txt"), b"a")]), "pack_not_one", ""),
    "cut": (pack_bytes(GOOD)[:-100], "pack_truncated", ""),
    "cut by one": (pack_bytes(GOOD)[:-1], "pack_truncated", ""),
    "more behind": (pack_bytes(GOOD) + b"x", "pack_truncated", ""),
    "more before": (b"PK\x03\x04" + pack_bytes(GOOD), "pack_damaged", ""),
    "a huge directory": (huge_directory(), "pack_many_parts", ""),
    "zip64": (zip64(), "pack_damaged", ""),
    "no manifest": (zipped([(entry(EDITION), GOOD[EDITION])]), "pack_not_one", ""),
    "a manifest that is no json": (zipped([(entry(NAME), b"{")]), "truncated", ""),
    "a manifest of a newer version": (
        pack_bytes(GOOD, edit=set_(schema_version=2)),
        "newer_schema",
        "schema_version",
    ),
    "a manifest of another kind": (
        pack_bytes(GOOD, edit=set_(kind="edition")),
        "schema.literal_error",
        "kind",
    ),
    "a manifest without parts": (
        pack_bytes(GOOD, edit=set_(parts=[])),
        "schema.too_short",
        "parts",
    ),
    "a manifest with something else": (
        pack_bytes(GOOD, edit=set_(run="rm")),
        "schema.extra_forbidden",
        "run",
    ),
    "other editions": (
        pack_bytes(GOOD, edit=set_(editions=[2031])),
        "pack_manifest_disagrees",
        "editions",
    ),
    "other counts": (
        pack_bytes(GOOD, edit=set_(counts={"edition": 7})),
        "pack_manifest_disagrees",
        "counts",
    ),
    "another kind": (
        pack_bytes(GOOD, edit=row(kind="profile")),
        "pack_manifest_disagrees",
        "parts[0].kind",
    ),
    "another sha256": (pack_bytes(GOOD, edit=row(sha256="0" * 64)), "pack_part_changed", EDITION),
    "a smaller size": (pack_bytes(GOOD, edit=row(size=100)), "pack_part_size", EDITION),
    "a larger size": (pack_bytes(GOOD, edit=row(size=10**6)), "pack_part_size", EDITION),
    "a part that is missing": (
        pack_bytes({TEXT: GOOD[TEXT]}, edit=lambda m: m.update(manifest_of(GOOD))),
        "pack_part_missing",
        EDITION,
    ),
    "a part that is not listed": (
        pack_bytes(GOOD, more=[(entry("editions/2029.json"), b"{}")]),
        "pack_part_unlisted",
        "editions/2029.json",
    ),
    "a part of no kind": (
        pack_bytes({"countries.json": b"{}"}),
        "pack_part_unknown",
        "countries.json",
    ),
    "a part that is listed twice": (
        pack_bytes(GOOD, edit=lambda m: m["parts"].append(m["parts"][0])),
        "pack_manifest_disagrees",
        "counts",
    ),
    "a name that climbs": (
        pack_bytes({"../../editions/2027.json": GOOD[EDITION]}),
        "pack_name_outside",
        "../../editions/2027.json",
    ),
    "a name with a backslash": (
        pack_bytes({"..\\2027.json": GOOD[EDITION]}),
        "pack_name_backslash",
        "..\\2027.json",
    ),
    "a device": (
        pack_bytes({"profiles/2025/CON.json": GOOD[TEXT]}),
        "pack_name_reserved",
        "profiles/2025/CON.json",
    ),
    "a case clash": (
        pack_bytes(GOOD, more=[(entry("Editions/2027.json"), b"{}")]),
        "pack_name_clash",
        "Editions/2027.json",
    ),
    "a folder": (pack_bytes(GOOD, more=[(entry("notes/"), b"")]), "pack_name_unfit", "notes/"),
    "a link": (pack_bytes(GOOD, more=[(LINK, b"/etc/passwd")]), "pack_link", LINK.filename),
    "a device file": (
        pack_bytes(GOOD, more=[(entry("editions/2029.json", stat.S_IFCHR), b"")]),
        "pack_link",
        "editions/2029.json",
    ),
    "another method": (
        pack_bytes(GOOD, more=[(entry("a.json", method=zipfile.ZIP_LZMA), b"{}")]),
        "pack_method",
        "a.json",
    ),
    "encrypted": (patched(EDITION, 8, b"\x01\x00"), "pack_encrypted", EDITION),
    "a declared bomb": (
        patched(EDITION, 24, struct.pack("<L", 65 * 1024 * 1024)),
        "pack_part_large",
        EDITION,
    ),
    "a bomb by its ratio": (
        pack_bytes({EDITION: b" " * 2_000_000}),
        "pack_part_ratio",
        EDITION,
    ),
    "a size that lies": (patched(EDITION, 24, b"\x10\x00\x00\x00"), "pack_part_damaged", EDITION),
    "a wrong checksum": (patched(EDITION, 16, b"\0\0\0\0"), "pack_part_damaged", EDITION),
    "a part that is no json": (pack_bytes({EDITION: b"[}"}), "not_json", ""),
    "a score of 11": (
        pack_bytes({EDITION: wrong_score()}),
        "schema.less_than_equal",
        'countries[3].scores["1.1"]',
    ),
    "a part of a newer version": (
        pack_bytes({TEXT: newer_text()}),
        "newer_schema",
        "schema_version",
    ),
    "another country's text": (
        pack_bytes({TEXT: profile_text("CHL").encode()}),
        "misplaced",
        "country",
    ),
}


@pytest.mark.parametrize(("content", "key", "place"), BAD.values(), ids=BAD.keys())
def test_a_bad_pack_is_refused(
    content: bytes, key: str, place: str, tmp_path: Path, tables: Tables, words: Words
) -> None:
    path = write(tmp_path / "x.ocpack", content)
    with pytest.raises(BadData) as caught:
        read_pack(path, tables)
    problem = caught.value.problems[0]
    assert (problem.key, place) == (key, place)
    assert place in words.place(problem.place)
    told = words.problem(problem)
    assert told.startswith(str(path))
    assert len(told) > len(problem.file) + len(place) + 20


def test_a_part_that_is_bad_is_named(tmp_path: Path, tables: Tables, words: Words) -> None:
    path = write(tmp_path / "x.ocpack", pack_bytes({EDITION: wrong_score(), TEXT: newer_text()}))
    with pytest.raises(BadData) as caught:
        read_pack(path, tables)
    assert [problem.file for problem in caught.value.problems] == [
        str(path / EDITION),
        str(path / TEXT),
    ]


def test_no_more_is_read_than_a_part_has(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked is counted as it comes, whatever the directory says."""
    content = pack_bytes({EDITION: b"1" * 900_000}, edit=row(size=10))
    read: list[int] = []
    whole = zipfile.ZipExtFile.read

    def counted(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        chunk = whole(self, n)
        read.append(len(chunk))
        return chunk

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    with pytest.raises(BadData) as caught:
        pack_of(content, OUT, tables)
    assert caught.value.problems[0].key == "pack_part_size"
    assert sum(read[1:]) <= 2 * 64 * 1024


@pytest.mark.parametrize(
    ("limit", "value", "key"),
    [("MOST_UNPACKED", 1000, "pack_bomb"), ("MOST_PARTS", 2, "pack_many_parts")],
)
def test_limits_of_the_whole(
    limit: str, value: int, key: str, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, limit, value)
    with pytest.raises(BadData) as caught:
        pack_of(pack_bytes(GOOD), OUT, tables)
    assert [problem.key for problem in caught.value.problems] == [key]


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "x.ocpack", pack_bytes(GOOD))
    monkeypatch.setattr(archive, "MAX_BYTES", 1000)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(BadData) as caught:
        read_pack(path, tables)
    assert caught.value.problems[0].key == "pack_too_large"


@pytest.mark.parametrize(("name", "key"), [("y", "pack_not_found"), ("", "pack_unreadable")])
def test_a_pack_that_is_not_there(name: str, key: str, tmp_path: Path, tables: Tables) -> None:
    with pytest.raises(BadCall) as caught:
        read_pack(tmp_path / name, tables)
    assert caught.value.problems[0].key == key


def test_damage_anywhere_is_told_or_harmless(tables: Tables) -> None:
    """300 packs with bytes changed or cut: each is refused in words, or means the same."""
    chance = random.Random(4)
    good = pack_bytes(GOOD)
    parts = pack_of(good, OUT, tables).parts
    refused = 0
    for _ in range(300):
        content = bytearray(good)
        for _ in range(chance.choice((1, 1, 4, 40))):
            where = chance.choice((chance.randrange(len(good)), -1 - chance.randrange(300)))
            content[where] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        try:
            found = pack_of(bytes(content), OUT, tables)
        except UserError:
            refused += 1
        else:
            assert found.parts == parts
    assert 250 < refused < 300
