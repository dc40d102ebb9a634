"""The looks of what a section's document holds: blocks, text, and links in it."""

from functools import lru_cache

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from ocviewer.presenter.links import Link
from ocviewer.ui.reader.addresses import COUNTRY
from ocviewer.ui.theme import Theme
from ocviewer.ui.tooltips import tooltip


@lru_cache(32)
def block_format(below: float, height: float) -> QTextBlockFormat:
    """A block with a space below it, in pixels; shared, so not to be changed."""
    form = QTextBlockFormat()
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(below)
    return form


@lru_cache(32)
def chars_of(
    colour: str, *, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal
) -> QTextCharFormat:
    """The looks of a text; shared, so not to be changed."""
    chars = QTextCharFormat()
    chars.setForeground(QBrush(QColor(colour)))
    if size:
        chars.setProperty(QTextFormat.Property.FontSizeAdjustment.value, size)
    if weight is not QFont.Weight.Normal:
        chars.setFontWeight(weight)
    return chars


def country_link(chars: QTextCharFormat, link: Link, theme: Theme) -> QTextCharFormat:
    """As quiet as a link can be: a dotted line below a name."""
    form = QTextCharFormat(chars)
    form.setAnchor(True)
    form.setAnchorHref(f"{COUNTRY}{link.iso3}")
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(theme.accent))
    form.setToolTip(tooltip(link.tooltip))
    return form


def address_link(chars: QTextCharFormat, address: str, theme: Theme) -> QTextCharFormat:
    """As a link is known from the web: in the accent, underlined."""
    link = QTextCharFormat(chars)
    link.setAnchor(True)
    link.setAnchorHref(address)
    link.setForeground(QBrush(QColor(theme.accent)))
    link.setFontUnderline(True)
    return link
