import numpy as np
import pytest
from PySide6.QtGui import QColor

from ocviewer.domain.indicator import Polarity
from ocviewer.ui.world.heat_colours import change_colours, ink, score_colours


def test_worse_and_better_keep_their_colours_in_both_families() -> None:
    up_crime = change_colours(False, Polarity.CRIMINALITY)[900 + 100]
    down_resilience = change_colours(False, Polarity.RESILIENCE)[900 - 100]
    assert up_crime == down_resilience
    assert up_crime != change_colours(False, Polarity.RESILIENCE)[900 + 100]


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_stand_out_on_every_colour(dark: bool) -> None:
    def luminance(colour: QColor) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for polarity in Polarity:
        tables = np.concatenate((score_colours(dark, polarity), change_colours(dark, polarity)))
        for colour in sorted(set(tables.tolist())):
            pair = sorted((luminance(QColor(ink(colour))), luminance(QColor.fromRgba(colour))))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_a_scale_gets_steadily_darker_or_lighter(dark: bool) -> None:
    for polarity in Polarity:
        light = [
            QColor.fromRgba(int(colour)).lightnessF()
            for colour in score_colours(dark, polarity)[::50]
        ]
        assert light == sorted(light, reverse=not dark)
