"""What is chosen: the only input, beside the library, of what is shown."""

from enum import StrEnum
from typing import NamedTuple

AT_A_GLANCE = "at_a_glance"
"""The id of the section that is made from the figures alone."""

MAX_PANES = 4


class Order(StrEnum):
    """How the bars are ordered within their group."""

    INDEX = "index"
    SCORE = "score"
    CHANGE = "change"


class PaneState(NamedTuple):
    """One country in one edition."""

    iso3: str
    edition: int


class ViewState(NamedTuple):
    """Everything that is chosen: one pane or up to four side by side, and what they show."""

    panes: tuple[PaneState, ...]
    section: str = AT_A_GLANCE
    order: Order = Order.INDEX
