"""What the sentences of all 579 profiles claim, held against the scores as the files have them.

The names, scores and counts are read out of the finished text; nothing of the code that wrote it
is used here.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.presenter.glance import Glance
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words

KINDS = {"criminal market": "1.1", "criminal actor": "1.2", "resilience indicator": "2"}
SCORE = r"(\d+\.\d\d)"
HIGHEST = re.compile(
    rf"Of the (\d+) ([a-z ]+)s scored, the highest score, {SCORE}, is (that of|shared by) "
    r"(.*?)\.(?=\s|$)"
)
HIGHEST_MANY = re.compile(
    rf"Of the (\d+) ([a-z ]+)s scored, (\d+) share the highest score, {SCORE}\."
)
ALIKE = re.compile(rf"Each of the (\d+) ([a-z ]+)s scored stands at {SCORE}\.")
LOWEST = re.compile(rf"The lowest, {SCORE}, is (that of|shared by) (.*?)\.(?=\s|$)")
LOWEST_MANY = re.compile(rf"The lowest score, {SCORE}, is shared by (\d+) of them\.")
MOST = re.compile(r"The indicators? that changed most (?:is|are) (.*?)\.(?=\s|$)")
SHARED = re.compile(
    rf"Among the indicators, the largest change is {SCORE}, shared by (\d+) of them(.*?)\.(?=\s|$)"
)
SIDE = re.compile(r"(\d+)( [a-z ]+?s?)? for the (worse|better)(?: \(([^)]*)\))?")


def read(name: str) -> Any:
    return json.loads((paths.bundled_library() / name).read_text("utf-8"))


NAMES = {
    row["name"].lower(): row["code"]
    for row in read("indicators.json")["indicators"]
    if row["section"]
}
SCORES = {
    year: {row["iso3"]: row["scores"] for row in read(f"editions/{year}.json")["countries"]}
    for year in (2021, 2023, 2025)
}
BEFORE = {2023: 2021, 2025: 2023}


class Told(NamedTuple):
    profile: str
    text: str
    scores: dict[str, float]
    before: dict[str, float]

    def below(self, code: str) -> dict[str, float]:
        own = NAMES.values()
        return {c: s for c, s in self.scores.items() if c in own and c.startswith(f"{code}.")}

    def changes(self) -> dict[str, float]:
        both = [code for code in NAMES.values() if code in self.scores and code in self.before]
        return {code: round(self.scores[code] - self.before[code], 2) for code in both}


@pytest.fixture(scope="module")
def told(library: Library, words: Words) -> list[Told]:
    profiles = []
    for year, countries in SCORES.items():
        for iso3, scores in countries.items():
            paragraphs = Glance(library, words, PaneState(iso3, year)).paragraphs()
            text = "\n".join(paragraph.text for paragraph in paragraphs)
            before = SCORES[BEFORE[year]][iso3] if year in BEFORE else {}
            profiles.append(Told(f"{iso3} {year}", text, scores, before))
    assert len(profiles) == 579
    return profiles


def named(text: str) -> set[str]:
    """The codes of the indicators that a text names, each once and with nothing left over."""
    codes = set()
    for name in sorted(NAMES, key=len, reverse=True):
        if name in text:
            text = text.replace(name, "", 1)
            codes.add(NAMES[name])
    assert not re.sub(r",|;|\band\b|\s", "", text), text
    return codes


def meaning(code: str, difference: float) -> str:
    return "worse" if (difference > 0) == code.startswith("1") else "better"


def test_the_highest_are_the_highest(told: list[Told]) -> None:
    for one in told:
        found = list(HIGHEST.finditer(one.text))
        many = list(HIGHEST_MANY.finditer(one.text)) + list(ALIKE.finditer(one.text))
        assert len(found) + len(many) == 3, one
        for match in found:
            count, kind, score, verb, names = match.groups()
            scores = one.below(KINDS[kind])
            assert len(scores) == int(count), one.profile
            first, *others = re.split(r", followed by |[,;] then by ", names)
            top = {code for code, value in scores.items() if value == max(scores.values())}
            assert named(first) == top, one.profile
            assert float(score) == max(scores.values()), one.profile
            assert (verb == "shared by") == (len(top) > 1), one.profile
            check_followers(one, scores, top, others)


def check_followers(one: Told, scores: dict[str, float], top: set[str], others: list[str]) -> None:
    """Each group is the next score's, whole."""
    rest = {code: score for code, score in scores.items() if code not in top}
    for part in others:
        match = re.fullmatch(rf"(.*) at {SCORE}( each)?", part)
        assert match, (one.profile, part)
        group = {code for code, value in rest.items() if value == max(rest.values())}
        assert named(match[1]) == group, (one.profile, part)
        assert float(match[2]) == max(rest.values()), (one.profile, part)
        assert bool(match[3]) == (len(group) > 1), (one.profile, part)
        rest = {code: value for code, value in rest.items() if code not in group}


def test_more_than_six_are_counted(told: list[Told]) -> None:
    seen = 0
    for one in told:
        for match in HIGHEST_MANY.finditer(one.text):
            count, kind, many, score = match.groups()
            values = list(one.below(KINDS[kind]).values())
            assert (len(values), max(values)) == (int(count), float(score)), one.profile
            assert values.count(max(values)) == int(many) > 6, one.profile
            seen += 1
        for match in LOWEST_MANY.finditer(one.text):
            values = list(one.below("2").values())
            assert (min(values), values.count(min(values))) == (float(match[1]), int(match[2]))
            assert int(match[2]) > 6
            seen += 1
        for match in ALIKE.finditer(one.text):
            count, kind, score = match.groups()
            assert list(one.below(KINDS[kind]).values()) == int(count) * [float(score)], one.profile
            seen += 1
    assert seen == 9


