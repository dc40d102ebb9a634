"""Draws the pictures of the README and the guide: ``make screenshots``.

``make screenshots ARGS=--all`` draws every view in light and dark for one, two and four countries
and every act of ``acted_pictures`` into build/pictures instead, to be looked at.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from acted_pictures import ACTS
from sample_notes import write_sample

from ocviewer.paths import USER_FOLDER_VARIABLE

ROOT = Path(__file__).resolve().parents[1]

NOTED = "highlights"
"""How the names of pictures begin that show notes."""

PICTURES: dict[str, tuple[str, ...]] = {
    "peru-light": ("PER", "--section", "drugs"),
    "highlights": ("PER", "--section", "people"),
    "peru-dark": ("PER", "--section", "people", "--theme", "dark"),
    "peru-wide-light": ("PER", "--section", "trade", "--size", "1920x1080"),
    "tuvalu-2021": ("TUV", "--edition", "2021"),
    "afghanistan-2023": ("AFG", "--edition", "2023", "--theme", "dark"),
    "compare-two": ("PER", "COL"),
    "compare-four-dark": ("PER", "COL", "MEX", "TUV", "--size", "1920x1080", "--theme", "dark"),
    "map": ("PER", "COL", "--view", "map"),
    "map-change-dark": (
        *("PER", "--view", "map", "--indicator", "1.1.13", "--change-since", "2021"),
        *("--theme", "dark"),
    ),
    "rankings": ("PER", "COL", "--view", "rankings", "--indicator", "1.1.11"),
    "region-dark": ("PER", "--view", "place", "--theme", "dark"),
    "trends": ("PER", "COL", "--view", "trends"),
    "relations-dark": ("PER", "COL", "TUV", "--view", "scatter", "--theme", "dark"),
    "search": ("PER", "--view", "search", "--query", "cocaine"),
    "search-figures-dark": (
        *("PER", "--view", "search", "--query", "resilience < 4 change < -0.2"),
        *("--theme", "dark"),
    ),
    "heat": ("PER", "COL", "--view", "heat"),
}
"""The arguments of ``ocviewer snapshot`` by the picture's name; 1280 × 720 and light by default."""

COUNTRIES = {
    "peru-colombia": ("PER", "COL"),
    "four": ("PER", "COL", "MEX", "AFG"),
    "tuvalu": ("TUV",),
}
VIEWS = ("profile", "map", "rankings", "place", "trends", "scatter", "heat")
SIZES = {"profile": {"four": "1920x1080"}}
"""Four countries side by side want a large screen; all else is drawn for a small one."""


ACTED = {"reader": ("find", "light"), "notes-dark": ("notes", "dark")}
"""The act and the theme of the pictures that ``acted_pictures`` draws, by their name."""


def every_view() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and arguments of each view, countries and theme."""
    for view in VIEWS:
        for name, countries in COUNTRIES.items():
            size = SIZES.get(view, {}).get(name, "1280x720")
            for theme in ("light", "dark"):
                arguments = (*countries, "--view", view, "--theme", theme, "--size", size)
                yield f"{view}-{name}-{theme}", arguments


def every_act() -> dict[str, tuple[str, str]]:
    """Each act in light and dark."""
    return {f"{act}-{theme}": (act, theme) for act in ACTS for theme in ("light", "dark")}


def draw(pictures: Mapping[str, tuple[str, ...]], folder: Path) -> None:
    """Draws every picture, none with the notes of who draws it; ends with the first that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as noted:
        write_sample(Path(noted))
        for name, arguments in pictures.items():
            file = folder / f"{name}.png"
            command = (sys.executable, "-m", "ocviewer", "snapshot", *arguments, "--out", str(file))
            home = noted if name.startswith(NOTED) else empty
            subprocess.run(command, check=True, env={**os.environ, USER_FOLDER_VARIABLE: home})


def draw_import(file: Path, theme: str) -> None:
    """Draws the report of an import of pages that are made for it."""
    command = (sys.executable, str(ROOT / "packaging/import_picture.py"), str(file), theme)
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as place:
        own = {USER_FOLDER_VARIABLE: home, "PYTHONPATH": _with_root()}
        subprocess.run(command, check=True, cwd=place, env={**os.environ, **own}, timeout=120)


def _with_root() -> str:
    """Where Python looks for modules: in the project's own folder, too, for its fixtures."""
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))


def draw_acted(pictures: Mapping[str, tuple[str, str]], folder: Path) -> None:
    """Draws every picture of something that was done, with the sample notes."""
    script = Path(__file__).with_name("acted_pictures.py")
    with tempfile.TemporaryDirectory() as noted:
        write_sample(Path(noted))
        for name, arguments in pictures.items():
            command = (sys.executable, str(script), *arguments, str(folder / f"{name}.png"))
            environment = {**os.environ, USER_FOLDER_VARIABLE: noted}
            subprocess.run(command, check=True, env=environment)


def main() -> None:
    """Draws what is asked for."""
    if sys.argv[1:] == ["--all"]:
        folder = ROOT / "build" / "pictures"
        draw(dict(every_view()), folder)
        draw_acted(every_act(), folder)
        for theme in ("light", "dark"):
            draw_import(folder / f"import-{theme}.png", theme)
    else:
        folder = ROOT / "docs" / "pictures"
        draw(PICTURES, folder)
        draw_acted(ACTED, folder)
        draw_import(folder / "import.png", "light")


if __name__ == "__main__":
    main()
