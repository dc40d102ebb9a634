"""Typography: what changes, what has to stay, and that nothing changes its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.presenter.typography import typeset

CHANGED = [
    ('a "word" here', "a “word” here"),
    ('"Word," he said. ("So.")', "“Word,” he said. (“So.”)"),
    ("Peru's and the gangs' own", "Peru’s and the gangs’ own"),
    ("the 'hawala' system", "the ‘hawala’ system"),
    ("the '90s and the 1990's", "the ’90s and the 1990’s"),
    ('the "Tren de Aragua\'s" men', "the “Tren de Aragua’s” men"),
    ('an "11" of them', "an “11” of them"),
    ('"see https://example.org" there', "“see https://example.org” there"),
    ("2 600 people", "2\u00a0600 people"),
    ("1 285 220 km² of land", "1\u00a0285\u00a0220\u00a0km² of land"),
    ("about 15 % and 3.5 million", "about 15\u00a0% and 3.5\u00a0million"),
    ("USD 5 and US$ 7 and € 9", "USD\u00a05 and US$\u00a07 and €\u00a09"),
    ("40 kg of cocaine", "40\u00a0kg of cocaine"),
    ("12 per cent", "12\u00a0per cent"),
    ("2019-2023 and 2019-23", "2019–2023 and 2019–23"),
    ("10-15 per cent, 1.5-2.5 tonnes", "10–15\u00a0per cent, 1.5–2.5\u00a0tonnes"),
    ("1,500-2,000 people.", "1,500–2,000 people."),
    ("traf\u00adficking", "traf\u2060ficking"),
]
KEPT = [
    "in 2023 150 people",
    "5 000,5 and 12 3456",
    "COVID-19, MS-13, G-20, AK-47, 18-year-old, 10-metre",
    "2024-05-12 and 1-2-3 and 555-1234-99",
    "a 50-50 split, 15-10, 2021-05",
    "https://example.org/2019-2023/it's",
    "in 5 minutes, 7 men, 3 grenades",
    "the Peru-Ecuador border",
    'a 12" pipe',
    '<a href="https://example.org"> and <a href=\'b',
    "“done” already – ‘so’ it’s",
    "",
]


@pytest.mark.parametrize(("text", "shown"), CHANGED)
def test_it_is_set_as_in_print(text: str, shown: str) -> None:
    assert typeset(text) == shown


@pytest.mark.parametrize("text", KEPT)
def test_it_stays_as_it_is(text: str) -> None:
    assert typeset(text) == text


@given(st.text(alphabet="ab 1290'\"“”‘’-–.,%$km\u00ad\n/:htps", max_size=60))
def test_lengths_stay_and_a_second_time_changes_nothing(text: str) -> None:
    shown = typeset(text)
    assert len(shown) == len(text)
    assert typeset(shown) == shown
    for before, after in zip(text, shown, strict=True):
        assert before == after or (before, after) in {
            ('"', "“"),
            ('"', "”"),
            ("'", "‘"),
            ("'", "’"),
            (" ", "\u00a0"),
            ("-", "–"),
            ("\u00ad", "\u2060"),
        }
