"""A session never blocks a start, whatever its file holds."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.domain.problem import Problem
from ocviewer.library.library import Library
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.session import ROWS, Session, load_session, save_session
from ocviewer.ui.sidebar import WIDTH
from tests.ui.conftest import MakeWindow

GOOD = Session(
    geometry="AdnQyw==",
    splitters={"sidebar": [200, 800], "wide": [500, 400]},
    panes=[["COL", 2023]],
    section="drugs",
    order="score",
    zoom=2,
    theme="dark",
    picker_sort="resilience",
    sidebar=False,
    recent=["COL", "PER"],
    text_alone=True,
    read=[["PER", 2025, "original", "drugs", 40]],
)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "session.json"
    save_session(file, GOOD)
    assert load_session(file) == GOOD


def test_every_field_has_its_row() -> None:
    assert set(ROWS) == set(Session._fields)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"version": 0}', '{"version": "1"}', "[" * 100_000, "\ufffd"]
)
def test_a_file_that_is_none_gives_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "session.json"
    file.write_text(text, "utf-8")
    assert load_session(file) == Session()


@pytest.mark.parametrize("version", [0, -1, 1.5, None, "1", [1]])
def test_another_version_gives_the_defaults_and_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, version: object
) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({**GOOD._asdict(), "version": version}), "utf-8")
    assert load_session(file) == Session()
    assert str(file) in caplog.text


def test_a_session_without_a_version_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps(GOOD._asdict()), "utf-8")
    assert load_session(file) == Session()


def test_a_session_of_an_older_version_is_replaced_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"version": 0, "zoom": 3}), "utf-8")
    save_session(file, GOOD)
    assert load_session(file) == GOOD


@pytest.mark.parametrize("version", [2, 99, 10**30])
def test_a_session_of_a_newer_version_is_used_and_never_written(
    tmp_path: Path, version: int, words: Words
) -> None:
    """What fits is used; what is new, and what means something else by now, is left."""
    file = tmp_path / "session.json"
    newer = {**GOOD._asdict(), "version": version, "zoom": {"text": 3}, "tabs": ["a"]}
    file.write_text(json.dumps(newer), "utf-8")
    before = file.read_bytes()
    told: list[Problem] = []
    assert load_session(file, told.append) == GOOD._replace(zoom=0)
    assert [problem.key for problem in told] == ["session_newer"]
    assert str(file) in words.problem(told[0])
    assert "will not be remembered" in words.problem(told[0])
    save_session(file, GOOD)
    assert file.read_bytes() == before


def test_no_folder_is_made_in_the_place_of_one_that_is_gone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "stick" / "session.json"
    save_session(file, GOOD, makes_folder=False)
    assert not file.parent.exists()
    assert str(file) in caplog.text


@pytest.mark.parametrize(
    "values",
    [
        {"zoom": 10**30},
        {"zoom": -(10**30)},
        {"geometry": "\ud800"},
        {"geometry": "AAAA" * 2_000},
        {"splitters": {"sidebar": [], "wide": [0, 0], "stacked": [1, 2, 3], "else": [5]}},
        {"splitters": {"sidebar": [0, 0], "stacked": [99_999, 99_999]}},
        {"splitters": {"\ud800": [1]}},
        {"panes": [["PER", 2025]] * 1_000},
        {"panes": [["\ud800", 2025], ["PER", 10**30], ["PER", -1], ["../PER", 2025]]},
        {"panes": [["PER", 2025], ["PER", 2025], ["PER", 2025]]},
        {"recent": ["\ud800", "PER", "../PER", "PER"] * 1_000},
        {"section": "\ud800", "order": "\ud800", "picker_sort": "\ud800"},
        {"section": "", "order": "", "picker_sort": "", "geometry": ""},
    ],
)
def test_odd_values_of_the_right_kind_open_a_window_all_the_same(
    tmp_path: Path, library: Library, make_window: MakeWindow, values: dict[str, object]
) -> None:
    from ocviewer.app import _first_state

    file = tmp_path / "session.json"
    file.write_text(json.dumps({"version": 1, **GOOD._asdict(), **values}), "utf-8")
    session = load_session(file)
    state = _first_state(library, session, (), None)
    assert 1 <= len(state.panes) <= 4
    window = make_window(*(pane.iso3 for pane in state.panes), session=session)
    assert window.isVisible()
    save_session(file, window.session())
    assert load_session(file)._asdict() == window.session()._asdict()


def test_a_missing_file_and_a_folder_in_its_place_give_the_defaults(tmp_path: Path) -> None:
    assert load_session(tmp_path / "none.json") == Session()
    assert load_session(tmp_path) == Session()


@pytest.mark.parametrize("name", sorted(ROWS))
@pytest.mark.parametrize("value", [None, [1, 2, 3], {"a": "b"}, -1.5, [["PER"]], "\x00" * 20_000])
def test_a_bad_value_is_dropped_alone(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"version": 1, **GOOD._asdict(), name: value}), "utf-8")
    loaded = load_session(file)
    assert loaded._asdict() == {**GOOD._asdict(), name: Session()._asdict()[name]}


def test_an_unknown_key_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"version": 1, **GOOD._asdict(), "later": 1}), "utf-8")
    assert load_session(file) == GOOD


def test_a_folder_that_cannot_be_written_to_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    save_session(tmp_path / "file" / "session.json", GOOD)
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_session_of_things_that_are_gone_opens_the_first_country(library: Library) -> None:
    from ocviewer.app import FIRST_COUNTRY, _first_state

    session = Session(panes=[["XQX", 2025], ["PER", 1999]], section="sport", order="colour")
    state = _first_state(library, session, (), None)
    assert [(pane.iso3, pane.edition) for pane in state.panes] == [(FIRST_COUNTRY, 2025)]
    assert state == ViewState(state.panes)


def test_the_window_opens_as_it_was_left(make_window: MakeWindow) -> None:
    first = make_window("PER")
    first.resize(800, 640)
    first.set_zoom(3)
    first.controller.open_section("trade")
    first.controller.sort_bars("change")
    first.commands.show_sidebar(False)
    session = first.session()
    second = make_window("PER", session=session)
    assert (second.width(), second.height()) == (800, 640)
    assert second.zoom == 3
    assert second.panes.pane.reader.view().zoom() == 3
    assert not second.picker.isVisible()
    assert not second.actions_["show_sidebar"].isChecked()
    second.commands.show_sidebar(True)
    QApplication.processEvents()
    assert second.splitter.sizes()[0] == WIDTH, "as wide as it was before it was hidden"
    assert session.panes == [["PER", 2025]]
    assert (session.section, session.order) == ("trade", "change")


def test_the_text_alone_comes_back_with_what_was_read(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    first = make_window("PER")
    first.controller.open_section("drugs")
    first.actions_["text_alone"].trigger()
    first.panes.text_views()[0].verticalScrollBar().setValue(100_000)
    first.reading.note()
    kept: list[Session] = []
    first.closing.connect(lambda: kept.append(first.session()))
    first.close()
    assert kept[0].text_alone
    assert kept[0].sidebar, "the list comes back with the figures"
    assert kept[0].read == [["PER", 2025, "condensed", "drugs", 100]]
    second = make_window("PER", session=kept[0])
    qtbot.waitUntil(lambda: "reading" in second.__dict__ and second.reading.is_on)
    assert second.reading.contents.rows.item(4).toolTip() == "✓ read"
    second.actions_["text_alone"].trigger()
    assert second.picker.isVisible()
    assert not second.session().text_alone


def test_a_geometry_that_is_none_does_no_harm(make_window: MakeWindow) -> None:
    window = make_window("PER", session=Session(geometry="not base64 ä", theme="light"))
    assert window.isVisible()
