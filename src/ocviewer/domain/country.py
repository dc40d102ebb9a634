"""A country as the index names and places it, with the facts that its page shows."""

from typing import NamedTuple


class Fact(NamedTuple):
    """A figure with the year it speaks of and who published it."""

    value: int
    year: int
    source: str


class Country(NamedTuple):
    """One of the index's countries.

    ``region`` and ``continent`` are those of the 2025 edition, which the index also uses to rank
    earlier editions. ``gdp_musd`` is in million US dollars, ``area_km2`` in square kilometres;
    a fact that its publisher does not have is ``None``. ``capitals_source`` names no year: the list
    that the capitals come from has none.
    """

    iso3: str
    iso2: str
    numeric: str
    name: str
    other_names: tuple[str, ...]
    continent: str
    region: str
    capitals: tuple[str, ...]
    capitals_source: str
    population: Fact | None
    gdp_musd: Fact | None
    area_km2: Fact | None
