"""From the domain's objects to the text of library files, the same for the same objects."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.profile import Profile
from ocviewer.domain.score import to_number
from ocviewer.library.gate import CURRENT_VERSION


@dataclass(frozen=True, slots=True)
class EditionOrigin:
    """The file that an edition's scores were read from, and who published it."""

    title: str
    url: str
    publisher: str
    sha256: str


def edition_text(edition: Edition, origin: EditionOrigin, indicators: IndicatorTable) -> str:
    """The text of ``editions/YEAR.json``: a country a line by ISO3, codes in the index's order."""
    head = {
        "schema_version": CURRENT_VERSION,
        "kind": "edition",
        "edition": edition.year,
        "source": {
            "title": origin.title,
            "url": origin.url,
            "publisher": origin.publisher,
            "sha256": origin.sha256,
        },
    }
    rows = [
        {
            "iso3": iso3,
            "scores": {
                node.code: to_number(scores[node.code])
                for node in indicators
                if node.code in scores
            },
        }
        for iso3, scores in sorted(edition.scores.items())
    ]
    return rows_text(head, "countries", rows)


def profile_text(profile: Profile, indicators: IndicatorTable) -> str:
    """The text of ``profiles/YEAR/ISO3.json``, sections in the index's order."""
    file = {
        "schema_version": CURRENT_VERSION,
        "kind": "profile",
        "country": profile.country,
        "edition": profile.edition,
        "wording": profile.wording,
        "language": profile.language,
        "source": profile.source._asdict(),
        "origin": None if profile.origin is None else profile.origin._asdict(),
        "facts": None if profile.facts is None else profile.facts._asdict(),
        "sections": [
            {
                "id": section.id,
                "paragraphs": [p._asdict() for p in profile.sections[section.id]],
            }
            for section in indicators.sections
            if section.id in profile.sections
        ],
    }
    return json.dumps(file, ensure_ascii=False, indent=2) + "\n"


def rows_text(head: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]]) -> str:
    """A JSON object of some entries and a list of rows, an entry or row a line."""
    entries = [f"  {_json(key)}: {_json(value)}," for key, value in head.items()]
    lines = ",\n".join(f"    {_json(row)}" for row in rows)
    return "\n".join(["{", *entries, f"  {_json(name)}: [", lines, "  ]", "}", ""])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
