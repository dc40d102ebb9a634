"""The world map in the real window: what it tells, and what pointer, keys and choosers do."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.presenter.world.map_part import MapCountry, MapSide, WorldMap
from ocviewer.presenter.world.map_scale import Scale
from ocviewer.ui.theme import DARK, LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.map_canvas import MapCanvas
from ocviewer.ui.world.map_colours import map_colours
from ocviewer.ui.world.map_view import MapView
from tests.ui.conftest import MakeWindow


def opened(window: MainWindow, **choice: object) -> MapView:
    window.resize(1280, 720)
    window.picker.focus_filter()  # or the view takes the keyboard, and shows where it is
    window.controller.open_view(View.MAP, choice)
    QApplication.processEvents()
    view = window.stack.view(View.MAP)
    assert isinstance(view, MapView)
    return view


def canvas_of(window: MainWindow, **choice: object) -> MapCanvas:
    return opened(window, **choice).panels[0].canvas


def place_of(canvas: MapCanvas, iso3: str) -> QPoint:
    return canvas.drawing.place(canvas.drawing.key_of(iso3)).toPoint()


def colour_at(canvas: MapCanvas, place: QPoint) -> str:
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image.pixelColor(place * image.devicePixelRatio()).name()


def countries_of(window: MainWindow, side: int = 0) -> dict[str, MapCountry]:
    part = window.controller.page.world
    assert isinstance(part, WorldMap)
    return {country.iso3: country for country in part.sides[side].countries}


def shown(window: MainWindow) -> tuple[View, list[str]]:
    state = window.controller.state
    return state.view, [pane.iso3 for pane in state.panes]


def told(canvas: MapCanvas) -> list[str]:
    return [line.text for line in canvas.card]


def iso3_of(canvas: MapCanvas, key: str) -> str:
    return canvas.drawing.countries[key].iso3


def test_f3_opens_the_map(window: MainWindow, qtbot: QtBot) -> None:
    action = window.actions_["open_view:map"]
    assert action.shortcut().toString() == "F3"
    action.trigger()
    assert isinstance(window.stack.currentWidget(), MapView)
    assert action.isChecked()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("code", ["1", "2.1"])
def test_countries_have_the_colour_of_their_class(
    window: MainWindow, code: str, theme: object
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    canvas = canvas_of(window, indicator=code)
    apply_theme(app, ThemeChoice.DARK if theme is DARK else ThemeChoice.LIGHT)
    QApplication.processEvents()
    scale = Scale.RESILIENCE if code.startswith("2") else Scale.CRIMINALITY
    tones = map_colours(DARK if theme is DARK else LIGHT).tones[scale]
    countries = countries_of(window)
    for iso3 in ("BRA", "RUS", "CAN", "DZA", "AUS", "CHN"):
        tone = countries[iso3].tone
        assert tone is not None
        assert colour_at(canvas, place_of(canvas, iso3)) == tones[tone]
    greenland = canvas.drawing.place("Greenland").toPoint()
    assert colour_at(canvas, greenland) == map_colours(canvas.theme).unscored


def test_a_switch_of_edition_or_node_fills_anew(window: MainWindow) -> None:
    canvas = canvas_of(window)
    before = colour_at(canvas, place_of(canvas, "BRA"))
    window.controller.choose({"indicator": "1.1.6"})
    tone = countries_of(window)["BRA"].tone
    assert tone is not None
    after = colour_at(canvas, place_of(canvas, "BRA"))
    assert after == map_colours(LIGHT).tones[Scale.CRIMINALITY][tone]
    assert after != before
    window.controller.open_edition(2021)  # which did not score it
    assert countries_of(window)["BRA"].tone is None
    tones = map_colours(LIGHT).tones[Scale.CRIMINALITY]
    image = canvas.grab().toImage()
    found = {image.pixelColor(x, 200).name() for x in range(0, image.width(), 2)}
    assert not found & set(tones)


def test_the_pointer_is_told_name_score_change_and_rank(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    qtbot.mouseMove(canvas, place_of(canvas, "BRA"))
    brazil = countries_of(window)["BRA"]
    assert told(canvas) == ["Brazil", brazil.figure, brazil.since, brazil.rank]
    canvas.point_at(QPointF(place_of(canvas, "TUV")))
    assert told(canvas)[0] == "Tuvalu"
    canvas.point_at(canvas.drawing.place("Greenland"))
    assert told(canvas) == ["Greenland", "not in the index"]
    canvas.point_at(canvas.drawing.place("Somaliland"))
    assert told(canvas) == ["Somaliland", "not in the index; its status is disputed"]
    canvas.point_at(QPointF(3, 3))
    assert told(canvas) == []


def test_the_card_stays_within_the_map(window: MainWindow) -> None:
    canvas = canvas_of(window)
    for key in canvas.drawing.countries:
        canvas.point_at(canvas.drawing.place(key))
        assert canvas.rect().contains(canvas.card_area.toAlignedRect()), key


def test_a_click_opens_and_ctrl_click_adds(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    qtbot.mouseClick(
        canvas,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        place_of(canvas, "BRA"),
    )
    assert shown(window) == (View.MAP, ["PER", "BRA"])
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, "TUV"))
    assert shown(window) == (View.PROFILE, ["TUV", "BRA"])


def test_a_click_on_an_open_country_goes_to_its_profile(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window("PER", "COL")
    canvas = canvas_of(window)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, "COL"))
    assert shown(window) == (View.PROFILE, ["PER", "COL"])


def test_a_click_beside_the_index_opens_nothing(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    state = window.controller.state
    for place in (canvas.drawing.place("Greenland").toPoint(), QPoint(3, 3)):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert window.controller.state == state


def test_a_drag_moves_the_map_and_opens_nothing(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    start, state = place_of(canvas, "BRA"), window.controller.state
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(30, 20))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 20))
    assert place_of(canvas, "BRA") == start + QPoint(30, 20)
    assert window.controller.state == state


def test_the_keys_move_zoom_open_and_add(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    canvas = view.panels[0].canvas
    assert told(canvas) == []
    canvas.setFocus()
    assert told(canvas)[0] == "Peru"
    assert iso3_of(canvas, canvas.current) == "PER"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert iso3_of(canvas, canvas.current) == "ECU"
    assert told(canvas)[0] == "Ecuador"
    assert canvas.accessibleDescription() == countries_of(window)["ECU"].spoken
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert view.frame.zoom == pytest.approx(1.4**2)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert view.frame.zoom == pytest.approx(1.4)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert view.frame.zoom == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == (View.MAP, ["PER", "ECU"])
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert iso3_of(canvas, canvas.current) == "PAN"
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert shown(window) == (View.PROFILE, ["PAN", "ECU"])


def test_the_cursor_stays_in_sight_when_it_goes_out_of_the_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    canvas = canvas_of(window)
    canvas.setFocus()
    for _ in range(8):
        qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    for key in (Qt.Key.Key_Right,) * 6 + (Qt.Key.Key_Up,) * 4:
        qtbot.keyClick(canvas, key)
        assert canvas.rect().contains(canvas.drawing.place(canvas.current).toPoint())


def test_the_wheel_zooms_at_the_pointer(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    place = QPointF(place_of(canvas, "NGA"))
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.frame.zoom == pytest.approx(1.4**2)
    moved = canvas.drawing.place(canvas.drawing.key_of("NGA"))
    assert (moved - place).manhattanLength() < 2
    assert told(canvas)[0] == "Nigeria"


def test_a_country_that_is_looked_for_comes_into_the_middle(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = opened(window)
    canvas = view.panels[0].canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, "l")
    assert QApplication.focusWidget() is view.finder
    qtbot.keyClicks(view.finder, "uxemburg")  # with a typo
    qtbot.keyClick(view.finder, Qt.Key.Key_Return)
    assert iso3_of(canvas, canvas.current) == "LUX"
    assert QApplication.focusWidget() is canvas
    assert told(canvas)[0] == "Luxembourg"
    middle = canvas.rect().center()
    assert (place_of(canvas, "LUX") - middle).manhattanLength() < 4
    assert canvas.drawing.across(canvas.current) > 9
    assert canvas.accessibleDescription().startswith("Luxembourg")


def test_a_name_that_no_country_has_is_told(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    qtbot.keyClicks(view.finder, "qxqxqxqx <b>")
    qtbot.keyClick(view.finder, Qt.Key.Key_Return)
    assert "qxqxqxqx <b>" in window.message_bar.text
    view.finder.clear()
    qtbot.keyClick(view.finder, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.panels[0].canvas


def test_two_maps_move_and_hover_as_one(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, two_maps=True)
    left, right = (panel.canvas for panel in view.panels)
    assert abs(left.width() - right.width()) <= 1
    left.point_at(QPointF(place_of(left, "BRA")))
    brazil = [countries_of(window, side)["BRA"].figure for side in (0, 1)]
    assert [told(left)[1], told(right)[1]] == brazil
    right.setFocus()
    qtbot.keyClick(right, Qt.Key.Key_Plus)
    assert view.frame.zoom > 1
    for iso3 in ("BRA", "JPN"):
        assert (place_of(left, iso3) - place_of(right, iso3)).manhattanLength() <= 3
    qtbot.keyClick(right, Qt.Key.Key_Up)
    assert left.current == right.current
    qtbot.mouseClick(view.two_maps, Qt.MouseButton.LeftButton)
    assert not window.controller.state.choice.two_maps
    assert not right.isVisible()
    assert not view.versus.isVisible()


def test_the_choosers_tell_what_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, two_maps=True)
    for box, field in ((view.node, "indicator"), (view.versus, "versus"), (view.since, "since")):
        with qtbot.waitSignal(view.chosen) as caught:
            box.activated.emit(1)
        assert list(caught.args[0]) == [field]
    choice = window.controller.state.choice
    assert (choice.indicator, choice.versus, choice.since) == ("1.1", "1.1", 2023)
    assert view.panels[0].title.text() == "Criminal markets, change from 2023 to 2025"
    window.controller.open_edition(2023)  # no change since 2023 leads there
    assert view.panels[0].title.text() == "Criminal markets, 2023"
    assert view.since.currentText() == "Score"


def test_the_menu_opens_adds_and_shows_the_ranking(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, indicator="2.1")
    canvas = view.panels[0].canvas
    place = place_of(canvas, "BRA")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place))
    QApplication.sendEvent(canvas, event)
    menu = view.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Open Brazil", "Add to comparison", "Show in ranking"]
    with qtbot.waitSignal(view.country_added) as caught:
        menu.actions()[1].trigger()
    assert caught.args == ["BRA"]
    menu.actions()[2].trigger()
    assert window.controller.state.view is View.RANKINGS
    assert window.controller.state.choice.indicator == "2.1"
    menu.close()


def test_open_countries_are_outlined_in_their_panes_colours(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV", "ITA")
    canvas = canvas_of(window)
    image = canvas.grab().toImage()
    for iso3, colour in zip(("PER", "COL", "TUV", "ITA"), LIGHT.panes, strict=True):
        box = canvas.drawing.box(canvas.drawing.key_of(iso3)).toAlignedRect()
        found = {
            image.pixelColor(x, y).name()
            for x in range(box.left(), box.right() + 1)
            for y in range(box.top(), box.bottom() + 1)
        }
        assert QColor(colour).name() in found, iso3


def test_a_country_whose_map_is_left_is_not_hovered_any_more(window: MainWindow) -> None:
    canvas = canvas_of(window)
    canvas.point_at(QPointF(place_of(canvas, "BRA")))
    window.controller.open_view(View.PROFILE)
    assert canvas.hovered == ""


def test_the_legend_fits_every_width_and_speaks(window: MainWindow) -> None:
    view = opened(window, two_maps=True, since=2023)
    part = window.controller.page.world
    assert isinstance(part, WorldMap)
    for panel, side in zip(view.panels, part.sides, strict=True):
        assert panel.legend.accessibleName() == side.spoken
        for width in (300, 390, 520, 1040):
            panel.legend.resize(width, 60)
            _check_legend(panel.legend, side, width)


def _check_legend(legend: object, side: MapSide, width: int) -> None:
    from ocviewer.ui.world.map_legend import MapLegend

    assert isinstance(legend, MapLegend)
    layout = legend.arranged(side)
    assert layout.left + len(side.legend) * layout.block <= width
    widest = max(map(legend.fontMetrics().horizontalAdvance, layout.texts))
    assert widest * layout.share <= layout.block
    assert layout.share > 0.6
    assert legend.height() >= layout.rest[1] + layout.line


def test_a_user_librarys_country_name_is_text_and_no_markup(window: MainWindow) -> None:
    canvas = canvas_of(window)
    part = window.controller.page.world
    assert isinstance(part, WorldMap)
    side = part.sides[0]
    odd = tuple(
        country._replace(name="<b>P&amp;</b>") if country.iso3 == "PER" else country
        for country in side.countries
    )
    canvas.set_side(side._replace(countries=odd), part)
    canvas.point_at(QPointF(place_of(canvas, "PER")))
    name = "<b>P&amp;</b>"
    assert told(canvas)[0] == name
    assert canvas.card_area.width() > canvas.fontMetrics().horizontalAdvance(name)
