"""A user's library with an edition and a text of its own, and the tables that both refer to."""

from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.files import write_text
from ocviewer.library.library import Library
from ocviewer.library.references import Tables

EDITION = "editions/2027.json"
TEXT = "profiles/2025/COL.json"


def edition_text() -> str:
    """The bundled edition of 2025, as one of 2027."""
    text = (paths.bundled_library() / "editions/2025.json").read_text("utf-8")
    return text.replace('"edition": 2025', '"edition": 2027')


def profile_text(country: str = "COL") -> str:
    """The bundled text of Peru, as another country's."""
    text = (paths.bundled_library() / "profiles/2025/PER.json").read_text("utf-8")
    return text.replace('"country": "PER"', f'"country": "{country}"')


@pytest.fixture
def tables(library: Library) -> Tables:
    return Tables(library.countries, library.indicators)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The library that is packed."""
    folder = tmp_path / "mine"
    write_text(folder / EDITION, edition_text())
    write_text(folder / TEXT, profile_text())
    return folder
