"""Zip files that lie in a field or a name: refused with the part's name, or read as they are."""

import json
import stat
import struct
from pathlib import Path
from typing import Any

import pytest

from ocviewer.domain.problem import BadData
from ocviewer.library.pack.manifest import NAME
from ocviewer.library.pack.read import pack_of, read_pack
from ocviewer.library.references import Tables
from ocviewer.presenter.words import Words
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text
from tests.unit.library.pack.make import manifest_of, write
from tests.unit.library.pack.raw_zip import Raw, deflated, raw_zip

GOOD = {TEXT: profile_text().encode(), EDITION: edition_text().encode()}
MORE = "profiles/2025/CHL.json"
UTF8 = 0x800
OUT = Path("x.ocpack")


def entries(**values: Any) -> list[Raw]:
    """Those of a good pack; the values are of the text's."""
    made = [Raw(NAME.encode(), json.dumps(manifest_of(GOOD)).encode())]
    made += [Raw(name.encode(), content) for name, content in GOOD.items()]
    made[1] = made[1]._replace(**values)
    return made


def of_text(**values: Any) -> bytes:
    return raw_zip(entries(**values))


def named(name: bytes, flags: int = UTF8) -> bytes:
    return raw_zip([*entries(), Raw(name, b"{}", flags)])


def listed(name: str) -> bytes:
    """A pack whose manifest names the part, too."""
    parts = GOOD | {name: b"{}"}
    made = [Raw(NAME.encode(), json.dumps(manifest_of(parts)).encode())]
    made += [Raw(each.encode(), content, UTF8) for each, content in parts.items()]
    return raw_zip(made)


def inside() -> bytes:
    """An entry within the content of another."""
    inner = Raw(MORE.encode(), b"{}", method=0)
    outer = Raw(b"profiles/2025/ARG.json", raw_zip([inner]), method=0)
    at = raw_zip([*entries(), outer]).rindex(b"PK\3\4")
    return raw_zip([*entries(), outer, inner._replace(offset=at)])


def huge_sizes(size: int) -> bytes:
    """Sizes in the extension for huge files, as in zip64."""
    sizes = struct.pack("<2H2Q", 1, 16, size, min(size, len(deflated(GOOD[TEXT]))))
    return of_text(size=0xFFFFFFFF, packed_size=0xFFFFFFFF, extra=sizes)


