"""Writes docs/data-format.md and docs/schema/*.json from the pydantic models of a library.

``python packaging/build_docs.py`` (part of ``make data``); a test fails when they are stale.
"""

import json
from pathlib import Path
from typing import Any

from profile_guide import guide
from pydantic import BaseModel

from ocviewer import paths
from ocviewer.library import schema
from ocviewer.library.library import Library
from ocviewer.library.notes.schema import NotesFile

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs"

INTRODUCTION = f"""# The data format

A library is a folder of JSON files. The program comes with one (`data/`), and each user can have
one of their own on top of it: an edition there stands before the bundled one, and a profile beside
it, so that a text can be read in the publisher's words and in ours; the tables of indicators and
countries are always the program's. What was removed or replaced lies in the user's folder below
`removed/`, each file with a number. *Help ▸ About* and `ocviewer paths` tell where the folder is.
`ocviewer check FOLDER` lists every problem of a library folder with file and JSON path; a file with
any problem is left out, and the bundled one is used meanwhile.

Every file is UTF-8 JSON and carries `schema_version` (now {schema.SCHEMA_VERSION}) and `kind`.
A file of an older version is migrated when it is read; one of a newer version is refused, with a
message.
Codes are the index's own (`1`, `1.1`, `1.1.1` … `2.12`), scores lie between 1 and 10 and are exact
to 0.01, and what an edition did not score is left out: it is never 0 and never null.

`manifest.json` in the bundled library lists the sha256 of each file that was checked when the
bundle was made. Such a file is only parsed; every other one is checked in full.

This page and the JSON Schemas in `schema/` are made from the models in
`src/ocviewer/library/schema.py`; do not edit them.
"""

NOTES = """# The format of notes

What you note is kept as JSON in your own library folder: `notes/ISO3.json` holds what belongs to a
country, `notes/general.json` what belongs to none. *Help ▸ About* tells where the folder lies. Like
every library file these are UTF-8 and carry `schema_version` (now 1) and `kind`.

A passage is kept by its words, those before and behind it, and where it began. It is looked for by
its very words first, then, where they are there more than once, by what stands around them, then by
words much like them. What is not found, or could as well be another passage, is *lost*: it is
listed with its quote and stays in the file, and is found again when the text is back.

Two windows may write at once: a file is read again before it is written, under the lock file
`notes/.lock`, and of two versions of a note the one that was `modified` later is kept. A file of a
newer version is opened read-only, as far as it is understood. A damaged one is told, read as far as
it is understood, and kept beside as `ISO3.json.damaged-1` when it is written anew.

This page and `schema/notes.schema.json` are made from the models in
`src/ocviewer/library/notes/schema.py`; do not edit them.
"""

SHOW_JSON = """
## `ocviewer show --json`

One object for a country in an edition; `show --all --json` prints one such object a line.

- `country`: `iso3`, `iso2`, `name`, `continent`, `region`, `capitals` (a list), and `population`,
  `gdp_musd` and `area_km2`, each `{value, year, source}` or null
- `edition`: the year
- `scores`: 36 × `{code, name, value, previous, change, direction, ranks}`; `value`, `previous` and
  `change` are null where an edition did not score the node; `direction` is `better`, `worse`,
  `unchanged` or null
- `scores[].ranks`: `{scope, name, rank, of, previous, change}` for `world`, `continent` and
  `region`, empty without a score; `change` is new − old
- `sections`: 12 × `{number, id, title, indicators, paragraphs: [{text, indicators}]}`; number 0 is
  *At a glance*, made from the figures
"""


def documents() -> dict[str, str]:
    """The text of every generated file, by its path below docs/."""
    texts = {
        "data-format.md": _page(),
        "notes-format.md": "\n".join([NOTES, _file("notes", NotesFile)]).rstrip() + "\n",
    }
    models: dict[str, type[BaseModel]] = {**schema.FILES, "notes": NotesFile}
    for kind, model in models.items():
        content = json.dumps(model.model_json_schema(), indent=2, ensure_ascii=False)
        texts[f"schema/{kind}.schema.json"] = content + "\n"
    return texts


def _page() -> str:
    parts = [INTRODUCTION, guide(Library(paths.bundled_library()))]
    for kind, model in schema.FILES.items():
        parts.append(_file(kind, model))
    return "\n".join(parts) + SHOW_JSON


def _file(kind: str, model: type[BaseModel]) -> str:
    content = model.model_json_schema()
    title, _, rest = (content.get("description") or kind).partition(":")
    lines = [f"## {title.replace('``', '`')}", "", rest.strip().capitalize(), ""]
    lines += [f"JSON Schema: [schema/{kind}.schema.json](schema/{kind}.schema.json)", ""]
    lines += _table(content)
    for name, part in content.get("$defs", {}).items():
        lines += [f"### {name}", "", part.get("description", ""), "", *_table(part)]
    return "\n".join(lines)


def _table(part: dict[str, Any]) -> list[str]:
    lines = ["| key | type | meaning |", "| --- | --- | --- |"]
    for key, field in part["properties"].items():
        lines.append(f"| `{key}` | {_type(field)} | {field.get('description', '')} |")
    return [*lines, ""]


def _type(field: dict[str, Any]) -> str:
    choices = field.get("anyOf") or field.get("oneOf")
    if choices:
        return " or ".join(_type(choice) for choice in choices)
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "const" in field or "enum" in field:
        return " or ".join(f"`{json.dumps(v)}`" for v in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}"
    if field.get("type") == "object":
        values = field.get("additionalProperties") or next(
            iter(field["patternProperties"].values())
        )
        return f"object of {_type(values)} by code"
    return f"{field.get('type')}{_limits(field)}"


def _limits(field: dict[str, Any]) -> str:
    if "pattern" in field:
        return f" matching `{field['pattern'].replace('|', chr(92) + '|')}`"
    if "minimum" in field and "maximum" in field:
        return f" from {field['minimum']:g} to {field['maximum']:g}"
    return ""


def main() -> None:
    """Writes the files that differ."""
    for name, text in documents().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
