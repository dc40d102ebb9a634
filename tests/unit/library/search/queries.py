"""Texts made of the signs of the query language and of some of its words."""

from hypothesis import strategies as st

_SIGNS = "-−–\"“”„«»*:<>=≤≥().,'’ 8z0é\t\x00\ufdd0\ud800"
_WORDS = (
    "is:",
    "note",
    "peru",
    "edition:",
    "2023",
    "region:",
    "cocaine ",
    "change",
    " < 5",
    '"a b"',
)

QUERIES = st.lists(st.sampled_from([*_SIGNS, *_WORDS]), max_size=10).map("".join)
