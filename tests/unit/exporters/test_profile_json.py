"""The JSON of a profile takes its words from the messages."""

import shutil
from pathlib import Path

from ocviewer import paths
from ocviewer.exporters.profile_json import profile_object
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


def test_the_world_goes_by_the_name_of_the_language(tmp_path: Path, library: Library) -> None:
    messages = Path(shutil.copytree(paths.resources() / "messages" / "en", tmp_path / "xx"))
    figures = messages / "figures.json"
    text = figures.read_text("utf-8").replace('"world": "World"', '"world": "Testworld"')
    figures.write_text(text, "utf-8")
    profile = profile_object(library, Words(messages), PaneState("PER", 2025))
    names = {rank["name"] for score in profile["scores"] for rank in score["ranks"]}
    assert names == {"Testworld", "Americas", "South America"}
