"""The sentences of the scatter: what goes together with what, and what was not scored."""

from collections.abc import Sequence

from ocviewer.domain.indicator import Indicator
from ocviewer.library.library import Library
from ocviewer.presenter.phrases import in_text
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.correlation import FEWEST, pearson, spearman

SLIGHT = 0.1
"""Below this, by either measure, no common direction is told."""

Nodes = tuple[Indicator, Indicator]


def missing(library: Library, words: Words, year: int, nodes: Nodes) -> str:
    """Which of the nodes an edition did not score, and which editions did; empty if none."""
    said = []
    for node in dict.fromkeys(nodes):
        with_scores = [
            known
            for known in library.years
            if any(library.edition(known).score(iso3, node.code) for iso3 in library.countries)
        ]
        if year in with_scores:
            continue
        values = {"name": in_text(node.name), "edition": year}
        if with_scores:
            known = words.joined([str(edition) for edition in with_scores])
            said.append(words.say("scatter.missing", known=known, **values))
        else:
            said.append(words.say("scatter.missing_everywhere", **values))
    return " ".join(said)


def correlation(
    words: Words, year: int, nodes: Nodes, scores: tuple[Sequence[int], Sequence[int]]
) -> str:
    """How far the scores of two nodes go together, in words that claim no cause."""
    x, y = nodes
    count = len(scores[0])
    values: dict[str, object] = {
        "count": count,
        "edition": year,
        "x": in_text(x.name),
        "y": in_text(y.name),
    }
    if x == y:
        return words.say("scatter.correlation_itself", **values)
    if count < FEWEST:
        return words.say("scatter.correlation_few", **values)
    even = [in_text(node.name) for node, row in zip(nodes, scores, strict=True) if _even(row)]
    r, rho = pearson(*scores), spearman(*scores)
    if r is None or rho is None:
        return words.say("scatter.correlation_even", names=words.joined(even), **values)
    if min(abs(r), abs(rho)) < SLIGHT or r * rho < 0:
        key = "scatter.correlation_none"
    else:
        key = "scatter.correlation_up" if r > 0 else "scatter.correlation_down"
    said = [words.say(key, r=coefficient(r), rho=coefficient(rho), **values)]
    for part, whole in (nodes, nodes[::-1]):
        if part.code.startswith(f"{whole.code}."):
            names = {"part": in_text(part.name), "whole": in_text(whole.name)}
            said.append(words.say("scatter.correlation_part", **names))
    said.append(words.say("scatter.no_cause"))
    return " ".join(said)


def coefficient(value: float) -> str:
    """A coefficient with two decimals and a real minus: ``−0.42``, ``0.00``, ``1.00``."""
    text = f"{abs(value):.2f}"
    return text if value > 0 or not float(text) else f"−{text}"


def _even(scores: Sequence[int]) -> bool:
    return len(set(scores)) == 1
