"""Start-up and memory of the whole program against bare windows."""

import json
import os
import sys
import tempfile
from pathlib import Path

from bench.processes import measure
from bench.table import Row

SCREEN = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {
            "name": "bench",
            "x": 0,
            "y": 0,
            "width": 1920,
            "height": 1080,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ],
}
"""A screen on which program and floors have the same 1280 × 720; Qt's own is 800 × 800."""

FLOORS = Path(__file__).parent / "floors"


def rows(rounds: int) -> list[Row]:
    """First paint, ready, memory and ``show`` as ratios to their floors."""
    python = sys.executable
    program = (str(Path(python).with_name("ocviewer")),)  # what a user types
    commands = {
        "pass": (python, "-c", "pass"),
        "show": (*program, "show", "PER"),
        "window": (python, str(FLOORS / "bare_window.py")),
        "first paint": (*program, "PER", "--exit-after", "first-paint"),
        "plot": (python, str(FLOORS / "bare_plot.py")),
        "ready": (*program, "PER", "--exit-after", "ready"),
    }
    with tempfile.TemporaryDirectory() as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps(SCREEN))
        platform = f"offscreen:configfile={screen}"
        environment = {**os.environ, "QT_QPA_PLATFORM": platform, "OCVIEWER_HOME": home}
        # the round that is not counted compiles the sources, as a first start does everywhere
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = measure(commands, environment, rounds)
    return [
        Row.of(
            "first paint : bare window, time",
            runs["first paint"].seconds,
            runs["window"].seconds,
            2.0,
            "s",
        ),
        Row.of("ready : bare plot, time", runs["ready"].seconds, runs["plot"].seconds, 1.3, "s"),
        Row.of(
            "ready : bare plot, peak memory",
            runs["ready"].mebibytes,
            runs["plot"].mebibytes,
            1.3,
            "MiB",
        ),
        Row.of(
            "show PER : python -c pass, time", runs["show"].seconds, runs["pass"].seconds, 25.0, "s"
        ),
    ]
