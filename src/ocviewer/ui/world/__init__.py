"""The views that show all countries at once; each is imported when it is first opened."""
