"""The analysis of Peru 2025 treats every indicator, each in the section that is its own."""

from ocviewer.domain.indicator import AVERAGES
from ocviewer.domain.profile import Profile
from ocviewer.library.library import Library


def peru(library: Library) -> Profile:
    profile = library.profile("PER", 2025)
    assert profile is not None
    return profile


def test_each_paragraph_keeps_to_the_indicators_of_its_section(library: Library) -> None:
    for section_id, paragraphs in peru(library).sections.items():
        own = [node.code for node in library.indicators.in_section(section_id)]
        for paragraph in paragraphs:
            assert paragraph.indicators, (section_id, paragraph.text[:40])
            assert list(paragraph.indicators) == [c for c in own if c in paragraph.indicators]


def test_every_indicator_is_treated(library: Library) -> None:
    sections = peru(library).sections.values()
    treated = {c for paragraphs in sections for p in paragraphs for c in p.indicators}
    assert treated == {node.code for node in library.indicators} - set(AVERAGES)
    assert len(treated) == 32
