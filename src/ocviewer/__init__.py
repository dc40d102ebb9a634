"""An offline desktop reader for the Global Organized Crime Index."""

__version__ = "0.1.0"
