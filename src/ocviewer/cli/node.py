"""Finds a node of the index by what people type for it: code, name or short name."""

from ocviewer.domain.indicator import Indicator
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

_SUGGESTIONS = 3
_CLOSE_ENOUGH = 75  # of 100


def find_node(text: str, library: Library, words: Words) -> Indicator:
    """The node, or ``BadCall`` with those that come close, else with all codes."""
    if text.strip() in library.indicators:
        return library.indicators[text.strip()]
    folded = fold(text)
    for node in library.indicators:
        if folded and folded in _spellings(node, words):
            return node
    close = _closest(folded, library) if folded else []
    key = "unknown_node_close" if close else "unknown_node"
    known = ", ".join(node.code for node in library.indicators)
    values = {"code": text, "close": ", ".join(close), "known": known}
    raise BadCall(Problem(key, values=values))


def _spellings(node: Indicator, words: Words) -> tuple[str, ...]:
    brief = f"figures.short_{node.code}"
    names = (node.name, node.short_name, words.say(brief) if words.has(brief) else "")
    return tuple(map(fold, names))


def _closest(folded: str, library: Library) -> list[str]:
    from rapidfuzz import fuzz, process  # only after a typo

    names = {node.code: fold(node.name) for node in library.indicators}
    found = process.extract(
        folded, names, scorer=fuzz.WRatio, score_cutoff=_CLOSE_ENOUGH, limit=_SUGGESTIONS
    )
    return [f"{library.indicators[code].name} ({code})" for _, _, code in found]
