"""The one place that knows where resources/, data/ and the user's folder are."""

import os
import sys
from pathlib import Path

USER_FOLDER_VARIABLE = "OCVIEWER_HOME"
"""Environment variable that moves everything the program writes to one folder."""

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The folder that holds data/ and resources/: in a wheel, a source tree or a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    bundle = _PACKAGE / "_bundle"
    return bundle if bundle.is_dir() else _PACKAGE.parent.parent


def resources() -> Path:
    """Icons, message catalogues and translations."""
    return _root() / "resources"


def data_format() -> Path:
    """The page that describes the files of a library."""
    return _root() / "docs" / "data-format.md"


def bundled_library() -> Path:
    """The library that comes with the program; never written to."""
    return _root() / "data"


def user_library() -> Path:
    """The user's own library, on top of the bundled one. It may not exist yet."""
    override = os.environ.get(USER_FOLDER_VARIABLE)
    if override:
        return Path(override) / "library"
    from platformdirs import user_data_path  # noqa: PLC0415 - only when no folder is given

    return user_data_path("ocviewer", appauthor=False) / "library"


def session_file() -> Path:
    """Where the window remembers its size, country, edition, section and zoom."""
    override = os.environ.get(USER_FOLDER_VARIABLE)
    if override:
        return Path(override) / "session.json"
    from platformdirs import user_state_path  # noqa: PLC0415 - only when no folder is given

    return user_state_path("ocviewer", appauthor=False) / "session.json"


def cache_folder() -> Path:
    """What can be made again, such as the index of the search; may be deleted at any time."""
    override = os.environ.get(USER_FOLDER_VARIABLE)
    if override:
        return Path(override) / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - only when no folder is given

    return user_cache_path("ocviewer", appauthor=False)
