"""The sections of the analysis and their paragraphs, word for word."""

from collections.abc import Sequence

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.pages.names import PageNames
from ocviewer.library.folding import fold

_ENDS = (
    "for a better experience please rotate",
    "the criminal markets score is represented by",
    "stay up to date with the index",
    "give us feedback",
    "this project was funded",
    "enact is funded",
)
"""How the lines below the analysis begin, folded."""


def is_end(line: str) -> bool:
    """Whether a line stands below the analysis."""
    return fold(line[:80]).startswith(_ENDS)


def read_sections(lines: Sequence[str], names: PageNames, file: str) -> dict[str, tuple[str, ...]]:
    """The paragraphs by section id, from the lines below "Analysis".

    A title without paragraphs is an entry of a menu, and so are bare numbers. ``BadData`` where a
    section stands there twice with different words.
    """
    found: dict[str, tuple[str, ...]] = {}
    section, paragraphs = "", list[str]()

    def close() -> None:
        whole = tuple(paragraphs)
        if section and whole and found.setdefault(section, whole) != whole:
            raise BadData(Problem("page_section_twice", file, section))

    for line in lines:
        title = names.section(line)
        if title is not None:
            close()
            section, paragraphs = title, []
        elif section and is_end(line):
            break
        elif section and not line.replace(" ", "").isdigit():
            paragraphs.append(line)
    close()
    return found
