"""Cells as text, to compare and to show."""

_LONGEST = 60


def text(cell: object) -> str:
    """A cell as text, without blanks around it."""
    return str(cell).strip()


def shown(cell: object) -> str:
    """A cell's text fit for a message: short, and with nothing that steers a terminal."""
    safe = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text(cell)
    )
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 1]}…"
