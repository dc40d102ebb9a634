"""The threads behind the search: partial answers, stale ones, damage, and their end."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.index import Progress
from ocviewer.library.search.store import FILE_NAME
from ocviewer.presenter.state import View
from ocviewer.presenter.words import Words
from ocviewer.ui.search.engine import Engine
from ocviewer.ui.window import MainWindow
from tests.ui.search.conftest import Ask, desk_of


@pytest.fixture
def big(user_library: Path, library: Library) -> Library:
    """A library with a short text of every country."""
    folder = user_library / "profiles" / "2023"
    folder.mkdir(parents=True)
    for iso3 in library.countries:
        file = {
            "schema_version": 1,
            "kind": "profile",
            "country": iso3,
            "edition": 2023,
            "wording": "original",
            "language": "en",
            "source": {"title": "Invented", "url": "https://example.org", "publisher": "No one"},
            "sections": [
                {"id": "drugs", "paragraphs": [{"text": "A zebra. " * 50, "indicators": []}]}
            ],
        }
        (folder / f"{iso3}.json").write_text(json.dumps(file), "utf-8")
    return Library(paths.bundled_library(), user_library)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def engine(big: Library, words: Words, folder: Path) -> Iterator[Engine]:
    engine = Engine(big, words, folder)
    yield engine
    engine.stop()


def test_answers_come_while_the_index_grows(engine: Engine, qtbot: QtBot) -> None:
    counts: list[int] = []
    progress: list[Progress] = []
    engine.answered.connect(lambda answer: counts.append(len(answer.hits.hits)))
    engine.progressed.connect(progress.append)
    engine.ask("zebra")
    with qtbot.waitSignal(engine.completed, timeout=60_000):
        pass
    qtbot.waitUntil(lambda: counts[-1:] == [40], timeout=10_000)
    assert counts == sorted(counts)
    assert len(counts) > 2
    assert progress[0].done < progress[-1].done == progress[-1].of


def test_only_the_last_question_is_answered_for_sure(engine: Engine, qtbot: QtBot) -> None:
    answers: list[Answer] = []
    engine.answered.connect(answers.append)
    with qtbot.waitSignal(engine.completed, timeout=60_000):
        pass
    for text in ("z", "ze", "zeb", "zebr", "zebra", "peru"):
        engine.ask(text)
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].text == "peru", timeout=10_000)


def test_stopped_in_the_middle_it_goes_on_the_next_time(
    big: Library, words: Words, folder: Path, qtbot: QtBot
) -> None:
    first = Engine(big, words, folder)
    before: list[Progress] = []
    first.progressed.connect(before.append)
    qtbot.waitUntil(lambda: bool(before) and before[-1].done > 2, timeout=20_000)
    first.stop()
    assert before[-1].done < before[-1].of
    second = Engine(big, words, folder)
    progress: list[Progress] = []
    second.progressed.connect(progress.append)
    second.ask("zebra")
    with qtbot.waitSignal(second.completed, timeout=60_000):
        pass
    assert progress[0].done > 2
    second.stop()


def test_a_damaged_index_is_made_anew_behind_the_window(
    engine: Engine, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(engine.completed, timeout=60_000):
        pass
    for file in folder.iterdir():
        size = file.stat().st_size
        with file.open("r+b") as opened:
            opened.seek(100)
            opened.write(b"\xff" * max(0, size - 100))
    answers: list[Answer] = []
    engine.answered.connect(answers.append)
    engine.ask("zebra -france")
    qtbot.waitUntil(lambda: bool(answers and answers[-1].hits.more), timeout=60_000)


def test_without_a_folder_it_works_in_memory(
    big: Library, words: Words, tmp_path: Path, qtbot: QtBot
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    engine = Engine(big, words, blocked / "cache")
    answers: list[Answer] = []
    engine.answered.connect(answers.append)
    engine.ask("zebra")
    with qtbot.waitSignal(engine.completed, timeout=60_000):
        pass
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].hits.more, timeout=10_000)
    engine.stop()


def test_closing_the_window_ends_the_threads(ask: Ask, window: MainWindow, home: Path) -> None:
    ask("cocaine")
    assert (home / "cache" / FILE_NAME).exists()
    window.close()
    # the fixture looks for threads that are left
    window.controller.open_view(View.PROFILE)


def test_another_library_starts_the_search_anew(
    ask: Ask, window: MainWindow, big: Library, qtbot: QtBot
) -> None:
    view = ask("zebra")
    assert view.summary.text() == "Nothing found"
    window.controller.open_view(View.PROFILE)
    window.controller.library = big
    window.controller.open_view(View.SEARCH)
    qtbot.waitUntil(lambda: "40 results" in view.summary.text(), timeout=60_000)
    desk_of(window).stop()


def test_a_start_loads_nothing_of_the_search() -> None:
    code = (
        "import sys; from ocviewer.cli import main;"
        "main(['PER', '--exit-after', 'ready']);"
        "print([m for m in sys.modules if 'search' in m.split('.') or m == 'sqlite3'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.splitlines()[-1] == "[]"
