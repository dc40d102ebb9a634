"""The values that a page's inline scripts set, read by a JSON reader."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_DECODER = json.JSONDecoder()


def script_value(scripts: Iterable[str], name: str) -> Any:
    """The JSON value that is given to a variable, as in ``$countries = […]``; ``None`` without."""
    for script in scripts:
        place = script.find(name)
        while place >= 0:
            after = script[place + len(name) : place + len(name) + 40].lstrip()
            if after.startswith("="):
                start = script.index("=", place + len(name)) + 1
                value = _value(script, start)
                if value is not None:
                    return value
            place = script.find(name, place + 1)
    return None


def _value(script: str, start: int) -> Any:
    while script[start : start + 1].isspace():
        start += 1
    try:
        return _DECODER.raw_decode(script, start)[0]
    except (ValueError, RecursionError):
        return None


def node_names(tree: Any) -> dict[str, str]:
    """The names of an ``$indicatorsindex`` tree (id, name, children) by their ids."""
    return {
        str(node["id"]): node["name"]
        for node in _nodes(tree)
        if "id" in node and isinstance(node.get("name"), str)
    }


def _nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if "name" in node:
                yield node
                waiting.append(node.get("children"))
            else:
                waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def country_codes(rows: Any) -> dict[str, str]:
    """The ISO3 codes of a ``$countries`` list by the countries' slugs."""
    if not isinstance(rows, list):
        return {}
    pairs = ((row.get("slug"), row.get("iso3")) for row in rows if isinstance(row, dict))
    return {
        slug: code.upper()
        for slug, code in pairs
        if isinstance(slug, str) and isinstance(code, str)
    }


def history_year(text: str | None) -> int:
    """The newest year of a chart's ``data-data``, a list of years and values; 0 without."""
    rows = None if text is None else _value(text, 0)
    if not isinstance(rows, list):
        return 0
    years = (row.get("year") for row in rows if isinstance(row, dict))
    return max((year for year in years if isinstance(year, int)), default=0)
