"""Every known layout in every format gives the same frozen result."""

import re
from pathlib import Path

import pytest

from ocviewer.domain.profile import PageFormat, TakenFacts
from ocviewer.domain.ranking import Scope
from ocviewer.importers.pages.held import Kind, hold
from ocviewer.importers.pages.reader import PageReader
from ocviewer.library.library import Library
from tests.fixtures import testland

LAYOUTS = {
    "testland-2021.html": (2021, PageFormat.HTML, 30, 0),
    "testland-2021.txt": (2021, PageFormat.TEXT, 30, 0),
    "testland-2023.html": (2023, PageFormat.HTML, 36, 30),
    "testland-2023.txt": (2023, PageFormat.TEXT, 36, 30),
    "testland-2025.html": (2025, PageFormat.HTML, 36, 36),
    "testland-2025-complete.html": (2025, PageFormat.HTML, 36, 36),
    "testland-2025.mhtml": (2025, PageFormat.MHTML, 36, 36),
    "testland-2025.txt": (2025, PageFormat.TEXT, 36, 36),
    "testland-africa.html": (2023, PageFormat.HTML, 36, 30),
    "testland-africa.txt": (2023, PageFormat.TEXT, 36, 30),
}
"""Edition, format, and how many scores and changes the page states."""


def test_the_fixtures_are_as_they_are_made(small: Library) -> None:
    made = {name: text.encode() for name, text in testland.library_files()}
    made |= dict(testland.page_files(small))
    for name, content in made.items():
        assert (testland.FOLDER / name).read_bytes() == content, "run: tests/fixtures/testland.py"


def test_every_country_in_every_edition(library: Library) -> None:
    """The scores alone tell apart all editions of all countries, and agree with the page's."""
    reader = PageReader(library)
    for year in library.years:
        for iso3 in library.edition(year).scores:
            text = testland.PageMaker(library, testland.Layout(year), iso3).text()
            page = reader.read(text.encode(), Path(f"{iso3}.txt"))
            assert (page.iso3, page.edition) == (iso3, year)
            found = {difference.kind for difference in hold(page, library).differences}
            assert found <= {Kind.FACT}, "the facts are Testland's"


def test_every_page_is_tested(pages: Path) -> None:
    assert {path.name for path in pages.iterdir() if path.is_file()} == set(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout(name: str, pages: Path, reader: PageReader, small: Library) -> None:
    edition, form, scores, changes = LAYOUTS[name]
    path = pages / name
    page = reader.read(path.read_bytes(), path)
    assert (page.iso3, page.edition, page.format) == ("XTL", edition, form)
    found = {section: list(texts) for section, texts in page.sections.items()}
    assert found == testland.paragraphs(small, edition)
    own = small.edition(edition).scores["XTL"]
    assert {code: saved.score for code, saved in page.scores.items()} == own
    assert len(page.scores) == scores
    assert sum(saved.change is not None for saved in page.scores.values()) == changes
    held = hold(page, small)
    assert held.differences == ()
    assert held.lacking == ()
    assert (held.equal[Kind.SCORE], held.equal[Kind.CHANGE]) == (scores, changes)


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "africa" not in name])
def test_all_six_ranks(name: str, pages: Path, reader: PageReader, small: Library) -> None:
    path = pages / name
    page = reader.read(path.read_bytes(), path)
    assert {(rank.code, rank.scope) for rank in page.ranks} == {
        (code, scope) for code in "12" for scope in Scope
    }
    for rank in page.ranks:
        standing = small.scopes.standing("XTL", rank.code, page.edition, rank.scope)
        assert standing is not None
        assert (rank.rank, rank.of, rank.change) == (standing.rank, standing.of, standing.change)
    moved = [rank.change for rank in page.ranks if rank.change]
    assert bool(moved) == (page.edition > 2021), "or the signs would not be tested"


def test_africa_ranks_among_african_countries(pages: Path, reader: PageReader) -> None:
    path = pages / "testland-africa.txt"
    text = path.read_text("utf-8")
    assert "Civil society & social protection" in text
    assert "of 2 African countries" in text
    page = reader.read(path.read_bytes(), path)
    assert [(r.code, r.scope, r.name, r.of) for r in page.ranks] == [
        ("1", Scope.CONTINENT, "Africa", 2),
        ("2", Scope.CONTINENT, "Africa", 2),
    ]
    assert page.facts.known == TakenFacts(("Test Town",), 34_217, None, 1_285), "no GDP line"


