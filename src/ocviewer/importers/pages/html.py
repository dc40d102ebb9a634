"""A page as HTML: saved complete, HTML only, or the part of an MHTML file.

The tree is made by a real HTML5 parser. Its text gives the same lines as a copied page, and what
scripts and attributes say (codes, names, history, address) makes some of it surer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.pages.address import index_address, saved_from, slug_of, years_of
from ocviewer.importers.pages.content import PageContent
from ocviewer.importers.pages.names import PageNames
from ocviewer.importers.pages.numbers import score_of
from ocviewer.importers.pages.page import SavedScore
from ocviewer.importers.pages.scripts import country_codes, history_year, node_names, script_value
from ocviewer.importers.pages.tree import Line, common_block, is_within, text_lines
from ocviewer.library.folding import fold

MAX_ELEMENTS = 30_000
"""A page of the index has a tenth of this. The parser's time grows with the square of the depth."""


def html_content(html: str, file: str, names: PageNames, url: str = "") -> PageContent:
    """What is in the page; ``url`` is its address where something else tells it.

    ``BadData`` for a page that ends too early, or of more elements than any page has.
    """
    if html.count("<") > 2 * MAX_ELEMENTS:
        raise BadData(Problem("page_too_intricate", file, values={"limit": str(MAX_ELEMENTS)}))
    if "</html" not in html and "</HTML" not in html:
        raise BadData(Problem("page_truncated", file))
    parser = LexborHTMLParser(html)
    root = parser.root
    if root is None:
        raise BadData(Problem("page_not_a_page", file))
    scripts = [node.text() for node in parser.css("script")]
    url = index_address(url) or _address(parser, root)
    codes = country_codes(script_value(scripts, "$countries"))
    nodes = node_names(script_value(scripts, "$indicatorsindex"))
    history = (history_year(node.attributes.get("data-data")) for node in parser.css("[data-data]"))
    lines = _lines(root, names)
    return PageContent(
        lines=tuple(line.text for line in lines),
        url=url,
        names=tuple(node.text(strip=True) for node in parser.css("h1")),
        iso3=codes.get(slug_of(url), ""),
        years=years_of(url) or frozenset([max((y for y in history if y), default=0)]) - {0},
        scores=dict(_scores(parser, nodes)),
    )


def _address(parser: LexborHTMLParser, root: LexborNode) -> str:
    """The address in the comment of a complete save, or in the head of the page."""
    found = []
    node = root.parent.first_child if root.parent is not None else None
    while node is not None:
        if node.is_comment_node:
            found.append(saved_from(node.comment_content or ""))
        node = node.next
    for selector, name in (
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
        ("base[href]", "href"),
    ):
        found += [index_address(each.attributes.get(name) or "") for each in parser.css(selector)]
    return next(filter(None, found), "")


def _lines(root: LexborNode, names: PageNames) -> Sequence[Line]:
    """The lines of the page, without those below the analysis."""
    analysis = 0
    """Where the analysis begins, once it has."""

    def stands_alone(text: str) -> bool:
        """Names in the figures; in the analysis a name may be a word of a sentence."""
        return not analysis and bool(text) and names.is_name(text)

    lines: list[Line] = []
    titled = False
    for line in text_lines(root, stands_alone):
        lines.append(line)
        titled = titled or names.title(line.text) is not None
        if titled and not analysis and fold(line.text[:20]) == "analysis":
            analysis = len(lines)
    return _without_foot(lines, analysis, names)


def _without_foot(lines: list[Line], analysis: int, names: PageNames) -> list[Line]:
    """The analysis ends where the block ends that all titles of its sections stand in.

    A title that another follows at once is an entry of a menu; of an analysis that stands there
    twice, for wide and narrow screens, the first counts.
    """
    first: dict[str, int] = {}
    for number, (line, below) in enumerate(pairwise(lines[analysis:]), analysis):
        section = names.section(line.text)
        if section is not None and names.section(below.text) is None:
            first.setdefault(section, number)
    numbers = sorted(first.values())
    block = common_block([lines[number].block for number in numbers])
    if len(numbers) < 2 or block is None:
        return lines
    kept = [line for line in lines[numbers[-1] :] if is_within(line.block, block)]
    return lines[: numbers[-1]] + kept


def _scores(parser: LexborHTMLParser, nodes: dict[str, str]) -> Iterator[tuple[str, SavedScore]]:
    """The scores in elements with a code, by the name that the page's own tree has for it."""
    for element in parser.css("[data-crime]"):
        name = nodes.get(element.attributes.get("data-crime") or "")
        score = None if name is None else _score_in(element)
        if name is not None and score is not None:
            yield name, score


def _score_in(element: LexborNode) -> SavedScore | None:
    """The first number below an element, with the change in the span that follows it."""
    for node in element.traverse(include_text=True):
        if not node.is_text_node:
            continue
        number = (node.text_content or "").strip()
        if not number or score_of(number) is None:
            continue
        behind = node.next
        change = behind.text(strip=True) if behind is not None and behind.tag == "span" else ""
        return score_of(f"{number} {change}") or score_of(number)
    return None
