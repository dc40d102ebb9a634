"""How far each paragraph of several texts is pushed down, so that partners stand side by side."""

from collections.abc import Sequence

from ocviewer.presenter.compare.alignment import Alignment


def leads(alignment: Alignment, tops: Sequence[Sequence[float]]) -> tuple[list[list[float]], float]:
    """The lead above each paragraph of each text, and where the last of them ends.

    ``tops`` are the natural starts of each text's paragraphs and the end of its last. A row of the
    alignment starts where every text has come to the end of the rows above; what stands in place of
    a text that is not there pushes nothing down.
    """
    there = [text for text, top in enumerate(tops) if len(top) > 1]
    pushed = [0.0] * len(tops)
    placed = [0] * len(tops)
    found: list[list[float]] = [[] for _ in tops]
    for row in alignment:
        goal = max(tops[text][placed[text]] + pushed[text] for text in there)
        for text, paragraph in enumerate(row):
            if paragraph is None:
                continue
            lead = goal - tops[text][paragraph] - pushed[text]
            pushed[text] += lead
            placed[text] = paragraph + 1
            found[text].append(lead)
    ends = [top[-1] + push for top, push in zip(tops, pushed, strict=True)]
    return found, max(ends, default=0.0)
