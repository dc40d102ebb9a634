"""The generated documents follow the models; the others name only what is there."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ocviewer import paths
from ocviewer.library.check import check_folder
from ocviewer.library.files import write_text
from ocviewer.library.library import Library

ROOT = Path(__file__).resolve().parents[2]


def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location(
        "build_docs", ROOT / "packaging" / "build_docs.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts: dict[str, str] = module.documents()
    return texts


@pytest.mark.parametrize("name", sorted(generated()))
def test_generated_documents_are_not_stale(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == generated()[name], "run: make data"


def validator(kind: str) -> Draft202012Validator:
    schema = json.loads((ROOT / f"docs/schema/{kind}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


BUNDLED = sorted(path for path in (ROOT / "data").rglob("*.json") if path.name != "manifest.json")


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.stem)
def test_the_published_schemas_accept_every_bundled_file(file: Path) -> None:
    content = json.loads(file.read_text("utf-8"))
    assert [error.message for error in validator(content["kind"]).iter_errors(content)] == []


@pytest.mark.parametrize("score", [0.99, 10.01, "5.0", None])
def test_the_published_schema_refuses_what_is_no_score(score: object) -> None:
    content = json.loads((ROOT / "data/editions/2025.json").read_text("utf-8"))
    content["countries"][3]["scores"]["1.1"] = score
    (error,) = validator("edition").iter_errors(content)
    assert list(error.absolute_path) == ["countries", 3, "scores", "1.1"]


def test_the_published_schema_refuses_what_is_no_code() -> None:
    content = json.loads((ROOT / "data/editions/2025.json").read_text("utf-8"))
    content["countries"][3]["scores"]["Peru"] = 5.0
    (error,) = validator("edition").iter_errors(content)
    assert list(error.absolute_path) == ["countries", 3, "scores"]


def test_the_example_of_a_text_is_shown_as_the_page_says(user_library: Path) -> None:
    page = (ROOT / "docs/data-format.md").read_text("utf-8")
    found = re.search(r"A complete file, `(.+)`:\n\n```json\n(.+?)```", page, re.DOTALL)
    assert found is not None
    write_text(user_library / found[1], found[2])
    library = Library(paths.bundled_library(), user_library)
    assert check_folder(user_library, library).problems == ()
    profile = library.profile("COL", 2025)
    assert profile is not None
    assert library.problems == []
    assert [len(paragraphs) for paragraphs in profile.sections.values()] == [1, 2]


def test_the_page_lists_every_section_and_indicator() -> None:
    page = (ROOT / "docs/data-format.md").read_text("utf-8")
    table = Library(paths.bundled_library()).indicators
    for section in table.sections:
        (row,) = re.findall(rf"^\| {section.number} \| `{section.id}` \|.*$", page, re.MULTILINE)
        assert re.findall(r"`([\d.]+)`", row) == [n.code for n in table.in_section(section.id)]


@pytest.mark.parametrize(
    "page",
    [
        *("README.md", "CONTRIBUTING.md"),
        *("docs/architecture.md", "docs/commands.md", "docs/data-format.md", "docs/user-guide.md"),
        "docs/notes-format.md",
    ],
)
def test_links_lead_somewhere(page: str) -> None:
    file = ROOT / page
    links = re.findall(r"\]\(([^)#\s\\]+)", file.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert local
    assert [link for link in local if not (file.parent / link).exists()] == []
