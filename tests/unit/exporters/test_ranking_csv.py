"""The file that a ranking is saved to."""

import csv
import io
import os
from pathlib import Path

import pytest

from ocviewer.domain.ranking import Scope
from ocviewer.exporters.ranking_csv import ranking_csv, ranking_tsv, save_ranking
from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.rankings import Rankings, rankings


def ranking(library: Library, words: Words, year: int = 2025, **choice: object) -> Rankings:
    chosen = Choice()._replace(**choice)  # type: ignore[arg-type]
    return rankings(ViewState((PaneState("PER", year),), choice=chosen), library, words)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_country_is_a_line_and_the_source_the_last(library: Library, words: Words) -> None:
    part = ranking(library, words)
    heading, *lines, source = read(ranking_csv(part, part.ranked))
    assert heading == [
        *("rank", "shared by", "of", "iso3", "country", "Criminality", "change", "meaning"),
        *("previous rank", "places moved", "2021", "2023", "2025", "region", "continent"),
    ]
    assert len(lines) == 193
    assert {len(line) for line in lines} == {len(heading)}
    peru = next(line for line in lines if line[3] == "PER")
    assert peru == [
        *("31", "1", "193", "PER", "Peru", "6.62", "0.22", "worse", "32", "1"),
        *("6.35", "6.40", "6.62", "South America", "Americas"),
    ]
    assert source == [part.source]
    assert "https://ocindex.net" in part.source
    for line, one in zip(lines, part.ranked, strict=True):
        assert one.score is not None
        assert round(float(line[5]) * 100) == one.score


def test_what_was_not_scored_is_empty(library: Library, words: Words) -> None:
    part = ranking(library, words, 2021, indicator="1.1.14")
    _, *lines, _ = read(ranking_csv(part, part.ranked))
    peru = next(line for line in lines if line[3] == "PER")
    assert peru[:3] + peru[5:7] + peru[8:11] == [""] * 8
    assert peru[7] == "not scored in 2021"


def test_a_name_with_a_comma_or_an_accent_comes_back(library: Library, words: Words) -> None:
    part = ranking(library, words, scope=Scope.CONTINENT, place="Africa")
    text = ranking_csv(part, part.ranked)
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == len(part.ranked) + 2
    names = {line[4] for line in read(text)[1:-1]}
    assert names == {one.country.name for one in part.ranked}
    assert "Congo, Dem. Rep." in names


def test_a_name_is_never_a_formula(library: Library, words: Words) -> None:
    part = ranking(library, words)
    one = part.ranked[0]._replace(country=part.ranked[0].country._replace(name="=1+1"))
    assert read(ranking_csv(part, [one]))[1][4] == "'=1+1"


def test_the_clipboard_gets_the_same_columns(library: Library, words: Words) -> None:
    part = ranking(library, words)
    lines = [line.split("\t") for line in ranking_tsv(part, part.ranked).splitlines()]
    assert lines == read(ranking_csv(part, part.ranked))[:-1]


def test_the_file_is_utf8_with_a_mark(library: Library, words: Words, tmp_path: Path) -> None:
    part = ranking(library, words)
    save_ranking(tmp_path / "x.csv", part, part.ranked)
    content = (tmp_path / "x.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrank,")
    assert "Côte d'Ivoire" in content.decode("utf-8-sig")


def test_a_failure_leaves_the_old_file(
    library: Library, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "x.csv").write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    part = ranking(library, words)
    with pytest.raises(OSError, match="No space"):
        save_ranking(tmp_path / "x.csv", part, part.ranked)
    assert [file.name for file in tmp_path.iterdir()] == ["x.csv"]
    assert (tmp_path / "x.csv").read_text("utf-8") == "old"
