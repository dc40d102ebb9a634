"""The generated documents follow the models; the others name only what is there."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

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


def test_the_schemas_describe_the_bundled_files() -> None:
    schema = json.loads((ROOT / "docs/schema/edition.schema.json").read_text("utf-8"))
    file = json.loads((ROOT / "data/editions/2025.json").read_text("utf-8"))
    assert set(file) == set(schema["required"]) == set(schema["properties"])


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/user-guide.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    file = ROOT / page
    links = re.findall(r"\]\(([^)#\s]+)", file.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert local
    assert [link for link in local if not (file.parent / link).exists()] == []
