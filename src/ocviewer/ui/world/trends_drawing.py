"""Draws one small chart of the trends: its lines, and their numbers at both ends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ocviewer.domain.score import Hundredths
from ocviewer.presenter.world.trends import Trace, Trend, Trends
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scale import MARKS
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.pane_marks import line_pen, marker, region_pen, world_pen
from ocviewer.ui.world.trends_layout import Plot, spread

_STRIPE = 3
_PAD = 5
_AXIS = 16
"""Room for the marks of the scale."""
_DASH = 6
"""Half the width of a mean that nothing is joined to."""
_SPACE = 9
"""Between a line's end and its number."""
_BETWEEN_YEARS = 6
_HALO = tuple(QPointF(x, y) for x in (-1.5, 0, 1.5) for y in (-1.5, 0, 1.5) if x or y)
"""How far the ground of a number reaches around it."""


class ChartDrawer:
    """Draws the charts of one part in one dress."""

    def __init__(self, theme: Theme, title: Lettering, text: Lettering, part: Trends) -> None:
        """``title`` is the lettering of the names, ``text`` that of numbers and years."""
        self._theme = theme
        self._title = title
        self._text = text
        self._part = part
        self._hairline = QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine)
        self._strong = QPen(QColor(theme.text))
        self._several = len(part.subjects) > 1
        traces = [t for group in part.groups for trend in group.trends for t in trend.subjects]
        self._first_width = max(map(text.width, filter(None, map(_first_text, traces))), default=0)
        self._last_width = max((text.width(self._end_text(t)) for t in traces), default=0)
        self._year_width = max(text.width(str(year)) for year in part.editions)

    def plot(self, cell: QRectF) -> Plot:
        """Where the lines of a chart are."""
        head = _PAD + self._title.height + self._text.height + 7
        area = cell.adjusted(
            _PAD + _AXIS + self._first_width + _SPACE + 4,
            head,
            -(_PAD + max(self._last_width + _SPACE, self._year_width / 2)),
            -(self._text.height + _PAD),
        )
        return Plot(area, len(self._part.editions))

    def draw(self, painter: QPainter, cell: QRectF, trend: Trend) -> None:
        """Draws a chart into its cell."""
        plot = self.plot(cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw_ground(painter, cell, plot)
        self._draw_head(painter, cell, trend)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for pen, trace in (
            (world_pen(self._theme), trend.world),
            (region_pen(self._theme), trend.region),
        ):
            if trace is not None:
                painter.setPen(pen)
                _draw_line(painter, plot, trace)
        for number, trace in self._numbered(trend):
            painter.setPen(line_pen(self._theme, number, 1.8))
            _draw_line(painter, plot, trace)
            self._draw_points(painter, plot, number, trace.scores)
        self._draw_ends(painter, plot, trend)

    def _numbered(self, trend: Trend) -> list[tuple[int, Trace]]:
        """The lines with the numbers of their colours; the first subject's is drawn last."""
        numbers = (subject.colour for subject in self._part.subjects)
        return [*zip(numbers, trend.subjects, strict=True)][::-1]

    def _draw_ground(self, painter: QPainter, cell: QRectF, plot: Plot) -> None:
        theme, text = self._theme, self._text
        painter.setFont(text.font)
        left, right = plot.area.left() - 4, plot.area.right() + 4
        for mark in MARKS:
            y = round(plot.y(mark))
            painter.setPen(QColor(theme.line))
            painter.drawLine(QLineF(left, y, right, y))
            painter.setPen(QColor(theme.muted))
            said = str(mark // 100)
            x = cell.left() + _PAD + _AXIS - 4 - text.width(said)
            painter.drawStaticText(QPointF(x, text.top(y)), text.text(said))
        painter.setPen(QColor(theme.muted))
        for place in self._years(plot):
            self._draw_year(painter, cell, plot, place)

    def _years(self, plot: Plot) -> Sequence[int]:
        """The editions that are written below a chart: all, or the ends where that is too many."""
        last = plot.editions - 1
        if last > 1 and plot.area.width() / last < self._year_width + _BETWEEN_YEARS:
            return (0, last)
        return range(plot.editions)

    def _draw_year(self, painter: QPainter, cell: QRectF, plot: Plot, place: int) -> None:
        text, said = self._text, str(self._part.editions[place])
        left = plot.x(place) - text.width(said) / 2
        lack = self._year_width + _BETWEEN_YEARS - plot.area.width()
        if lack > 0 and plot.editions > 1:  # only the ends are written, and give way outwards
            left += lack / 2 if place else -lack / 2
        painter.drawStaticText(
            QPointF(round(left), cell.bottom() - text.height - 2), text.text(said)
        )

    def draw_chosen(self, painter: QPainter, cell: QRectF, chosen: int) -> None:
        """Marks the chosen edition of a chart: an upright line, and its year in stronger ink."""
        plot = self.plot(cell)
        x = round(plot.x(chosen))
        painter.setPen(self._hairline)
        painter.drawLine(QLineF(x, plot.area.top(), x, plot.area.bottom() + 4))
        if chosen in self._years(plot):
            painter.setPen(self._strong)
            self._draw_year(painter, cell, plot, chosen)

    def _draw_head(self, painter: QPainter, cell: QRectF, trend: Trend) -> None:
        theme, title, text = self._theme, self._title, self._text
        left, top = cell.left() + _PAD + _STRIPE + 5, cell.top() + _PAD
        stripe = QRectF(cell.left() + _PAD, top + 2, _STRIPE, title.height - 4)
        painter.fillRect(stripe, QColor(theme.family(trend.polarity)))
        room = cell.right() - left - _PAD
        name = trend.name
        if title.width(name) > room:
            name = title.elided(trend.short_name, room)
        painter.setFont(title.font)
        painter.setPen(QColor(theme.text))
        painter.drawStaticText(QPointF(left, top), title.text(name))
        painter.setFont(text.font)
        place = QPointF(left, top + title.height)
        if self._several:
            painter.setPen(QColor(theme.muted))
            painter.drawStaticText(place, text.text(text.elided(trend.begins, room)))
            return
        (trace,) = trend.subjects
        painter.setPen(QColor(theme.direction(trace.change.direction)))
        painter.drawStaticText(place, text.text(text.elided(trace.change.text, room)))
        past = text.width(trace.change.text) + text.width(" ")
        fitting = (said for said in (trace.period, trace.span) if text.width(said) <= room - past)
        painter.setPen(QColor(theme.muted))
        painter.drawStaticText(place + QPointF(past, 0), text.text(next(fitting, "")))

    def _draw_points(
        self, painter: QPainter, plot: Plot, number: int, scores: tuple[Hundredths | None, ...]
    ) -> None:
        painter.setPen(QPen(QColor(self._theme.surface), 1))
        painter.setBrush(QColor(self._theme.panes[number]))
        shape = marker(number)
        for place, score in enumerate(scores):
            if score is not None:
                painter.drawPath(shape.translated(plot.x(place), plot.y(score)))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_ends(self, painter: QPainter, plot: Plot, trend: Trend) -> None:
        """The first and the last numbers of each line, moved apart where they would touch."""
        painter.setFont(self._text.font)
        firsts, lasts = [], []
        for number, trace in self._numbered(trend):
            scored = [place for place, score in enumerate(trace.scores) if score is not None]
            if len(scored) > 1:
                firsts.append((scored[0], number, trace))
            if scored:
                lasts.append((scored[-1], number, trace))
        for at_end, ends in ((False, firsts), (True, lasts)):
            ends.sort(key=lambda end: end[0])
            for place, group in groupby(ends, key=lambda end: end[0]):
                self._draw_labels(painter, plot, place, at_end, [*group])

    def _draw_labels(
        self,
        painter: QPainter,
        plot: Plot,
        place: int,
        at_end: bool,
        ends: list[tuple[int, int, Trace]],
    ) -> None:
        text = self._text
        middles = [plot.y(trace.scores[place] or 0) for _, _, trace in ends]
        high = text.metrics.capHeight() + 4
        moved = spread(middles, high, plot.area.top(), plot.area.bottom())
        side = 1 if at_end else -1
        point = plot.x(place)
        for (_, number, trace), middle, beside in zip(ends, middles, moved, strict=True):
            said = self._end_text(trace) if at_end else trace.texts[place]
            ink = QColor(self._theme.panes[number])
            if abs(beside - middle) > high / 2 + 0.5:
                painter.setPen(QPen(ink, 0.8))
                edge = point + side * (_SPACE - 2)
                painter.drawLine(QPointF(point + side * 3, middle), QPointF(edge, beside))
            left = point + (_SPACE if at_end else -_SPACE - text.width(said))
            self._draw_number(painter, QPointF(left, text.top(beside)), said, ink)

    def _draw_number(self, painter: QPainter, place: QPointF, said: str, ink: QColor) -> None:
        """A number, with a halo that keeps it apart from the lines behind it."""
        ready = self._text.text(said)
        painter.setPen(QColor(self._theme.surface))
        for step in _HALO:
            painter.drawStaticText(place + step, ready)
        painter.setPen(ink)
        painter.drawStaticText(place, ready)

    def _end_text(self, trace: Trace) -> str:
        """The last score; with several subjects the change stands beside it."""
        last = next((i for i, s in reversed([*enumerate(trace.scores)]) if s is not None), None)
        if last is None:
            return ""
        change = trace.change
        if not self._several or change.difference is None:
            return trace.texts[last]
        amount = (change.amount,) if change.difference else ()
        return " ".join((trace.texts[last], change.arrow, *amount))


def _first_text(trace: Trace) -> str:
    """The score that stands left of a line; empty where the line starts later."""
    return "" if trace.scores[0] is None else trace.texts[0]


def _draw_line(painter: QPainter, plot: Plot, trace: Trace) -> None:
    """A line through the editions that follow each other with a score, and a gap elsewhere."""
    for run in runs(trace):
        points = [QPointF(plot.x(place), plot.y(score)) for place, score in run]
        if len(points) == 1 and trace.broken:  # a mean may have no marker: a dash where it stands
            points = [points[0] - QPointF(_DASH, 0), points[0] + QPointF(_DASH, 0)]
        painter.drawPolyline(QPolygonF(points))


def runs(trace: Trace) -> Iterator[list[tuple[int, Hundredths]]]:
    """The stretches of a line: places and scores that are joined."""
    run: list[tuple[int, Hundredths]] = []
    for place, score in enumerate(trace.scores):
        if run and (score is None or place in trace.broken):
            yield run
            run = []
        if score is not None:
            run.append((place, score))
    if run:
        yield run
