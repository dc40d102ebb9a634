"""A profile as plain text for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from ocviewer.domain.plain_text import plain
from ocviewer.presenter.page import BarGroup, Card, Pane, SectionView
from ocviewer.presenter.words import Words

WIDTH = 88
_NAME = 44


def profile_text(pane: Pane, sections: tuple[SectionView, ...], words: Words) -> str:
    """The whole profile: facts, scores with changes and ranks, and every section with text."""
    lines = [f"{pane.name}  ·  {pane.place}  ·  {pane.edition_text}"]
    lines.append("  ·  ".join(fact.text for fact in pane.facts))
    lines.append("")
    for card in pane.cards:
        lines.extend(_card(card))
    for group in pane.groups:
        lines.extend(_group(group))
    for section in sections:
        lines.extend(_section(section, words))
    lines.append("")
    for citation in dict.fromkeys(section.citation for section in sections if section.citation):
        lines.extend(wrap(citation, WIDTH))
    return plain("\n".join(lines)).rstrip() + "\n"


def _card(card: Card) -> Iterator[str]:
    yield f"{card.name:<{_NAME}}{card.score_text:>6}  {card.change.text}"
    for rank in card.ranks:
        move = f"  ({rank.move_text})" if rank.move_text else ""
        yield f"    {rank.scope_text}: {rank.text}{move}"


def _group(group: BarGroup) -> Iterator[str]:
    yield ""
    yield group.title.upper()
    for bar in group.bars:
        yield f"  {bar.name:<{_NAME - 2}}{bar.score_text:>6}  {bar.change.text}"


def _section(section: SectionView, words: Words) -> Iterator[str]:
    yield ""
    yield section.heading.upper()
    if not section.paragraphs:
        # at a glance says itself why it is empty; the others would each repeat how to add a text
        yield words.say("cli.no_text") if section.number else section.missing
        return
    for paragraph in section.paragraphs:
        yield from wrap(paragraph.text, WIDTH)
        yield ""
