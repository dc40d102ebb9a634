"""Cuts a query into words, phrases and signs; every token knows where it stands."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_OPENING = '"“„«'
_CLOSING = '"”“»'
_COMPARING = "<>=≤≥"
_OPERATORS = {"≤": "<=", "≥": ">=", "=<": "<=", "=>": ">=", "==": "="}
"""Other ways to write an operator."""
_MINUS = "-−"
_SIGNS = f"{_OPENING}{_CLOSING}{_COMPARING}:*()"


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    PHRASE = "phrase"
    MINUS = "minus"
    OPERATOR = "operator"
    COLON = "colon"
    STAR = "star"


class Token(NamedTuple):
    """A piece of the text, ``text`` without its quotes; ``closed``: a phrase has its last quote."""

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a query, in order; nothing is refused."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    place, size = 0, len(text)
    while place < size:
        sign = text[place]
        if sign.isspace() or sign in "()”»":
            place += 1
            continue
        token = _token(text, place)
        if token is not None:
            yield token
        place = token.end if token else place + 1


def _token(text: str, place: int) -> Token | None:
    sign = text[place]
    if sign in _OPENING:
        return _phrase(text, place)
    if sign in _COMPARING:
        two = text[place : place + 2]
        written = two if len(two) == 2 and two[1] in _COMPARING else sign
        operator = _OPERATORS.get(written, written)
        return Token(Kind.OPERATOR, operator, place, place + len(written))
    if sign in ":*":
        return Token(Kind.COLON if sign == ":" else Kind.STAR, sign, place, place + 1)
    if sign in _MINUS:
        # a dash between blanks is a dash, and so are two
        rest = text[place:].lstrip(_MINUS)
        follows = bool(rest) and not rest[0].isspace()
        return Token(Kind.MINUS, "-", place, place + 1) if follows else None
    return _word(text, place)


def _word(text: str, place: int) -> Token:
    end = place
    while end < len(text) and not text[end].isspace() and text[end] not in _SIGNS:
        end += 1
    return Token(Kind.WORD, text[place:end], place, end)


def _phrase(text: str, place: int) -> Token:
    """Up to the closing quote; without one, to the end: it is still being typed."""
    for end in range(place + 1, len(text)):
        if text[end] in _CLOSING:
            return Token(Kind.PHRASE, text[place + 1 : end], place, end + 1)
    return Token(Kind.PHRASE, text[place + 1 :], place, len(text), closed=False)
