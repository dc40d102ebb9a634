"""What stands around the points of a scatter: axes, the names of the quadrants, the legend."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF

from ocviewer.domain.score import HIGHEST, LOWEST, score_text
from ocviewer.presenter.world.scatter_part import Scatter
from ocviewer.ui.charts.scatter_layout import INSET, KEY_GAP, MARGIN, SPACE, Entry, Field, KeyKind
from ocviewer.ui.charts.scatter_marks import RING, around, shape, stack
from ocviewer.ui.charts.scatter_picture import Face, ScatterPicture, Text
from ocviewer.ui.charts.scatter_type import Typesetter


def add_axes(drawn: ScatterPicture, part: Scatter, field: Field, setter: Typesetter) -> None:
    """Adds the grid, the numbers of both scales and their titles."""
    frame, letters, theme = field.frame, setter.letters, setter.theme
    beneath = frame.bottom() + SPACE + letters.height / 2
    # between 5 and 6 there is room for the middle only where a point of the scale is high
    middle_fits = field.step / 2 >= letters.height - 2
    for score in [*range(LOWEST, HIGHEST + 1, 100), part.middle]:
        is_middle = score == part.middle
        x, y = setter.snap(field.x(score)), setter.snap(field.y(score))
        if not (is_middle and part.missing):
            lines = drawn.middles if is_middle else drawn.grid
            lines.append(QLineF(x, frame.top(), x, frame.bottom()))
            lines.append(QLineF(frame.left(), y, frame.right(), y))
        text = score_text(score).rstrip("0").rstrip(".")
        colour = theme.text if is_middle else theme.muted
        drawn.texts.append(setter.say(x - letters.width(text) / 2, beneath, text, colour))
        if middle_fits or not is_middle:
            right = frame.left() - SPACE - letters.width(text)
            drawn.texts.append(setter.say(right, y, text, colour))
    across = setter.fitting((part.x.text, part.x.short_text), frame.width())
    left = frame.center().x() - letters.width(across) / 2
    title = beneath + 2 * (letters.height + SPACE)
    drawn.texts.append(setter.say(left, title, across, theme.family(part.x.polarity)))
    up = setter.fitting((part.y.text, part.y.short_text), frame.height())
    start = QPointF(MARGIN, frame.center().y() + letters.width(up) / 2)
    drawn.up_title = Text(start, letters.text(up), theme.family(part.y.polarity))


def captions(part: Scatter, field: Field, setter: Typesetter) -> Iterator[Text]:
    """The counts of the quadrants, which are never cut, and their names, all of one length."""
    frame, letters, strong = field.frame, setter.letters, setter.fonts[Face.STRONG]
    middle = field.x(part.middle)
    befores = [strong.width(each.count_text) + 2 * SPACE for each in part.quadrants]
    rooms = [
        (frame.right() - middle if each.high_x else middle - frame.left()) - before - INSET
        for each, before in zip(part.quadrants, befores, strict=True)
    ]
    names: tuple[str, ...] = ()
    for names in zip(*(each.names for each in part.quadrants), strict=True):
        if all(letters.width(name) <= room for name, room in zip(names, rooms, strict=True)):
            break
    above = frame.top() - SPACE - letters.height / 2
    beneath = frame.bottom() + 2 * SPACE + 1.5 * letters.height
    for each, name, before in zip(part.quadrants, names, befores, strict=True):
        left = frame.right() - before - letters.width(name) if each.high_x else frame.left()
        y, colour = above if each.high_y else beneath, setter.theme.text
        yield setter.say(left, y, each.count_text, colour, Face.STRONG)
        yield setter.say(left + before, y, name, colour)


def add_key(drawn: ScatterPicture, entry: Entry, part: Scatter, setter: Typesetter) -> None:
    """Adds an entry of the legend."""
    centre, reach = entry.centre, entry.reach
    if entry.kind is KeyKind.CONTINENT:
        drawn.keys.append(shape(entry.number, centre, reach - 1))
    elif entry.kind is KeyKind.SHARED:
        drawn.keys.append(stack([key.number for key in part.continents], centre, reach))
        drawn.texts.append(setter.count("n", centre))
    elif entry.kind is KeyKind.SIZE:
        drawn.key_rings.append(around(centre, reach))
    elif entry.kind is KeyKind.TRAIL:
        left = QPointF(centre.x() - reach + RING, centre.y())
        drawn.key_rings.append(around(left, RING))
        drawn.key_lines.append(QLineF(left.x() + RING, left.y(), centre.x() + reach, left.y()))
    gap = KEY_GAP if reach else 0.0
    x = centre.x() + reach + gap
    drawn.texts.append(setter.say(x, centre.y(), entry.text, setter.theme.muted))
