"""Builds resources/map/world.json, the shapes of the world map, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python packaging/build_map.py package/countries-50m.json package/countries-10m.json

Natural Earth is in the public domain; world-atlas holds it as TopoJSON. The shapes come from the
scale of 1 : 50 million, and countries that are missing there from 1 : 10 million. They are
projected here, once, and simplified line by line, so that neighbours still share their border.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from antimeridian import laid_out
from equal_earth import equal_earth
from interior import area, interior_point
from map_areas import DISPUTED, FULL_NAMES
from simplify import simplified
from topojson import Line, Point, Ring, Shape, Topology, read_topology

from ocviewer import paths

CENTRE = 11.5
"""The central meridian: the map's edge then runs through the Bering Strait and parts nobody."""
RADIUS = 20_000
"""Units of the file in one radius of the Earth, so that one unit is some 320 m."""
LEAST_TRIANGLE = 800.0
"""Points whose triangle is smaller are left out; 800 square units are some 80 km²."""
LEAST_ISLAND = 800.0
"""Islands smaller than this are left out, but for those of a small country."""
COUNTRY_SHARE = 0.01
"""Islands that are more than this share of their country stay, however small."""
RING_SHARE = 0.02
"""Triangles that are more than this share of what the line encloses stay, however small."""
SEATS = {"296": (173.0, 1.4)}
"""Where a country is looked for, if not at its largest island: Kiribati at Tarawa."""

ABOUT = {
    "source": "Natural Earth, https://www.naturalearthdata.com, from the npm package world-atlas",
    "version": "world-atlas 2.0.2, scale 1 : 50 million; Tuvalu 1 : 10 million",
    "licence": "public domain",
    "projection": f"Equal Earth, central meridian {CENTRE}° E",
    "unit": f"1/{RADIUS} of the Earth's radius; x eastward, y southward",
    "lines": "x and y of the first point, then the steps to each next one",
    "areas": "id: ISO 3166-1 numeric; at: a place inside; size: square units; rings: numbers of "
    "lines, -1 - n for line n from its end",
    "borders": "as Natural Earth draws them: who controls an area, not who has a right to it",
}


