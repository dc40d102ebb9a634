"""A country's facts for the header: short in the window, exact with year and source behind."""

from ocviewer.domain.country import Country, Fact
from ocviewer.presenter.page import FactView
from ocviewer.presenter.words import Words


def facts(country: Country, words: Words) -> tuple[FactView, ...]:
    """Capital, population, gross domestic product and area, in this order."""
    return (
        _capital(country, words),
        _figure(country.population, "population", words),
        _figure(country.gdp_musd, "gdp", words, millions=True),
        _figure(country.area_km2, "area", words, in_full=True),
    )


def _capital(country: Country, words: Words) -> FactView:
    many = "capitals" if len(country.capitals) > 1 else "capital"
    label = words.say(f"profile.{many}")
    text = ", ".join(country.capitals) or words.say("profile.no_data")
    tooltip = words.say(
        "profile.fact_no_year", label=label, value=text, source=country.capitals_source
    )
    return FactView(label, text, tooltip)


def _figure(
    fact: Fact | None, name: str, words: Words, *, millions: bool = False, in_full: bool = False
) -> FactView:
    label = words.say(f"profile.{name}")
    if fact is None:
        nothing = words.say("profile.no_data")
        text = words.say("profile.no_data_for", label=label.lower() if name != "gdp" else label)
        return FactView(label, text, f"{label}: {nothing}")
    exact = words.say(f"profile.{name}_exact", value=words.number(fact.value))
    value = fact.value * (1_000_000 if millions else 1)
    short = words.number(value) if in_full else _short(value, words)
    return FactView(
        label,
        words.say(f"profile.{name}_short", value=short),
        words.say("profile.fact", label=label, value=exact, year=fact.year, source=fact.source),
    )


def _short(value: int, words: Words) -> str:
    """Three significant digits with a unit of magnitude: ``34.2 M``, ``289 bn``, ``9,646``."""
    for size, key in ((10**12, "trillions"), (10**9, "billions"), (10**6, "millions")):
        if value >= size:
            scaled = value / size
            digits = 2 if scaled < 10 else (1 if scaled < 100 else 0)
            return words.say(f"profile.{key}", value=f"{scaled:.{digits}f}")
    return words.number(value)
