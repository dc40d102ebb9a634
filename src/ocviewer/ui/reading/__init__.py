"""Reading alone: the text without figures, its contents, and how it is set."""
