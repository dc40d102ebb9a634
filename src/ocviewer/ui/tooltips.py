"""Tooltips that show text as text: Qt reads markup in whatever looks like it."""

from html import escape

from ocviewer.domain.plain_text import plain


def tooltip(text: str) -> str:
    """A tooltip that shows the text literally and wraps; of nothing, none."""
    return f"<p>{escape(plain(text))}</p>".replace("\n", "<br>") if text else ""
