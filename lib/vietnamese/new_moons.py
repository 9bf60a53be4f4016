"""Where moon and sun stand, for the lunar calendar: new moons and the sun's longitude.

Jean Meeus, "Astronomical Algorithms" (2nd ed.): chapter 49 for new moons (within seconds),
chapter 25 for the sun (within a minute of arc). Times are Julian days, universal time.
"""

from functools import cache
from math import floor, fmod, radians, sin

MONTH = 29.530588861
J2000 = 2451545.0
FIRST_NEW_MOON = 2451550.09766  # of k = 0, 6 January 2000
SECONDS_A_DAY = 86400

# (days, power of the orbit's eccentricity, multiples of sun's and moon's anomaly and of the
# moon's argument of latitude)
_TERMS = (
    (-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0),
    (0.01039, 0, 0, 0, 2), (0.00739, 1, -1, 1, 0), (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2), (-0.00057, 0, 0, 1, 2),
    (0.00056, 1, 1, 2, 0), (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0),
    (0.00004, 0, 0, 2, -2), (0.00004, 0, 3, 0, 0), (0.00003, 0, 1, 1, -2),
    (0.00003, 0, 0, 2, 2), (-0.00003, 0, 1, 1, 2), (0.00003, 0, -1, 1, 2),
    (-0.00002, 0, -1, 1, -2), (-0.00002, 0, 1, 3, 0), (0.00002, 0, 0, 4, 0),
)  # fmt: skip
# (days, degrees at k = 0, degrees a month): the planets' pull
_PULLS = (
    (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
)  # fmt: skip


def number_before(julian_day: float) -> int:
    """The number of a new moon that is the last or last but one before that instant."""
    return floor((julian_day - FIRST_NEW_MOON) / MONTH) - 1


@cache
def new_moon(number: int) -> float:
    """The instant of a new moon, counted from the first of the year 2000."""
    t = number / 1236.85
    sun = 2.5534 + 29.10535670 * number - (0.0000014 + 0.00000011 * t) * t * t
    moon = 201.5643 + 385.81693528 * number + (0.0107582 + 0.00001238 * t) * t * t
    latitude = 160.7108 + 390.67050284 * number - (0.0016118 + 0.00000227 * t) * t * t
    node = 124.7746 - 1.56375588 * number + 0.0020672 * t * t
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t
    at = FIRST_NEW_MOON + MONTH * number + (0.00015437 - 0.000000150 * t) * t * t
    for days, power, suns, moons, latitudes in _TERMS:
        angle = suns * sun + moons * moon + latitudes * latitude
        at += days * eccentricity**power * _sine(angle)
    at -= 0.00017 * _sine(node)
    for days, start, a_month in _PULLS:
        at += days * _sine(start + a_month * number - (0.009173 * t * t if start == 299.77 else 0))
    return at - _clock_ahead(at) / SECONDS_A_DAY


def sun_longitude(julian_day: float) -> float:
    """The sun's apparent longitude in degrees, 0 to 360; 270 is the winter solstice."""
    t = (julian_day + _clock_ahead(julian_day) / SECONDS_A_DAY - J2000) / 36525
    anomaly = 357.52911 + (35999.05029 - 0.0001537 * t) * t
    centre = (
        (1.914602 - (0.004817 + 0.000014 * t) * t) * _sine(anomaly)
        + (0.019993 - 0.000101 * t) * _sine(2 * anomaly)
        + 0.000289 * _sine(3 * anomaly)
    )
    mean = 280.46646 + (36000.76983 + 0.0003032 * t) * t
    seen = mean + centre - 0.00569 - 0.00478 * _sine(125.04 - 1934.136 * t)
    return seen % 360


def _clock_ahead(julian_day):
    """Seconds that even time is ahead of the earth's turning (Espenak and Meeus, 1961 to 2150)."""
    years = (julian_day - J2000) / 365.25
    if years < 5:
        return 63.86 + 0.3345 * years - 0.0604 * years**2 + 0.0017 * years**3
    if years < 50:
        return 62.92 + 0.32217 * years + 0.005589 * years**2
    return -20 + 32 * ((years + 180) / 100) ** 2 - 0.5628 * (150 - years)


def _sine(degrees):
    return sin(radians(fmod(degrees, 360)))
