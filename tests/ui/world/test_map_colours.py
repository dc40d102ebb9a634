"""The map's colours: in order, told apart by colour-blind eyes, and legible under numbers."""

import math
from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor

from ocviewer.presenter.world.map_scale import Scale
from ocviewer.ui.theme import DARK, LIGHT, Theme
from ocviewer.ui.world.map_colours import map_colours
from ocviewer.ui.world.map_legend import ink_on, luminance

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
# linear RGB as seen without one kind of cone: F. Viénot, H. Brettel and J. Mollon, "Digital video
# colourmaps for checking the legibility of displays by dichromats", 1999, and for tritanopia
# G. Machado, M. Oliveira and L. Fernandes, "A physiologically-based model for simulation of color
# vision deficiency", 2009
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    known = QColor(colour)
    parts = (known.redF(), known.greenF(), known.blueF())
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* for D65."""
    r, g, b = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, eyes: str) -> float:
    seen = [
        lab([sum(m * p for m, p in zip(row, linear(colour), strict=True)) for row in EYES[eyes]])
        for colour in (one, other)
    ]
    return math.dist(*seen)


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("scale", Scale)
@pytest.mark.parametrize("eyes", EYES)
def test_classes_are_told_apart_from_each_other_and_from_the_rest(
    theme: Theme, scale: Scale, eyes: str
) -> None:
    colours = map_colours(theme)
    tones = colours.tones[scale]
    for one, other in combinations(tones, 2):
        assert distance(one, other, eyes) >= 9, (one, other)
    for tone in tones:
        assert distance(tone, colours.unscored, eyes) >= 6, tone


@THEMES
@pytest.mark.parametrize("scale", [Scale.CRIMINALITY, Scale.RESILIENCE])
def test_a_higher_score_stands_out_more_from_the_ground(theme: Theme, scale: Scale) -> None:
    tones = map_colours(theme).tones[scale]
    contrasts = [contrast(tone, theme.surface) for tone in tones]
    assert contrasts == sorted(contrasts)
    assert all(b / a > 1.1 for a, b in pairwise(contrasts))


@THEMES
def test_a_larger_change_stands_out_more_to_both_sides(theme: Theme) -> None:
    tones = map_colours(theme).tones[Scale.CHANGE]
    contrasts = [contrast(tone, theme.surface) for tone in tones]
    assert contrasts[3:] == sorted(contrasts[3:])
    assert contrasts[3::-1] == sorted(contrasts[3::-1])
    for less, more in zip(contrasts[:3], contrasts[:3:-1], strict=True):
        assert less / more == pytest.approx(1, abs=0.25)


@THEMES
@pytest.mark.parametrize("scale", Scale)
def test_the_counts_in_the_legend_are_legible(theme: Theme, scale: Scale) -> None:
    for tone in map_colours(theme).tones[scale]:
        assert contrast(ink_on(tone), tone) >= 4.5, tone


@pytest.mark.parametrize("scale", Scale)
def test_no_class_is_lost_in_the_dark(scale: Scale) -> None:
    colours = map_colours(DARK)
    for tone in colours.tones[scale]:
        assert contrast(tone, DARK.surface) > 1.7, tone
        assert contrast(tone, colours.unscored) > 1.5, tone
    assert contrast(colours.missing, DARK.surface) > 4.5
