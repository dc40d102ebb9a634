"""Holds a library file against where it lies and against the tables that it refers to."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import Problem
from ocviewer.library.files import JsonObject
from ocviewer.library.gate import json_path


class Tables(NamedTuple):
    """What the editions and profiles of a library refer to."""

    countries: Container[str]
    indicators: IndicatorTable


def reference_problems(
    file: JsonObject, kind: str, path: Path, tables: Tables
) -> Iterator[Problem]:
    """Everything in a file of good form that its place contradicts, or that refers to nothing."""
    if kind == "edition":
        yield from _edition(file, path, tables)
    elif kind == "profile":
        yield from _profile(file, path, tables)


def _edition(file: JsonObject, path: Path, tables: Tables) -> Iterator[Problem]:
    yield from _misplaced(str(file["edition"]), path.stem, "edition", path)
    for number, row in enumerate(file["countries"]):
        place = json_path(("countries", number, "iso3"))
        yield from _country(row["iso3"], place, path, tables)
        for code in row["scores"]:
            place = json_path(("countries", number, "scores", code))
            yield from _indicator(code, place, path, tables)


def _profile(file: JsonObject, path: Path, tables: Tables) -> Iterator[Problem]:
    yield from _misplaced(file["country"], path.stem, "country", path)
    yield from _misplaced(str(file["edition"]), path.parent.name, "edition", path)
    yield from _country(file["country"], "country", path, tables)
    known = [section.id for section in tables.indicators.sections]
    for number, section in enumerate(file["sections"]):
        if section["id"] not in known:
            place = json_path(("sections", number, "id"))
            values = {"value": section["id"], "known": ", ".join(known)}
            yield Problem("unknown_section_id", str(path), place, values)
        for index, paragraph in enumerate(section["paragraphs"]):
            for turn, code in enumerate(paragraph["indicators"]):
                steps = ("sections", number, "paragraphs", index, "indicators", turn)
                yield from _indicator(code, json_path(steps), path, tables)


def _misplaced(found: str, expected: str, place: str, path: Path) -> Iterator[Problem]:
    if found != expected:
        values = {"found": found, "expected": expected}
        yield Problem("misplaced", str(path), place, values)


def _country(iso3: str, place: str, path: Path, tables: Tables) -> Iterator[Problem]:
    if iso3 not in tables.countries:
        yield Problem("unknown_country_code", str(path), place, {"value": iso3})


def _indicator(code: str, place: str, path: Path, tables: Tables) -> Iterator[Problem]:
    if code not in tables.indicators:
        yield Problem("unknown_indicator_code", str(path), place, {"value": code})