def test_the_lowest_are_the_lowest(told: list[Told]) -> None:
    for one in told:
        found = LOWEST.findall(one.text)
        assert len(found) + len(LOWEST_MANY.findall(one.text)) == 1, one.profile
        scores = one.below("2")
        low = {code for code, value in scores.items() if value == min(scores.values())}
        for score, verb, names in found:
            assert (float(score), named(names)) == (min(scores.values()), low), one.profile
            assert (verb == "shared by") == (len(low) > 1), one.profile


def test_what_changed_most_changed_most(told: list[Told]) -> None:
    for one in told:
        changes = one.changes()
        match = MOST.search(one.text)
        assert bool(match) + len(SHARED.findall(one.text)) == bool(changes), one.profile
        if not match:
            continue
        size = max(map(abs, changes.values()))
        parts = re.findall(r"([^()]+) \(([+−]\d+\.\d\d), (worse|better)\)", match[1])
        found = {
            (code, float(by.replace("−", "-")), word)
            for names, by, word in parts
            for code in named(names)
        }
        assert len(found) == len(parts) <= 6, one.profile
        assert found == {
            (code, by, meaning(code, by)) for code, by in changes.items() if abs(by) == size
        }, one.profile


def test_a_change_that_many_share_is_counted_by_what_it_means(told: list[Told]) -> None:
    seen = 0
    for one in told:
        changes = one.changes()
        for size, count, rest in SHARED.findall(one.text):
            largest = {code: by for code, by in changes.items() if abs(by) == float(size)}
            assert float(size) == max(map(abs, changes.values())), one.profile
            assert len(largest) == int(count) > 6, one.profile
            sides = dict(sides_of(rest))
            for word in ("worse", "better"):
                codes = {code for code, by in largest.items() if meaning(code, by) == word}
                assert sides.get(word, set()) in (codes, kinds_of(codes)), (one.profile, word)
            seen += 1
    assert seen == 37


def sides_of(rest: str) -> Iterator[tuple[str, set[str] | dict[str, int]]]:
    """Worse and better with the codes that are named, or with the counts by kind."""
    match = re.fullmatch(r", all for the (worse|better): (.*)", rest)
    if match:
        yield match[1], counts_of(match[2])
        return
    for count, kind, word, within in SIDE.findall(rest):
        if kind:
            yield word, counts_of(count + kind)
        elif within[0].isdigit():
            counts = counts_of(within)
            assert sum(counts.values()) == int(count), rest
            yield word, counts
        else:
            assert len(named(within)) == int(count), rest
            yield word, named(within)


def counts_of(text: str) -> dict[str, int]:
    counts = re.findall(r"(\d+) (criminal market|criminal actor|resilience indicator)", text)
    return {KINDS[kind]: int(count) for count, kind in counts}


def kinds_of(codes: set[str]) -> dict[str, int]:
    counts = {kind: sum(code.startswith(f"{kind}.") for code in codes) for kind in KINDS.values()}
    return {kind: count for kind, count in counts.items() if count}


def test_level_and_rank_are_those_of_the_world(told: list[Told]) -> None:
    for one in told:
        world = SCORES[int(one.profile[-4:])].values()
        for code, name in (("1", "Criminality"), ("2", "Resilience")):
            match = re.search(
                rf"{name} stands at {SCORE}: (\d+)\w\w of (\d+) in the world", one.text
            )
            assert match, one.profile
            higher = sum(scores[code] > one.scores[code] for scores in world)
            assert float(match[1]) == one.scores[code], one.profile
            assert (int(match[2]), int(match[3])) == (higher + 1, len(world)), one.profile


def test_above_and_below_the_world_add_up(told: list[Told]) -> None:
    for one in told:
        world = SCORES[int(one.profile[-4:])].values()
        for code, name in (("1", "Criminality"), ("2", "Resilience")):
            sentence = next(s for s in one.text.split("\n")[4].split(". ") if s.startswith(name))
            match = re.search(rf"{SCORE} (above|below) the mean of {SCORE} in the world", sentence)
            mean = sum(scores[code] for scores in world) / len(world)
            if match is None:
                assert f"equal to the mean of {one.scores[code]:.2f} in the world" in sentence
                continue
            assert abs(float(match[3]) - mean) < 0.006, one.profile
            difference = float(match[1]) * (1 if match[2] == "above" else -1)
            assert round(one.scores[code] - float(match[3]), 2) == difference, one.profile


def test_the_averages_moved_as_told(told: list[Told]) -> None:
    for one in told:
        if not one.before:
            continue
        for code, name in (("1", "criminality"), ("2", "resilience")):
            difference = round(one.scores[code] - one.before[code], 2)
            if difference == 0:
                assert f"{name} has not changed" in one.text, one.profile
                continue
            verb = "risen" if difference > 0 else "fallen"
            said = f"{name} has {verb} by {abs(difference):.2f} ({meaning(code, difference)})"
            assert said in one.text, one.profile
