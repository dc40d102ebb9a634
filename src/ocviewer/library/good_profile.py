"""Whether a profile file is of good form, told without pydantic.

Importing pydantic costs a start more than everything else about an imported text. So this says yes
to what is surely good and no to all else, which the models then judge, with their words; a test
holds the two against each other.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from ocviewer.library.files import JsonObject

_Check = Callable[[Any], bool]


def _matches(pattern: str) -> _Check:
    form = re.compile(pattern, re.ASCII)
    return lambda value: type(value) is str and form.fullmatch(value) is not None


def _text(value: Any) -> bool:
    return type(value) is str and value != ""


def _count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 10**15


def _or_null(check: _Check) -> _Check:
    return lambda value: value is None or check(value)


def _list_of(check: _Check) -> _Check:
    return lambda value: type(value) is list and all(map(check, value))


def _object(checks: Mapping[str, _Check]) -> _Check:
    return lambda value: (
        type(value) is dict
        and value.keys() == checks.keys()
        and all(check(value[key]) for key, check in checks.items())
    )


_ORIGIN = _object(
    {
        "file": _text,
        "sha256": _matches("[0-9a-f]{64}"),
        "imported": _matches(r"\d{4}-\d{2}-\d{2}"),
        "format": lambda value: value in ("html", "mhtml", "text"),
    }
)
_FACTS = _object(
    {
        "capitals": _or_null(_list_of(_text)),
        "population": _or_null(_count),
        "gdp_musd": _or_null(_count),
        "area_km2": _or_null(_count),
    }
)
_PARAGRAPH = _object({"text": _text, "indicators": _list_of(_matches(r"[12](\.\d{1,2}){0,2}"))})
_SECTION = _object({"id": _matches("[a-z][a-z_]*"), "paragraphs": _list_of(_PARAGRAPH)})
_PROFILE = _object(
    {
        "schema_version": lambda value: type(value) is int and value == 2,
        "kind": lambda value: value == "profile",
        "country": _matches("[A-Z]{3}"),
        "edition": lambda value: type(value) is int and 1900 <= value <= 2999,
        "wording": lambda value: value in ("condensed", "original"),
        "language": _matches("[a-z]{2}(-[A-Z]{2})?"),
        "source": _object({"title": _text, "url": _text, "publisher": _text}),
        "origin": _or_null(_ORIGIN),
        "facts": _or_null(_FACTS),
        "sections": _list_of(_SECTION),
    }
)


def is_good_profile(file: JsonObject) -> bool:
    """Whether the models would find nothing wrong with a profile; ``False`` where it is unsure."""
    return _PROFILE(file)
