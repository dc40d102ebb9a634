"""Names that a query may use for things of the index, found forgivingly, never by a guess."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from ocviewer.library.folding import FILLERS, fold

Value = TypeVar("Value", bound=Hashable)

_SUGGESTIONS = 3
_CLOSE_ENOUGH = 70  # of 100


class Names(Generic[Value]):
    """Things by their spellings: the first is the name, the others are other ways to write it."""

    def __init__(self, rows: Iterable[tuple[Value, Sequence[str]]]) -> None:
        """Takes each thing with its spellings; a spelling belongs to the first that has it."""
        self.shown = {value: spellings[0] for value, spellings in rows if spellings}
        """The name of each thing, in the order in which they came."""
        self._exact: dict[str, Value] = {}
        self._words: list[tuple[Value, tuple[str, ...]]] = []
        for value, spellings in rows:
            for spelling in filter(None, map(fold, spellings)):
                self._exact.setdefault(spelling, value)
                self._words.append((value, tuple(spelling.split())))

    def get(self, text: str) -> Value | None:
        """The thing of a spelling or, where only one has them all, of words or their starts."""
        exact = self._exact.get(fold(text))
        if exact is not None:
            return exact
        found = self.having(text)
        return found[0] if len(found) == 1 else None

    def having(self, text: str) -> tuple[Value, ...]:
        """The things with a spelling in which each word of the text is a word or starts one."""
        words = [word for word in fold(text).split() if word not in FILLERS]
        if not words:
            return ()
        found = [
            value
            for value, known in self._words
            if all(any(k.startswith(word) for k in known) for word in words)
        ]
        return tuple(dict.fromkeys(found))

    def close(self, text: str) -> tuple[str, ...]:
        """The names that a text may mean: those that have its words, else similar ones."""
        having = self.having(text)
        if having:
            return tuple(self.shown[value] for value in having[: 2 * _SUGGESTIONS])
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only after a mistake

        folded = fold(text)
        if not folded:
            return ()
        found = process.extract(
            folded,
            list(self._exact),
            scorer=fuzz.WRatio,
            score_cutoff=_CLOSE_ENOUGH,
            limit=_SUGGESTIONS,
        )
        names = (self.shown[self._exact[spelling]] for spelling, _, _ in found)
        return tuple(dict.fromkeys(names))
