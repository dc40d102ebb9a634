"""Positions as Qt counts them: in units of UTF-16, of which rare characters take two."""


def units(text: str, position: int) -> int:
    """The position in Qt of a position in a Python string."""
    if text.isascii():
        return position
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """The position in a Python string of a position in Qt."""
    if text.isascii():
        return position
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(before.decode("utf-16-le", "replace"))
