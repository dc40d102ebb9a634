"""Reads a query by recursive descent.

``query = { [ "-" ] ( filter | figure | term ) }``, ``filter = KEY ":" value``,
``figure = name OPERATOR number``, ``term = WORD [ "*" ] | PHRASE``. A figure's name is the longest
run of words before the operator that names a node, so that it needs no quotes.
"""

from decimal import Decimal, InvalidOperation
from typing import Never

from ocviewer.library.folding import fold
from ocviewer.library.search.query import (
    BadQuery,
    Condition,
    Filter,
    Key,
    Operator,
    Query,
    Term,
)
from ocviewer.library.search.tokens import Kind, Token, tokens
from ocviewer.library.search.vocabulary import CHANGE, Vocabulary

_LONGEST_NAME = 8
"""Words; the longest name of a node has fewer."""
_HIGHEST = 10
_KEYS = {str(key): key for key in Key}
_NOWHERE = Token(Kind.WORD, "", -1, -1)


def parse(text: str, vocabulary: Vocabulary) -> Query:
    """What a text asks for; ``BadQuery`` where a mistake is, with what would work."""
    return _Parser(text, vocabulary).query()


class _Parser:
    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._names = vocabulary
        self._tokens = tokens(text)
        self._place = 0
        self._terms: list[Term] = []
        self._run = 0
        """How many of the last terms could be the name of a figure."""
        self._conditions: list[Condition] = []
        self._filters: list[Filter] = []

    def query(self) -> Query:
        while self._place < len(self._tokens):
            self._clause()
        return Query(tuple(self._terms), self._with_codes(), tuple(self._filters))

    def _peek(self, ahead: int = 0) -> Token:
        place = self._place + ahead
        return self._tokens[place] if place < len(self._tokens) else _NOWHERE

    def _next(self) -> Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def _is_next(self, kind: Kind, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not _NOWHERE and token.kind is kind

    def _clause(self) -> None:
        start = self._peek().start
        negative = False
        while self._is_next(Kind.MINUS):
            self._next()
            negative = True
        if self._is_next(Kind.OPERATOR):
            self._figure()
        elif self._is_next(Kind.STAR):
            star = self._next()
            raise BadQuery("star", star.start, star.end)
        elif self._is_next(Kind.COLON):
            self._next()
        elif self._is_filter():
            self._filter(start, negative=negative)
        elif self._peek() is not _NOWHERE:
            self._term(start, negative=negative)

    # words and phrases

    def _term(self, start: int, *, negative: bool) -> None:
        token = self._next()
        end, prefix = token.end, False
        if self._is_next(Kind.STAR) and self._peek().start == end:
            end, prefix = self._next().end, True
        if not any(map(str.isalnum, token.text)):
            return  # a sign alone is in no index
        if end == len(self._text) and (token.kind is Kind.WORD or not token.closed):
            prefix = True  # it is still being typed
        phrase = token.kind is Kind.PHRASE
        self._terms.append(Term(token.text, phrase, prefix, negative, start, end))
        self._run += 1

    # filters

    def _is_filter(self) -> bool:
        """A word right before a colon: a key, or what stands there in place of one."""
        word, colon, value = self._peek(), self._peek(1), self._peek(2)
        if not self._is_next(Kind.WORD) or not self._is_next(Kind.COLON, 1):
            return False
        glued = word.end == colon.start
        return glued and (fold(word.text) in _KEYS or value.start == colon.end)

    def _filter(self, start: int, *, negative: bool) -> None:
        word, colon = self._next(), self._next()
        key = _KEYS.get(fold(word.text))
        if key is None:
            known = ", ".join(_KEYS)
            raise BadQuery("filter", word.start, colon.end, found=word.text, known=known)
        if not (self._is_next(Kind.WORD) or self._is_next(Kind.PHRASE)):
            raise BadQuery("value", start, colon.end, filter=key, example=self._example(key))
        value = self._next()
        found = self._names.find(key, value.text)
        if found is None:
            self._unknown(key, value)
        self._filters.append(Filter(key, found, negative, start, value.end))
        self._run = 0

    def _unknown(self, key: Key, value: Token) -> Never:
        shown = self._names.names(key).shown
        close = self._names.close(key, value.text)
        if not close and len(shown) <= 25:
            close = tuple(shown.values())
        example = ", ".join(quoted(name) for name in close) or self._example(key)
        raise BadQuery(f"unknown_{key}", value.start, value.end, found=value.text, close=example)

    def _example(self, key: Key) -> str:
        """The last value, which of editions is the newest."""
        return f"{key}:{quoted(list(self._names.names(key).shown.values())[-1])}"

    # figures

    def _figure(self) -> None:
        operator = self._next()
        if operator.text not in set(Operator):
            raise BadQuery("operator", operator.start, operator.end, found=operator.text)
        run = self._terms[len(self._terms) - self._run :]
        is_change = bool(run) and not run[-1].phrase and fold(run[-1].text) == CHANGE
        named = run[:-1] if is_change else run
        code, words = self._node_at_end(named)
        if not code and not is_change:
            words = min(1, len(named))
        used = run[len(named) - words :]
        if not used:
            raise BadQuery("no_name", operator.start, operator.end, operator=operator.text)
        if not code and not is_change:
            self._unknown_node(used[-1], named)
        value, end = self._number(operator)
        self._terms = self._terms[: len(self._terms) - len(used)]
        start, negative = used[0].start, used[0].negative
        compared = Operator(operator.text)
        if not (-_HIGHEST if is_change else 0) <= value <= _HIGHEST:
            found = self._text[operator.end : end].strip()
            key = "change_range" if is_change else "score_range"
            raise BadQuery(key, operator.start, end, found=found)
        self._conditions.append(Condition(code, is_change, compared, value, negative, start, end))
        self._run = 0

    def _node_at_end(self, run: list[Term]) -> tuple[str, int]:
        """The node that the most of the last terms name, and how many they are.

        A minus can only stand before the first.
        """
        for size in range(min(len(run), _LONGEST_NAME), 0, -1):
            words = run[-size:]
            if any(term.negative for term in words[1:]):
                continue
            code = self._names.nodes.get(" ".join(term.text for term in words))
            if code is not None:
                return code, size
        return "", 0

    def _unknown_node(self, term: Term, run: list[Term]) -> Never:
        several = " ".join(one.text for one in run[-2:])
        nodes = self._names.nodes
        close = nodes.close(term.text) or nodes.close(several)
        key = "node_close" if close else "node"
        raise BadQuery(key, term.start, term.end, found=term.text, close=", ".join(close))

    def _number(self, operator: Token) -> tuple[Decimal, int]:
        """The number after an operator, and where it ends."""
        sign = ""
        if self._is_next(Kind.MINUS):
            self._next()
            sign = "-"
        if not self._is_next(Kind.WORD):
            raise BadQuery("no_number", operator.start, operator.end, operator=operator.text)
        token = self._next()
        try:
            value = Decimal(sign + token.text.replace(",", ".").replace("−", "-"))
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            raise BadQuery("not_a_number", token.start, token.end, found=token.text)
        return value, token.end

    def _with_codes(self) -> tuple[Condition, ...]:
        """A change without a name is of the figure before it or, at the beginning, after it."""
        found: list[Condition] = []
        later = [condition.code for condition in self._conditions if condition.code]
        code = later[0] if later else ""
        for condition in self._conditions:
            code = condition.code or code
            if not code:
                raise BadQuery("change_of", condition.start, condition.end)
            found.append(condition._replace(code=code))
        return tuple(found)


def quoted(name: str) -> str:
    """A name as a query has to write it: in quotes where it has more than one word."""
    return name if name.replace("-", "").isalnum() else f'"{name}"'
