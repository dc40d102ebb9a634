"""Tooltips that show text as text: Qt reads markup in whatever looks like it."""

from ocviewer.domain.plain_text import plain

# not html.escape: its module brings the name of every entity, on the way to the first paint
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def tooltip(text: str) -> str:
    """A tooltip that shows the text literally and wraps; of nothing, none."""
    return f"<p>{plain(text).translate(_ENTITIES)}</p>" if text else ""
