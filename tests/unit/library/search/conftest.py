"""A library with a few invented texts on top of the bundled one, and its index."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer, answer
from ocviewer.library.search.hits import Search
from ocviewer.library.search.index import update
from ocviewer.library.search.store import Store
from ocviewer.library.search.vocabulary import Vocabulary

Texts = Mapping[str, tuple[str, ...]]
WriteProfile = Callable[[str, int, Texts], Path]
Find = Callable[[str], Answer]


@pytest.fixture
def write_profile(user_library: Path) -> WriteProfile:
    """Writes a profile of the user's: paragraphs by section, none tied to an indicator."""

    def write(iso3: str, year: int, sections: Texts) -> Path:
        folder = user_library / "profiles" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{iso3}.json"
        file.write_text(json.dumps(profile(iso3, year, sections)), "utf-8")
        return file

    return write


def profile(iso3: str, year: int, sections: Texts) -> dict[str, object]:
    return {
        "schema_version": 1,
        "kind": "profile",
        "country": iso3,
        "edition": year,
        "wording": "original",
        "language": "en",
        "source": {"title": "Invented", "url": "https://example.org", "publisher": "No one"},
        "sections": [
            {"id": id_, "paragraphs": [{"text": text, "indicators": []} for text in texts]}
            for id_, texts in sections.items()
        ],
    }


@pytest.fixture
def own(user_library: Path) -> Library:
    """A library with the user's folder; read once the texts are written."""
    return Library(paths.bundled_library(), user_library)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "cache")
    yield store
    store.close()


@pytest.fixture
def find(store: Store, own: Library) -> Find:
    """Brings the index up to date and asks it."""

    def ask(text: str) -> Answer:
        library = own.again()
        assert update(store, library)
        return answer(text, Search(store, library), library, Vocabulary(library, {}))

    return ask


@pytest.fixture(scope="session")
def vocabulary(library: Library) -> Vocabulary:
    return Vocabulary(library, {"1.1": "Markets", "1.2": "Actors"})
