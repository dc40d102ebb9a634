"""The life of the index: made, brought up to date, damaged, deleted, shared."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.search.document import Document, Part, Source
from ocviewer.library.search.documents import SOURCES
from ocviewer.library.search.hits import Hit, Search
from ocviewer.library.search.index import Progress, update
from ocviewer.library.search.parser import parse
from ocviewer.library.search.store import FILE_NAME, Store
from ocviewer.library.search.vocabulary import Vocabulary
from tests.unit.library.search.conftest import WriteProfile


def hits(store: Store, library: Library, text: str) -> tuple[Hit, ...]:
    return Search(store, library).find(parse(text, Vocabulary(library, {}))).hits


def found(store: Store, library: Library, text: str) -> list[str]:
    return [hit.iso3 for hit in hits(store, library, text)]


def read_parts(library: Library) -> tuple[tuple[Source, ...], list[str]]:
    """The sources, and a list that gets the key of each part that is read."""
    read: list[str] = []

    def watched(source: Source) -> Source:
        def parts(library: Library) -> Iterator[Part]:
            for part in source.parts(library):
                yield part._replace(read=partial(note, part))

        return source._replace(parts=parts)

    def note(part: Part) -> Iterable[Document]:
        read.append(part.key)
        return part.read()

    return tuple(map(watched, SOURCES)), read


def test_only_what_changed_is_read_again(
    store: Store, own: Library, write_profile: WriteProfile
) -> None:
    write_profile("FRA", 2023, {"drugs": ("A zebra crossing.",)})
    write_profile("DEU", 2023, {"drugs": ("An okapi.",)})
    library = own.again()
    assert update(store, library)
    assert found(store, library, "zebra ") == ["FRA"]
    sources, read = read_parts(library)
    assert update(store, library, sources=sources)
    assert read == []
    write_profile("FRA", 2023, {"drugs": ("A giraffe.",), "people": ("A quagga.",)})
    library = own.again()
    sources, read = read_parts(library)
    assert update(store, library, sources=sources)
    assert read == ["2023/FRA"]
    assert found(store, library, "zebra ") == []
    assert found(store, library, "giraffe ") == ["FRA"]
    assert found(store, library, "okapi ") == ["DEU"]


def test_what_is_gone_is_not_found(store: Store, own: Library, write_profile: WriteProfile) -> None:
    file = write_profile("FRA", 2023, {"drugs": ("A zebra.",)})
    update(store, own.again())
    file.unlink()
    library = own.again()
    update(store, library)
    assert found(store, library, "zebra ") == []
    assert found(store, library, "france ") == ["FRA"]


def test_a_text_of_the_users_is_found_beside_the_bundled_one(
    store: Store, own: Library, write_profile: WriteProfile
) -> None:
    update(store, own.again())
    query = "section:drugs country:Peru is:text"
    ours = hits(store, own, query)
    assert ours
    assert {(hit.wording, hit.several) for hit in ours} == {("condensed", False)}
    write_profile("PER", 2025, {"drugs": ("A zebra.",)})
    library = own.again()
    update(store, library)
    both = hits(store, library, query)
    assert all(hit.several for hit in both)
    assert {hit.body.text for hit in both if hit.wording == "original"} == {"A zebra."}
    kept = [(hit.paragraph, hit.body) for hit in both if hit.wording == "condensed"]
    assert kept == [(hit.paragraph, hit.body) for hit in ours]


def test_a_bad_file_is_left_out(store: Store, own: Library, write_profile: WriteProfile) -> None:
    write_profile("FRA", 2023, {"drugs": ("A zebra.",)}).write_text("{", "utf-8")
    library = own.again()
    assert update(store, library)
    assert found(store, library, "zebra ") == []
    assert [problem.key for problem in library.problems] == ["truncated"]


def test_it_can_be_deleted_at_any_time(tmp_path: Path, library: Library) -> None:
    for _ in range(2):
        store = Store(tmp_path)
        update(store, library.again())
        assert "PER" in found(store, library, "cocaine ")
        store.close()
        (tmp_path / FILE_NAME).unlink()


def test_deleted_while_it_is_open(
    tmp_path: Path, own: Library, write_profile: WriteProfile
) -> None:
    store = Store(tmp_path)
    update(store, own.again())
    for file in tmp_path.iterdir():
        file.unlink()
    write_profile("FRA", 2023, {"drugs": ("A zebra.",)})
    library = own.again()
    assert update(store, library)
    assert found(store, library, "zebra ") == ["FRA"]
    store.close()


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "version", "other", "tables"])
def test_one_that_cannot_be_used_is_made_anew(
    damage: str, tmp_path: Path, library: Library
) -> None:
    store = Store(tmp_path)
    update(store, library.again())
    store.close()
    file = tmp_path / FILE_NAME
    if damage == "garbage":
        file.write_bytes(os.urandom(50_000))
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    else:
        connection = sqlite3.connect(file)
        statement = {
            "version": "PRAGMA user_version = 99",
            "other": "PRAGMA application_id = 7",
            "tables": "DROP TABLE part",
        }[damage]
        connection.execute(statement)
        connection.commit()
        connection.close()
    store = Store(tmp_path)
    assert update(store, library.again())
    assert "PER" in found(store, library, "cocaine ")
    assert not store.in_memory
    store.close()


def test_damage_in_the_middle_is_found_when_it_is_met(tmp_path: Path, library: Library) -> None:
    store = Store(tmp_path)
    update(store, library.again())
    store.close()
    file = tmp_path / FILE_NAME
    content = bytearray(file.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 200] = b"\xff" * 200
    file.write_bytes(content)
    store = Store(tmp_path)
    update(store, library.again())
    try:
        seen = found(store, library, "cocaine ")
    except sqlite3.DatabaseError:
        store.renew()
        update(store, library.again())
        seen = found(store, library, "cocaine ")
    assert "PER" in seen
    store.close()


def test_a_folder_that_cannot_be_written_to_gives_one_in_memory(
    tmp_path: Path, library: Library
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    store = Store(blocked / "cache")
    assert store.in_memory
    assert store.another() is store
    update(store, library.again())
    assert "PER" in found(store, library, "cocaine ")
    store.close()
    assert blocked.read_text() == "not a folder"


def test_a_full_disk_gives_one_in_memory(
    store: Store, own: Library, write_profile: WriteProfile
) -> None:
    update(store, own.again())
    with store.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    word = "".join(map(chr, range(0x4E00, 0x9E00)))
    write_profile("FRA", 2023, {"drugs": (word, f"A zebra. {word}" * 9)})
    library = own.again()
    renewed = store.renew

    def full(*, in_memory: bool = False) -> None:
        renewed(in_memory=in_memory)
        if not in_memory:
            with store.reading() as connection:
                connection.execute("PRAGMA max_page_count = 30")

    store.renew = full  # type: ignore[method-assign]
    assert update(store, library)
    assert store.in_memory
    assert found(store, library, "zebra ") == ["FRA"]


def test_one_that_another_process_holds_is_left_to_it(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocviewer.library.search.store._BUSY_SECONDS", 0.05)
    first = Store(tmp_path)
    update(first, library.again())
    with first.writing():
        second = Store(tmp_path)
        assert second.in_memory
        second.close()
    assert "PER" in found(first, library, "cocaine ")
    again = Store(tmp_path)
    assert not again.in_memory
    again.close()
    first.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_read_only_folder_gives_one_in_memory(tmp_path: Path, library: Library) -> None:
    tmp_path.chmod(0o500)
    try:
        store = Store(tmp_path)
        assert store.in_memory
        store.close()
    finally:
        tmp_path.chmod(0o700)


def test_work_that_is_ended_goes_on_later(
    store: Store, own: Library, write_profile: WriteProfile
) -> None:
    for iso3 in list(own.countries)[:30]:
        write_profile(iso3, 2023, {"drugs": ("A zebra.",)})
    told: list[Progress] = []

    def twice(progress: Progress) -> bool:
        told.append(progress)
        return len(told) <= 2

    assert not update(store, own.again(), twice)
    first = found(store, own, "zebra ")
    library = own.again()
    assert update(store, library)
    assert 0 < len(first) < len(found(store, library, "zebra ")) == 30
    assert [progress.done for progress in told] == [0, 8, 16]


def test_two_processes_make_it_at_once(
    home: Path, own: Library, write_profile: WriteProfile, tmp_path: Path
) -> None:
    for iso3 in list(own.countries)[:40]:
        write_profile(iso3, 2023, {"drugs": ("A zebra.", "A second zebra.")})
    code = (
        "import sys; from pathlib import Path; from ocviewer import paths;"
        "from ocviewer.library.library import Library;"
        "from ocviewer.library.search.index import update;"
        "from ocviewer.library.search.store import Store;"
        "library = Library(paths.bundled_library(), paths.user_library());"
        "store = Store(Path(sys.argv[1])); assert not store.in_memory;"
        "assert update(store, library)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "shared")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        _, told = process.communicate(timeout=120)
        assert (process.returncode, told) == (0, b"")
    store = Store(tmp_path / "shared")
    with store.reading() as connection:
        texts = "SELECT count(*) FROM document WHERE source = 'text' AND edition = 2023"
        assert connection.execute(texts).fetchone() == (80,)
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    assert len(found(store, own, "zebra ")) == 80
    store.close()


def test_another_source_is_a_row(store: Store, library: Library) -> None:
    def more(_library: Library) -> Iterator[Part]:
        yield Part("1", 0, "hash", lambda: [Document("A zebra.", iso3="FRA")])

    sources = (*SOURCES, Source("more", more))
    assert update(store, library.again(), sources=sources)
    assert [(hit.source, hit.iso3) for hit in hits(store, library, "zebra ")] == [("more", "FRA")]


def test_the_folder_is_the_systems_cache(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert paths.cache_folder() == home / "cache"
    monkeypatch.delenv(paths.USER_FOLDER_VARIABLE)
    assert paths.cache_folder().name == "ocviewer" or "ocviewer" in paths.cache_folder().parts
