"""What is no page, or a page that means harm: refused with the reason, or read as plain text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadData
from ocviewer.importers.pages.reader import PageReader
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words


def html_of(pages: Path) -> str:
    return (pages / "testland-2025.html").read_text("utf-8")


REFUSED: dict[str, tuple[Callable[[str], bytes], str]] = {
    "empty": (lambda _: b"", "page_empty"),
    "blank": (lambda _: b" \n\t\n", "page_empty"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "page_not_text"),
    "a program": (lambda _: b"\x7fELF" + b"\0\1\2" * 5000, "page_not_text"),
    "50 MB": (lambda _: b"word " * 10_000_000, "page_too_large"),
    "another page": (lambda _: b"<!doctype html><html><p>News</p></html>", "page_not_a_page"),
    "another text": (lambda _: b"Peru\nCapital\nLima\n", "page_not_a_page"),
    "another language": (lambda _: "Перу\nСтолица\n".encode(), "page_not_a_page"),
    "truncated": (lambda html: html[: len(html) // 2].encode(), "page_truncated"),
    "no analysis": (lambda html: html.replace("Analysis", "").encode(), "page_no_analysis"),
    "no sections": (
        lambda html: (html[: html.index("<section>")] + "</div></html>").encode(),
        "page_no_analysis",
    ),
    "no country": (
        lambda html: html.replace("<h1>Testland (invented)</h1>", "").encode(),
        "page_no_country",
    ),
    "an unknown country": (
        lambda html: html.replace("<h1>Testland (invented)", "<h1>Quux").encode(),
        "page_unknown_country",
    ),
    "nearly a country": (
        lambda html: html.replace("<h1>Testland (invented)", "<h1>Testlnad").encode(),
        "page_unknown_country_close",
    ),
    "one country's address, another's head": (
        lambda html: html.replace(
            "<head>", '<head><link rel="canonical" href="https://ocindex.net/country/otherland">'
        ).encode(),
        "page_countries_disagree",
    ),
    "two scores for one indicator": (
        lambda html: html.replace('data-crime="2.12">', 'data-crime="2.12">9.87<br>', 1).encode(),
        "page_score_twice",
    ),
    "two texts of a section": (
        lambda html: html.replace(
            "</section>", "</section><section><h3>People</h3><p>Other words.</p></section>", 1
        ).encode(),
        "page_section_twice",
    ),
    "deeply nested": (
        lambda html: html.replace("<body>", "<body>" + "<div>" * 100_000).encode(),
        "page_too_intricate",
    ),
    "a message without a page": (
        lambda _: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
        "page_not_a_page",
    ),
    "a message of nested messages": (
        lambda _: b"".join(
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x%d\n\n--x%d\n" % (n, n)
            for n in range(2_000)
        ),
        "page_damaged",
    ),
}


@pytest.mark.parametrize(("make", "key"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_with_words(
    make: Callable[[str], bytes], key: str, pages: Path, reader: PageReader, words: Words
) -> None:
    with pytest.raises(BadData) as caught:
        reader.read(make(html_of(pages)), Path("some page.html"))
    (problem,) = caught.value.problems
    assert problem.key == key
    assert words.has(f"problems.{key}")
    assert words.problem(problem).startswith("some page.html")


def test_did_you_mean(pages: Path, reader: PageReader, words: Words) -> None:
    html = html_of(pages).replace("<h1>Testland (invented)", "<h1>Testlnad")
    with pytest.raises(BadData) as caught:
        reader.read(html.encode(), Path("x"))
    assert "Did you mean Testland (invented)" in words.problem(caught.value.problems[0])


def test_pages_of_unknown_editions(pages: Path, small: Library) -> None:
    """Scores of no edition, and no word of the page on which it shows."""
    path = pages / "testland-2023.txt"
    lines = path.read_text("utf-8").split("\n\n")
    lines = ["    1.00" if line[4:5] in "123456789" else line for line in lines]
    with pytest.raises(BadData) as caught:
        PageReader(small).read("\n\n".join(lines).encode(), path)
    assert [p.key for p in caught.value.problems] == ["page_edition_unclear"]
    assert PageReader(small).read("\n\n".join(lines).encode(), path, 2023).edition == 2023


def test_markup_in_text_stays_text(pages: Path, reader: PageReader) -> None:
    text = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;b&gt;bold&lt;/b&gt;"
    html = html_of(pages).replace("<h3>People</h3>", f"<h3>People</h3><p>{text}</p>")
    page = reader.read(html.encode(), Path("x"))
    assert page.sections["people"][0] == "<script>alert(1)</script> &amp; <b>bold</b>"


def test_scripts_and_styles_give_no_text(pages: Path, reader: PageReader) -> None:
    inner = "<style>p{}</style><script>var a = 'People';</script><template>no</template>"
    html = html_of(pages).replace("<h3>People</h3>", f"<h3>People</h3><p>One.{inner}</p>")
    assert reader.read(html.encode(), Path("x")).sections["people"][0] == "One."


def test_bidi_controls_and_nulls_are_taken_out(pages: Path, reader: PageReader) -> None:
    path = pages / "testland-2025.txt"
    text = path.read_text("utf-8").replace(
        "    People", "    People\n\n    a\u202eb\u2066c\x07d", 1
    )
    assert reader.read(text.encode(), path).sections["people"][0] == "abcd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["testland-2025.txt", "testland-2025.html"])
def test_encodings(encoding: str, name: str, pages: Path, reader: PageReader) -> None:
    path = pages / name
    text = path.read_text("utf-8").replace('<meta charset="utf-8">', "")
    text = text.replace("Human trafficking in", "‘Human trafficking’ – à l’essai – in")
    text = text.replace("<em>Human</em>", "<em>‘Human’</em> – à l’essai –")
    page = reader.read(text.encode(encoding), path)
    assert "à l’essai" in page.sections["people"][0]


def test_a_declared_encoding(pages: Path, reader: PageReader) -> None:
    html = html_of(pages).replace('charset="utf-8"', 'charset="iso-8859-15"')
    html = html.replace("<em>Human</em>", "<em>Human</em> at 5 €")
    page = reader.read(html.encode("iso-8859-15"), Path("x"))
    assert "at 5 €" in page.sections["people"][0]


def test_scripts_that_are_no_json_do_no_harm(pages: Path, reader: PageReader) -> None:
    for bad in ("[" * 100_000, "{broken", "null", "3", '"text"', '{"name": {"name": []}}'):
        html = html_of(pages)
        start = html.index("$indicatorsindex = ") + len("$indicatorsindex = ")
        end = html.index(";\nstart()")
        page = reader.read((html[:start] + bad + html[end:]).encode(), Path("x"))
        assert len(page.scores) == 36


def test_a_large_page_is_read_in_time(pages: Path, reader: PageReader) -> None:
    html = html_of(pages).replace("<h3>People</h3>", "<h3>People</h3>" + "<p>Words.</p>" * 12_000)
    assert len(reader.read(html.encode(), Path("x")).sections["people"]) == 12_003


def test_the_real_countries_know_nothing_of_testland(pages: Path) -> None:
    path = pages / "testland-2025.html"
    with pytest.raises(BadData) as caught:
        PageReader(Library(paths.bundled_library())).read(path.read_bytes(), path)
    assert caught.value.problems[0].key.startswith("page_unknown_country")
