"""Panes side by side: how they differ, which paragraphs belong together, what to compare with."""
