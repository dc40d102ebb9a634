"""The text of an HTML tree as a browser would copy it: a line for each block."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from ocviewer.domain.plain_text import plain

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter "
    "output q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_TEXTLESS_TAGS = (
    "audio canvas embed footer head iframe map math nav noscript object script select style svg "
    "template textarea video"
)
_WITHOUT_TEXT = frozenset(_TEXTLESS_TAGS.split())
"""What holds no text of the page's own, menus and the foot among it."""


class Line(NamedTuple):
    """A line of text and the innermost block that it stands in."""

    text: str
    block: LexborNode


class Step(NamedTuple):
    """A node that is entered or left."""

    node: LexborNode
    enters: bool


def walk(root: LexborNode) -> Iterator[Step]:
    """Every node below a root in the order of the page; without recursion, however deep it is."""
    end = root.mem_id
    node: LexborNode | None = root
    while node is not None:
        yield Step(node, True)
        child = None if node.tag in _WITHOUT_TEXT else node.first_child
        if child is not None:
            node = child
            continue
        yield Step(node, False)
        while node is not None and node.mem_id != end and node.next is None:
            node = node.parent
            if node is not None:
                yield Step(node, False)
        node = None if node is None or node.mem_id == end else node.next


def text_lines(root: LexborNode, stands_alone: Callable[[str], bool]) -> Iterator[Line]:
    """The lines below a root that are not blank.

    ``stands_alone`` says of the text of an inline element whether it is a line of its own all the
    same, as names and scores are that only a style sheet puts apart.
    """
    pieces: list[str] = []
    blocks = [root]
    alone: set[int] = set()
    for node, enters in walk(root):
        tag = node.tag or ""
        if node.is_text_node:
            if enters:
                pieces.append(node.text_content or "")
            continue
        if enters and tag in _INLINE and stands_alone(_only_text(node)):
            alone.add(node.mem_id)
        if tag in _INLINE and node.mem_id not in alone:
            continue
        text = _joined(pieces)
        pieces.clear()
        if text:
            yield Line(text, blocks[-1])
        if node.is_element_node and tag not in _INLINE:
            if enters:
                blocks.append(node)
            elif len(blocks) > 1:
                blocks.pop()


def _only_text(node: LexborNode) -> str:
    """The text of an element that holds nothing else; empty for any other."""
    child = node.first_child
    if child is None or child.next is not None or not child.is_text_node:
        return ""
    return (child.text_content or "").strip()


def _joined(pieces: list[str]) -> str:
    """The text of a block, its blanks as HTML takes them; no-break spaces stay."""
    text = plain("".join(pieces)).translate(_BLANKS)
    return " ".join(filter(None, text.split(" "))).strip()


_BLANKS = str.maketrans(dict.fromkeys("\t\n\r\f", " "))


def common_block(nodes: list[LexborNode]) -> LexborNode | None:
    """The innermost node that all of these are in."""
    shared: list[LexborNode] = []
    for number, node in enumerate(nodes):
        chain = [node, *_ancestors(node)]
        ids = {each.mem_id for each in chain}
        shared = [each for each in shared if each.mem_id in ids] if number else chain
    return shared[0] if shared else None


def is_within(node: LexborNode, block: LexborNode) -> bool:
    """Whether a node is a block or in it."""
    end = block.mem_id
    return node.mem_id == end or any(each.mem_id == end for each in _ancestors(node))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
