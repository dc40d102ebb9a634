"""What the index is: indicators, countries, editions, scores, changes and ranks. No Qt."""
