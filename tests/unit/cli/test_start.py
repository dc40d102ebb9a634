"""What a start does not load: packs, locks and transactions come when they are asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

LATER = (
    *("ocviewer.library.pack", "ocviewer.library.folder_lock", "ocviewer.library.transaction"),
    *("ocviewer.ui.pack", "ocviewer.ui.background", "ocviewer.ui.drops"),
)


@pytest.mark.parametrize("call", [["show", "PER"], ["PER", "--exit-after", "first-paint"]])
def test_a_start_loads_nothing_of_it(home: Path, call: list[str]) -> None:
    script = (
        f"import sys; from ocviewer.cli import main; code = main({call}); "
        f"print([m for m in sys.modules if m.startswith({LATER})]); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"
