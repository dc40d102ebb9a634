from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import ChangeView, Chip
from ocviewer.ui.reader.chip_button import NO_CHANGE
from ocviewer.ui.reader.chips import ChipBar
from ocviewer.ui.theme import DARK, LIGHT, Theme, palette_of

MakeChip = Callable[..., Chip]
NAMES = ("Human trafficking", "Human smuggling", "Extortion and protection racketeering")


@pytest.fixture
def bar(qtbot: QtBot, make_chip: MakeChip) -> ChipBar:
    bar = ChipBar()
    qtbot.addWidget(bar)
    bar.resize(900, 60)
    bar.set_chips(tuple(make_chip(f"1.1.{n}", name) for n, name in enumerate(NAMES, start=1)))
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_chips_wrap_and_never_overlap(bar: ChipBar) -> None:
    rows = []
    for width in (900, 480, 200):
        bar.resize(width, bar.heightForWidth(width))
        rects = [button.geometry() for button in bar.buttons()]
        assert all(bar.rect().contains(rect) for rect in rects)
        for place, rect in enumerate(rects):
            assert not any(rect.intersects(other) for other in rects[place + 1 :])
        rows.append(len({rect.top() for rect in rects}))
    assert rows == [1, 2, 3]


def test_a_chip_wider_than_the_bar_is_narrowed(bar: ChipBar) -> None:
    bar.resize(150, bar.heightForWidth(150))
    assert all(button.width() <= 150 for button in bar.buttons())
    assert not bar.buttons()[2].grab().isNull()


def test_a_chip_is_pressed_by_mouse_space_and_enter(qtbot: QtBot, bar: ChipBar) -> None:
    picked: list[str] = []
    bar.indicator_picked.connect(picked.append)
    first, second, third = bar.buttons()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.keyClick(third, Qt.Key.Key_Return)
    assert picked == ["1.1.1", "1.1.2", "1.1.3"]


def test_a_reused_chip_sends_its_new_code(qtbot: QtBot, bar: ChipBar, make_chip: MakeChip) -> None:
    before = bar.buttons()
    bar.set_chips((make_chip("2.1", "Political leadership"), make_chip("2.2", "Transparency")))
    assert bar.buttons() == before[:2]
    assert not before[2].isVisible()
    with qtbot.waitSignal(bar.indicator_picked) as signal:
        bar.buttons()[0].click()
    assert signal.args == ["2.1"]


def test_arrow_keys_move_within_and_tab_comes_to_one(qtbot: QtBot, bar: ChipBar) -> None:
    bar.activateWindow()
    first, second, third = bar.buttons()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert bar.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_End)
    assert bar.focusWidget() is third
    qtbot.keyClick(third, Qt.Key.Key_Down)
    assert bar.focusWidget() is third
    qtbot.keyClick(third, Qt.Key.Key_Left)
    policies = [button.focusPolicy() for button in bar.buttons()]
    assert policies.count(Qt.FocusPolicy.StrongFocus) == 1
    assert second.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_no_chips_take_no_room(bar: ChipBar) -> None:
    bar.set_chips(())
    assert bar.isHidden()
    assert bar.heightForWidth(500) == 0


def test_what_a_screen_reader_says(bar: ChipBar, make_chip: MakeChip) -> None:
    unscored = ChangeView(None, None, "", "", "not scored in 2021", "not scored in 2021")
    same = ChangeView(Direction.UNCHANGED, 0, "=", "0.00", "unchanged", "= unchanged")
    bar.set_chips((make_chip(), make_chip(change=unscored), make_chip(change=same)))
    assert [button.accessibleName() for button in bar.buttons()] == [
        "Human trafficking, 7.00, 1.00 worse",
        "Human trafficking, 7.00, not scored in 2021",
        "Human trafficking, 7.00, unchanged",
    ]


def test_a_change_that_is_missing_is_a_dash_and_has_its_room(
    bar: ChipBar, make_chip: MakeChip
) -> None:
    why = "not scored in 2021"
    bar.set_chips((make_chip(change=ChangeView(None, None, "", "", why, why)),))
    (button,) = bar.buttons()
    metrics = QFontMetricsF(button.font())
    bold = QFont(button.font())
    bold.setBold(True)
    named = QFontMetricsF(bold).horizontalAdvance("7.00") + metrics.horizontalAdvance(button.text())
    assert button.sizeHint().width() > named + metrics.horizontalAdvance(NO_CHANGE)
    picture = button.grab().toImage()
    right = picture.copy(picture.width() - 18, 0, 10, picture.height())
    seen = {right.pixelColor(x, 11).name() for x in range(2, 9)} | {
        right.pixelColor(x, 12).name() for x in range(2, 9)
    }
    assert seen != {LIGHT.raised}


def test_tooltip_and_name_are_text(bar: ChipBar, make_chip: MakeChip) -> None:
    bar.set_chips((make_chip(name="a\u202eb", tooltip="<img src=x> worse"),))
    (button,) = bar.buttons()
    assert button.toolTip() == "<p>&lt;img src=x&gt; worse</p>"
    assert button.text() == "ab"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_mean_family_and_direction(bar: ChipBar, make_chip: MakeChip, theme: Theme) -> None:
    bar.setPalette(palette_of(theme))
    better = ChangeView(Direction.BETTER, 100, "▲", "1.00", "better", "▲ +1.00 better")
    bar.set_chips((make_chip(), make_chip(polarity=Polarity.RESILIENCE, change=better)))
    crime, resilience = (button.grab().toImage() for button in bar.buttons())
    assert has_colour(crime, theme.criminality)
    assert has_colour(crime, theme.worse)
    assert not has_colour(crime, theme.resilience)
    assert has_colour(resilience, theme.resilience)
    assert has_colour(resilience, theme.better)