BAD: dict[str, tuple[bytes, str, str]] = {
    "zip64 of 2^60 bytes": (huge_sizes(2**60), "pack_part_large", TEXT),
    "a comment": (raw_zip(entries(), comment=b"hello"), "pack_truncated", ""),
    "a comment that is an end": (
        raw_zip(entries(), comment=b"PK\5\6" + bytes(18)),
        "pack_damaged",
        "",
    ),
    "a script before": (raw_zip(entries(), prefix=b"#!/bin/sh\n"), "pack_not_one", ""),
    "two names of one content": (
        raw_zip([*entries(), Raw(MORE.encode(), GOOD[TEXT], offset=0)]),
        "pack_part_damaged",
        NAME,
    ),
    "an entry within another": (inside(), "pack_part_damaged", "profiles/2025/ARG.json"),
    "beyond the end": (of_text(offset=10**8), "pack_part_damaged", TEXT),
    "reaches into the next": (of_text(packed_size=50_000), "pack_part_damaged", TEXT),
    "another name before the content": (
        of_text(local_name=MORE.encode()),
        "pack_part_damaged",
        TEXT,
    ),
    "a wrong checksum": (of_text(crc=1), "pack_part_damaged", TEXT),
    "no packed bytes": (of_text(packed_size=0), "pack_part_damaged", TEXT),
    "no bytes": (of_text(size=0), "pack_part_damaged", TEXT),
    "no deflate": (of_text(packed=b"\xff" * 500), "pack_part_damaged", TEXT),
    "cut": (of_text(packed=deflated(GOOD[TEXT])[:200]), "pack_part_damaged", TEXT),
    "more than it says": (of_text(packed=deflated(b" " * 10**7)), "pack_part_damaged", TEXT),
    "encrypted": (of_text(flags=1), "pack_encrypted", TEXT),
    "strongly encrypted": (of_text(flags=0x40), "pack_part_damaged", TEXT),
    "a patch": (of_text(flags=0x20), "pack_part_damaged", TEXT),
    "bzip2": (of_text(method=12), "pack_method", TEXT),
    "AES": (of_text(method=99), "pack_method", TEXT),
    "a listed link": (of_text(mode=stat.S_IFLNK | 0o777), "pack_link", TEXT),
    "a pipe": (of_text(mode=stat.S_IFIFO | 0o777), "pack_link", TEXT),
    "a part twice": (named(TEXT.encode()), "pack_name_twice", TEXT),
    "a manifest twice": (named(NAME.encode()), "pack_name_twice", NAME),
    "NUL": (named(f"{TEXT}\0.exe".encode()), "pack_name_unfit", f"{TEXT}\\x00.exe"),
    "a listed NUL": (listed(f"{MORE}\0x"), "pack_name_unfit", f"{MORE}\\x00x"),
    "a line end": (listed(f"{MORE}\n"), "pack_name_unfit", f"{MORE}\\n"),
    "an escape": (named(b"\x1b[2J.json"), "pack_name_unfit", "\\x1b[2J.json"),
    "right to left": (named("\u202e5202.json".encode()), "pack_name_unfit", "\\u202e5202.json"),
    "zero width": (named("e\u200b.json".encode()), "pack_name_unfit", "e\\u200b.json"),
    "no UTF-8": (named(b"\xff\xfe.json"), "pack_name_unfit", "\\xff\\xfe.json"),
    "absolute": (named(b"/etc/cron.d/x"), "pack_name_outside", "/etc/cron.d/x"),
    "a server": (named(b"//srv/x"), "pack_name_outside", "//srv/x"),
    "a drive": (named(b"C:x.json"), "pack_name_outside", "C:x.json"),
    "a stream": (named(f"{TEXT}:x".encode()), "pack_name_outside", f"{TEXT}:x"),
    "up from within": (named(b"profiles/../../x"), "pack_name_outside", "profiles/../../x"),
    "no name": (named(b""), "pack_name_unfit", ""),
    "a dot": (named(b"editions/./2025.json"), "pack_name_unfit", "editions/./2025.json"),
    "a dot at the end": (named(b"editions./a.json"), "pack_name_unfit", "editions./a.json"),
    "a folder that is a file": (named(f"{TEXT}/x".encode()), "pack_part_unlisted", f"{TEXT}/x"),
    "a long s": (
        named(TEXT.replace("s", "ſ").encode()),
        "pack_name_clash",
        TEXT.replace("s", "ſ"),
    ),
    "digits of another script": (
        listed("profiles/٢٠٢٥/CHL.json"),
        "pack_part_unknown",
        "profiles/٢٠٢٥/CHL.json",
    ),
    "what waits": (listed(".pending/journal.json"), "pack_part_unknown", ".pending/journal.json"),
    "what was removed": (
        listed("removed/profiles/2025/COL.1.json"),
        "pack_part_unknown",
        "removed/profiles/2025/COL.1.json",
    ),
    "a lock": (listed(".lock"), "pack_part_unknown", ".lock"),
}


@pytest.mark.parametrize(("content", "key", "part"), BAD.values(), ids=BAD.keys())
def test_a_hostile_pack_is_refused(
    content: bytes, key: str, part: str, tmp_path: Path, tables: Tables, words: Words
) -> None:
    path = write(tmp_path / "x.ocpack", content)
    with pytest.raises(BadData) as caught:
        read_pack(path, tables)
    problem = caught.value.problems[0]
    assert (problem.key, problem.place) == (key, part)
    assert words.problem(problem).isprintable()


GOOD_ONES = {
    "sizes behind the contents": raw_zip([e._replace(has_descriptor=True) for e in entries()]),
    "true sizes of zip64": huge_sizes(len(GOOD[TEXT])),
    "comments of entries": of_text(comment=b"x" * 100),
    "sizes that only stand in the directory": of_text(local_sizes=(1, 1)),
    "a program that may be run": of_text(mode=stat.S_IFREG | 0o4777),
}


@pytest.mark.parametrize("content", GOOD_ONES.values(), ids=GOOD_ONES.keys())
def test_what_is_unusual_and_true_is_read(content: bytes, tables: Tables) -> None:
    parts = {part.name: part.content for part in pack_of(content, OUT, tables).parts}
    assert parts == GOOD
