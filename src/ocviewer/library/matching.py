"""Finds countries by what people type, forgivingly, and tells what matched.

A query matches a name when each of its words is found in it, in any order: as a whole word, at
the start of one, inside one, or with a typo. The same is tried with the query and the name
written as one word ("newzealand", "cote d ivoire").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from ocviewer.domain.country import Country
from ocviewer.library.folding import FILLERS, fold
from ocviewer.library.spelling import FoldedName, Span
from ocviewer.library.word_index import INSIDE, TYPO, WHOLE, Hit, WordIndex

LONGEST_QUERY = 80
"""What is typed beyond this many characters is not looked at."""

_SHORTEST_PLACE = 3
_CLOSE_ENOUGH = 0.5


class Closeness(IntEnum):
    """How a country was found; the closer, the smaller."""

    NAME = 0
    """Exactly the index's name."""
    CODE = 1
    """Exactly the ISO code of two or three letters, or of three digits."""
    OTHER_NAME = 2
    """Exactly another name."""
    PREFIX = 3
    """Each word of the query is a word of the name, or the start of one."""
    INSIDE = 4
    """A word of the query stands inside a word of the name."""
    TYPO = 5
    """A word of the query is one or two typing errors away."""
    PLACE = 6
    """The query is found in the name of the region or continent."""


@dataclass(frozen=True, slots=True)
class Match:
    """A country that was found, and what to highlight.

    ``name_spans`` are positions in the index's name. Where that is not what matched they are
    empty, and ``other_name`` is the other name, code, region or continent that did, with
    ``other_spans`` as positions in it.
    """

    iso3: str
    closeness: Closeness
    name_spans: tuple[Span, ...]
    other_name: str
    other_spans: tuple[Span, ...]


class _Kind(IntEnum):
    NAME = 0
    OTHER_NAME = 1
    PLACE = 2


class _Spelling(NamedTuple):
    folded: FoldedName
    kind: _Kind
    countries: list[int]


class _Fit(NamedTuple):
    """How well a spelling answers a query; compares as the better being the smaller."""

    closeness: Closeness
    edits: int
    kind: _Kind
    effort: int
    disorder: int
    unmatched: int
    spelling: int
    letters: tuple[tuple[int, int, int], ...]
    """Word of the spelling (-1 for all in one), first letter and the one after the last."""


