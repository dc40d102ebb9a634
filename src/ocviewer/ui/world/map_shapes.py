"""The shapes of the world map as Qt's paths, made once when the map is first opened."""

import json
import struct
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from ocviewer import paths


class Area(NamedTuple):
    """An area of the map, in units of the file.

    ``key`` is a country's ISO 3166-1 numeric code. What the index does not score has its name
    there, and in ``name``, which is empty for the index's countries. ``size`` is in square units,
    ``at`` a point well inside the largest part.
    """

    key: str
    name: str
    disputed: bool
    path: QPainterPath
    bounds: QRectF
    at: QPointF
    size: float

    @property
    def scored(self) -> bool:
        """Whether it is a country of the index."""
        return not self.name


class Shapes(NamedTuple):
    """All areas, all coasts and borders as one path, and the rectangle around everything."""

    areas: dict[str, Area]
    borders: QPainterPath
    bounds: QRectF


@cache
def shapes() -> Shapes:
    """The world, from resources/map/world.json."""
    file = json.loads((paths.resources() / "map/world.json").read_bytes())
    lines = [_line(steps) for steps in file["lines"]]
    areas: dict[str, Area] = {}
    rings = _polygons(_ring(ring, lines) for entry in file["areas"] for ring in entry["rings"])
    for entry in file["areas"]:
        path = QPainterPath()  # its fill is odd and even, so that a ring within one is a hole
        for _ in entry["rings"]:
            path.addPolygon(next(rings))
            path.closeSubpath()
        name = entry.get("name", "")
        areas[name or entry["id"]] = Area(
            key=name or entry["id"],
            name=name,
            disputed=entry.get("disputed", False),
            path=path,
            bounds=path.boundingRect(),
            at=QPointF(*entry["at"]),
            size=entry["size"],
        )
    edges = set(file["edges"])
    borders = QPainterPath()
    for line in _polygons(line for number, line in enumerate(lines) if number not in edges):
        borders.addPolygon(line)
    bounds = QRectF()
    for area in areas.values():
        bounds = bounds.united(area.bounds)
    return Shapes(areas, borders, bounds)


def _line(steps: list[int]) -> "array[float]":
    """The places of a line, x and y in turn, from its steps."""
    line = array("d", bytes(8 * len(steps)))
    line[0::2] = array("d", accumulate(steps[0::2]))
    line[1::2] = array("d", accumulate(steps[1::2]))
    return line


def _ring(numbers: list[int], lines: list["array[float]"]) -> "array[float]":
    """Lines end to end; ``-1 - n`` is line n from its end."""
    ring = array("d")
    for number in numbers:
        if number >= 0:
            ring += lines[number]
        else:
            turned = lines[~number][::-1]
            turned[0::2], turned[1::2] = turned[1::2], turned[0::2]
            ring += turned
    return ring


def _polygons(lines: Iterable["array[float]"]) -> Iterator[QPolygonF]:
    """The lines as Qt's polygons: read from one stream, many times faster than point by point."""
    parts: list[bytes] = []
    for line in lines:
        swapped = line[:]
        swapped.byteswap()
        parts += (struct.pack(">I", len(line) // 2), swapped.tobytes())
    stream = QDataStream(QByteArray(b"".join(parts)))
    while not stream.atEnd():
        polygon = QPolygonF()
        stream >> polygon
        yield polygon
