"""The countries that the panes show, as the views of the world mark them."""

from typing import NamedTuple

from ocviewer.presenter.state import ViewState


class Mark(NamedTuple):
    """A country (ISO3) that a pane shows, with the number of its colour."""

    iso3: str
    colour: int


def first_country(state: ViewState) -> str:
    """The country (ISO3) of the first pane that shows one; empty where all are means."""
    return next((pane.iso3 for pane in state.panes if pane.place is None), "")


def marks(state: ViewState) -> tuple[Mark, ...]:
    """A mark for each country of the panes; the first pane's, where two show the same country.

    A mean is no country, and has no mark.
    """
    found: dict[str, Mark] = {}
    for pane, colour in zip(state.panes, state.colours, strict=False):
        if pane.place is None:
            found.setdefault(pane.iso3, Mark(pane.iso3, colour))
    return tuple(found.values())
