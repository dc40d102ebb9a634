"""The addresses of links in a text: of the web, of a country, and of the other wording."""

from urllib.parse import urlsplit

from ocviewer.domain.plain_text import one_line

WORDING_LINK = "ocviewer:wording"
"""The address of the link that shows the same text in its other wording."""

COUNTRY = "country:"
"""What the address of a link to a country's profile starts with; its code follows."""


def web_address(url: str) -> str:
    """The address where it is one of the web's (http or https), else nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:  # e.g. brackets that are no IPv6 address
        return ""
    spotless = url == one_line(url) and " " not in url
    return url if spotless and parts.scheme in ("http", "https") and parts.netloc else ""
