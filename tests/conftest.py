"""What all tests share: the bundled library, the words, and a home that is no one's."""

import os
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

# before any test makes an application: no test needs a screen, and none may open a window on it
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing a test writes reaches the user's own folders."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.USER_FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    """The bundled library; tests read it only."""
    return Library(paths.bundled_library())


@pytest.fixture(scope="session")
def words() -> Words:
    """The English messages."""
    return Words(paths.resources() / "messages" / "en")


@pytest.fixture
def user_library(home: Path) -> Path:
    """The user's library folder, empty."""
    folder = home / "library"
    folder.mkdir()
    return folder
