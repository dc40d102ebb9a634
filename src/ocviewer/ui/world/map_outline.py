"""Outlines that are quick to draw: a wide pen on thousands of points takes more than a frame."""

from PySide6.QtGui import QPainterPath

_MANY = 300
"""A path of fewer elements is quick as it is."""
_LEAST = 2.0
"""Steps and islands that are smaller than this, in pixels, are not missed below a wide pen."""


def quick_outline(path: QPainterPath) -> QPainterPath:
    """The path, in pixels, without details that a wide pen would cover."""
    if path.elementCount() <= _MANY:
        return path
    quick = QPainterPath()
    for polygon in path.toSubpathPolygons():
        kept = []
        last_x = last_y = float("-inf")
        for point in polygon.toList():
            x, y = point.x(), point.y()
            if abs(x - last_x) + abs(y - last_y) >= _LEAST:
                kept.append(point)
                last_x, last_y = x, y
        if len(kept) > 2:
            quick.addPolygon(kept)
            quick.closeSubpath()
    return quick
