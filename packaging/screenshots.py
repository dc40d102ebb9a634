"""Draws the pictures of the README and the guide: ``make screenshots``."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"

PICTURES: dict[str, tuple[str, ...]] = {
    "peru-light": ("PER", "--section", "drugs"),
    "peru-dark": ("PER", "--section", "people", "--theme", "dark"),
    "peru-wide-light": ("PER", "--section", "trade", "--size", "1920x1080"),
    "peru-wide-dark": ("PER", "--theme", "dark", "--size", "1920x1080"),
    "peru-colombia": ("PER", "COL", "--size", "1600x900"),
    "peru-colombia-dark": ("PER", "COL", "--theme", "dark"),
    "tuvalu-2021": ("TUV", "--edition", "2021"),
    "afghanistan-2023": ("AFG", "--edition", "2023", "--theme", "dark"),
}
"""The arguments of ``ocviewer snapshot`` by the picture's name; 1280 × 720 and light by default."""


def main() -> None:
    """Draws every picture; ends with the first that fails."""
    for name, arguments in PICTURES.items():
        file = FOLDER / f"{name}.png"
        command = (sys.executable, "-m", "ocviewer", "snapshot", *arguments, "--out", str(file))
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
