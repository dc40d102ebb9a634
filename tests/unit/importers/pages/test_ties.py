"""Which indicators a paragraph treats."""

from pathlib import Path

import pytest

from ocviewer.importers.pages.reader import PageReader
from ocviewer.importers.pages.terms import TERMS
from ocviewer.importers.pages.ties import tied, treated
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from tests.fixtures import testland

PERU = Path(__file__).resolve().parents[5] / "shared/sources/000_17467de0ae79f826.txt"


def test_every_term_is_folded_and_of_a_known_indicator(library: Library) -> None:
    for code, terms in TERMS.items():
        assert code in library.indicators
        assert [fold(term) for term in terms] == [term.strip() for term in terms]


def test_the_invented_paragraphs(small: Library) -> None:
    for section, texts in testland.paragraphs(small, 2025).items():
        codes = [(node.code,) for node in small.indicators.in_section(section)]
        assert [p.indicators for p in tied(texts, section, small.indicators)] == codes


@pytest.mark.parametrize(
    ("section", "text", "codes"),
    [
        ("people", "Nothing is known. Nothing else is known either.", ()),
        ("people", "The country is mountainous. Extortion occurs.", ()),
        (
            "drugs",
            "Heroin is common. Heroin and cocaine come by sea. Cocaine is costly.",
            ("1.1.10",),
        ),
        (
            "trade",
            "Counterfeit goods abound. Fake medicines too. Cigarettes cost much. So does tobacco.",
            ("1.1.5", "1.1.6"),
        ),
        ("cyber_crimes", "Anything at all.", ("1.1.14",)),
        ("drugs", "Coca grows. Coca is chewed.", ("1.1.11",)),
        ("drugs", "Coconuts grow. Coconuts are eaten.", ()),
    ],
)
def test_where_it_is_unsure_there_are_none(
    section: str, text: str, codes: tuple[str, ...], library: Library
) -> None:
    assert treated(text, section, library.indicators) == codes


def test_the_last_one_of_an_order_is_told_by_its_place(library: Library) -> None:
    texts = ["Human trafficking it is.", "Nothing that is known.", "Extortion it is."]
    found = [p.indicators for p in tied(texts, "people", library.indicators)]
    assert found == [("1.1.1",), ("1.1.2",), ("1.1.3",)]
    found = [p.indicators for p in tied(texts[1:], "people", library.indicators)]
    assert found == [(), ("1.1.3",)], "two paragraphs for three indicators have no such order"


def test_peru_against_ties_made_by_hand(library: Library) -> None:
    if not PERU.exists():
        pytest.skip("the sources are not here: no ../shared/sources")
    page = PageReader(library).read(PERU.read_bytes(), PERU)
    by_hand = library.texts("PER", 2025)[0]
    right = wrong = missed = 0
    for section, texts in page.sections.items():
        rows = zip(tied(texts, section, library.indicators), by_hand.sections[section], strict=True)
        for found, wanted in rows:
            right += len({*found.indicators} & {*wanted.indicators})
            wrong += len({*found.indicators} - {*wanted.indicators})
            missed += len({*wanted.indicators} - {*found.indicators})
    assert wrong == 0
    assert right / (right + missed) >= 0.9, (right, missed)
