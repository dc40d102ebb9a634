"""The address that a page was saved from, and what it tells of country and edition."""

import re
from urllib.parse import urlsplit

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SAVED_FROM = "saved from url=("


def index_address(url: str) -> str:
    """The address where it is one of the index's own (https://….ocindex.net), else nothing."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    own = host == "ocindex.net" or host.endswith(".ocindex.net")
    good = own and parts.scheme in ("http", "https") and url.isascii() and url.isprintable()
    return url if good and len(url) < 500 and " " not in url else ""


def saved_from(comment: str) -> str:
    """The address in the comment of a complete save: ``saved from url=(0031)https://…``."""
    _, found, rest = comment.partition(_SAVED_FROM)
    return index_address(rest.partition(")")[2]) if found else ""


def slug_of(url: str) -> str:
    """The country's part of an address: ``peru`` of ``https://ocindex.net/country/peru``."""
    steps = urlsplit(url).path.strip("/").split("/")
    after = steps[steps.index("country") + 1 :] if "country" in steps else []
    return after[0] if after else ""


def years_of(url: str) -> frozenset[int]:
    """The years that an address names, as that of an earlier edition may."""
    return frozenset(map(int, _YEAR.findall(url)))
