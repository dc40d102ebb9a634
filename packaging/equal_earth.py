"""The Equal Earth projection: areas are true to each other, and the outline is a rounded one.

Source of the formula: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science 33 (3), 2019 (online 2018), equations 1
to 4, doi:10.1080/13658816.2018.1504949.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_ROOT = sqrt(3) / 2


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """The place on the plane of a point in degrees, ``longitude`` from the central meridian.

    One unit is one radius of the sphere; x goes from about -2.71 to 2.71 eastward and y from
    about -1.32 to 1.32 northward.
    """
    theta = asin(_ROOT * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    stretch = 9 * _A4 * square * sixth + 7 * _A3 * sixth + 3 * _A2 * square + _A1
    x = radians(longitude) * cos(theta) / (_ROOT * stretch)
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y
