"""The small library of invented countries, and Testland's pages."""

from pathlib import Path

import pytest

from ocviewer.importers.pages.reader import PageReader
from ocviewer.library.library import Library

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"


@pytest.fixture(scope="session")
def small() -> Library:
    """Three invented countries in three editions; tests read it only."""
    return Library(FIXTURES / "library")


@pytest.fixture(scope="session")
def reader(small: Library) -> PageReader:
    """Reads pages of the invented countries."""
    return PageReader(small)


@pytest.fixture(scope="session")
def pages() -> Path:
    """The folder of saved pages."""
    return FIXTURES / "pages"
