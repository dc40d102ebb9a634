"""``python -m ocviewer``."""

import sys

from ocviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
