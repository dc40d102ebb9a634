"""A score card keeps its numbers whole at every size that the window gives it."""

import pytest
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words
from ocviewer.ui.views.profile_header import ProfileHeader
from ocviewer.ui.views.score_card import ScoreCard


def card_at(
    qtbot: QtBot, library: Library, words: Words, size: tuple[int, int], year: int = 2025
) -> ScoreCard:
    widget = ScoreCard()
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    (card, *_) = Figures(library, words, PaneState("PER", year)).cards()
    widget.set_card(card)
    return widget


@pytest.mark.parametrize("size", [(136, 78), (136, 92), (165, 92), (190, 95), (284, 158)])
def test_numbers_are_never_cut(
    qtbot: QtBot, library: Library, words: Words, size: tuple[int, int]
) -> None:
    texts = card_at(qtbot, library, words, size).texts()
    joined = " ".join(texts)
    assert "6.62" in texts
    assert "+0.22" in joined
    for rank in ("31st of 193", "10th of 35", "6th of 12"):
        assert any(text.startswith(rank) for text in texts)
    assert "▲" in joined


@pytest.mark.parametrize("width", [136, 165, 190, 284])
def test_no_card_of_any_country_is_cut(
    qtbot: QtBot, library: Library, words: Words, width: int
) -> None:
    widget = card_at(qtbot, library, words, (width, 92))
    cut = []
    for iso3 in library.countries:
        for card in Figures(library, words, PaneState(iso3, 2025)).cards():
            widget.set_card(card)
            cut += [text for text in widget.texts() if "…" in text]
    assert cut == []


def test_where_there_is_room_a_move_is_told_in_words(
    qtbot: QtBot, library: Library, words: Words
) -> None:
    texts = card_at(qtbot, library, words, (284, 158)).texts()
    assert any(text.endswith("up 1, from 32nd") for text in texts)


def test_the_first_edition_says_so_and_has_no_moves(
    qtbot: QtBot, library: Library, words: Words
) -> None:
    widget = card_at(qtbot, library, words, (220, 100), year=2021)
    assert "first edition" in widget.texts()
    assert not any("↑" in text or "↓" in text for text in widget.texts())


def test_it_speaks_and_its_tooltip_has_the_moves_in_words(
    qtbot: QtBot, library: Library, words: Words
) -> None:
    widget = card_at(qtbot, library, words, (165, 92))
    assert "up 1, from 32nd" in widget.accessibleDescription()
    assert "up 1, from 32nd" in widget.toolTip()


def test_the_head_shows_facts_with_their_year_behind_them(
    qtbot: QtBot, library: Library, words: Words
) -> None:
    from PySide6.QtCore import QPoint

    from ocviewer.presenter.facts import facts

    head = ProfileHeader()
    qtbot.addWidget(head)
    head.resize(700, 50)
    head.show()
    head.set_profile(
        "Peru", "South America", "2025 edition", facts(library.countries["PER"], words)
    )
    assert head.texts()[0] == "Peru"
    assert "34.2 M people" in head.texts()
    tooltips = {head.tooltip_at(QPoint(x, 40)) for x in range(0, 700, 5)}
    assert "Population: 34,217,848 people (2024, World Bank WDI SP.POP.TOTL)" in tooltips
    head.resize(200, 50)
    assert head.texts()[0] == "Peru"
    assert any("…" in text for text in head.texts())


def test_mouse_and_keyboard_open_a_card_and_ask_for_its_menu(
    qtbot: QtBot, library: Library, words: Words
) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    widget = card_at(qtbot, library, words, (190, 95))
    opened: list[str] = []
    menus: list[tuple[str, QPoint]] = []
    widget.activated.connect(opened.append)
    widget.menu_requested.connect(lambda code, place: menus.append((code, place)))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(widget, Qt.MouseButton.MiddleButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        qtbot.keyClick(widget, key)
    assert opened == ["1", "1", "1"]
    reason = QContextMenuEvent.Reason
    for why in (reason.Mouse, reason.Keyboard):
        event = QContextMenuEvent(why, QPoint(3, 4), QPoint(30, 40))
        QApplication.sendEvent(widget, event)
    assert menus == [("1", QPoint(30, 40)), ("1", widget.mapToGlobal(widget.rect().center()))]


def test_the_focus_is_seen_on_a_card(qtbot: QtBot, library: Library, words: Words) -> None:
    from ocviewer.ui.theme import LIGHT

    widget = card_at(qtbot, library, words, (190, 95))
    assert widget.grab().toImage().pixelColor(100, 0).name() == LIGHT.line
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert widget.grab().toImage().pixelColor(100, 0).name() == LIGHT.accent
