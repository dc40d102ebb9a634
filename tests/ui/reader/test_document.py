from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication

from ocviewer.presenter.page import ParagraphView, SectionView
from ocviewer.ui.reader.addresses import web_address
from ocviewer.ui.reader.document import CONTINUED, SectionWriter
from ocviewer.ui.reader.measure import LEADING
from ocviewer.ui.reader.pieces import BLOCK_LIMIT, pieces
from ocviewer.ui.theme import LIGHT

MakeSection = Callable[..., SectionView]


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return QTextDocument()


def blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def texts(document: QTextDocument) -> list[str]:
    return [block.text() for block in blocks(document)]


def anchors(document: QTextDocument) -> list[str]:
    found = []
    for block in blocks(document):
        fragment = block.begin()
        while not fragment.atEnd():
            chars = fragment.fragment().charFormat()
            if chars.isAnchor():
                found.append(chars.anchorHref())
            fragment += 1
    return found


def test_heading_label_address_and_paragraphs(
    document: QTextDocument, make_section: MakeSection
) -> None:
    SectionWriter(document, make_section("First.", "Second."), LIGHT)
    assert texts(document) == [
        "01 People",
        "Our condensed wording. Original: https://example.org/testland",
        "First.",
        "Second.",
    ]
    assert anchors(document) == ["https://example.org/testland"]
    body = blocks(document)[2].blockFormat()
    assert body.lineHeight() == LEADING
    assert body.bottomMargin() > 0


def test_writing_replaces_what_was_there(
    document: QTextDocument, make_section: MakeSection
) -> None:
    SectionWriter(document, make_section("Old."), LIGHT)
    SectionWriter(document, make_section("New.", number=2, label="", url=""), LIGHT)
    assert texts(document) == ["02 Trade", "New."]
    assert anchors(document) == []


def test_missing_text_says_so_in_the_muted_colour(
    document: QTextDocument, make_section: MakeSection
) -> None:
    SectionWriter(document, make_section(label="", url="", missing="No text yet."), LIGHT)
    assert texts(document) == ["01 People", "No text yet."]
    chars = blocks(document)[1].begin().fragment().charFormat()
    assert chars.foreground().color().name() == LIGHT.muted


@pytest.mark.parametrize(
    "text",
    [
        '<img src="https://example.org/a.png"> <script>alert(1)</script>',
        "<b>bold</b> &amp; &lt;",
        "<a href='https://example.org'>link</a>",
    ],
)
def test_markup_is_shown_literally(
    document: QTextDocument, make_section: MakeSection, text: str
) -> None:
    SectionWriter(document, make_section(text, label=text, url="", missing=text), LIGHT)
    assert texts(document)[1:] == [text, text, text]
    assert anchors(document) == []


def test_a_newline_breaks_the_line_within_its_paragraph(
    document: QTextDocument, make_section: MakeSection
) -> None:
    writer = SectionWriter(document, make_section("a\r\nb\x00\u202ec", "d"), LIGHT)
    assert texts(document)[2:] == ["a\u2028bc", "d"]
    assert writer.first_block(1) == 3


@pytest.mark.parametrize("text", ["", "short", "word " * 5_000, "x" * 45_000, "é😀 " * 20_000])
def test_pieces_lose_nothing(text: str) -> None:
    parts = list(pieces(text))
    assert "".join(parts) == text
    assert all(len(part) <= BLOCK_LIMIT for part in parts)


def test_pieces_are_cut_after_spaces() -> None:
    assert list(pieces("aaa bbb ccc", limit=5)) == ["aaa ", "bbb ", "ccc"]


def test_a_paragraph_of_megabytes_is_written_bit_by_bit(
    document: QTextDocument, make_section: MakeSection
) -> None:
    text = ("Testland " * 600_000)[:5_000_000]
    section = make_section(ParagraphView(text, ("1.1.1",)), ParagraphView("End.", ("1.1.2",)))
    writer = SectionWriter(document, section, LIGHT)
    assert not writer.is_complete
    first = document.characterCount()
    assert first < 100_000
    writer.write_more()
    assert first < document.characterCount() < 200_000
    last = writer.first_block(1)
    assert document.findBlockByNumber(last).text() == "End."
    body = blocks(document)[2:last]
    assert "".join(block.text() for block in body) == text
    assert max(block.length() for block in body) <= BLOCK_LIMIT + 1
    assert [block.userState() for block in body] == [CONTINUED] * (len(body) - 1) + [-1]
    writer.write_all()
    assert writer.is_complete


def test_many_empty_paragraphs_are_written_bit_by_bit(
    document: QTextDocument, make_section: MakeSection
) -> None:
    writer = SectionWriter(document, make_section(*[""] * 50_000), LIGHT)
    assert document.blockCount() < 2_000
    writer.write_to(3_000)
    assert document.characterCount() == 3_001


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://ocindex.net/country/peru", True),
        ("http://example.org", True),
        ("", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://example.org/a b", False),
        ("https://example.org/\u202egnp", False),
        ("//example.org", False),
    ],
)
def test_only_web_addresses_are_links(
    document: QTextDocument, make_section: MakeSection, url: str, is_one: bool
) -> None:
    assert web_address(url) == (url if is_one else "")
    SectionWriter(document, make_section("Text.", url=url), LIGHT)
    assert anchors(document) == ([url] if is_one else [])
