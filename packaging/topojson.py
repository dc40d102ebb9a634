"""Reads a TopoJSON file: lines that neighbours share, and the rings that are made of them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
Line: TypeAlias = list[Point]
Ring: TypeAlias = tuple[int, ...]
"""The numbers of the lines around an area, end to end; ``~n`` is line n from its end."""


class Shape(NamedTuple):
    """An area by its code (empty where it has none), its name and its rings, holes among them."""

    id: str
    name: str
    rings: tuple[Ring, ...]


class Topology(NamedTuple):
    """The lines, in degrees of longitude and latitude, and the areas between them."""

    lines: list[Line]
    shapes: list[Shape]


def read_topology(path: Path, layer: str) -> Topology:
    """The lines and areas of a layer.

    A line's points are whole numbers, each but the first the step from the one before, to be
    scaled and moved by the file's transform. ``OSError`` or ``ValueError`` for no such file.
    """
    file = json.loads(path.read_text("utf-8"))
    (width, height), (left, bottom) = file["transform"]["scale"], file["transform"]["translate"]
    lines: list[Line] = []
    for steps in file["arcs"]:
        x = y = 0
        line: Line = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            line.append((x * width + left, y * height + bottom))
        lines.append(unwrapped(line))
    shapes = []
    for geometry in file["objects"][layer]["geometries"]:
        polygons = geometry["arcs"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        rings = tuple(tuple(ring) for polygon in polygons for ring in polygon)
        shapes.append(Shape(geometry.get("id", ""), geometry["properties"]["name"], rings))
    return Topology(lines, shapes)


def unwrapped(line: Line) -> Line:
    """The line with longitudes that run on beyond 180°, so that no step crosses the whole map."""
    turned = line[:1]
    turn = 0.0
    for (before, _), (longitude, latitude) in pairwise(line):
        turn += 360 * ((longitude - before < -180) - (longitude - before > 180))
        turned.append((longitude + turn, latitude))
    return turned
