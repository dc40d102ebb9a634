"""The part of docs/data-format.md that tells how to add a text: name, sections, an example."""

import json
from pathlib import Path

from ocviewer.domain.indicator import IndicatorTable
from ocviewer.library import schema
from ocviewer.library.library import Library
from ocviewer.library.references import Tables, reference_problems

NAME = "profiles/2025/COL.json"

GUIDE = """## A text of your own

The analysis of a country in an edition is one file, `profiles/YEAR/ISO3.json` below the library
folder: Colombia 2025 is `{name}`. Year and code are also the file's `edition` and
`country`; `ocviewer list` tells the codes. `wording` is `original` for the publisher's own text and
`condensed` for other words. A section may be left out, and a paragraph may treat no indicator. The
sections and their indicators:

{sections}

A complete file, `{name}`:

```json
{example}
```

`ocviewer check` tells whether it is right; the window shows it at its next start.
"""


def guide(library: Library) -> str:
    """The text, with the sections of the library and an example that is held against it."""
    file = _example().model_dump()
    tables = Tables(library.countries, library.indicators)
    wrong = [*reference_problems(file, "profile", Path(NAME), tables)]
    if wrong:
        message = f"the example refers to what is not there: {wrong}"
        raise ValueError(message)
    example = json.dumps(file, ensure_ascii=False, indent=2)
    return GUIDE.format(name=NAME, sections=_sections(library.indicators), example=example)


def _sections(indicators: IndicatorTable) -> str:
    lines = ["| number | `id` | title | indicators |", "| --- | --- | --- | --- |"]
    for section in indicators.sections:
        nodes = (f"`{node.code}` {node.name}" for node in indicators.in_section(section.id))
        cells = (str(section.number), f"`{section.id}`", section.title, ", ".join(nodes))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _example() -> schema.ProfileFile:
    paragraphs = {
        "people": [("The first paragraph, on trafficking.", ["1.1.1"])],
        "drugs": [
            ("A paragraph that treats two indicators.", ["1.1.12", "1.1.13"]),
            ("A paragraph that treats none in particular.", []),
        ],
    }
    return schema.ProfileFile(
        schema_version=2,
        kind="profile",
        country="COL",
        edition=2025,
        wording="original",
        language="en",
        source=schema.Source(
            title="Global Organized Crime Index 2025, Colombia",
            url="https://ocindex.net/country/colombia",
            publisher="Global Initiative Against Transnational Organized Crime",
        ),
        origin=None,
        facts=None,
        sections=[
            schema.ProfileSectionRow(
                id=section,
                paragraphs=[schema.ParagraphRow(text=t, indicators=c) for t, c in texts],
            )
            for section, texts in paragraphs.items()
        ],
    )
