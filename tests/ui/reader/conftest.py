"""Sections of a country that does not exist, and a palette that each test can rely on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import ChangeView, Chip, ParagraphView, SectionTab, SectionView
from ocviewer.ui.reader.reader import Reader
from ocviewer.ui.theme import LIGHT, palette_of

TITLES = (
    "People",
    "Trade",
    "Environment",
    "Drugs",
    "Cyber crimes",
    "Financial crimes",
    "Criminal actors",
    "Leadership and governance",
    "Criminal justice and security",
    "Economic and financial environment",
    "Civil society and social protection",
)
WORDS = "the gangs of the northern border of Testland recruit young people from poor districts "

MakeChip = Callable[..., Chip]
MakeSection = Callable[..., SectionView]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    qapp.setPalette(palette_of(LIGHT))
    yield
    qapp.setPalette(before)


@pytest.fixture
def tabs() -> tuple[SectionTab, ...]:
    numbered = (
        SectionTab(f"section_{number}", number, title, f"{number:02d} {title}")
        for number, title in enumerate(TITLES, start=1)
    )
    return (SectionTab("at_a_glance", 0, "At a glance", "At a glance"), *numbered)


@pytest.fixture
def make_chip() -> MakeChip:
    def make(
        code: str = "1.1.1",
        name: str = "Human trafficking",
        *,
        polarity: Polarity = Polarity.CRIMINALITY,
        change: ChangeView | None = None,
        tooltip: str = "",
    ) -> Chip:
        worse = ChangeView(Direction.WORSE, 100, "▲", "1.00", "worse", "▲ +1.00 worse")
        return Chip(code, name, "7.00", change or worse, polarity, tooltip)

    return make


@pytest.fixture
def make_section() -> MakeSection:
    def make(
        *paragraphs: str | ParagraphView,
        number: int = 1,
        chips: tuple[Chip, ...] = (),
        label: str = "Our condensed wording. Original:",
        url: str = "https://example.org/testland",
        citation: str = "Source: Testland 2025, https://example.org/testland",
        missing: str = "",
    ) -> SectionView:
        title = TITLES[number - 1]
        views = tuple(
            each if isinstance(each, ParagraphView) else ParagraphView(each, ())
            for each in paragraphs
        )
        return SectionView(
            number,
            f"section_{number}",
            title,
            f"{number:02d} {title}",
            chips,
            views,
            label,
            url,
            citation,
            missing,
        )

    return make


@pytest.fixture
def long_paragraphs() -> tuple[ParagraphView, ...]:
    """Twelve paragraphs of some 860 characters; the nth treats the indicator 1.1.n."""
    return tuple(ParagraphView(f"P{n}. " + WORDS * 10, (f"1.1.{n}",)) for n in range(1, 13))


@pytest.fixture
def reader(qtbot: QtBot, tabs: tuple[SectionTab, ...]) -> Reader:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.set_tabs(tabs)
    reader.resize(640, 400)
    reader.show()
    qtbot.waitExposed(reader)
    return reader
