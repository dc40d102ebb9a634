"""The search in the window: the line to type in, what is found, and the threads behind it."""