def test_facts_in_any_order_with_others_between(pages: Path, reader: PageReader) -> None:
    path = pages / "testland-2023.html"
    facts = reader.read(path.read_bytes(), path).facts
    assert facts.known == TakenFacts(("Test Town",), 34_217, 223_249, 1_285)
    assert facts.stated[1:3] == (("Income group", "Invented income"), ("Geography type", "Paper"))
    assert ("GINI index", "43.7") in facts.stated


@pytest.mark.parametrize("name", ["testland-2025-complete.html", "testland-2025.mhtml"])
def test_the_address_is_kept(name: str, pages: Path, reader: PageReader) -> None:
    path = pages / name
    assert reader.read(path.read_bytes(), path).url == "https://ocindex.net/country/testland"


@pytest.mark.parametrize("name", ["testland-2023.txt", "testland-2025.txt"])
def test_changes_on_lines_of_their_own(name: str, pages: Path, reader: PageReader) -> None:
    """As some browsers copy them."""
    path = pages / name
    text = path.read_text("utf-8")
    figures, mark, analysis = text.partition("Analysis")
    change = r"(\d\.\d\d|countries|\(invented\)|Africa) ?(-?\d.*|n/a)\n"
    apart = re.sub(change, r"\1\n\2\n", figures)
    assert apart.count("\n") > figures.count("\n") + 30
    assert reader.read(f"{apart}{mark}{analysis}".encode(), path).scores == (
        reader.read(path.read_bytes(), path).scores
    )
    assert reader.read(f"{apart}{mark}{analysis}".encode(), path).ranks == (
        reader.read(path.read_bytes(), path).ranks
    )


def test_titles_above_their_scores(pages: Path, reader: PageReader, small: Library) -> None:
    path = pages / "testland-2025.txt"
    lines = path.read_text("utf-8").split("\n\n")
    for place, line in enumerate(lines):
        if line.strip() in ("Criminality score", "Resilience score"):
            lines[place - 1], lines[place] = lines[place], lines[place - 1]
    page = reader.read("\n\n".join(lines).encode(), path)
    assert hold(page, small).differences == ()
    assert len(page.scores) == 36


def test_titles_below_the_analysis_do_no_harm(pages: Path, reader: PageReader) -> None:
    path = pages / "testland-2025.txt"
    text = path.read_text("utf-8") + "\nCriminality score\n\nResilience score\n"
    assert len(reader.read(text.encode(), path).sections) == 11


def test_a_row_that_the_page_lost_is_lacking_and_no_difference(
    pages: Path, reader: PageReader, small: Library
) -> None:
    path = pages / "testland-2025.txt"
    lines = path.read_text("utf-8").split("\n\n")
    place = next(n for n, line in enumerate(lines) if line.strip() == "Mafia-style groups")
    del lines[place : place + 3]
    held = hold(reader.read("\n\n".join(lines).encode(), path), small)
    assert held.lacking == ("1.2.1",)
    assert held.differences == ()


def test_no_data_is_none_and_never_zero(pages: Path, reader: PageReader, small: Library) -> None:
    path = pages / "testland-2025.txt"
    lines = path.read_text("utf-8").split("\n\n")
    place = next(n for n, line in enumerate(lines) if line.strip() == "Mafia-style groups")
    lines[place + 1] = "    No data"
    held = hold(reader.read("\n\n".join(lines).encode(), path), small)
    assert held.page.scores["1.2.1"] == (None, None)
    (difference,) = held.differences
    assert (difference.key, difference.page, difference.can_be_taken) == ("1.2.1", None, False)


def test_the_history_of_a_chart_tells_the_edition_where_scores_do_not(
    pages: Path, reader: PageReader
) -> None:
    path = pages / "testland-2025.html"
    html = path.read_text("utf-8")
    for number in range(1, 16):
        code = f"1.1.{number}"
        before, mark, after = html.partition(f'data-crime="{code}">')
        html = f"{before}{mark}1.00{after[after.index('<') :]}"
    assert reader.read(html.encode(), path).edition == 2025
