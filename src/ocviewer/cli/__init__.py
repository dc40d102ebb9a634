"""The command line. Imports Qt only where a command needs a window."""

from ocviewer.cli.main import main

__all__ = ["main"]
