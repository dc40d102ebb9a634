"""The import costs a start nothing: nothing of it is loaded until it is asked for."""

import os
import subprocess
import sys

SCRIPT = """
import sys
from ocviewer.cli import main
code = main(["PER", "--exit-after", "ready"])
ours = ("ocviewer.importers", "ocviewer.ui.importing", "selectolax", "python_calamine")
print(code, sorted(name for name in sys.modules if name.startswith(ours)))
"""


def test_a_start_loads_nothing_of_the_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("0 []", "")
