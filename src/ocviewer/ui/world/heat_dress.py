"""What the parts of the heat table are drawn in."""

from typing import NamedTuple

from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.theme import Theme


class HeatDress(NamedTuple):
    """Colours, and the letterings of titles, of all else, and of numbers in cells."""

    theme: Theme
    title: Lettering
    text: Lettering
    number: Lettering
