"""How the text is set: seen at once in every reader, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from ocviewer.ui.reader.measure import LEADING, MEASURE, TextStyle
from ocviewer.ui.reading.text_settings import TextSettings
from ocviewer.ui.session import Session, load_session, save_session
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


@pytest.fixture
def settings(window: MainWindow) -> TextSettings:
    window.controller.open_section("drugs")
    window.resize(1900, 1000)
    window.actions_["text_settings"].trigger()
    popup = window.findChild(TextSettings)
    assert popup is not None
    return popup


def test_they_are_seen_at_once(window: MainWindow, settings: TextSettings) -> None:
    view = window.panes.text_views()[0]
    width = view.lineWrapColumnOrWidth()
    settings.measure.setValue(55)
    assert view.lineWrapColumnOrWidth() < width
    settings.leading.setValue(180)
    assert view.document().lastBlock().blockFormat().lineHeight() == 180
    size = view.document().defaultFont().pointSizeF()
    settings.zoom.setValue(3)
    assert view.document().defaultFont().pointSizeF() == size + 3
    settings.serif.click()
    assert "Serif" in QFontInfo(view.document().defaultFont()).family()
    assert window.text_style == TextStyle(55, 180, serif=True)
    settings.close()


def test_the_usual_comes_back(window: MainWindow, settings: TextSettings) -> None:
    settings.measure.setValue(90)
    settings.serif.click()
    settings.zoom.setValue(-2)
    usual = settings.findChildren(type(settings.sans))[-1]
    assert usual.text() == "As usual"
    usual.click()
    assert window.text_style == TextStyle()
    assert (window.zoom, settings.sans.isChecked()) == (0, True)
    settings.close()


def test_keys_work_it_and_escape_closes(
    qtbot: QtBot, window: MainWindow, settings: TextSettings
) -> None:
    qtbot.keyClick(settings.leading, Qt.Key.Key_Right)
    assert window.text_style.leading == LEADING + 1
    assert all(slider.accessibleName() for slider in (settings.zoom, settings.measure))
    qtbot.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_they_hold_for_readers_that_come_later(make_window: MakeWindow) -> None:
    window = make_window("PER", session=Session(theme="light", measure=60, leading=170))
    window.controller.add_country("COL")
    window.controller.open_section("drugs")
    for view in window.panes.text_views():
        assert view.document().lastBlock().blockFormat().lineHeight() == 170
    window.set_text_style(TextStyle(60, 120))
    for view in window.panes.text_views():
        assert view.document().lastBlock().blockFormat().lineHeight() == 120
    session = window.session()
    assert (session.measure, session.leading, session.serif) == (60, 120, False)


@pytest.mark.parametrize("name", ["measure", "leading"])
@pytest.mark.parametrize("value", [0, -1, 1_000, 70.5, "70", None, [70]])
def test_what_does_not_fit_is_dropped_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, value: object
) -> None:
    file = tmp_path / "session.json"
    save_session(file, Session(section="drugs")._replace(**{name: value}))
    loaded = load_session(file)
    assert (loaded.measure, loaded.leading) == (MEASURE, LEADING)
    assert loaded.section == "drugs"
    assert name in caplog.text
