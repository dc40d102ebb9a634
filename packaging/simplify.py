"""Leaves out the points of a line that nobody would miss, by the area that each of them makes.

The method is that of M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated
elimination of points", The Cartographic Journal 30 (1), 1993: the point whose triangle with its
neighbours is smallest goes first. Ends stay, so that lines which meet still do.
"""

from __future__ import annotations

import heapq

from topojson import Line, Point


def simplified(line: Line, least: float) -> Line:
    """The line without the points whose triangle is smaller than ``least``, in its units squared.

    A line that ends where it starts keeps at least two points between, and so remains a ring.
    """
    fewest = 4 if line[0] == line[-1] else 2
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    areas = [
        _triangle(line[i - 1], line[i], line[i + 1]) if 0 < i < len(line) - 1 else float("inf")
        for i in range(len(line))
    ]
    queue = [(area, i) for i, area in enumerate(areas) if area < least]
    heapq.heapify(queue)
    gone: set[int] = set()
    while queue and len(line) - len(gone) > fewest:
        area, i = heapq.heappop(queue)
        if i in gone or area != areas[i]:
            continue  # this point's triangle has changed since it was queued
        gone.add(i)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < len(line) - 1:
                # never smaller than what has gone, so that a detail goes as a whole
                areas[j] = max(area, _triangle(line[before[j]], line[j], line[after[j]]))
                if areas[j] < least:
                    heapq.heappush(queue, (areas[j], j))
    return [point for i, point in enumerate(line) if i not in gone]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