def main() -> int:
    """Builds the file; 1 when a country of the index has no shape."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("medium", type=Path, metavar="countries-50m.json")
    parser.add_argument("large", type=Path, metavar="countries-10m.json")
    options = parser.parse_args()
    countries = json.loads((paths.bundled_library() / "countries.json").read_text("utf-8"))
    wanted = {country["numeric"] for country in countries["countries"]}
    medium = read_topology(options.medium, "countries")
    world = completed(medium, read_topology(options.large, "countries"), wanted)
    missing = wanted - {shape.id for shape in world.shapes}
    if missing:
        print(f"no shape for {', '.join(sorted(missing))}", file=sys.stderr)
        return 1
    target = paths.resources() / "map/world.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(map_text(world, wanted), "utf-8")
    print(f"{target}: {target.stat().st_size / 1000:.0f} kB")
    return 0


def completed(world: Topology, finer: Topology, wanted: Collection[str]) -> Topology:
    """The shapes, one for each code or name, with those that are missing from the finer ones."""
    lines = list(world.lines)
    shapes: dict[str, Shape] = {}
    for shape in world.shapes:
        key = shape.id or shape.name
        known = shapes.get(key)
        shapes[key] = known._replace(rings=known.rings + shape.rings) if known else shape
    for shape in finer.shapes:
        if shape.id in wanted and shape.id not in shapes:
            numbers = sorted({_number(n) for ring in shape.rings for n in ring})
            moved = {n: len(lines) + place for place, n in enumerate(numbers)}
            lines += [finer.lines[n] for n in numbers]
            shapes[shape.id] = shape._replace(rings=_renumbered(shape.rings, moved))
    return Topology(lines, list(shapes.values()))


def map_text(world: Topology, wanted: Collection[str]) -> str:
    """The file: a row for each area and each line."""
    world, edges = laid_out(world, CENTRE)
    lines = [[_on_plane(point) for point in line] for line in world.lines]
    shapes = [shape._replace(rings=_kept(shape, lines)) for shape in world.shapes]
    used = sorted({_number(n) for shape in shapes for ring in shape.rings for n in ring})
    moved = {n: place for place, n in enumerate(used)}
    for n, least in _tolerances(shapes, lines).items():
        lines[n] = simplified(lines[n], 0 if n in edges else least)
    steps = [_steps(lines[n]) for n in used]
    areas = [_entry(shape, lines, moved, wanted) for shape in shapes]
    areas.sort(key=lambda entry: str(entry["id"] or entry["name"]))
    return "".join(
        (
            f'{{\n"about": {json.dumps(ABOUT, ensure_ascii=False, indent=2)},\n',
            f'"edges": {_json([moved[n] for n in sorted(edges)])},\n',
            f'"areas": [\n{_rows(areas)}\n],\n"lines": [\n{_rows(steps)}\n]\n}}\n',
        )
    )


def outline(ring: Ring, lines: list[Line]) -> Line:
    """A ring as one closed line."""
    whole: Line = []
    for n in ring:
        whole += (lines[n] if n >= 0 else lines[~n][::-1])[bool(whole) :]
    return whole


def _on_plane(point: Point) -> Point:
    x, y = equal_earth(*point)
    return x * RADIUS, -y * RADIUS


def _kept(shape: Shape, lines: list[Line]) -> tuple[Ring, ...]:
    """The rings that are large enough to be seen, or much of their country."""
    sizes = [abs(area(outline(ring, lines))) for ring in shape.rings]
    least = min(LEAST_ISLAND, COUNTRY_SHARE * sum(sizes))
    return tuple(ring for ring, size in zip(shape.rings, sizes, strict=True) if size >= least)


def _tolerances(shapes: list[Shape], lines: list[Line]) -> dict[int, float]:
    """How much each line may lose: less around what is small."""
    least: dict[int, float] = {}
    for shape in shapes:
        for ring in shape.rings:
            fine = RING_SHARE * abs(area(outline(ring, lines)))
            for n in map(_number, ring):
                least[n] = min(LEAST_TRIANGLE, fine, least.get(n, fine))
    return least


def _entry(
    shape: Shape, lines: list[Line], moved: dict[int, int], wanted: Collection[str]
) -> dict[str, object]:
    outlines = [outline(ring, lines) for ring in shape.rings]
    seat = SEATS.get(shape.id)
    if seat is None:
        at = interior_point(max(outlines, key=lambda ring: abs(area(ring))))
    else:
        at = _on_plane((seat[0] - CENTRE, seat[1]))
    named: dict[str, object] = {}
    if shape.id not in wanted:
        named = {"name": FULL_NAMES[shape.name], "disputed": shape.name in DISPUTED}
    return {
        "id": shape.id,
        **named,
        "at": [round(at[0]), round(at[1])],
        "size": round(abs(sum(map(area, outlines)))),
        "rings": _renumbered(shape.rings, moved),
    }


def _number(n: int) -> int:
    return n if n >= 0 else ~n


def _renumbered(rings: Iterable[Ring], moved: dict[int, int]) -> tuple[Ring, ...]:
    return tuple(tuple(moved[n] if n >= 0 else ~moved[~n] for n in ring) for ring in rings)


def _steps(line: Line) -> list[int]:
    """The line in whole units: its first point, then the steps; points that coincide are one."""
    steps: list[int] = []
    x0 = y0 = 0
    for x, y in ((round(x), round(y)) for x, y in line):
        if not steps or (x, y) != (x0, y0):
            steps += (x - x0, y - y0)
            x0, y0 = x, y
    return steps


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(values: Iterable[object]) -> str:
    return ",\n".join(map(_json, values))


if __name__ == "__main__":
    sys.exit(main())
