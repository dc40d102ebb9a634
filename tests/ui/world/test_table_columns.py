from ocviewer.presenter.world.table import Column, Kind
from ocviewer.ui.world.table_columns import column_widths

KINDS = (Kind.RANK, Kind.NAME, Kind.SCORE, Kind.CHANGE, Kind.SPARK, Kind.TEXT, Kind.TEXT)
COLUMNS = [Column(kind, kind, kind) for kind in KINDS]
WHOLE = [50, 200, 120, 100, 90, 110, 80]
LEAST = [50, 90, 60, 70, 90, 110, 80]


def test_with_just_enough_room_all_are_whole() -> None:
    assert column_widths(COLUMNS, WHOLE, LEAST, 750) == WHOLE


def test_room_goes_to_bars_and_lines_and_then_to_the_last() -> None:
    widths = column_widths(COLUMNS, WHOLE, LEAST, 1_000)
    assert sum(widths) == 1_000
    assert widths == [50, 200, 240, 100, 130, 110, 170]


def test_places_are_hidden_before_lines_and_lines_before_figures_shrink() -> None:
    hidden = [
        [kind for kind, width in zip(KINDS, widths, strict=True) if not width]
        for widths in (column_widths(COLUMNS, WHOLE, LEAST, room) for room in (749, 600, 500))
    ]
    assert hidden == [[Kind.TEXT], [Kind.TEXT] * 2, [Kind.SPARK, Kind.TEXT, Kind.TEXT]]


def test_bars_give_way_first_then_names_then_words() -> None:
    assert column_widths(COLUMNS, WHOLE, LEAST, 440)[:4] == [50, 200, 90, 100]
    assert column_widths(COLUMNS, WHOLE, LEAST, 350)[:4] == [50, 140, 60, 100]
    assert column_widths(COLUMNS, WHOLE, LEAST, 280)[:4] == [50, 90, 60, 80]
    assert column_widths(COLUMNS, WHOLE, LEAST, 100)[:4] == [50, 90, 60, 70]
