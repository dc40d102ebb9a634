"""Find in page: the bar below the reader and what drives it."""
