"""The files of a library, as pydantic models. docs/data-format.md and the JSON Schemas follow them.

Only files that are not known to be good already pass through here (see ``gate``), so that a
start on the bundled library does not pay for it.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SCHEMA_VERSION = 2

Code = Annotated[str, StringConstraints(pattern=r"^[12](\.\d{1,2}){0,2}$")]
Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Iso2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Numeric = Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Year = Annotated[int, Field(ge=1900, le=2999)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, le=10**15)]
# Hundredths are the gate's business: multipleOf 0.01, by binary division, refuses 1.88 and 2.03.
Score = Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Source(_Strict):
    """Who published what a file holds, and where."""

    title: Text
    url: Text
    publisher: Text


class IndicatorRow(_Strict):
    """A node of the index."""

    code: Code = Field(description="the index's own code, such as 1.1.11")
    name: Text = Field(description="the index's own name")
    short_name: Text = Field(description="a name of at most 24 characters, for narrow charts")
    polarity: Literal["criminality", "resilience"]
    parent: Code | None = Field(description="the node above; null at the two roots")
    section: Identifier | None = Field(
        description="the analysis section that treats it; null for the four averages"
    )
    definition: Text = Field(description="what it measures, in our own words")


class SectionRow(_Strict):
    """A section of the analysis."""

    number: Annotated[int, Field(ge=1, le=99)]
    id: Identifier
    title: Text


class IndicatorsFile(_Strict):
    """``indicators.json``: the nodes of the index and the sections of its analysis."""

    schema_version: Literal[2]
    kind: Literal["indicators"]
    source: Source
    wording: Literal["own"]
    sections: list[SectionRow]
    indicators: list[IndicatorRow]


class FactRow(_Strict):
    """A figure with its year and source."""

    value: Count
    year: Year
    source: Text


class CountryRow(_Strict):
    """A country of the index."""

    iso3: Iso3
    iso2: Iso2
    numeric: Numeric
    name: Text = Field(description="the index's name of 2025")
    other_names: list[Text] = Field(
        description="what else people type for it; another order of the words needs no entry"
    )
    continent: Text
    region: Text = Field(description="the index's region of 2025")
    capitals: list[Text]
    population: FactRow | None
    gdp_musd: FactRow | None = Field(description="gross domestic product in million US dollars")
    area_km2: FactRow | None = Field(description="surface area in square kilometres")


class CountriesFile(_Strict):
    """``countries.json``: the countries with their names, places and facts."""

    schema_version: Literal[2]
    kind: Literal["countries"]
    capitals_source: Text = Field(
        description="who lists the capitals; that list names no year, and neither can this file"
    )
    other_names_source: Text = Field(
        description="whose spellings are among the other names of each country"
    )
    countries: list[CountryRow]


class EditionSource(Source):
    """The file that the scores were read from."""

    sha256: Sha256


class EditionRow(_Strict):
    """The scores of one country: by code, exact to 0.01; what was not scored is left out."""

    iso3: Iso3
    scores: dict[Code, Score] = Field(json_schema_extra={"additionalProperties": False})


class EditionFile(_Strict):
    """``editions/YEAR.json``: every published score of one edition."""

    schema_version: Literal[2]
    kind: Literal["edition"]
    edition: Year
    source: EditionSource
    countries: list[EditionRow]


class ParagraphRow(_Strict):
    """A paragraph and the indicators that it treats."""

    text: Text
    indicators: list[Code]


class ProfileSectionRow(_Strict):
    """The paragraphs of one section."""

    id: Identifier
    paragraphs: list[ParagraphRow]


class OriginRow(_Strict):
    """The saved page that a text was imported from."""

    file: Text = Field(description="the name of the file, without its folder")
    sha256: Sha256
    imported: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] = Field(
        description="the day of the import"
    )
    format: Literal["html", "mhtml", "text"]


class TakenFactsRow(_Strict):
    """The facts of the page that the user took for this edition; null is the library's own."""

    capitals: list[Text] | None
    population: Count | None
    gdp_musd: Count | None
    area_km2: Count | None


class ProfileFile(_Strict):
    """``profiles/YEAR/ISO3.json``: the analysis text of one country in one edition."""

    schema_version: Literal[2]
    kind: Literal["profile"]
    country: Iso3
    edition: Year
    wording: Literal["condensed", "original"] = Field(
        description="condensed: our own wording; original: the publisher's text, imported"
    )
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    source: Source
    origin: OriginRow | None = Field(
        description="the saved page that the text comes from; null where it comes from none"
    )
    facts: TakenFactsRow | None = Field(
        description="what the user took from that page instead of the library's own facts"
    )
    sections: list[ProfileSectionRow]


FILES: dict[str, type[_Strict]] = {
    "indicators": IndicatorsFile,
    "countries": CountriesFile,
    "edition": EditionFile,
    "profile": ProfileFile,
}
"""The models by the ``kind`` that a file names."""
