"""From checked JSON objects to the domain's objects. Trusts its input: the gate comes before."""

from typing import Any

from ocviewer.domain.country import Country, Fact
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import Indicator, IndicatorTable, Polarity, Section
from ocviewer.domain.profile import (
    Origin,
    PageFormat,
    Paragraph,
    Profile,
    ProfileSource,
    TakenFacts,
    Wording,
)
from ocviewer.library.files import JsonObject


def indicators(file: JsonObject) -> IndicatorTable:
    """The nodes and sections of ``indicators.json``."""
    return IndicatorTable(
        tuple(
            Indicator(
                code=row["code"],
                name=row["name"],
                short_name=row["short_name"],
                polarity=Polarity(row["polarity"]),
                parent=row["parent"],
                section=row["section"],
                definition=row["definition"],
            )
            for row in file["indicators"]
        ),
        tuple(Section(row["number"], row["id"], row["title"]) for row in file["sections"]),
    )


def countries(file: JsonObject) -> dict[str, Country]:
    """The countries of ``countries.json``, by ISO3."""
    return {
        row["iso3"]: Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            numeric=row["numeric"],
            name=row["name"],
            other_names=tuple(row["other_names"]),
            continent=row["continent"],
            region=row["region"],
            capitals=tuple(row["capitals"]),
            capitals_source=file["capitals_source"],
            population=_fact(row["population"]),
            gdp_musd=_fact(row["gdp_musd"]),
            area_km2=_fact(row["area_km2"]),
        )
        for row in file["countries"]
    }


def _fact(row: dict[str, Any] | None) -> Fact | None:
    return None if row is None else Fact(row["value"], row["year"], row["source"])


def edition(file: JsonObject) -> Edition:
    """The scores of an edition file."""
    return Edition(
        file["edition"],
        {
            row["iso3"]: {code: round(value * 100) for code, value in row["scores"].items()}
            for row in file["countries"]
        },
    )


def profile(file: JsonObject) -> Profile:
    """The text of a profile file."""
    source = file["source"]
    return Profile(
        country=file["country"],
        edition=file["edition"],
        wording=Wording(file["wording"]),
        language=file["language"],
        source=ProfileSource(source["title"], source["url"], source["publisher"]),
        sections={
            section["id"]: tuple(
                Paragraph(paragraph["text"], tuple(paragraph["indicators"]))
                for paragraph in section["paragraphs"]
            )
            for section in file["sections"]
        },
        origin=_origin(file["origin"]),
        facts=_taken_facts(file["facts"]),
    )


def _origin(row: dict[str, Any] | None) -> Origin | None:
    if row is None:
        return None
    return Origin(row["file"], row["sha256"], row["imported"], PageFormat(row["format"]))


def _taken_facts(row: dict[str, Any] | None) -> TakenFacts | None:
    if row is None:
        return None
    capitals = None if row["capitals"] is None else tuple(row["capitals"])
    return TakenFacts(capitals, row["population"], row["gdp_musd"], row["area_km2"])
