"""Jumping to a name by typing its beginning."""

from collections.abc import Sequence

PAUSE = 1.0
"""Seconds after which typing begins anew."""


class TypeAhead:
    """Gathers what is typed and finds the name that begins with it."""

    def __init__(self) -> None:
        """Nothing is typed yet."""
        self._typed = ""
        self._at = float("-inf")

    def going_on(self, now: float) -> bool:
        """Whether a character typed now would be added to those before it."""
        return bool(self._typed) and now - self._at <= PAUSE

    def find(self, character: str, keys: Sequence[str], current: int, now: float) -> int:
        """The index of the name to jump to, −1 when none begins so.

        ``keys`` are the names as they are compared, ``now`` is in seconds. The same character
        again goes to the next name that begins with it.
        """
        if not self.going_on(now):
            self._typed = ""
        self._at = now
        if self._typed != character:
            self._typed += character
        again = self._typed == character
        # a longer beginning may stay where it is, a single character moves on
        order = range(current + again, current + again + len(keys))
        for index in (number % len(keys) for number in order):
            if keys[index].startswith(self._typed):
                return index
        return -1
