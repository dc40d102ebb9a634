"""`make data`: rebuilds the bundled library in data/ from the sources.

What comes from the sources is replaced: the editions, and every country's codes, name, place and
facts. What is written by hand stays: other names, definitions, profiles. Running it twice changes
nothing.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ocviewer import paths
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import BadData
from ocviewer.importers.reading import Place
from ocviewer.importers.workbook import WorkbookImport, WorkbookImporter
from ocviewer.library import decode
from ocviewer.library.encode import EditionOrigin, edition_text, rows_text
from ocviewer.library.files import JsonObject, parse_object, read_bytes, write_text
from ocviewer.library.lookup import Lookup
from ocviewer.library.manifest import manifest_path, manifest_text
from ocviewer.presenter.words import Words

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT.parent / "shared" / "sources"
NEWEST = 2025

# fact, its column in country_facts.csv, its year, who published it
FACTS = (
    ("population", "population_WDI_SP.POP.TOTL_2024", 2024, "World Bank WDI SP.POP.TOTL"),
    ("gdp_musd", "gdp_usd_million_IMF_WEO_Apr2025_NGDPD_2024", 2024, "IMF WEO April 2025 NGDPD"),
    ("area_km2", "area_km2_WDI_AG.SRF.TOTL.K2_2022", 2022, "World Bank WDI AG.SRF.TOTL.K2"),
)


class SourceError(Exception):
    """The sources do not agree with one another or with what is written by hand."""


def build(sources: Path, data: Path) -> list[Path]:
    """Rebuilds a library folder; gives the files that changed.

    Raises ``BadData`` for a bad workbook or library file, ``SourceError`` where the sources
    disagree, ``OSError`` where one is missing.
    """
    indicators = decode.indicators(_object(data / "indicators.json"))
    _check_names(indicators, _rows(sources / "indicator_codes.csv"))
    known = _object(data / "countries.json")
    facts = _rows(sources / "country_facts.csv")
    rows = _country_rows(known["countries"], facts)
    lookup = Lookup(decode.countries(known | {"countries": rows}).values())
    found = WorkbookImporter(indicators, lookup).read(sources / "global_oc_index.xlsx")
    if found.report.problems:
        raise BadData(*found.report.problems)
    texts = {data / "countries.json": _countries_text(known, rows, found.places[NEWEST])}
    for edition in found.editions:
        texts[data / "editions" / f"{edition.year}.json"] = edition_text(
            edition, _origin(found), indicators
        )
    changed = [path for path, text in texts.items() if _write(path, text)]
    if _write(manifest_path(data), manifest_text(data)):
        changed.append(manifest_path(data))
    return changed


def _object(path: Path) -> JsonObject:
    return parse_object(read_bytes(path), path)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _check_names(indicators: IndicatorTable, rows: list[dict[str, str]]) -> None:
    ours = [(node.code, node.name) for node in indicators]
    theirs = [(row["code"], row["official_name_en"]) for row in rows]
    for node in dict.fromkeys([*ours, *theirs]):
        if (node in ours) != (node in theirs):
            where = "indicators.json" if node in ours else "indicator_codes.csv"
            message = f"{node[0]} {node[1]}: only in {where}"
            raise SourceError(message)


def _country_rows(known: list[JsonObject], facts: list[dict[str, str]]) -> list[JsonObject]:
    """The countries with their facts from the CSV file; what it does not have, as before."""
    before = {row["iso3"]: row for row in known}
    return [
        {
            "iso3": row["iso3"],
            "iso2": row["iso2"],
            "numeric": row["iso_numeric"],
            "name": row["workbook_name"],
            "other_names": before.get(row["iso3"], {}).get("other_names", []),
            "continent": "",
            "region": "",
            "capitals": [name.strip() for name in row["capital_mledoze"].split(";")],
            **{name: _fact(row[column], year, source) for name, column, year, source in FACTS},
        }
        for row in sorted(facts, key=lambda row: row["iso3"])
    ]


def _fact(text: str, year: int, source: str) -> dict[str, Any] | None:
    return {"value": int(text), "year": year, "source": source} if text else None


def _countries_text(known: JsonObject, rows: list[JsonObject], places: Mapping[str, Place]) -> str:
    unplaced = {row["iso3"] for row in rows} ^ set(places)
    if unplaced:
        message = f"in only one of country_facts.csv and the workbook: {sorted(unplaced)}"
        raise SourceError(message)
    placed = [{**row, **places[row["iso3"]]._asdict()} for row in rows]
    head = {key: value for key, value in known.items() if key != "countries"}
    return rows_text(head, "countries", placed)


def _origin(found: WorkbookImport) -> EditionOrigin:
    return EditionOrigin(
        title="Global Organized Crime Index, official workbook global_oc_index.xlsx",
        url="https://ocindex.net",
        publisher="Global Initiative Against Transnational Organized Crime",
        sha256=found.report.sha256,
    )


def _write(path: Path, text: str) -> bool:
    """Writes a file unless it already holds the text."""
    if path.exists() and read_bytes(path) == text.encode():
        return False
    write_text(path, text)
    path.chmod(0o644)  # data of the project is for everyone to read
    return True


def main() -> int:
    """Rebuilds data/ and tells what changed."""
    parser = argparse.ArgumentParser(description="Rebuild data/ from the sources.")
    parser.add_argument("sources", nargs="?", type=Path, default=SOURCES)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    call = parser.parse_args()
    try:
        changed = build(call.sources, call.data)
    except BadData as error:
        words = Words(paths.resources() / "messages" / "en")
        for problem in error.problems:
            print(words.problem(problem), file=sys.stderr)
        return 1
    except (SourceError, OSError) as error:
        print(f"make data: {error}", file=sys.stderr)
        return 1
    for path in changed:
        print(f"written: {path}")
    if not changed:
        print("data/ is as the sources say; nothing to write")
    return 0


if __name__ == "__main__":
    sys.exit(main())
