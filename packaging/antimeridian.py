"""Lays the lines of the sphere out around a central meridian, so that nothing crosses the edge."""

from __future__ import annotations

from topojson import Line, Ring, Topology

_SOUTH = -90.0
_STEP = 1.0
"""Degrees between the points of the map's edge, which is curved."""


def laid_out(world: Topology, centre: float) -> tuple[Topology, set[int]]:
    """The world with longitudes counted from ``centre``, and which lines are the map's edge.

    A line goes where its middle is, whole, so that a small island may reach over the edge a
    little. A coast around the South Pole is opened at the edge, and closed along it; the pole
    itself, which is a line in the source, goes.
    """
    lines: list[Line] = []
    edges: set[int] = set()
    opened: dict[int, Ring] = {}
    for number, line in enumerate(world.lines):
        if abs(line[-1][0] - line[0][0]) < 180:
            lines.append(_shifted(line, centre))
        elif all(latitude < _SOUTH + 0.01 for _, latitude in line):
            lines.append(line)
            opened[number] = ()
        else:
            lines.append(_coast(line, centre))
            edges.add(len(world.lines) + len(edges))
            opened[number] = (number, len(world.lines) + len(edges) - 1)
    for number in sorted(opened):
        if opened[number]:
            lines.append(_edge(lines[number]))
    shapes = [
        shape._replace(rings=tuple(filter(None, (opened.get(r[0], r) for r in shape.rings))))
        for shape in world.shapes
    ]
    return Topology(lines, shapes), edges


def _shifted(line: Line, centre: float) -> Line:
    middle = (min(x for x, _ in line) + max(x for x, _ in line)) / 2
    turn = 360 * ((middle - centre + 180) // 360)
    return [(x - turn - centre, y) for x, y in line]


def _coast(line: Line, centre: float) -> Line:
    """A line around the pole, from one edge of the map to the other, eastward."""
    if line[-1][0] < line[0][0]:
        line = line[::-1]
    turns = [(x - centre + 180) // 360 for x, _ in line]
    first = next(i for i, turn in enumerate(turns) if turn > turns[0])
    (x0, y0), (x1, y1) = line[first - 1], line[first]
    cut = 360 * turns[first] + centre - 180
    height = y0 + (y1 - y0) * (cut - x0) / (x1 - x0)
    ahead = [(x - cut - 180, y) for x, y in line[first:]]
    behind = [(x - cut + 180, y) for x, y in line[1:first]]
    return [(-180.0, height), *ahead, *behind, (180.0, height)]


def _edge(coast: Line) -> Line:
    """The way along the map's edge from a coast's end back to its start, by way of the pole."""
    height = coast[0][1]
    steps = round((height - _SOUTH) / _STEP)
    side = [height + (_SOUTH - height) * step / steps for step in range(steps + 1)]
    return [*((180.0, y) for y in side), *((-180.0, y) for y in reversed(side))]
