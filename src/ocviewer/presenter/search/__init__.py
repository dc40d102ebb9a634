"""What a search shows: its boxes, its hits in groups, and countries by their figures."""
