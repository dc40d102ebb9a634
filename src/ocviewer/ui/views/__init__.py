"""The parts of the window: each paints its part of a page and emits what the user wants."""
