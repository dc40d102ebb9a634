"""The language of queries: what is understood, and what is told where it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.library.library import Library
from ocviewer.library.search.parser import parse
from ocviewer.library.search.query import (
    BadQuery,
    Condition,
    Filter,
    Key,
    Operator,
    Query,
    Term,
)
from ocviewer.library.search.vocabulary import Vocabulary
from ocviewer.presenter.words import Words


def terms(query: Query) -> list[tuple[str, bool, bool, bool]]:
    return [(t.text, t.phrase, t.prefix, t.negative) for t in query.terms]


def figures(query: Query) -> list[tuple[str, bool, str, Decimal, bool]]:
    return [(c.code, c.change, str(c.operator), c.value, c.negative) for c in query.conditions]


def test_words_phrases_minus_and_star(vocabulary: Vocabulary) -> None:
    query = parse('state* "two words" -mining -"not this" end', vocabulary)
    assert terms(query) == [
        ("state", False, True, False),
        ("two words", True, False, False),
        ("mining", False, False, True),
        ("not this", True, False, True),
        ("end", False, True, False),  # still being typed
    ]
    assert terms(parse("end ", vocabulary)) == [("end", False, False, False)]
    assert terms(parse('"open phra', vocabulary)) == [("open phra", True, True, False)]
    assert terms(parse("– - & cross-border —", vocabulary)) == [
        ("cross-border", False, False, False)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cocaine > 8", ("1.1.11", False, ">", "8")),
        ("cocaine>8", ("1.1.11", False, ">", "8")),
        ("Cocaine Trade ≥ 7,5", ("1.1.11", False, ">=", "7.5")),
        ('"arms trafficking" = 6', ("1.1.4", False, "=", "6")),
        ("arms trafficking => 6", ("1.1.4", False, ">=", "6")),
        ("1.1.4 =< 6", ("1.1.4", False, "<=", "6")),
        ("markets < 5", ("1.1", False, "<", "5")),
        ("resilience change < 0", ("2", True, "<", "0")),
        ("criminality change >= −0.5", ("1", True, ">=", "-0.5")),
        ("Extortion == 4", ("1.1.3", False, "=", "4")),
    ],
)
def test_a_figure(text: str, found: tuple[str, bool, str, str], vocabulary: Vocabulary) -> None:
    code, change, operator, value = found
    assert figures(parse(text, vocabulary)) == [(code, change, operator, Decimal(value), False)]
    assert terms(parse(text, vocabulary)) == []


def test_words_before_the_name_of_a_figure_are_words(vocabulary: Vocabulary) -> None:
    query = parse("peru river cocaine trade > 8 ports", vocabulary)
    assert [term.text for term in query.terms] == ["peru", "river", "ports"]
    assert figures(query) == [("1.1.11", False, ">", Decimal(8), False)]


def test_a_change_without_a_name_is_of_the_figure_beside_it(vocabulary: Vocabulary) -> None:
    for text in ("resilience < 4 change < 0", "change < 0 resilience < 4"):
        assert {c.code for c in parse(text, vocabulary).conditions} == {"2"}
    query = parse("cocaine > 5 change > 0 resilience > 3 change < 0", vocabulary)
    assert [c.code for c in query.conditions] == ["1.1.11", "1.1.11", "2", "2"]


def test_a_minus_turns_a_figure_round(vocabulary: Vocabulary) -> None:
    (condition,) = parse("-cocaine trade > 8", vocabulary).conditions
    assert condition.negative
    assert (condition.start, condition.end) == (0, 18)


def test_filters(vocabulary: Vocabulary) -> None:
    query = parse(
        'region:"South America" REGION:caribbean -edition:2021 section:4 section:"Cyber crimes"'
        " country:Perú indicator:1.1.1 continent: africa",
        vocabulary,
    )
    assert query.values(Key.REGION) == ("South America", "Caribbean")
    assert query.values(Key.EDITION, negative=True) == ("2021",)
    assert query.values(Key.SECTION) == ("drugs", "cyber_crimes")
    assert query.values(Key.COUNTRY) == ("PER",)
    assert query.values(Key.INDICATOR) == ("1.1.1",)
    assert query.values(Key.CONTINENT) == ("Africa",)
    assert query.terms == ()


def test_a_colon_in_a_text_is_no_filter(vocabulary: Vocabulary) -> None:
    assert [t.text for t in parse("Peru: mining", vocabulary).terms] == ["Peru", "mining"]


MISTAKES = [
    ("trafficking > 3", "node_close", (0, 11)),
    ("zzzzqq > 3", "node", (0, 6)),
    ("> 3", "no_name", (0, 1)),
    ("cocaine >", "no_number", (8, 9)),
    ("cocaine > many", "not_a_number", (10, 14)),
    ("cocaine > nan", "not_a_number", (10, 13)),
    ("cocaine > 80", "score_range", (8, 12)),
    ("cocaine change > 80", "change_range", (15, 19)),
    ("cocaine <> 8", "operator", (8, 10)),
    ("peru change < 0", "change_of", (5, 15)),
    ("foo:bar", "filter", (0, 4)),
    ("x region:", "value", (2, 9)),
    ("region:Soth", "unknown_region", (7, 11)),
    ("edition:1999", "unknown_edition", (8, 12)),
    ("section:xyzzy", "unknown_section", (8, 13)),
    ("continent:Atlantis", "unknown_continent", (10, 18)),
    ("country:Xyzzyx", "unknown_country", (8, 14)),
    ("indicator:crimes", "unknown_indicator", (10, 16)),
    ("a * b", "star", (2, 3)),
]


@pytest.mark.parametrize(("text", "key", "place"), MISTAKES)
def test_a_mistake_is_told_at_its_place(
    text: str, key: str, place: tuple[int, int], vocabulary: Vocabulary, words: Words
) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(text, vocabulary)
    (problem,) = caught.value.problems
    assert problem.key == f"search_{key}"
    assert (caught.value.start, caught.value.end) == place
    said = words.problem(problem)
    assert said.startswith(f"character {place[0] + 1}: ")
    assert "{" not in said


def test_what_would_work_is_told(vocabulary: Vocabulary) -> None:
    for text, close in (("trafficking > 3", "Arms trafficking"), ("edition:1999", "2023")):
        with pytest.raises(BadQuery) as caught:
            parse(text, vocabulary)
        assert close in caught.value.problems[0].values["close"]


def test_every_node_by_every_name(vocabulary: Vocabulary, library: Library) -> None:
    for node in library.indicators:
        for name in (node.name, node.name.upper(), node.short_name, node.code, f'"{node.name}"'):
            (condition,) = parse(f"{name} > 5", vocabulary).conditions
            assert condition.code == node.code, name


@given(st.text(alphabet=st.sampled_from('ab:<>=*"“”-−. 19()région\x00\n'), max_size=40))
def test_any_text_is_understood_or_refused_at_a_place_in_it(
    vocabulary: Vocabulary, text: str
) -> None:
    parts: list[Term | Condition | Filter | BadQuery] = []
    try:
        query = parse(text, vocabulary)
    except BadQuery as mistake:
        parts = [mistake]
    else:
        parts = [*query.terms, *query.conditions, *query.filters]
    for part in parts:
        assert 0 <= part.start < part.end <= len(text)


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéß", min_size=2, max_size=8)


@given(
    words=st.lists(st.tuples(WORD, st.booleans(), st.booleans()), max_size=4),
    figure=st.none() | st.tuples(st.sampled_from(Operator), st.integers(10, 1000)),
    years=st.lists(st.sampled_from(("2021", "2023", "2025")), max_size=2),
)
def test_what_is_written_is_read(
    vocabulary: Vocabulary,
    words: list[tuple[str, bool, bool]],
    figure: tuple[Operator, int] | None,
    years: list[str],
) -> None:
    pieces = [f"{'-' * minus}{chr(34) * phrase}{w}{chr(34) * phrase}" for w, minus, phrase in words]
    if figure:
        pieces.append(f"edition:2023 human trafficking {figure[0]} {figure[1] / 100}")
    pieces += [f"edition:{year}" for year in years]
    query = parse(" ".join(pieces) + " ", vocabulary)
    assert [(t.text, t.negative, t.phrase) for t in query.terms] == words
    assert list(query.values(Key.EDITION)) == (["2023"] if figure else []) + years
    expected = [("1.1.1", figure[0], Decimal(figure[1]) / 100)] if figure else []
    assert [(c.code, c.operator, c.value) for c in query.conditions] == expected
