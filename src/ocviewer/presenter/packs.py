"""What a pack holds and what came of it, in words."""

from collections import Counter
from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from ocviewer.library.library import Library
from ocviewer.library.pack.compare import ASKED, State, Step
from ocviewer.library.pack.kinds import kind_of
from ocviewer.library.pack.manifest import Manifest
from ocviewer.library.pack.write import Packed
from ocviewer.presenter.words import Words


def part_text(name: str, library: Library, words: Words) -> str:
    """A part as a person calls it, e.g. ``Peru 2025, text``; other names are shown as they are."""
    kind = kind_of(name)
    found = kind and kind.pattern.fullmatch(name)
    if kind is None or not found:
        return name
    values = {"stem": PurePosixPath(name).stem, **found.groupdict("")}
    country = library.countries.get(values.get("iso3", ""))
    if country is not None:
        values["iso3"] = country.name
    ending = "" if values.get("iso3", "-") else "_general"
    return words.say(f"pack.part_{kind.kind}{ending}", **values)


def counts_text(counts: Counter[str] | dict[str, int], words: Words) -> str:
    """How many parts of each kind, e.g. ``1 edition and 12 texts``."""
    said = [
        words.say(f"pack.count_{kind}_{'one' if count == 1 else 'other'}", count=count)
        for kind, count in counts.items()
        if count
    ]
    return words.joined(said)


def made_text(manifest: Manifest, words: Words) -> str:
    """What made a pack, when, and what it holds."""
    return words.say(
        "pack.made",
        program=manifest.program,
        created=f"{manifest.created[:10]} {manifest.created[11:16]}",
        counts=counts_text(manifest.counts, words),
    )


def packed_text(packed: Packed, words: Words) -> str:
    """What was written."""
    counts = counts_text(packed.manifest.counts, words)
    kilobytes = words.number(max(1, round(packed.size / 1000)))
    return words.say("pack.written", file=packed.file, counts=counts, kilobytes=kilobytes)


def state_text(step: Step, words: Words) -> str:
    """How a part stands to the user's file, with the dates of both where there are any."""
    mine, theirs = step.dates
    return words.say(f"pack.state_{step.state}", mine=mine, theirs=theirs)


def summary(steps: tuple[Step, ...], words: Words) -> list[str]:
    """How many parts are new, the same, or differ; a line for each that there is."""
    counted = Counter(step.state for step in steps)
    return [
        words.say(f"pack.sum_{state}", count=counted[state]) for state in State if counted[state]
    ]


def outcome(
    steps: tuple[Step, ...], taken: Container[str], written: tuple[str, ...], words: Words
) -> list[str]:
    """What was written and what was left, a sentence each."""
    kept = sum(step.state in ASKED and step.name not in taken for step in steps)
    same = sum(step.state is State.SAME for step in steps)
    held = sum(step.state is State.HELD for step in steps)
    lines = [words.say("pack.done", count=len(written)) if written else words.say("pack.nothing")]
    for key, count in (("pack.same", same), ("pack.kept", kept), ("pack.held", held)):
        if count:
            lines.append(words.say(key, count=count))
    return lines


def listed(steps: tuple[Step, ...], library: Library, words: Words) -> Iterator[str]:
    """A line for each part that is not there already."""
    for step in steps:
        if step.state is not State.SAME:
            yield f"  {part_text(step.name, library, words)}: {state_text(step, words)}"
