"""All countries at once: what the map, the rankings and the other views of the world show."""
