import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.charts.scale import fraction, points


@pytest.mark.parametrize(("score", "share"), [(100, 0.0), (550, 0.5), (1000, 1.0)])
def test_the_scale_runs_from_one_to_ten(score: int, share: float) -> None:
    assert fraction(score) == share
    assert points(score) == pytest.approx(9 * share)


@pytest.mark.parametrize("width", [0.0, 20.0, 55.5, 400.0])
def test_elided_text_is_never_wider_than_its_room(qapp: QApplication, width: float) -> None:
    letters = Lettering(QFont())
    text = letters.elided("A test indicator of a long name", width)
    assert letters.width(text) <= max(width, letters.width("…"))


def test_markup_in_a_text_stays_text(qapp: QApplication) -> None:
    text = Lettering(QFont()).text("<b>Testland</b>")
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert text.text() == "<b>Testland</b>"


@pytest.mark.parametrize("height", [12, 13, 18, 26])
@pytest.mark.parametrize("points_size", [8.0, 9.0, 14.0])
def test_a_line_fits_into_its_row(qapp: QApplication, height: int, points_size: float) -> None:
    font = QFont()
    font.setPointSizeF(points_size)
    fitted = fitting_font(font, height)
    assert QFontMetricsF(fitted).height() <= height
    if QFontMetricsF(font).height() <= height:
        assert fitted == font
