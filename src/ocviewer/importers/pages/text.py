"""A page as text: selected in a browser, copied, and saved with any editor."""

from ocviewer.domain.plain_text import plain
from ocviewer.importers.pages.content import PageContent


def text_content(text: str) -> PageContent:
    """The lines of a text that are not blank, without the blanks around them."""
    lines = (line.strip() for line in plain(text).split("\n"))
    return PageContent(tuple(line for line in lines if line))