class NameMatcher:
    """Every name of the countries, folded and indexed by its words."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Takes the countries to find; some milliseconds for all 193."""
        self._countries = sorted(countries, key=lambda country: fold(country.name))
        self._spellings: list[_Spelling] = []
        self._codes: dict[str, int] = {}
        places: dict[str, list[int]] = {}
        for number, country in enumerate(self._countries):
            self._spellings.append(_Spelling(FoldedName(country.name), _Kind.NAME, [number]))
            for name in country.other_names:
                self._spellings.append(_Spelling(FoldedName(name), _Kind.OTHER_NAME, [number]))
            for code in (country.iso2, country.iso3, country.numeric):
                self._codes.setdefault(fold(code), number)
            for place in (country.region, country.continent):
                places.setdefault(place, []).append(number)
        for place, members in places.items():
            self._spellings.append(_Spelling(FoldedName(place), _Kind.PLACE, members))
        self._with_word: dict[str, set[int]] = {}
        self._with_compact: dict[str, set[int]] = {}
        for number, (folded, _, _) in enumerate(self._spellings):
            for word in folded.words:
                self._with_word.setdefault(word, set()).add(number)
            self._with_compact.setdefault(folded.compact, set()).add(number)
        self._index = WordIndex((*self._with_word, *self._with_compact))

    def match(self, query: str) -> list[Match]:
        """The countries that a query finds, best first; none for a query without a letter."""
        words = list(dict.fromkeys(fold(query[:LONGEST_QUERY]).split()))
        if not words:
            return []
        compact = "".join(fold(query[:LONGEST_QUERY]).split())
        fits, named = self._fits(words, compact, forgive=False)
        code = self._codes.get(compact)
        if not fits and code is None:
            fits, named = self._fits(words, compact, forgive=True)
        ranked: list[tuple[tuple[int, ...], int, Match]] = []
        for number, fit in fits.items():
            if number != code or fit.closeness is Closeness.NAME:
                shown = named.get(number, fit) if fit.closeness is Closeness.OTHER_NAME else fit
                ranked.append((fit[:-2], number, self._match(number, fit.closeness, shown)))
        if code is not None and (code not in fits or fits[code].closeness is not Closeness.NAME):
            match = self._code_match(code, compact, named.get(code))
            ranked.append(((Closeness.CODE,), code, match))
        ranked.sort(key=lambda entry: entry[:2])
        return [match for _, _, match in ranked]

    def closest(self, query: str) -> str | None:
        """The ISO3 code of the country to suggest for a query that finds none, if any is close."""
        from rapidfuzz import process  # noqa: PLC0415 - only when nothing was found
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        compact = "".join(fold(query[:LONGEST_QUERY]).split())
        named = [spelling for spelling in self._spellings if spelling.kind is not _Kind.PLACE]
        found = process.extractOne(
            compact,
            [spelling.folded.compact for spelling in named],
            scorer=OSA.normalized_similarity,
            score_cutoff=_CLOSE_ENOUGH,
        )
        return None if found is None else self._countries[named[found[2]].countries[0]].iso3

    def suggestions(self, query: str, most: int) -> list[str]:
        """The ISO3 codes of the countries that a query may mean, the closest first.

        Those it finds by a name or, where there is none, the one that ``closest`` tells.
        """
        found = [m.iso3 for m in self.match(query) if m.closeness is not Closeness.PLACE]
        if found:
            return found[:most]
        closest = self.closest(query)
        return [] if closest is None else [closest]

    def _match(self, number: int, closeness: Closeness, shown: _Fit) -> Match:
        iso3 = self._countries[number].iso3
        if shown.kind is _Kind.NAME:
            return Match(iso3, closeness, self._spans(shown), "", ())
        other_name = self._spellings[shown.spelling].folded.text
        return Match(iso3, closeness, (), other_name, self._spans(shown))

    def _spans(self, fit: _Fit) -> tuple[Span, ...]:
        folded = self._spellings[fit.spelling].folded
        spans: list[Span] = []
        for word, start, end in fit.letters:
            if word < 0:
                spans.extend(folded.compact_spans(start, end))
            else:
                spans.append(folded.span(word, start, end))
        return tuple(sorted(spans))

    def _code_match(self, number: int, code: str, named: _Fit | None) -> Match:
        """The country of a code, which is shown unless the name itself matches."""
        if named is not None:
            return self._match(number, Closeness.CODE, named)
        iso3 = self._countries[number].iso3
        return Match(iso3, Closeness.CODE, (), code.upper(), ((0, len(code)),))

    def _fits(
        self, words: Sequence[str], compact: str, *, forgive: bool
    ) -> tuple[dict[int, _Fit], dict[int, _Fit]]:
        """The best fit of each country found, and that of its own name if that begins so."""
        hits = {word: self._index.hits(word, forgive=forgive) for word in words}
        best: dict[int, _Fit] = {}
        named: dict[int, _Fit] = {}
        for fit in (*self._fits_by_word(hits), *self._fits_in_one(compact, hits)):
            if fit.kind is _Kind.PLACE and len(compact) < _SHORTEST_PLACE:
                continue
            if fit.kind is not _Kind.NAME and fit.closeness is Closeness.INSIDE and not forgive:
                continue  # "per" in Shqipëria helps nobody while there is anything better
            for number in self._spellings[fit.spelling].countries:
                if number not in best or fit < best[number]:
                    best[number] = fit
                if fit.kind is _Kind.NAME and fit.closeness <= Closeness.PREFIX:
                    named[number] = min(fit, named.get(number, fit))
        return best, named

    def _fits_by_word(self, hits: dict[str, dict[str, Hit]]) -> Iterator[_Fit]:
        """The spellings in which every word of the query has a word of its own."""
        needed = [word for word in hits if word not in FILLERS] or list(hits)
        candidates: set[int] | None = None
        for word in needed:
            having = {n for found in hits[word] for n in self._with_word.get(found, ())}
            candidates = having if candidates is None else candidates & having
        # the longest words choose first, so that "c congo" leaves Congo to "congo"
        order = sorted(hits, key=lambda word: (word not in needed, -len(word)))
        for number in candidates or ():
            places = self._places(number, order, len(needed), hits)
            if places:
                yield self._fit(number, places, hits)

    def _places(
        self, number: int, order: list[str], needed: int, hits: dict[str, dict[str, Hit]]
    ) -> dict[str, int]:
        """Which word of a spelling each word of the query is found in; none if one has none."""
        words = self._spellings[number].folded.words
        places: dict[str, int] = {}
        for turn, word in enumerate(order):
            found = hits[word]
            taken = places.values()
            options = [(found[w], i) for i, w in enumerate(words) if w in found and i not in taken]
            if options:
                places[word] = min(options)[1]
            elif turn < needed:
                return {}
        return places

    def _fit(self, number: int, places: dict[str, int], hits: dict[str, dict[str, Hit]]) -> _Fit:
        folded, kind, _ = self._spellings[number]
        chosen = [(i, hits[word][folded.words[i]]) for word, i in places.items()]
        efforts = [hit.effort for _, hit in chosen]
        worst = max(efforts)
        as_typed = [places[word] for word in hits if word in places]
        return _Fit(
            closeness=_closeness(kind, worst),
            edits=max(0, worst - INSIDE),
            kind=kind,
            effort=sum(efforts),
            disorder=(min(as_typed) > 0) + (as_typed != sorted(as_typed)),
            unmatched=len(folded.words) - len(chosen),
            spelling=number,
            letters=tuple((i, hit.start, hit.end) for i, hit in chosen),
        )

    def _fits_in_one(self, compact: str, hits: dict[str, dict[str, Hit]]) -> Iterator[_Fit]:
        """The spellings that answer the query when both are written as one word."""
        found = hits[compact] if compact in hits else self._index.literal_hits(compact)
        for text, hit in found.items():
            if hit.effort == INSIDE:
                continue  # across the edges of words: nobody sees why it matched
            for number in self._with_compact.get(text, ()):
                folded, kind, _ = self._spellings[number]
                if hit.effort != WHOLE and hit.end <= len(folded.words[0]):
                    continue  # found in the first word already
                exact = hit.effort == WHOLE and kind is not _Kind.PLACE
                equal = Closeness.NAME if kind is _Kind.NAME else Closeness.OTHER_NAME
                yield _Fit(
                    closeness=equal if exact else _closeness(kind, hit.effort),
                    edits=max(0, hit.effort - INSIDE),
                    kind=kind,
                    effort=hit.effort,
                    disorder=0,
                    unmatched=0,
                    spelling=number,
                    letters=((-1, hit.start, hit.end),),
                )


def _closeness(kind: _Kind, effort: int) -> Closeness:
    if kind is _Kind.PLACE and effort != INSIDE:
        return Closeness.PLACE
    if effort >= TYPO:
        return Closeness.TYPO
    return Closeness.INSIDE if effort == INSIDE else Closeness.PREFIX
