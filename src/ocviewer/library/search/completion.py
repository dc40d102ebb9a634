"""What the word at the cursor may become: a node of the index, a key, a value of a key."""

from typing import NamedTuple

from ocviewer.library.folding import fold
from ocviewer.library.search.parser import quoted
from ocviewer.library.search.query import Key
from ocviewer.library.search.tokens import Kind, Token, tokens
from ocviewer.library.search.vocabulary import CHANGE, Vocabulary

MOST = 8
_WORDS = 4
"""So many words before the cursor may be the beginning of one name."""


class Completion(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of the text may be replaced by ``text``.

    ``name`` is what a list shows.
    """

    text: str
    name: str
    start: int
    end: int

    def applied(self, text: str) -> tuple[str, int]:
        """The query with it, and where the cursor is then."""
        return text[: self.start] + self.text + text[self.end :], self.start + len(self.text)


def completions(text: str, cursor: int, vocabulary: Vocabulary) -> tuple[Completion, ...]:
    """What may be meant at a place of the text, the likeliest first; nothing between words."""
    before = tokens(text[:cursor])
    if before and before[-1].end == cursor:
        key = _key_before(before)
        if key is not None:
            return _values(before, cursor, key, vocabulary)
        if before[-1].kind is Kind.WORD:
            return _words(before, cursor, vocabulary)
    return ()


def _key_before(before: tuple[Token, ...]) -> Key | None:
    """The key whose value is being typed, right after its colon."""
    colon = len(before) - (1 if before[-1].kind is Kind.COLON else 2)
    if colon < 1 or before[colon].kind is not Kind.COLON:
        return None
    word = fold(before[colon - 1].text)
    glued = before[colon - 1].end == before[colon].start and before[colon].end >= (
        before[-1].start if before[-1].kind is not Kind.COLON else 0
    )
    return Key(word) if glued and word in set(Key) else None


def _values(
    before: tuple[Token, ...], cursor: int, key: Key, vocabulary: Vocabulary
) -> tuple[Completion, ...]:
    names = vocabulary.names(key)
    typed = "" if before[-1].kind is Kind.COLON else before[-1].text
    start = cursor if before[-1].kind is Kind.COLON else before[-1].start
    if fold(typed):
        found = [names.shown[value] for value in names.having(typed)]
    else:
        found = list(names.shown.values())
    shown = [name for name in found if name != typed]
    shown.sort(key=lambda name: not fold(name).startswith(fold(typed)))
    return tuple(Completion(f"{quoted(name)} ", name, start, cursor) for name in shown[:MOST])


def _words(
    before: tuple[Token, ...], cursor: int, vocabulary: Vocabulary
) -> tuple[Completion, ...]:
    """Keys and nodes whose names begin like the last word, or have the last words."""
    last = before[-1]
    typed = fold(last.text)
    is_number = len(before) > 1 and before[-2].kind in (Kind.OPERATOR, Kind.MINUS)
    if is_number or not any(map(str.isalpha, typed)):
        return ()
    found = [
        Completion(f"{key}:", f"{key}:", last.start, cursor)
        for key in Key
        if key.startswith(typed) and len(typed) > 1
    ]
    nodes = vocabulary.nodes
    for size in range(min(_WORDS, len(before)), 0, -1):
        run = before[-size:]
        words = [token.text for token in run]
        if any(token.kind is not Kind.WORD for token in run):
            continue
        having = [nodes.shown[code] for code in nodes.having(" ".join(words))]
        found += [Completion(f"{name} ", name, run[0].start, cursor) for name in having]
        if having:
            break
    if len(typed) > 1 and CHANGE.startswith(typed):
        found.append(Completion(f"{CHANGE} ", CHANGE, last.start, cursor))
    return tuple(one for one in found if fold(one.text) != typed)[:MOST]
