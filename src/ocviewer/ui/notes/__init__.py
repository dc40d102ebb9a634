"""Highlights, notes and bookmarks in the window. Imported after the first paint."""
