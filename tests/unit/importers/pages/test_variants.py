"""HTML of the same page as other versions of the site or other browsers may write it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ocviewer.importers.pages.held import hold
from ocviewer.importers.pages.reader import PageReader
from ocviewer.library.library import Library
from tests.fixtures import testland


def analysis_of(html: str) -> str:
    start = html.index("<div class=analysis>")
    return html[start : html.index("<div><p>A line below")]


def menu(small: Library) -> str:
    return "".join(f"<li>{section.title}</li>" for section in small.indicators.sections)


def spans(html: str, small: Library) -> str:
    figures, mark, rest = html.partition("<div class=analysis>")
    return figures.replace("<div", "<span").replace("</div", "</span") + mark + rest


VARIANTS: dict[str, Callable[[str, Library], str]] = {
    "minified": lambda html, _: html.replace("\n", ""),
    "blocks that only a style sheet makes": spans,
    "titles and paragraphs side by side": lambda html, _: html.replace("<section>", "").replace(
        "</section>", ""
    ),
    "line breaks between paragraphs": lambda html, _: html.replace("</p>\n<p>", "<br><br>"),
    "numbered titles": lambda html, _: html.replace(
        "<section><h3>", "<section><h3><span>01</span> "
    ),
    "titles as buttons": lambda html, _: html.replace("<section><h3>", "<section><button>").replace(
        "</h3><p><em>", "</button><p><em>"
    ),
    "no tree of names": lambda html, _: html.replace("$indicatorsindex", "$other"),
    "quoted attributes": lambda html, _: html.replace("data-data=[", "data-data='[").replace(
        "]></div>", "]'></div>"
    ),
    "a menu above": lambda html, small: html.replace(
        "<h2>Analysis</h2>", f"<h2>Analysis</h2><ul>{menu(small)}</ul>"
    ),
    "a menu below": lambda html, small: html.replace(
        "<div><p>A line below", f"<ul>{menu(small)}</ul><div><p>A line below"
    ),
    "the analysis twice": lambda html, _: html.replace("</body>", analysis_of(html) + "</body>"),
    "links in the text": lambda html, _: re.sub(
        r"<p><em>(\w+)</em>", r'<p><a href="x">\1</a>', html
    ),
    "comments in the text": lambda html, _: html.replace("<em>", "<!-- x --><em>"),
}


@pytest.mark.parametrize("change", VARIANTS.values(), ids=VARIANTS.keys())
def test_a_variant_says_the_same(
    change: Callable[[str, Library], str], pages: Path, reader: PageReader, small: Library
) -> None:
    html = (pages / "testland-2025.html").read_text("utf-8")
    changed = change(html, small)
    assert changed != html
    page = reader.read(changed.encode(), Path("x"))
    found = {section: list(texts) for section, texts in page.sections.items()}
    assert found == testland.paragraphs(small, 2025)
    held = hold(page, small)
    assert (held.differences, held.lacking) == ((), ())
    assert (len(page.scores), len(page.ranks)) == (36, 6)
