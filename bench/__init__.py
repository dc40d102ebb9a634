"""Measurements against floors of the same run. ``python -m bench``, or ``make bench``."""
