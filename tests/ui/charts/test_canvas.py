import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ocviewer.ui.charts.bars import BarChart
from tests.ui.charts import samples
from tests.ui.charts.conftest import Shown


def rows(shown: Shown) -> BarChart:
    chart = BarChart()
    chart.set_group(samples.rows(5))
    shown(chart, 371, 187)
    return chart


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_edges_are_those_of_device_pixels(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    chart = rows(shown)
    monkeypatch.setattr(chart, "devicePixelRatioF", lambda: ratio)
    snap = chart.snapper()
    for position in (0.3, 17.77, 133.4):
        assert snap(position) * ratio == pytest.approx(round(snap(position) * ratio))
        assert abs(snap(position) - position) <= 0.5 / ratio


def test_a_screen_of_another_density_is_followed(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = rows(shown)
    arranged: list[bool] = []
    monkeypatch.setattr(chart, "arrange", lambda: arranged.append(True))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert arranged == [True]
