"""Names as they are compared: without case, accents, punctuation and doubled spaces."""

import unicodedata

FILLERS = frozenset({"and", "of", "the"})
"""Words that people leave out of a name, or put in."""


def fold(text: str) -> str:
    """The text without case, accents, punctuation and doubled spaces, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    kept = (
        " " if not (c.isalnum() or c == "'") else c for c in plain if not unicodedata.combining(c)
    )
    return " ".join("".join(kept).replace("'", "").split())
