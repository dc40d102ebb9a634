"""The index's own page of Peru, imported by the program: every word of it, and every figure.

The page is no part of the project, so without ../shared/sources this skips. The expected text is
taken from the page here once more, in another way than the importer's: by the numbers of lines.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT.parent / "shared/sources/000_17467de0ae79f826.txt"
COUNTS = {
    "People": ("people", 3),
    "Trade": ("trade", 2),
    "Environment": ("environment", 3),
    "Drugs": ("drugs", 4),
    "Cyber Crimes": ("cyber_crimes", 1),
    "Financial Crimes": ("financial_crimes", 1),
    "Criminal Actors": ("criminal_actors", 5),
    "Leadership and governance": ("leadership_and_governance", 4),
    "Criminal justice and security": ("criminal_justice_and_security", 3),
    "Economic and financial environment": ("economic_and_financial_environment", 1),
    "Civil society and social protection": ("civil_society_and_social_protection", 1),
}
"""The titles as the page has them, and how many paragraphs follow each."""

pytestmark = pytest.mark.skipif(
    not PAGE.exists(), reason="the sources are not here: no ../shared/sources"
)


def ocviewer(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ocviewer", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def expected() -> dict[str, list[str]]:
    lines = PAGE.read_bytes().decode().replace("\r", "").split("\n")
    analysis = lines.index("    Analysis")
    found = {}
    for title, (section, count) in COUNTS.items():
        start = lines.index(f"    {title}", analysis)
        block = lines[start + 1 : start + 1 + 2 * count]
        assert block[::2] == [""] * count, "a blank line above each paragraph"
        found[section] = [line[4:] for line in block[1::2]]
    return found


def test_every_word_and_figure(home: Path) -> None:
    report = json.loads(ocviewer("import", str(PAGE), "--json"))
    (page,) = report["files"]
    assert page["outcome"] == "imported"
    assert (page["country"], page["edition"], page["scores"]) == ("PER", 2025, 34)
    assert page["differences"] == []
    assert page["lacking"] == ["1.2.1", "2.1"]
    assert page["equal"] == {
        "score": 34,
        "change": 34,
        "rank": 6,
        "rank_change": 6,
        "fact": 4,
    }
    assert [fact["text"] for fact in page["facts"]] == [
        "Lima",
        "34,217,848",
        "USD 289,070 million",
        "1,285,220 km²",
    ]
    stored = json.loads((home / "library/profiles/2025/PER.json").read_text("utf-8"))
    texts = {s["id"]: [p["text"] for p in s["paragraphs"]] for s in stored["sections"]}
    assert texts == expected()
    assert (len(texts), sum(map(len, texts.values()))) == (11, 28)
    shown = json.loads(ocviewer("show", "PER", "--json"))
    sections = {s["id"]: [p["text"] for p in s["paragraphs"]] for s in shown["sections"]}
    assert {name: sections[name] for name in texts} == texts
    again = json.loads(ocviewer("import", str(PAGE), "--json"))
    assert again["counts"]["unchanged"] == 1


def test_the_window_shows_it(home: Path, tmp_path: Path) -> None:
    ocviewer("import", str(PAGE))
    picture = tmp_path / "people.png"
    ocviewer("snapshot", "PER", "--section", "people", "--out", str(picture))
    assert picture.stat().st_size > 10_000
