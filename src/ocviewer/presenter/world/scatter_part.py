"""What the scatter shows: frozen, complete and in words."""

from typing import NamedTuple

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.world.choices import Option


class Axis(NamedTuple):
    """One of the two axes; ``text`` says which way is better, ``short_text`` in little room."""

    code: str
    name: str
    text: str
    short_text: str
    polarity: Polarity


class Dot(NamedTuple):
    """A country; ``key`` is its name as it is compared with what is typed.

    ``continent`` is the number of the continent, which has its own colour and shape.
    """

    iso3: str
    name: str
    key: str
    continent: int
    spoken: str


class Point(NamedTuple):
    """All countries that have the same two scores, open ones first, then by name.

    ``size`` is their share of the largest population at one point, from 0 to 1, and 0 where it is
    not known or not asked for. ``heading`` and ``lines`` are what a pointer on it is told.
    """

    x: Hundredths
    y: Hundredths
    dots: tuple[Dot, ...]
    size: float
    heading: str
    lines: tuple[str, ...]


class Label(NamedTuple):
    """A name beside a point; ``colour`` is the pane's where the country is open."""

    text: str
    point: int
    colour: int | None


class Opened(NamedTuple):
    """A country that a pane shows, with its two scores one edition before, where it has both."""

    iso3: str
    colour: int
    point: int
    before: tuple[Hundredths, Hundredths] | None


class Quadrant(NamedTuple):
    """A quarter of the field in words; ``names`` say the same in less and less room."""

    high_x: bool
    high_y: bool
    names: tuple[str, ...]
    total: int
    count_text: str


class ContinentKey(NamedTuple):
    """A line of the legend: a continent with its number."""

    number: int
    text: str


class SizeKey(NamedTuple):
    """A line of the legend: how large a population is, as a share of the largest."""

    size: float
    text: str


class Scatter(NamedTuple):
    """All countries by two scores, both on the scale from 1 to 10.

    ``points`` go from left to right, ``labels`` from the most to the least wanted. ``missing`` says
    why there is nothing to show, and is empty otherwise. ``correlation`` is the sentence below the
    field and ``notes`` what else has to be told. ``middle`` parts low from high.
    """

    title: str
    edition: int
    nodes: tuple[Option, ...]
    x: Axis
    y: Axis
    sized: bool
    middle: Hundredths
    points: tuple[Point, ...]
    labels: tuple[Label, ...]
    opened: tuple[Opened, ...]
    quadrants: tuple[Quadrant, ...]
    continents: tuple[ContinentKey, ...]
    shared_text: str
    trail_text: str
    sizes: tuple[SizeKey, ...]
    sizes_text: str
    missing: str
    correlation: str
    notes: str
    spoken: str
